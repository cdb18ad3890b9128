import { facts, said, set, together, workload } from './support';
import { unreachableFor } from '../../src/describe/failures';

const failures = (text: string, options = {}) => said('failures', text, options);
const human = (text: string, options = {}) => said('human', text, options);

test.each([
  [set(), 'is made anew under its old name, such as db-0, and gets its own claims again.'],
  [set({ spec: '  ordinals: {start: 4}' }), 'such as db-4'],
  [set({ replicas: 1 }), 'Nothing answers in the meantime: there is no other.'],
  [workload('Deployment'), 'is replaced by a new one with another name.'],
  [workload('DaemonSet'), 'is made anew on its node.'],
  [workload('Job', { pod: 'restartPolicy: OnFailure' }), 'A container that fails is restarted in its pod'],
  ['{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a}]}}', 'is gone: nothing makes it anew'],
])('%# when a pod goes', (text, expected) => {
  expect(failures(text)).toContain(expected);
});

test('a workload that is scaled to nothing loses nothing', () => {
  expect(failures(set({ replicas: 0 }))).toBe('');
});

test.each([
  [set(), 'no second db-0 is made before the node is back, the node object is deleted, or its node has the taint node.kubernetes.io/out-of-service.'],
  [workload('Deployment'), 'When a node fails, new pods are started on others after 5 minutes.'],
  [workload('DaemonSet'), 'its pod is away until the node is back'],
  [workload('Deployment', { pod: 'tolerations: [{key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 30}]' }), 'after 30 s'],
  [workload('Deployment', { pod: 'tolerations: [{key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 0}]' }), 'at once'],
  [workload('Deployment', { pod: 'tolerations: [{operator: Exists}]' }), 'stay bound to it for ever'],
  [workload('Deployment', { pod: 'volumes: [{name: a, hostPath: {path: /a}}]' }), 'The data of /a lies on the disks of nodes'],
])('%# when a node fails', (text, expected) => {
  expect(failures(text)).toContain(expected);
});

test('the pods of a lost node need a human', () => {
  expect(human(set())).toContain('`kubectl taint nodes NODE node.kubernetes.io/out-of-service=nodeshutdown:NoExecute`');
  expect(human(workload('Deployment'))).toBe('');
});

test('how long a pod stays', () => {
  expect(unreachableFor(facts(set()).references.pods.all[0].template)).toBe(300);
});

test('a new pod may wait for a disk, and not for a directory of a server', () => {
  const claim = (mode: string) => `{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c, namespace: shop}, spec: {storageClassName: nfs, accessModes: [${mode}]}}`;
  const deployment = workload('Deployment', { pod: 'volumes: [{name: a, persistentVolumeClaim: {claimName: c}}]' });
  const nfs = '{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: nfs}, provisioner: nfs.csi.k8s.io, parameters: {server: files, share: /}}';

  expect(failures(together(deployment, claim('ReadWriteOnce')))).toContain('If the volume of c must be attached to a node (not known from the manifests), the new pod waits');
  expect(failures(together(deployment, claim('ReadWriteMany')))).not.toContain('must be attached');
  expect(failures(together(deployment, claim('ReadWriteOnce'), nfs))).not.toContain('must be attached');
});

const spread = (key: string, when: string) => `topologySpreadConstraints: [{maxSkew: 1, topologyKey: ${key}, whenUnsatisfiable: ${when}, labelSelector: {matchLabels: {app: db}}}]`;
const apart = (key: string) => `affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: ${key}, labelSelector: {matchLabels: {app: db}}}]}}`;

test.each([
  ['', 'Nothing keeps its pods on different nodes and zones: the loss of one may take all 3.'],
  [apart('kubernetes.io/hostname'), 'No two of its pods run on one node: the loss of a node takes one of 3.'],
  [apart('topology.kubernetes.io/zone'), 'No two of its pods run on one zone'],
  [apart('kubernetes.io/hostname').replace('app: db}', 'app: other}'), 'Nothing keeps its pods on different nodes and zones'],
  [spread('topology.kubernetes.io/zone', 'DoNotSchedule'), 'Its pods are spread over zones, with a difference of 1 at most'],
  [spread('kubernetes.io/hostname', 'ScheduleAnyway'), 'The scheduler tries to put its pods on different nodes'],
  [spread('kubernetes.io/hostname', 'ScheduleAnyway').replace('app: db', 'app: other'), 'Nothing keeps its pods on different nodes and zones'],
])('%s', (pod, expected) => {
  expect(failures(set({ pod }))).toContain(expected);
});

test('a majority must be spread', () => {
  const etcd = (pod: string) => set({ pod }).replace('example.com/db:1', 'etcd:3.5');

  expect(human(etcd(''))).toContain('spread the pods over nodes, for 2 of 3 must run.');
  expect(failures(etcd(apart('kubernetes.io/hostname')))).toContain('takes one of 3, and the majority stays');
});

test('volumes that may be bound to a zone', () => {
  expect(failures(set())).toContain('only if the volumes of data-db-0 to data-db-2 can be used there: not known from the manifests.');
});

test('when an NFS server goes', () => {
  const nfs = (options: string) => `{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: nfs.csi.k8s.io, parameters: {server: files, share: /}${options}}`;

  expect(failures(together(set(), nfs('')))).toContain('When NFS server files goes away, every read and write waits until it is back, no pod is moved, and no new pod starts. All 3 pods wait at once');
  expect(failures(together(set(), nfs(', mountOptions: [soft]')))).toContain('fail with an I/O error after some time (mount option soft)');
  expect(failures(set())).not.toContain('NFS');
  expect(human(together(set(), nfs('')))).toContain('When NFS server files is down: bring it back');
});
