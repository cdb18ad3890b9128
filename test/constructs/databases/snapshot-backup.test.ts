import { Chart, Duration, Size, Testing } from 'cdk8s';
import {
  CassandraRing, MariaDbReplication, MongoReplicaSet, MySqlReplication, RedisReplication, SnapshotBackup, SnapshotBackupProps,
  StatefulApp, ZooKeeperEnsemble,
} from '../../../src';
import { checkManifests } from '../../../src/checks/run';
import { claimNameOf, claimTemplatesOf, podTemplateOf } from '../../../src/kubernetes/workload';
import { restrictedViolations } from '../../support/pod-security';
import { newChart, refusals } from '../../support/synth';

function synth(props: Partial<SnapshotBackupProps> = {}): any[] {
  const chart = newChart('data');
  new SnapshotBackup(chart, 'snapshots', { claimNames: ['data-db-0'], volumeSnapshotClassName: 'fast', ...props });
  return Testing.synth(chart);
}
const find = (manifests: any[], kind: string) => manifests.find(manifest => manifest.kind === kind);

test('a backup is taken every night, for 12 hours at most, and seven are kept', () => {
  const { spec } = find(synth(), 'CronJob');

  expect(spec).toMatchObject({ schedule: '0 3 * * *', concurrencyPolicy: 'Forbid', jobTemplate: { spec: { backoffLimit: 6, activeDeadlineSeconds: 43_200 } } });
  expect(spec.jobTemplate.spec.template.spec.containers[0].env).toContainEqual({ name: 'KEEP', value: '7' });
});

test('schedule, time zone, deadline and number can be chosen', () => {
  const { spec } = find(synth({ schedule: '0 * * * *', timeZone: 'Europe/Berlin', keep: 24, activeDeadline: Duration.minutes(50) }), 'CronJob');

  expect(spec).toMatchObject({ schedule: '0 * * * *', timeZone: 'Europe/Berlin', jobTemplate: { spec: { activeDeadlineSeconds: 3000 } } });
  expect(spec.jobTemplate.spec.template.spec.containers[0].env).toContainEqual({ name: 'KEEP', value: '24' });
});

test('its pods may list, create and delete snapshots in their namespace, and nothing else', () => {
  const manifests = synth();

  expect(find(manifests, 'Role').rules).toEqual([{ apiGroups: ['snapshot.storage.k8s.io'], resources: ['volumesnapshots'], verbs: ['list', 'create', 'delete'] }]);
  expect(find(manifests, 'RoleBinding')).toMatchObject({
    roleRef: { kind: 'Role', name: 'snapshots' },
    subjects: [{ kind: 'ServiceAccount', name: 'snapshots', namespace: 'data' }],
  });
  expect(find(manifests, 'CronJob').spec.jobTemplate.spec.template.spec.serviceAccountName).toBe('snapshots');
  expect(manifests.map(({ kind }) => kind)).not.toContain('ClusterRole');
});

describe.each([
  ['Redis', RedisReplication], ['ZooKeeper', ZooKeeperEnsemble], ['MariaDB', MariaDbReplication], ['MySQL', MySqlReplication],
  ['MongoDB', MongoReplicaSet], ['Cassandra', CassandraRing],
] as const)('of %s', (_, Preset) => {
  test('the claims are those that the members get', () => {
    const chart = newChart('data');
    const { claimNames } = new Preset(chart, 'db', { replicas: 5 });

    const set = Testing.synth(chart).find(({ kind }) => kind === 'StatefulSet')!;

    expect(claimNames).toEqual(claimTemplatesOf(set).flatMap(template => [0, 1, 2, 3, 4].map(ordinal => claimNameOf(template, 'db', ordinal))));
  });

  test('pods satisfy Pod Security restricted and pass every check', () => {
    const chart = newChart('data');
    new SnapshotBackup(chart, 'snapshots', { claimNames: new Preset(chart, 'db').claimNames, volumeSnapshotClassName: 'fast' });

    const manifests = Testing.synth(chart);

    expect(manifests.flatMap(manifest => podTemplateOf(manifest) ?? []).flatMap(restrictedViolations)).toEqual([]);
    expect(checkManifests(manifests).filter(({ severity }) => severity !== 'info').map(({ rule, path, message }) => ({ rule, path, message }))).toEqual([]);
  });
});

test('an app of one\'s own can be backed up, too', () => {
  const chart = newChart('data');
  const app = new StatefulApp(chart, 'files', { image: 'httpd:2.4.62', volumes: [{ name: 'data', mountPath: '/data', size: Size.gibibytes(1) }] });

  new SnapshotBackup(chart, 'snapshots', { claimNames: [app.claimName('data', 0)], volumeSnapshotClassName: 'fast' });

  expect(find(Testing.synth(chart), 'CronJob').spec.jobTemplate.spec.template.spec.containers[0].env).toContainEqual({ name: 'CLAIMS', value: 'data-files-0' });
});

test.each<[string, Partial<SnapshotBackupProps>, string]>([
  ['no claim', { claimNames: [] }, "'claimNames' must name a claim, got []"],
  ['one claim twice', { claimNames: ['a', 'b', 'a'] }, "'claimNames' names 'a' twice"],
  ['what no claim is called', { claimNames: ['Data 0'] }, "'claimNames[0]' must be the name of a PersistentVolumeClaim"],
  ['a claim with a name that is too long', { claimNames: ['a'.repeat(227)] }, "'claimNames' may hold 226 characters each"],
  ['no backup', { keep: 0 }, "'keep' must be a whole number from 1, got 0; write 'keep: 7'"],
  ['no class', { volumeSnapshotClassName: undefined }, "'volumeSnapshotClassName' is missing; write 'volumeSnapshotClassName: \"csi-snapshots\"'"],
  ['a schedule of four fields', { schedule: '0 3 * *' }, "'schedule' must be minute (0-59), hour (0-23)"],
])('%s is refused', (_, props, message) => {
  const chart = newChart('data');

  new SnapshotBackup(chart, 'snapshots', { claimNames: ['data-db-0'], volumeSnapshotClassName: 'fast', ...props });

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});

test('a chart without a namespace is refused, for rights are given in one', () => {
  const chart = new Chart(Testing.app(), 'chart');

  new SnapshotBackup(chart, 'snapshots', { claimNames: ['data-db-0'], volumeSnapshotClassName: 'fast' });

  expect(refusals(chart)).toEqual([expect.stringContaining('snapshots can be taken only in a chart with a namespace')]);
});
