import { releasedPods, restartedOrdinals, rolloutOf } from '../../../src/diff/changes/rollout';
import { object, statefulSet } from '../support';

const deployment = (spec: object) => object('apps/v1', 'Deployment', { spec });
const daemonSet = (updateStrategy: object) => object('apps/v1', 'DaemonSet', { spec: { updateStrategy } });

test.each([
  ['one pod', statefulSet({ replicas: 1 }), 'restart', 'pod 0 restarts'],
  ['a partition', statefulSet({ updateStrategy: { rollingUpdate: { partition: 1 } } }), 'restart', 'pods 2 down to 1'],
  ['a partition above all pods', statefulSet({ updateStrategy: { rollingUpdate: { partition: 9 } } }), 'in-place', 'keeps every pod'],
  ['a set of none', statefulSet({ replicas: 0 }), 'in-place', 'no pods run'],
  ['a Deployment', deployment({ replicas: 2, strategy: { rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } } }), 'restart', 'at most 0 missing and 1 too many'],
  ['a Deployment that recreates', deployment({ replicas: 2, strategy: { type: 'Recreate' } }), 'restart', 'all 2 pods stop'],
  ['a Deployment of none', deployment({ replicas: 0 }), 'in-place', 'no pods run'],
  ['a Deployment that is paused', deployment({ replicas: 2, paused: true }), 'in-place', 'is paused: no pod gets the new template'],
  ['a DaemonSet', daemonSet({ rollingUpdate: { maxUnavailable: '30%' } }), 'restart', 'node by node, at most 30%'],
  ['a DaemonSet with a surge', daemonSet({ rollingUpdate: { maxUnavailable: 0, maxSurge: '10%' } }), 'restart', 'a new pod starts beside the old one, which stops once the new one is Ready, on at most 10% nodes'],
  ['a DaemonSet with OnDelete', daemonSet({ type: 'OnDelete' }), 'in-place', 'OnDelete'],
  ['a CronJob', object('batch/v1', 'CronJob', {}), 'in-place', 'the next run'],
  ['a ReplicaSet', object('apps/v1', 'ReplicaSet', {}), 'in-place', 'only new pods'],
  ['a Job', object('batch/v1', 'Job', {}), 'in-place', 'not touched'],
])('a changed template of %s', (_, workload, effect, message) => {
  const rollout = rolloutOf(workload);

  expect(rollout.effect).toBe(effect);
  expect(rollout.message).toContain(message);
});

test.each([
  ['pods that come with it start with it', 3, 5, 'pods 2 down to 0 restart'],
  ['pods that go with it do not restart', 5, 2, 'pods 1 down to 0 restart'],
  ['of a set that slept nothing restarts', 0, 3, 'no pods run'],
])('a changed template and replicas: %s', (_, from, to, message) => {
  expect(rolloutOf(statefulSet({ replicas: to }), statefulSet({ replicas: from })).message).toContain(message);
});

test.each([
  ['all', {}, { from: 2, to: 0 }],
  ['those above a partition', { updateStrategy: { rollingUpdate: { partition: 1 } } }, { from: 2, to: 1 }],
  ['none with OnDelete', { updateStrategy: { type: 'OnDelete' } }, undefined],
  ['none of no replicas', { replicas: 0 }, undefined],
])('ordinals that restart: %s', (_, spec, expected) => {
  expect(restartedOrdinals(statefulSet(spec))).toEqual(expected);
});

const held = (updateStrategy: object, replicas = 3) => statefulSet({ replicas, updateStrategy });
const partition = (number: number) => held({ type: 'RollingUpdate', rollingUpdate: { partition: number } });

test.each([
  ['the partition falls to 0', partition(2), partition(0), 'pods 1 down to 0 take the newest template'],
  ['the partition falls by one', partition(2), partition(1), 'pod 1 takes the newest template'],
  ['the partition was above all pods', partition(9), partition(1), 'pods 2 down to 1'],
  ['OnDelete ends', held({ type: 'OnDelete' }), held({}), 'pods 2 down to 0'],
  ['the partition rises', partition(0), partition(2), undefined],
  ['the partition stays', partition(1), partition(1), undefined],
  ['no pods run', held({ type: 'OnDelete' }), held({}, 0), undefined],
  ['OnDelete begins', partition(2), held({ type: 'OnDelete' }), undefined],
  ['a Deployment is paused no longer', deployment({ paused: true }), deployment({}), 'it is paused no longer: the pods take the newest template'],
  ['a Deployment is paused', deployment({}), deployment({ paused: true }), undefined],
  ['a Deployment of none is paused no longer', deployment({ paused: true, replicas: 0 }), deployment({ replicas: 0 }), undefined],
])('when %s, the pods that were held back are told', (_, before, after, expected) => {
  const message = releasedPods({ before, after });

  expect(message).toEqual(expected === undefined ? undefined : expect.stringContaining(expected));
});
