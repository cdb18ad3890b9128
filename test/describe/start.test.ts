import { said, set, together, workload } from './support';

const start = (text: string, options = {}) => said('start', text, options);
const human = (text: string) => said('human', text);

test('pods start in order, or at once', () => {
  expect(start(set())).toContain('Pods start one after another: db-0 first, and db-1 when db-0 is ready.');
  expect(start(set({ spec: '  minReadySeconds: 30' }))).toContain('when db-0 has been ready for 30 s.');
  expect(start(set({ spec: '  podManagementPolicy: Parallel' }))).toContain('All pods start at once.');
  expect(start(set({ replicas: 1 }))).not.toContain('one after another');
  expect(start(set({ replicas: 0 }))).toBe('');
});

test('init containers run first, and sidecars stay', () => {
  const pod = 'initContainers: [{name: a, image: one}, {name: b, image: two, restartPolicy: Always}]';

  expect(start(set({ pod }))).toContain('In each pod run first, in this order: one (container a) to its end; two (container b), which keeps running.');
});

test.each([
  ['readinessProbe: {httpGet: {path: /ok, port: sql}, periodSeconds: 5}', 'The container is ready while GET /ok on port sql succeeds, asked every 5 s.'],
  ['readinessProbe: {tcpSocket: {port: 5432}}', 'while a connection to port 5432 succeeds, asked every 10 s.'],
  ['readinessProbe: {exec: {command: [a, b]}}', 'while `a b` succeeds'],
  ['readinessProbe: {grpc: {port: 1}}', 'while the gRPC health check on port 1 succeeds'],
  ['livenessProbe: {tcpSocket: {port: 1}, periodSeconds: 20, failureThreshold: 6}', 'is restarted when a connection to port 1 has failed for 2 minutes.'],
  ['startupProbe: {tcpSocket: {port: 1}}', 'is restarted if a connection to port 1 has not succeeded within 30 s of its start'],
])('%s', (container, expected) => {
  expect(start(set())).toContain('The container counts as ready as soon as it runs: it has no readiness probe.');
  expect(start(set({ container }))).toContain(expected);
});

test('a long command is cut', () => {
  expect(start(set({ container: `readinessProbe: {exec: {command: [${'x'.repeat(100)}]}}` }))).toContain(`\`${'x'.repeat(60)}…\``);
});

const READS = 'envFrom: [{secretRef: {name: login}}]';
const SECRET = '{apiVersion: v1, kind: Secret, metadata: {name: login, namespace: shop}}';

test('pods wait for what they read', () => {
  expect(start(together(set({ container: READS }), SECRET))).toContain('Its pods read Secret login, without which they do not start; the manifests bring it.');
  expect(start(set({ container: READS }))).toContain('Its pods do not start without Secret login, which is not among the manifests.');
  expect(human(set({ container: READS }))).toContain('Before the first start: make sure that Secret login exists; the manifests do not bring it.');
  expect(start(set({ container: 'envFrom: [{secretRef: {name: login, optional: true}}]' }))).not.toContain('login');
});

test('a Job that may create Secrets may have made it', () => {
  const rights = (verb: string) => together(
    '{apiVersion: v1, kind: ServiceAccount, metadata: {name: maker, namespace: shop}}',
    `{apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: maker, namespace: shop}, rules: [{apiGroups: [""], resources: [secrets], verbs: [${verb}]}]}`,
    '{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: maker, namespace: shop}, roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: maker}, subjects: [{kind: ServiceAccount, name: maker, namespace: shop}]}');
  const job = workload('Job', { pod: 'serviceAccountName: maker' });

  expect(start(together(set({ container: READS }), job, rights('create')))).toContain('Job shop/web may create Secrets here: whether it makes this one is not known from the manifests.');
  expect(human(together(set({ container: READS }), job, rights('create')))).toContain('exists, or that Job shop/web has made it.');
  expect(start(together(set({ container: READS }), job, rights('get')))).not.toContain('may create');

  const told = job.replaceAll('name: web', 'name: told').replace('containers: [{', 'containers: [{args: [--secret=login], ');
  expect(start(together(set({ container: READS }), job, told, rights('create')))).toContain('Its pods do not start before Job shop/told has made Secret login: the Job gets this name.');
  expect(human(together(set({ container: READS }), job, told, rights('create')))).not.toContain('login');
  expect(start(together(set({ container: READS }), told, rights('get')))).toContain('Secret login, which is not among the manifests.');
  const either = together(set({ container: READS }), told, told.replaceAll('name: told', 'name: again'), rights('create'));
  expect(start(either)).toContain('Its pods do not start before Job shop/told or Job shop/again has made Secret login: the Jobs get this name.');

  const operator = workload('Deployment', { pod: 'serviceAccountName: maker' }).replace('containers: [{', 'containers: [{args: [--secret=login], ');
  expect(start(together(set({ container: READS }), operator, rights('create')))).toContain('Deployment shop/web may create Secrets here, and gets this name.');
});

test.each([
  ['', 'An update replaces pods from db-2 down to db-0, one at a time, each ready before the next. A pod that never gets ready stops the update.'],
  ['  updateStrategy: {type: OnDelete}', 'An update of the StatefulSet changes no pod that runs (OnDelete).'],
  ['  updateStrategy: {rollingUpdate: {partition: 1}}', 'from db-2 down to db-1'],
  ['  updateStrategy: {rollingUpdate: {partition: 2}}', 'An update replaces db-2 alone.'],
  ['  updateStrategy: {rollingUpdate: {partition: 3}}', 'An update changes no pod: the partition, 3, is above db-2.'],
])('an update of a set with %s', (spec, expected) => {
  expect(start(set({ spec }))).toContain(expected);
});

test('whether maxUnavailable counts depends on the version', () => {
  const text = set({ spec: '  podManagementPolicy: Parallel\n  updateStrategy: {rollingUpdate: {maxUnavailable: 2}}' });

  expect(start(text, { version: '1.37' })).toContain('up to 2 at a time');
  expect(start(text, { version: '1.34' })).toContain('maxUnavailable: 2 does nothing on Kubernetes 1.34.');
});

test.each([
  ['replicas: 4', 'An update starts up to 1 new pod more, and keeps 3 of 4 ready.'],
  ['replicas: 4, strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0}}', 'up to 0 new pods more, and keeps 3 of 4 ready.'],
  ['replicas: 1', 'An update starts the new pod, and stops the old one when the new one is ready.'],
  ['replicas: 2, strategy: {type: Recreate}', 'An update stops all pods before the first new one starts'],
  ['replicas: 2, paused: true', 'The Deployment is paused: an update changes no pod.'],
])('an update of a Deployment with %s', (spec, expected) => {
  expect(start(workload('Deployment', { spec }))).toContain(expected);
});

test('an update of a DaemonSet', () => {
  expect(start(workload('DaemonSet'))).toContain('An update stops 1 of its pods at a time');
  expect(start(workload('DaemonSet', { spec: 'updateStrategy: {type: OnDelete}' }))).toContain('OnDelete');
});

test('a pod has time to stop', () => {
  expect(start(set())).toContain('A pod that is told to stop has 30 s before it is killed.');
  expect(start(set({ pod: 'terminationGracePeriodSeconds: 300' }))).toContain('has 5 minutes before it is killed.');
});
