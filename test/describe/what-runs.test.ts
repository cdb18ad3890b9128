import { facts, manifests, said, set, together, workload } from './support';
import { isServed, summaryOf } from '../../src/describe/what-runs';

const runs = (text: string, options = {}) => said('runs', text, options);

test.each([
  [set(), 'StatefulSet shop/db runs 3 pods, db-0 to db-2, each with example.com/db:1.'],
  [set({ replicas: 2 }), 'runs 2 pods, db-0 and db-1, each with'],
  [set({ replicas: 1 }), 'runs 1 pod, db-0, with example.com/db:1.'],
  [set({ replicas: 0 }), 'is scaled to 0, so no pod runs.'],
  [set({ spec: '  ordinals: {start: 5}' }), 'runs 3 pods, db-5 to db-7,'],
  [workload('Deployment', { spec: 'replicas: 2' }), 'Deployment shop/web runs 2 interchangeable pods, each with example.com/web:1.'],
  [workload('Deployment', { spec: 'replicas: 0' }), 'is scaled to 0, so no pod runs.'],
  [workload('DaemonSet'), 'runs one pod on each node that it fits on, with example.com/web:1.'],
  [workload('Job', { spec: 'completions: 4' }), 'runs to its end 4 times, with'],
  [workload('Job', { spec: 'suspend: true' }), 'is suspended: it runs when somebody resumes it'],
  [workload('Job', { spec: 'backoffLimit: 2' }), 'A pod that fails is tried again, 2 times at most'],
  [workload('Job', { spec: 'activeDeadlineSeconds: 600' }), 'It is stopped, and has failed, after 10 minutes.'],
  [workload('Job', { spec: 'ttlSecondsAfterFinished: 60' }), 'It is deleted 60 s after its end'],
  ['{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: b}]}}', 'Pod default/a is one pod that no controller looks after, with b.'],
])('%# says how many pods run, and of what', (text, expected) => {
  expect(runs(text)).toContain(expected);
});

test.each([
  ['', 'starts a pod at 0 3 * * * (time zone of the controller manager, not known from the manifests)', 'even while the last one still runs'],
  ['timeZone: Etc/UTC, concurrencyPolicy: Forbid', '0 3 * * * (Etc/UTC)', 'A run is left out while the last one still runs'],
  ['concurrencyPolicy: Replace', 'starts a pod', 'stops the last one if it still runs'],
  ['suspend: true', 'is suspended: its schedule, 0 3 * * *, starts nothing', ''],
])('a CronJob with %s', (spec, ...expected) => {
  const text = runs(`{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {schedule: "0 3 * * *", ${spec && `${spec}, `}jobTemplate: {spec: {template: {spec: {containers: [{name: a, image: b}]}}}}}}`);

  for (const words of expected) { expect(text).toContain(words); }
});

test('a sidecar is named where the version has sidecars', () => {
  const text = set({ pod: 'initContainers: [{name: proxy, image: proxy:1, restartPolicy: Always}]' });

  expect(runs(text)).toContain('Beside them runs the sidecar proxy:1 (container proxy).');
  expect(runs(text, { version: '1.28' })).not.toContain('sidecar');
});

test('an autoscaler decides how many pods run', () => {
  const scaler = '{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: s, namespace: shop}, spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}, minReplicas: 2, maxReplicas: 6}}';

  expect(runs(together(workload('Deployment'), scaler))).toContain('runs 2 to 6 interchangeable pods');
  expect(runs(together(workload('Deployment', { spec: 'replicas: 4' }), scaler))).toContain('between 2 and 6; each apply of the manifests sets it back to 4.');
});

test.each([
  ['metadata: {name: db, namespace: shop}', 'metadata: {name: db, namespace: shop, annotations: {cdk8s-stateful/quorum: majority}}', '2 of 3 members must run, so it bears the loss of 1'],
  ['image: "example.com/db:1"', 'image: "etcd:3.5"', 'etcd:3.5 decides by majority'],
])('%# a majority', (from, to, expected) => {
  expect(runs(set())).not.toContain('majority');
  expect(runs(set().replace(from, to))).toContain(expected);
});

test.each([
  ['nodeSelector: {disk: ssd}', 'It runs only on nodes with disk=ssd.'],
  ['nodeName: a', 'It runs on node a and on no other.'],
  ['hostNetwork: true', 'Its pods use the network of their node'],
  ['affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: gpu, operator: Exists}]}]}}}', 'It runs only on nodes with gpu Exists.'],
])('%s', (pod, expected) => {
  expect(runs(set())).not.toContain(expected);
  expect(runs(set({ pod }))).toContain(expected);
});

test('what is reserved, and what nobody reserves', () => {
  const least = 'Its pods reserve neither CPU nor memory';

  expect(runs(set())).toContain(least);
  expect(runs(set({ container: 'resources: {requests: {cpu: 1}, limits: {memory: 2Gi}}' }))).toContain('The container has 1 CPU and 2Gi memory reserved and is killed above 2Gi of memory.');
  expect(runs(together(set(), '{apiVersion: v1, kind: LimitRange, metadata: {name: a, namespace: shop}}'))).not.toContain(least);
});

test('what the API server does not take runs nowhere', () => {
  const old = set().replace('apps/v1', 'apps/v1beta1');

  expect(runs(old)).toContain('Kubernetes 1.36 does not take it: it has no StatefulSet in apps/v1beta1.');
  expect(said('human', old)).toContain('Before the first start: write StatefulSet shop/db for an apiVersion that Kubernetes 1.36 has.');
  expect(isServed(manifests(set())[0], facts(''))).toBe(true);
});

test('one line for the overview', () => {
  const all = facts(set());

  const two = facts(set().replace('containers: [', 'containers: [{name: copy, image: "example.com/db:1"}, '));

  expect(summaryOf(all.references.pods.all[0], all)).toBe('StatefulSet shop/db runs 3 pods, db-0 to db-2: example.com/db:1, 3 claims');
  expect(summaryOf(two.references.pods.all[0], two)).toContain('db-0 to db-2: example.com/db:1, 3 claims');
});
