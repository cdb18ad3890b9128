import { CLAIM, said, set, together, workload } from './support';

const data = (text: string) => said('data', text);
const WITH_CLAIM = workload('Deployment', { spec: 'replicas: 2', pod: 'volumes: [{name: a, persistentVolumeClaim: {claimName: files}}]', container: 'volumeMounts: [{name: a, mountPath: /files}]' });
const FILES = '{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: files, namespace: shop}, spec: {storageClassName: a, accessModes: [ReadWriteMany], resources: {requests: {storage: 5Gi}}}}';

test('each pod of a set has its claim', () => {
  expect(data(set())).toContain('Each pod has a claim of its own at /data: data-db-0 to data-db-2 (1Gi, ReadWriteOnce, on one node at a time).');
  expect(data(set({ replicas: 1 }))).toContain('The pod has claim data-db-0 at /data');
  expect(data(set({ replicas: 0 }))).toContain('Scaled up, each pod has a claim of its own at /data, such as data-db-0');
  expect(data(set({ claims: CLAIM.replace('1Gi', '9Gi') }))).toContain('(9Gi, ');
  expect(data(set({ claims: CLAIM.replace('ReadWriteOnce', 'ReadWriteOncePod') }))).toContain('ReadWriteOncePod, in one pod at a time');
  expect(data(set().replace('mountPath: /data', 'mountPath: /x'))).toContain('at /x');
  expect(data(set().replace('volumeMounts: [{name: data, mountPath: /data}]', 'volumeDevices: [{name: data, devicePath: /dev/x}]'))).toContain('at /dev/x');
  expect(data(set().replace('volumeMounts: [{name: data, mountPath: /data}]', 'tty: true'))).toContain('mounted nowhere');
});

test('several pods share a claim that is named', () => {
  expect(data(together(WITH_CLAIM, FILES))).toContain('All pods share claim files at /files (5Gi, ReadWriteMany, on many nodes at once).');
  expect(data(WITH_CLAIM)).toContain('All pods use PersistentVolumeClaim files, at /files. It is not among the manifests');
  expect(said('human', WITH_CLAIM)).toContain('make sure that PersistentVolumeClaim shop/files exists');
  expect(data(together(WITH_CLAIM, FILES, WITH_CLAIM.replaceAll('name: web', 'name: other')))).toContain('Claim files is also used by Deployment shop/other.');
});

test('who makes the volumes', () => {
  const maker = '{apiVersion: apps/v1, kind: Deployment, metadata: {name: disks, namespace: x}, spec: {template: {spec: {containers: [{name: a, image: a, env: [{name: PROVISIONER_NAME, value: d}]}]}}}}';
  const storageClass = '{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: d}';

  expect(data(together(set(), storageClass, maker))).toContain('Deployment x/disks makes the volumes: while it does not run, new claims wait, and existing ones go on.');
  expect(data(together(set(), storageClass))).not.toContain('makes the volumes:');
});

test.each([
  ['{name: v, emptyDir: {}}', 'What is written to /v is gone with the pod (emptyDir).'],
  ['{name: v, emptyDir: {medium: Memory}}', 'What is written to /v is kept in memory and is gone with the pod (emptyDir).'],
  ['{name: v, nfs: {server: files, path: /a}}', 'The pod has directory /a of NFS server files, mounted at /v.'],
  ['{name: v, nfs: {server: files, path: /a, readOnly: true}}', 'mounted at /v, read only.'],
  ['{name: v, hostPath: {path: /a}}', 'Each pod sees directory /a of its node at /v: it stays on that node and does not follow the pod.'],
  ['{name: v, ephemeral: {}}', 'Each pod gets a new, empty volume at /v, which is deleted with the pod.'],
])('%s', (volume, expected) => {
  const text = workload('Deployment', { spec: 'replicas: 1', pod: `volumes: [${volume}]`, container: 'volumeMounts: [{name: v, mountPath: /v}]' });

  expect(data(workload('Deployment'))).toBe('Its pods have no volume that outlives them: whatever they write is gone with the pod.');
  expect(data(text)).toContain(expected);
});

test('an image that writes beside its volumes', () => {
  const redis = workload('Deployment').replace('example.com/web:1', 'redis:8');

  expect(data(redis)).toContain('redis:8 by itself writes its data to /data, where no volume is: it is gone with the container.');
  expect(data(redis.replace('"redis:8"', '"redis:8", args: [--dir, /x]'))).not.toContain('by itself');
  expect(data(set().replace('example.com/db:1', 'redis:8'))).not.toContain('by itself');
});
