import { diff } from '../../../src/diff/diff';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest } from '../../../src/kubernetes/manifest';
import { found, object, podTemplate, statefulSet } from '../support';

const MODEL = ApiModel.of('1.36');
const changes = (before: Manifest, after: Manifest) => diff([before], [after], { model: MODEL }).changes;

describe('another order in a pod template', () => {
  const pod = (reversed: boolean, lists: Record<string, any[]>) =>
    Object.fromEntries(Object.entries(lists).map(([list, items]) => [list, reversed ? [...items].reverse() : items]));
  const container = (name: string) => ({ name, image: `${name}:1` });
  const LISTS: [list: string, of: (reversed: boolean) => Record<string, any>, path: string][] = [
    ['containers', reversed => podTemplate({}, pod(reversed, { containers: [container('a'), container('b')] })), 'containers'],
    ['initContainers', reversed => podTemplate({}, pod(reversed, { initContainers: [container('a'), container('b')] })), 'initContainers'],
    ['volumes', reversed => podTemplate({}, pod(reversed, { volumes: [{ name: 'a', emptyDir: {} }, { name: 'b', emptyDir: {} }] })), 'volumes'],
    ['variables', reversed => podTemplate(pod(reversed, { env: [{ name: 'A', value: '1' }, { name: 'B', value: '2' }] })), 'containers/0/env'],
  ];

  test.each(LISTS)('%s: the pods of a set restart', (_, of, path) => {
    expect(changes(statefulSet({ template: of(false) }), statefulSet({ template: of(true) }))).toMatchObject([{
      rule: 'pod-template', effect: 'restart', path: `/spec/template/spec/${path}`, message: expect.stringContaining('in another order; pods 2 down to 0 restart'),
    }]);
  });

  test('the pods of a ReplicaSet stay as they are', () => {
    const replicaSet = (reversed: boolean) => object('apps/v1', 'ReplicaSet', { spec: { selector: { matchLabels: { app: 'db' } }, template: LISTS[3][1](reversed) } });

    expect(changes(replicaSet(false), replicaSet(true))).toMatchObject([{ rule: 'pod-template', effect: 'in-place' }]);
  });

  test('a container that an admission plugin put between them moves nothing', () => {
    const template = (...names: string[]) => podTemplate({}, { containers: names.map(container) });
    const live = { ...statefulSet({ template: template('a', 'injected', 'b') }) };
    const applied = JSON.stringify(statefulSet({ template: template('a', 'b') }));
    live.metadata = { ...live.metadata, uid: 'u', annotations: { 'kubectl.kubernetes.io/last-applied-configuration': applied } };

    expect(changes(live, statefulSet({ template: template('a', 'b') }))).toEqual([]);
  });
});

test('the order of ports of a Service is nobody\'s business', () => {
  const service = (...ports: number[]) => object('v1', 'Service', { spec: { selector: { app: 'a' }, ports: ports.map(port => ({ name: `p${port}`, port })) } });

  expect(changes(service(80, 81), service(81, 80))).toEqual([]);
});

test.each<[string, Manifest, Manifest, string]>([
  ['a backup that is suspended', object('batch/v1', 'CronJob', { spec: { schedule: '@daily' } }), object('batch/v1', 'CronJob', { spec: { schedule: '@daily', suspend: true } }), 'no Job starts on its schedule any more'],
  ['a Job that goes on', object('batch/v1', 'Job', { spec: { suspend: true } }), object('batch/v1', 'Job', { spec: { suspend: false } }), 'its pods start'],
  ['a load balancer that goes', object('v1', 'Service', { spec: { type: 'LoadBalancer' } }), object('v1', 'Service', { spec: { type: 'ClusterIP' } }), 'the load balancer goes, and its address with it'],
])('%s', (_, before, after, message) => {
  expect(changes(before, after).map(change => change.message)).toContainEqual(expect.stringContaining(message));
});

test('a policy that is removed opens the pods that it selected', () => {
  const policy = object('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {} } });

  expect(diff([policy], [], { model: MODEL }).changes).toMatchObject([{ effect: 'access', message: expect.stringContaining('everybody reaches the pods') }]);
});

test('a CronJob runs by its new schedule, and a LimitRange counts for what is created from now on', () => {
  const cron = (timeZone?: string) => object('batch/v1', 'CronJob', { spec: { schedule: '0 2 * * *', timeZone, jobTemplate: { spec: { template: { spec: { containers: [] } } } } } });
  const range = (memory: string) => object('v1', 'LimitRange', { spec: { limits: [{ type: 'Container', max: { memory } }] } });

  expect(found('schedule', [cron()], [cron('Europe/Berlin')])).toMatchObject([{ effect: 'in-place', message: "the next Jobs start by '0 2 * * *' in Europe/Berlin" }]);
  expect(found('limits-of-namespace', [range('1Gi')], [range('2Gi')])).toMatchObject([{ effect: 'in-place', severity: 'info' }]);
});

test('a DaemonSet leaves nodes that do not fit any more', () => {
  const agents = (nodeSelector?: object) => object('apps/v1', 'DaemonSet', { spec: { template: podTemplate({}, { nodeSelector }) } });

  expect(changes(agents(), agents({ disk: 'ssd' })).map(({ message }) => message)).toEqual([expect.stringContaining('from nodes that do not fit any more the pod goes')]);
});

describe('a first class of a claim', () => {
  const claim = (spec: object, rest: object = {}) => object('v1', 'PersistentVolumeClaim', { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, ...spec }, ...rest });

  test.each([
    ['of a claim of which only the manifest is known, the default class may stand in the way', claim({}), 'takes this if the claim is of class \'fast\' already, or of none'],
    ['a claim in the cluster that has none gets it', claim({}, { status: { phase: 'Pending' } }), 'becomes one of class \'fast\''],
  ])('%s', (_, before, message) => {
    expect(changes(before, claim({ storageClassName: 'fast' }))).toMatchObject([{ rule: 'first-class', effect: 'in-place', message: expect.stringContaining(message) }]);
  });

  test('a class that another one follows is refused', () => {
    expect(changes(claim({ storageClassName: 'slow' }), claim({ storageClassName: 'fast' }))).toMatchObject([{ rule: 'claim-immutable' }]);
  });
});
