import { checkManifests } from '../../../../src/checks/run';
import { ApiModel } from '../../../../src/kubernetes/api/model';

function found(apiVersion: string, kind: string, metadata: Record<string, unknown>, version?: string): string[] {
  return checkManifests([{ apiVersion, kind, metadata }], { scope: 'object', model: ApiModel.of(version) }).filter(({ rule }) => rule === 'object-name').map(({ path }) => path);
}

test.each([
  ['v1', 'ConfigMap', 'a.b'],
  ['v1', 'ConfigMap', '1'],
  ['v1', 'Service', 'a-1'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'system:node'],
  ['policy/v1', 'PodDisruptionBudget', 'A_b'],
  ['batch/v1', 'CronJob', 'a'.repeat(52)],
  // Volumes name a driver by at most 63 characters, yet the object itself may be called by more.
  ['storage.k8s.io/v1', 'CSIDriver', 'a'.repeat(64)],
  ['example.com/v1', 'Cluster', 'a.b'],
])('%s %s may be called %s', (apiVersion, kind, name) => {
  expect(found(apiVersion, kind, { name })).toEqual([]);
});

test.each([
  ['v1', 'ConfigMap', 'A'],
  ['v1', 'ConfigMap', 'a_b'],
  ['v1', 'ConfigMap', 'a'.repeat(254)],
  ['v1', 'Namespace', 'a.b'],
  ['v1', 'Service', '1A'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', 'a/b'],
  ['batch/v1', 'CronJob', 'a'.repeat(53)],
  ['example.com/v1', 'Cluster', 'A'],
])('%s %s may not be called %s', (apiVersion, kind, name) => {
  expect(found(apiVersion, kind, { name })).toEqual(['/metadata/name']);
});

test('a Service may begin with a digit since 1.36', () => {
  const pathsOn = (version: string) => found('v1', 'Service', { name: '1a' }, version);

  expect([pathsOn('1.35'), pathsOn('1.36')]).toEqual([['/metadata/name'], []]);
});

test('an object has a name, or the beginning of one', () => {
  expect(found('v1', 'ConfigMap', {})).toEqual(['/metadata/name']);
  expect(found('v1', 'ConfigMap', { name: '' })).toEqual(['/metadata/name']);
  expect(found('v1', 'ConfigMap', { generateName: 'a-' })).toEqual([]);
  expect(found('v1', 'ConfigMap', { generateName: 'A-' })).toEqual(['/metadata/generateName']);
  expect(found('v1', 'ConfigMap', { name: 'a', generateName: 'A-' })).toEqual(['/metadata/generateName']);
});

test('what a name begins with is held against the rule for names without their length', () => {
  expect(found('batch/v1', 'CronJob', { name: 'a', generateName: 'a'.repeat(60) })).toEqual([]);
  expect(found('batch/v1', 'CronJob', { generateName: 'a'.repeat(47) })).toEqual([]);
  expect(found('batch/v1', 'CronJob', { generateName: 'a'.repeat(48) })).toEqual(['/metadata/generateName']);
});

test('of some kinds only the name counts that is made, which needs none to be given', () => {
  expect(found('v1', 'ReplicationController', { name: 'a', generateName: 'A-' }, '1.34')).toEqual(['/metadata/generateName']);
  expect(found('v1', 'ReplicationController', { name: 'a', generateName: 'A-' }, '1.35')).toEqual([]);
  expect(found('v1', 'ReplicationController', { generateName: 'A-' }, '1.35')).toEqual(['/metadata/generateName']);
  expect(found('v1', 'ReplicationController', { name: 'a', generateName: 'a/b-' }, '1.35')).toEqual(['/metadata/generateName']);
  expect(found('v1', 'ReplicationController', { name: 'a', generateName: '.' }, '1.37')).toEqual([]);
  expect(found('resource.k8s.io/v1', 'DeviceClass', { name: 'a', generateName: 'a%' }, '1.37')).toEqual(['/metadata/generateName']);
});

test('a namespace is a DNS label, and of cluster-scoped objects it is not looked at', () => {
  expect(found('v1', 'ConfigMap', { name: 'a', namespace: 'a.b' })).toEqual(['/metadata/namespace']);
  expect(found('v1', 'Namespace', { name: 'a', namespace: 'a.b' })).toEqual([]);
});
