import { facts, set, together, workload } from './support';
import { overviewOf } from '../../src/describe/overview';

const overview = (...texts: readonly string[]) => overviewOf(facts(together(...texts))).map(({ text }) => text).join('\n');

test('how much there is', () => {
  expect(overview(set(), workload('Deployment').replaceAll('shop', 'other'))).toContain('3 objects in 2 namespaces (shop and other), 2 systems.');
});

test('NFS servers by whose data they hold', () => {
  expect(overview(workload('Deployment', { pod: 'volumes: [{name: a, nfs: {server: files, path: /}}]' }))).toContain('NFS server files holds data of Deployment shop/web.');
});

test('what is named and not there', () => {
  expect(overview(set())).toContain('Named, and not among the manifests: StorageClass fast.');
  expect(overview(set(), '{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: a}')).not.toContain('not among');
  const role = '{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: maker, namespace: shop}, rules: [{apiGroups: [""], resources: [secrets], verbs: [create]}]}';
  const reads = '{apiVersion: v1, kind: Pod, metadata: {name: p, namespace: shop}, spec: {containers: [{image: a, envFrom: [{secretRef: {name: login}}]}]}}';
  const makes = '{apiVersion: batch/v1, kind: Job, metadata: {name: j, namespace: shop}, spec: {template: {spec: {containers: [{image: a, args: [login]}]}}}}';
  expect(overview(reads, role)).toContain('Named, and not among the manifests: Secret shop/login.');
  expect(overview(reads, role, makes)).not.toContain('not among');
  expect(overview('{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, spec: {claimRef: {namespace: x, name: y}}}')).not.toContain('not among');
});

test('what the version does not have, and what operators make', () => {
  expect(overview('{apiVersion: apps/v1alpha1, kind: PetSet, metadata: {name: old}}')).toContain('Not taken by Kubernetes 1.36: PetSet default/old (apps/v1alpha1).');
  expect(overview('{apiVersion: example.com/v1, kind: Database, metadata: {name: a}}')).toContain('What operators make of 1 Database is not known from the manifests.');
});
