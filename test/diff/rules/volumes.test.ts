import { found, object, podTemplate, statefulSet } from '../support';

const claim = (spec: object = {}, name = 'files') =>
  object('v1', 'PersistentVolumeClaim', { spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '1Gi' } }, ...spec } }, name);

const volume = (spec: object = {}) => ({
  apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pv' }, spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], nfs: { server: 'nfs', path: '/a' }, ...spec },
});

const deployment = (replicas: number, name = 'web', claimName = 'files') => object('apps/v1', 'Deployment', {
  spec: {
    replicas,
    selector: { matchLabels: { app: 'db' } },
    template: podTemplate({}, { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] }),
  },
}, name);

describe('data-object-removed: gone from the manifests', () => {
  test('a claim of an unknown class goes with its data', () => {
    expect(found('data-object-removed', [claim()], [])).toMatchObject([{
      id: 'data-object-removed:data/files/PersistentVolumeClaim', effect: 'deletes-data', claims: [{ namespace: 'data', name: 'files', fate: 'deleted' }],
    }]);
  });

  test('a claim whose class or volume retains leaves its data where nothing finds it', () => {
    const retaining = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' }, provisioner: 'x', reclaimPolicy: 'Retain' };

    const byClass = found('data-object-removed', [claim(), retaining], [retaining]);
    const byVolume = found('data-object-removed', [claim({ volumeName: 'pv' }), volume()], [volume()]);

    expect([...byClass, ...byVolume].map(({ effect }) => effect)).toEqual(['strands-data', 'strands-data']);
  });

  test('a namespace takes every claim in it along', () => {
    const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'data' } };

    const [change] = found('data-object-removed', [namespace, statefulSet({ replicas: 1 }), claim()], [statefulSet({ replicas: 1 }), claim()]);

    expect(change.effect).toBe('deletes-data');
    expect(change.claims.map(({ name }) => name).sort()).toEqual(['data-db-0', 'files']);
  });

  test.each([
    ['a volume', volume(), 'strands-data'],
    ['a definition', { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata: { name: 'dbs.example.com' } }, 'deletes-data'],
  ])('%s is no loss to take lightly', (_, gone, effect) => {
    expect(found('data-object-removed', [gone], [])).toMatchObject([{ effect }]);
  });

  test('a ConfigMap may go, and a claim that stays is no danger', () => {
    const config = object('v1', 'ConfigMap', { data: {} });

    expect(found('data-object-removed', [config, claim()], [claim()])).toEqual([]);
  });
});

describe('bound-volume-edited: what a volume promises, or whose it is', () => {
  test.each([
    ['capacity', { capacity: { storage: '512Mi' } }],
    ['capacity', { nfs: undefined, csi: { driver: 'ebs.csi.aws.com', volumeHandle: 'vol-1' }, capacity: { storage: '5Gi' } }],
    ['storageClassName', { storageClassName: 'slow' }],
    ['accessModes', { accessModes: ['ReadWriteMany'] }],
    ['claimRef', { claimRef: { namespace: 'data', name: 'other' } }],
  ])('%s of a volume is edited', (field, spec) => {
    expect(found('bound-volume-edited', [volume()], [volume(spec)])).toMatchObject([{ effect: 'strands-data', path: `/spec/${field}` }]);
  });

  test('a larger capacity of a directory is no danger, for nobody counts it', () => {
    expect(found('bound-volume-edited', [volume()], [volume({ capacity: { storage: '5Gi' } })])).toEqual([]);
  });

  test('mount options and the same capacity in other words are no danger', () => {
    expect(found('bound-volume-edited', [volume()], [volume({ mountOptions: ['ro'], capacity: { storage: '1024Mi' } })])).toEqual([]);
  });
});

describe('single-node-claim-shared: one ReadWriteOnce claim for several pods', () => {
  test('a second replica cannot have the claim of the first', () => {
    const changes = found('single-node-claim-shared', [claim(), deployment(1)], [claim(), deployment(2)]);

    expect(changes).toMatchObject([{ id: 'single-node-claim-shared:data/web/files', effect: 'access', path: '/spec/template/spec/volumes/0' }]);
  });

  test('nor can a second workload', () => {
    expect(found('single-node-claim-shared', [claim(), deployment(1)], [claim(), deployment(1), deployment(1, 'other')])).toHaveLength(1);
  });

  test('one pod, or a claim for many nodes, is no danger', () => {
    const shared = claim({ accessModes: ['ReadWriteMany'] });

    expect(found('single-node-claim-shared', [claim(), deployment(0)], [claim(), deployment(1)])).toEqual([]);
    expect(found('single-node-claim-shared', [shared, deployment(1)], [shared, deployment(3)])).toEqual([]);
  });
});

describe('bound-volume-edited: words that mean the same', () => {
  const REF = { namespace: 'data', name: 'files' };

  test.each([
    ['access modes in another order', volume({ accessModes: ['ReadWriteOnce', 'ReadOnlyMany'] }), volume({ accessModes: ['ReadOnlyMany', 'ReadWriteOnce'] })],
    ['the claim as kubectl prints it', volume({ claimRef: REF }), volume({ claimRef: { ...REF, apiVersion: 'v1', kind: 'PersistentVolumeClaim', uid: 'a' } })],
    ['the size in other units', volume(), volume({ capacity: { storage: '1024Mi' } })],
  ])('%s', (_, before, after) => {
    expect(found('bound-volume-edited', [before], [after])).toEqual([]);
  });

  test('another claim, and a class by the old annotation, are edits', () => {
    const annotated = { ...volume(), metadata: { name: 'pv', annotations: { 'volume.beta.kubernetes.io/storage-class': 'fast' } } };

    expect(found('bound-volume-edited', [volume({ claimRef: { ...REF, uid: 'a' } })], [volume({ claimRef: { ...REF, uid: 'b' } })])).toMatchObject([{ path: '/spec/claimRef' }]);
    expect(found('bound-volume-edited', [volume()], [annotated])).toHaveLength(1);
  });
});

test('single-node-claim-shared: pods of one Job share a claim as well', () => {
  const cron = (parallelism: number) => object('batch/v1', 'CronJob', {
    spec: {
      schedule: '@daily',
      jobTemplate: { spec: { parallelism, template: podTemplate({}, { restartPolicy: 'Never', volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'files' } }] }) } },
    },
  });

  expect(found('single-node-claim-shared', [claim(), cron(1)], [claim(), cron(3)])).toHaveLength(1);
  expect(found('single-node-claim-shared', [claim(), cron(1)], [claim(), cron(1)])).toEqual([]);
});
