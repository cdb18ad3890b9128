import { Environment } from '../../../../src/manifest/environment';
import { findingsIn } from '../../findings';

const ZONE = 'topology.kubernetes.io/zone';

const spread = (topologyKey: string, whenUnsatisfiable: string, replicas = '') => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: main, image: "httpd:2.4.62"}]
      topologySpreadConstraints: [{maxSkew: 1, topologyKey: ${topologyKey}, whenUnsatisfiable: ${whenUnsatisfiable}, labelSelector: {matchLabels: {app: web}}}]`;

const found = (yaml: string, environment: Environment = {}) =>
  findingsIn(yaml, environment).filter(({ rule }) => rule === 'spread-ignores-nodes').map(({ severity, path }) => `${severity} ${path}`);

const AT = '/spec/template/spec/topologySpreadConstraints/0';

test("a soft constraint on zones turns the scheduler's own default off, where nodes have no zone", () => {
  expect(found(spread(ZONE, 'ScheduleAnyway'))).toEqual([`info ${AT}`]);
});

test('a label that was declared is on every node, and one that was not is missing then', () => {
  const yaml = spread(ZONE, 'ScheduleAnyway');

  expect(found(yaml, { nodeLabels: [ZONE] })).toEqual([]);
  expect(found(yaml, { nodeLabels: ['rack'] })).toEqual([`warning ${AT}`]);
});

test('every node has a name', () => {
  expect(found(spread('kubernetes.io/hostname', 'ScheduleAnyway'), { nodeLabels: [] })).toEqual([]);
});

test('one pod is on one node anyway', () => {
  expect(found(spread(ZONE, 'ScheduleAnyway', 'replicas: 1'))).toEqual([]);
});

test('nodes without the key of a DoNotSchedule constraint take no pod, and hide nothing', () => {
  expect(found(spread(ZONE, 'DoNotSchedule'))).toEqual([]);
});
