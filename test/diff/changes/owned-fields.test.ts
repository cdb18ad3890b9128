import { ownedFields } from '../../../src/diff/changes/owned-fields';
import { diff } from '../../../src/diff/diff';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest } from '../../../src/kubernetes/manifest';

const entry = (fieldsV1: object, more: object = {}) => ({ manager: 'kubectl', operation: 'Apply', apiVersion: 'v1', fieldsType: 'FieldsV1', fieldsV1, ...more });

const claim = (managedFields: object[], spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name: 'data', namespace: 'shop', uid: 'u', labels: { app: 'db', injected: 'x' }, managedFields },
  spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', volumeName: 'pv-1', resources: { requests: { storage: '1Gi' } }, ...spec },
});
const APPLIED = { 'f:metadata': { 'f:labels': { 'f:app': {} } }, 'f:spec': { 'f:accessModes': {}, 'f:resources': { 'f:requests': { 'f:storage': {} } } } };
const WITH_CLASS = { ...APPLIED, 'f:spec': { ...APPLIED['f:spec'], 'f:storageClassName': {} } };

test('only what was applied is owned', () => {
  expect(ownedFields(claim([entry(APPLIED), entry({ 'f:spec': { 'f:volumeName': {} } }, { manager: 'kube-controller-manager', operation: 'Update' })]))).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: 'shop', labels: { app: 'db' } },
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  });
});

test('items are found by their keys, and values of a set by themselves', () => {
  const fields = { 'f:metadata': { 'f:finalizers': { 'v:"a/b"': {} } }, 'f:spec': { 'f:ports': { 'k:{"port":80,"protocol":"TCP"}': { '.': {}, 'f:port': {} } } } };
  const service: Manifest = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'db', namespace: 'shop', finalizers: ['a/b', 'c/d'], managedFields: [entry(fields)] },
    spec: { ports: [{ port: 80, protocol: 'TCP', targetPort: 80 }, { port: 81, protocol: 'TCP', targetPort: 81 }] },
  };

  const owned = ownedFields(service)!;

  expect(owned.metadata!.finalizers).toEqual(['a/b']);
  expect(owned.spec).toEqual({ ports: [{ port: 80 }] });
});

test.each([
  ['nobody applied on the server', [entry(APPLIED, { operation: 'Update' })]],
  ['the plan alone did', [entry(APPLIED, { manager: 'cdk8s-stateful-plan' })]],
  ['several tools did, none of them kubectl', [entry(APPLIED, { manager: 'argocd-controller' }), entry(APPLIED, { manager: 'flux' })]],
])('it is not known who wrote what where %s', (_, managedFields) => {
  expect(ownedFields(claim(managedFields))).toBeUndefined();
});

test('a class that was applied goes when it is left out, and one that the cluster chose stays', () => {
  const { metadata, spec: { storageClassName, volumeName, ...spec } } = claim([]);
  const after = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { name: metadata!.name, namespace: 'shop', labels: { app: 'db' } }, spec };
  const changed = (managedFields: object[]) => diff([claim(managedFields)], [after], { model: ApiModel.of('1.36') }).changes.map(({ path }) => path);

  expect(changed([entry(APPLIED)])).toEqual([]);
  expect(changed([entry(WITH_CLASS)])).toEqual(['/spec/storageClassName']);
});
