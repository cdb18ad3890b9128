import { Manifest } from '../../src/kubernetes/manifest';
import { evictable, fewestAfterStep, majorityOf, quorumOf } from '../../src/manifest/quorum';

const set = (container: object, annotations?: object): Manifest => ({
  apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'a', annotations } as object, spec: { template: { spec: { containers: [container] } } },
});

test.each([
  ['an image', { image: 'registry:5000/bitnami/etcd:3.5' }],
  ['a sentinel of Redis', { image: 'redis:7', command: ['redis-sentinel', '/a'] }],
  ['Group Replication on the command line', { image: 'mysql:8.0', args: ['--loose-group_replication_group_name=a'] }],
  ['the port of Galera', { image: 'mariadb:10.11', ports: [{ containerPort: 4567 }] }],
])('%s tells that members decide by majority', (_, container) => {
  expect(quorumOf(set(container))).toBe(container.image);
});

test.each([
  ['a database with one primary', { image: 'mysql:8.0' }],
  ['Redis without sentinels', { image: 'redis:7', command: ['redis-server'] }],
])('%s does not', (_, container) => {
  expect(quorumOf(set(container))).toBeUndefined();
});

test('the annotation decides where it is there', () => {
  expect(quorumOf(set({ image: 'own:1' }, { 'cdk8s-stateful/quorum': 'majority' }))).toBe('own:1');
  expect(quorumOf(set({ image: 'etcd:3' }, { 'cdk8s-stateful/quorum': 'none' }))).toBeUndefined();
});

test('only StatefulSets have members', () => {
  expect(quorumOf({ ...set({ image: 'etcd:3' }), kind: 'Deployment' })).toBeUndefined();
});

test.each([[1, 1], [2, 2], [3, 2], [4, 3], [5, 3]])('of %i members %i decide', (members, majority) => {
  expect(majorityOf(members)).toBe(majority);
});

test.each([
  [{ maxUnavailable: 1 }, 1], [{ maxUnavailable: '34%' }, 2], [{ minAvailable: 2 }, 1], [{ minAvailable: '100%' }, 0], [{ maxUnavailable: 9 }, 3], [{}, undefined],
])('of 3 pods a budget with %j lets %p go', (budget, gone) => {
  expect(evictable(budget, 3)).toBe(gone);
});

test.each([[1, undefined], [2, undefined], [3, 2], [4, 3], [5, 3], [6, 5], [7, 5], [9, 5]])('of %i members a step leaves no fewer than %p', (members, fewest) => {
  expect(fewestAfterStep(members)).toBe(fewest);
});
