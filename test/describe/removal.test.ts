import { said, set, together, workload } from './support';

const removal = (text: string, options = {}) => said('removal', text, options);
const human = (text: string) => said('human', text);
const DELETES = '  persistentVolumeClaimRetentionPolicy: {whenScaled: Delete, whenDeleted: Delete}';
const CLASS = (policy: string) => `{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: d, reclaimPolicy: ${policy}}`;
const annotated = (text: string, annotation: string) => text.replace('metadata: {name: db, namespace: shop}', `metadata: {name: db, namespace: shop, annotations: {${annotation}}}`);

test('claims stay when a set is scaled down or deleted', () => {
  expect(removal(set())).toContain('Scaled down by one, db-2 goes first. Claim data-db-2 stays (whenScaled: Retain): scaled up again, db-2 gets its old data back.');
  expect(removal(set())).toContain('its pods go in no order. data-db-0 to data-db-2 stay (whenDeleted: Retain): a StatefulSet db that is made anew finds its data.');
  expect(removal(set({ replicas: 1 }))).toContain('Scaled to 0, no pod is left. Claim data-db-0 stays');
  expect(removal(set({ replicas: 0 }))).toContain('no pod is left to go. data-db-0 stays');
});

test('claims go where the set says so, and the class says what becomes of the data', () => {
  expect(removal(together(set({ spec: DELETES }), CLASS('Delete')))).toContain('With it goes claim data-db-2 (whenScaled: Delete); then its data is deleted (class fast: reclaimPolicy Delete).');
  expect(removal(together(set({ spec: DELETES }), CLASS('Retain')))).toContain('then the data is kept (class fast: reclaimPolicy Retain).');
  expect(human(together(set({ spec: DELETES }), CLASS('Delete')))).toContain('Before it is scaled down: save the data of data-db-2');
  expect(human(together(set({ spec: DELETES }), CLASS('Retain')))).not.toContain('Before it is scaled down');
});

test.each([
  [[], 'is kept or deleted, which is not known from the manifests (no reclaim policy is written down).'],
  [[CLASS('Delete')], 'When namespace shop or a claim is deleted, the data of data-db-0 to data-db-2 is deleted (class fast: reclaimPolicy Delete).'],
  [[CLASS('Retain')], 'is kept (class fast: reclaimPolicy Retain).'],
])('%# the end of a claim', (texts, expected) => {
  expect(removal(together(set(), ...texts))).toContain(expected);
});

test('what is kept is given to nobody', () => {
  expect(human(together(set(), CLASS('Retain')))).toContain('remove claimRef from the PersistentVolume');
  expect(human(together(set(), CLASS('Delete')))).toContain('Before namespace shop or a claim is deleted: save the data of data-db-0 to data-db-2.');
});

test('members leave first where somebody says how', () => {
  expect(human(annotated(set(), 'cdk8s-stateful/decommission: leave now'))).toContain('`kubectl exec -n shop db-2 -- leave now`, and wait for its end.');
  expect(removal(annotated(set(), 'cdk8s-stateful/decommission: none'))).toContain('Members leave by themselves when they are scaled down.');
  expect(removal(set().replace('example.com/db:1', 'etcd:3.5'))).toContain('A member that is only scaled away still counts: 2 of 3 must run.');
  expect(removal(set())).not.toMatch(/[Mm]ember/);
});

test('a deployer may keep what is gone from the manifests', () => {
  expect(removal(annotated(set(), 'helm.sh/resource-policy: keep'))).toContain('Helm (helm.sh/resource-policy: keep) keeps it');
});

test('other workloads', () => {
  const claim = 'volumes: [{name: a, persistentVolumeClaim: {claimName: c}}]';

  expect(removal(workload('Deployment', { spec: 'replicas: 2', pod: claim }))).toBe('Scaled down, any of its pods may go.\nWhen the Deployment is deleted, its pods go. Claim c stays.');
  expect(removal(workload('DaemonSet'))).toBe('When the DaemonSet is deleted, its pods go.');
  expect(removal('{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a}]}}')).toBe('When it is deleted, it is gone.');
});
