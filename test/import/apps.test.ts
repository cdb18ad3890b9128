import { appKindOf } from '../../src/import/apps';
import { Name, codeOf } from '../../src/import/code';
import { Names, variableNames } from '../../src/import/names';
import { Shared } from '../../src/import/shared';
import { Manifest } from '../../src/kubernetes/manifest';

const TEMPLATE = { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'a', image: 'a:1' }] } };

function propsOf(apiVersion: string, kind: string, spec: object): string {
  const manifest: Manifest = { apiVersion, kind, metadata: { name: 'a' }, spec };
  const shared = new Shared(new Name('chart'), new Names(), variableNames());
  return codeOf(appKindOf(manifest)!.props(manifest, shared, undefined));
}

test.each([
  ['what is usual is not said', 'apps/v1', 'StatefulSet', { serviceName: 'a', replicas: 1, podManagementPolicy: 'OrderedReady', revisionHistoryLimit: 10 }, "{ selectorLabels: { app: 'a' }, image: 'a:1' }"],
  ['what is special is', 'apps/v1', 'StatefulSet', {
    serviceName: 'b', replicas: 0, podManagementPolicy: 'Parallel', minReadySeconds: 5, ordinals: { start: 1 }, updateStrategy: { type: 'OnDelete' }, persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' },
  }, [
    "serviceName: 'b'", 'replicas: 0', 'podManagementPolicy: PodManagementPolicy.PARALLEL', 'minReady: Duration.seconds(5)', 'startOrdinal: 1',
    'updateStrategy: UpdateStrategy.onDelete()', 'claimRetention: ClaimRetention.deleteWhenDeleted()',
  ]],
  ['a partition', 'apps/v1', 'StatefulSet', { updateStrategy: { rollingUpdate: { partition: 2 } } }, ['UpdateStrategy.rollingUpdate({ partition: 2 })']],
  ['an agent that does not run on control planes', 'apps/v1', 'DaemonSet', {}, "image: 'a:1', controlPlane: false }"],
  ['a Job', 'batch/v1', 'Job', { backoffLimit: 6, ttlSecondsAfterFinished: 60 }, ["selectorLabels: { app: 'a' }", 'ttlAfterFinished: Duration.seconds(60)']],
])('%s', (_, apiVersion, kind, spec, expected) => {
  const code = propsOf(apiVersion, kind, { selector: { matchLabels: { app: 'a' } }, template: TEMPLATE, ...spec });

  for (const part of [expected].flat()) { expect(code).toContain(part); }
});

test('a CronJob says when it runs', () => {
  const code = propsOf('batch/v1', 'CronJob', { schedule: '0 3 * * *', jobTemplate: { spec: { template: TEMPLATE } } });

  expect(code).toContain("schedule: '0 3 * * *'");
});

test('other kinds, and older versions of a group, have no construct', () => {
  const kinds = [['v1', 'Pod'], ['extensions/v1beta1', 'Deployment'], ['apps/v1', 'ReplicaSet']].map(([apiVersion, kind]) => appKindOf({ apiVersion, kind }));

  expect(kinds).toEqual([undefined, undefined, undefined]);
});
