import { graphOf, set } from './support';

const podsOf = (text: string) => graphOf(text).nodes.filter(({ kind }) => kind === 'Pod').map(({ name }) => name);
const factsOf = (text: string, name: string) => graphOf(text).groups.find(group => group.name === name)!.lines;

test('a pod for each ordinal, from left to right, and one box for many', () => {
  expect(podsOf(set('db', 3))).toEqual(['db-0', 'db-1', 'db-2']);
  expect(podsOf(set('db', 60))).toEqual(['db-0', 'db-1', 'db-2 … db-58', 'db-59']);
  expect(podsOf(set('db', 2, { spec: '  ordinals: {start: 5}' }))).toEqual(['db-5', 'db-6']);
  expect(podsOf(set('db', 0))).toEqual([]);
});

test('pods without ordinals are one box', () => {
  expect(podsOf('{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 4, template: {spec: {containers: [{image: a}]}}}}')).toEqual(['web ×4']);
});

test('a pod says its name in the DNS, its images and its ports', () => {
  expect(graphOf(set('db', 1)).nodes.find(({ name }) => name === 'db-0')!.lines).toEqual(['db-0.db', 'redis:8 :redis']);
});

test('a workload says what holds for all its pods', () => {
  const budget = '\n---\n{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: db, namespace: shop}, spec: {maxUnavailable: 1, selector: {matchLabels: {app: db}}}}';
  const spread = 'topologySpreadConstraints: [{maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: db}}}]';

  expect(factsOf(set('db', 3, { pod: spread }) + budget, 'db')).toEqual(['at most 1 evicted at a time', 'spread over zones, or not started', 'open to every pod']);
  expect(factsOf(set('db', 0), 'db')).toContain('scaled to nothing');
});

test('a CronJob says when it runs', () => {
  const job = '{apiVersion: batch/v1, kind: CronJob, metadata: {name: backup}, spec: {schedule: "0 3 * * *", jobTemplate: {spec: {template: {spec: {containers: [{image: a}]}}}}}}';

  expect(factsOf(job, 'backup')).toEqual(['runs at 0 3 * * *']);
});
