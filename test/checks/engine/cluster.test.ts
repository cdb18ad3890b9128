import { Cluster } from '../../../src/checks/engine/cluster';

test.each([
  ['Namespace', '', 'kube-system'],
  ['ServiceAccount', 'anywhere', 'default'],
  ['ConfigMap', 'anywhere', 'kube-root-ca.crt'],
  ['ClusterRole', '', 'view'],
  ['ClusterRole', '', 'system:auth-delegator'],
  ['PriorityClass', '', 'system-node-critical'],
  ['Service', 'default', 'kubernetes'],
])('every cluster has the %s %s/%s', (kind, namespace, name) => {
  const found = new Cluster({}).find(kind, namespace, name);

  expect(found).toMatchObject({ kind, name });
});

test('what is declared is found in its namespace, with its keys', () => {
  const cluster = new Cluster({ objects: [{ kind: 'Secret', namespace: 'db', name: 'login', keys: ['password'] }] });

  const found = cluster.find('Secret', 'db', 'login');

  expect(found?.keys).toEqual(['password']);
  expect(cluster.find('Secret', 'other', 'login')).toBeUndefined();
});

test('a declaration without a namespace means the namespace default, or a cluster-scoped object', () => {
  const cluster = new Cluster({ objects: [{ kind: 'Secret', name: 'login' }, { kind: 'StorageClass', name: 'gp3' }] });

  const found = [cluster.find('Secret', 'default', 'login'), cluster.find('StorageClass', '', 'gp3'), cluster.find('Secret', 'db', 'login')];

  expect(found.map(object => object?.name)).toEqual(['login', 'gp3', undefined]);
});

test('provisioners are those declared and those that are part of Kubernetes', () => {
  const cluster = new Cluster({ provisioners: ['ebs.csi.aws.com'] });

  const known = ['ebs.csi.aws.com', 'kubernetes.io/no-provisioner', 'example.com/nfs'].map(name => cluster.hasProvisioner(name));

  expect(known).toEqual([true, true, false]);
});

test('every node has what its kubelet writes, and what is declared', () => {
  const keys = ['kubernetes.io/hostname', 'topology.kubernetes.io/zone', 'rack'];

  expect(keys.map(key => new Cluster({}).nodesHave(key))).toEqual([true, undefined, undefined]);
  expect(keys.map(key => new Cluster({ nodeLabels: ['rack'] }).nodesHave(key))).toEqual([true, false, true]);
});

test('nothing is declared by default: not complete, and no word on a default StorageClass', () => {
  const cluster = new Cluster({});

  expect(cluster.complete).toBe(false);
  expect(cluster.defaultStorageClass).toBeUndefined();
});
