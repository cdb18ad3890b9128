import { arrowsOf, graphOf, set } from './support';

const CLASS = '\n---\n{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: example.com/disk, reclaimPolicy: Retain}';
const VOLUME = (name: string) => `\n---\n{apiVersion: v1, kind: PersistentVolume, metadata: {name: ${name}}, spec: {storageClassName: fast, accessModes: [ReadWriteOnce], capacity: {storage: 1Gi},
  nfs: {server: files.example.com, path: /${name}}}}`;

test('each pod has its claim, and the claim its class', () => {
  expect(arrowsOf(graphOf(set('db', 2) + CLASS)).filter(arrow => !arrow.startsWith('Service'))).toEqual([
    'Pod db-0 -/data-> PersistentVolumeClaim data-db-0',
    'PersistentVolumeClaim data-db-0 -provisioned by-> StorageClass fast',
    'Pod db-1 -/data-> PersistentVolumeClaim data-db-1',
    'PersistentVolumeClaim data-db-1 -provisioned by-> StorageClass fast',
  ]);
});

test('a class says what becomes of the data, and one that nobody wrote is marked', () => {
  const classOf = (text: string) => graphOf(text).nodes.find(({ kind }) => kind === 'StorageClass');

  expect(classOf(set('db', 1) + CLASS)).toMatchObject({ lines: ['example.com/disk', 'keeps the data of deleted claims'], missing: false });
  expect(classOf(set('db', 1))).toMatchObject({ lines: [], missing: true });
});

test('a volume that is written down leads to the place of the data', () => {
  const arrows = arrowsOf(graphOf(set('db', 1) + VOLUME('one')));

  expect(arrows).toContain('PersistentVolumeClaim data-db-0 -bound to-> PersistentVolume one');
  expect(arrows).toContain('PersistentVolume one --> NFS server files.example.com');
});

test('a class is served by the program that announces it', () => {
  const program = '\n---\n{apiVersion: apps/v1, kind: Deployment, metadata: {name: disks}, spec: {template: {spec: {containers: [{image: a, env: [{name: PROVISIONER_NAME, value: example.com/disk}]}]}}}}';

  expect(arrowsOf(graphOf(set('db', 1) + CLASS + program))).toContain('StorageClass fast -served by-> Deployment disks');
});

test('a claim that is named and not there, and a directory of the node', () => {
  const pod = '{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: a, volumeMounts: [{name: c, mountPath: /c}, {name: h, mountPath: /h}]}], '
    + 'volumes: [{name: c, persistentVolumeClaim: {claimName: gone}}, {name: h, hostPath: {path: /var/lib/a}}, {name: e, emptyDir: {}}]}}';
  const graph = graphOf(pod);

  expect(arrowsOf(graph)).toEqual(['Pod a -/c-> PersistentVolumeClaim gone', 'Pod a -/h-> directory of the node /var/lib/a']);
  expect(graph.nodes.find(({ name }) => name === 'gone')).toMatchObject({ missing: true });
});

test('a claim that a workload names has one arrow, from the workload, however many pods there are', () => {
  const deployment = (replicas: number) => `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: ${replicas}, template: {spec: {containers: [{image: a}], volumes: [{name: v, persistentVolumeClaim: {claimName: files}}]}}}}`;

  expect([0, 1, 2].map(replicas => arrowsOf(graphOf(deployment(replicas))))).toEqual(Array(3).fill(['Deployment web --> PersistentVolumeClaim files']));
});
