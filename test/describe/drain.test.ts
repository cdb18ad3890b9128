import { said, set, together, workload } from './support';

const drain = (text: string, options = {}) => said('drain', text, options);
const budget = (spec: string, name = 'db') => `{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: ${name}, namespace: shop}, spec: {selector: {matchLabels: {app: db}}, ${spec}}}`;

test.each([
  ['maxUnavailable: 1', 'Drains may evict 1 of 3 pods at a time (PodDisruptionBudget shop/db, maxUnavailable: 1); the next eviction waits until enough are ready again. Each has 30 s to stop.'],
  ['minAvailable: 1', 'Drains may evict 2 of 3 pods at a time (PodDisruptionBudget shop/db, minAvailable: 1)'],
  ['minAvailable: 50%', 'evict 1 of 3 pods'],
  ['maxUnavailable: 0', 'A drain never evicts a pod: PodDisruptionBudget shop/db (maxUnavailable: 0) allows no disruption of 3 pods.'],
  ['maxUnavailable: 1', 'a broken pod can make a drain wait.'],
  ['maxUnavailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow', 'Pods that are not ready may always be evicted.'],
])('%s', (spec, expected) => {
  expect(drain(together(set(), budget(spec)))).toContain(expected);
});

test('a budget that blocks needs a human', () => {
  expect(said('human', together(set(), budget('minAvailable: 3')))).toContain('When a drain waits: delete the pod yourself when its loss is acceptable, or change PodDisruptionBudget shop/db.');
});

test('two budgets stop every eviction', () => {
  expect(drain(together(set(), budget('maxUnavailable: 1'), budget('maxUnavailable: 1', 'two')))).toContain('PodDisruptionBudget shop/db and PodDisruptionBudget shop/two select the same pods: every eviction is refused');
});

test('no budget', () => {
  expect(drain(set())).toContain('No PodDisruptionBudget: a drain stops all pods on its node at once, and drains of several nodes all 3.');
  expect(drain(set({ replicas: 1 }))).toContain('A drain stops the only pod');
  expect(drain(set({ replicas: 0 }))).toBe('');
});

test('what kubectl wants to be told', () => {
  expect(drain(set({ pod: 'volumes: [{name: a, emptyDir: {}}]' }))).toContain('--delete-emptydir-data');
  expect(drain(set())).not.toContain('--delete-emptydir-data');
  expect(drain(workload('DaemonSet'))).toContain('--ignore-daemonsets');
  expect(drain('{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a}]}}')).toContain('--force');
  expect(drain(workload('Job'))).toBe('A drain stops a pod that runs; another one begins anew elsewhere.');
});
