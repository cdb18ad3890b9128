import { Duration, Size, Testing } from 'cdk8s';
import {
  Backup, BackupProps, IDumpable, ManifestCheck, MariaDbReplication, MongoReplicaSet, MySqlReplication, NfsStorage,
  RedisReplication, RestoreCheck, Storage, StorageClass,
} from '../../../src';
import { checkManifests } from '../../../src/checks/run';
import { Manifest } from '../../../src/kubernetes/manifest';
import { podTemplateOf } from '../../../src/kubernetes/workload';
import { restrictedViolations } from '../../support/pod-security';
import { newChart, refusals } from '../../support/synth';

const database: IDumpable = { dumpMethod: { image: 'store:1.2.3', user: 70, files: [], dumpCommand: ['dump', '--all'], restoreCommand: ['restore'] } };

function cronJobs(props: Partial<BackupProps> = {}): any {
  const chart = newChart('data');
  const backup = new Backup(chart, 'backup', { database, ...props });
  new RestoreCheck(chart, 'check', { backup });
  const manifests = Testing.synth(chart);
  const find = (kind: string, name: string) => manifests.find(manifest => manifest.kind === kind && manifest.metadata?.name === name) as any;
  return { manifests, backup: find('CronJob', 'backup'), check: find('CronJob', 'check'), claim: find('PersistentVolumeClaim', 'backup-backups') };
}
const podOf = (cronJob: any) => cronJob.spec.jobTemplate.spec.template.spec;

test('a backup is taken every night, for 12 hours at most, and seven are kept on 20 GiB', () => {
  const { backup, claim } = cronJobs();

  expect(backup.spec).toMatchObject({ schedule: '0 3 * * *', concurrencyPolicy: 'Forbid', jobTemplate: { spec: { backoffLimit: 2, activeDeadlineSeconds: 43_200 } } });
  expect(podOf(backup).containers[0].env).toContainEqual({ name: 'KEEP', value: '7' });
  expect(claim.spec).toEqual({ accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } } });
});

test('a backup is checked every morning, for 12 hours at most, and may be eight days old', () => {
  const { check } = cronJobs();

  expect(check.spec).toMatchObject({ schedule: '0 6 * * *', concurrencyPolicy: 'Forbid', jobTemplate: { spec: { backoffLimit: 0, activeDeadlineSeconds: 43_200 } } });
  expect(podOf(check).containers[0].env).toEqual([{ name: 'MAX_AGE', value: String(8 * 24 * 3600) }]);
});

test('a backup and a check that start at the same time are told of, with both names', () => {
  const chart = newChart('data');
  const backup = new Backup(chart, 'backup', { database });
  new RestoreCheck(chart, 'check', { backup, schedule: '0 3 * * *' });

  const { findings } = ManifestCheck.of(Testing.synth(chart));

  expect(findings.filter(({ rule }) => rule === 'shared-claim').map(({ message }) => message)).toEqual([
    "CronJob 'check' and CronJob 'backup' start at the same time ('0 3 * * *') with the claim 'backup-backups', which is ReadWriteOnce: one waits for the other",
  ]);
});

test('the command of the database is run by the script that keeps what it dumps', () => {
  const { backup, check } = cronJobs();

  expect(podOf(backup).containers[0]).toMatchObject({ image: 'store:1.2.3', command: ['sh', '/scripts/backup.sh', 'dump', '--all'] });
  expect(podOf(check).containers[0]).toMatchObject({ image: 'store:1.2.3', command: ['sh', '/scripts/restore-check.sh', 'restore'] });
  expect(podOf(backup).securityContext).toMatchObject({ runAsUser: 70, fsGroup: 70 });
});

test('the check mounts the claim of the backups, and an empty directory', () => {
  const { check } = cronJobs({ size: Size.gibibytes(5) });

  expect(podOf(check).volumes).toEqual(expect.arrayContaining([
    { name: 'backups', persistentVolumeClaim: { claimName: 'backup-backups' } },
    { name: 'scratch', emptyDir: { sizeLimit: '5Gi' } },
  ]));
});

test.each<[string, Storage, object]>([
  ['a claim that exists', Storage.existingClaim('vault'), { persistentVolumeClaim: { claimName: 'vault' } }],
  ['claims of the expected name', Storage.existingClaims(), { persistentVolumeClaim: { claimName: 'backup-backups' } }],
])('the check follows the backups to %s', (_, storage, volume) => {
  const { check } = cronJobs({ storage });

  expect(podOf(check).volumes).toContainEqual({ name: 'backups', ...volume });
});

test('a backup and its check pull images as their database does', () => {
  const chart = newChart();
  const redis = new RedisReplication(chart, 'db', { imagePullSecrets: ['registry'], image: 'registry.example.com/redis:8.2.1' });
  const backup = new Backup(chart, 'backup', { database: redis });
  new RestoreCheck(chart, 'check', { backup });

  const pods = (Testing.synth(chart) as Manifest[]).filter(({ kind }) => kind === 'CronJob').map(({ spec }) => spec.jobTemplate.spec.template.spec);

  expect(pods.map(({ imagePullSecrets, containers }) => [imagePullSecrets, containers[0].image])).toEqual(Array(2).fill([[{ name: 'registry' }], 'registry.example.com/redis:8.2.1']));
});

test('backups go to the storage that is given', () => {
  const chart = newChart('data');
  const kept = new StorageClass(chart, 'kept', { provisioner: 'disks.example.com' });

  new Backup(chart, 'backup', { database, storage: kept.storage });

  const claim = Testing.synth(chart).find(({ kind }) => kind === 'PersistentVolumeClaim')!;
  expect(claim.spec.storageClassName).toBe('kept');
});

test('an NFS server can hold backups', () => {
  const chart = newChart('data');
  const nfs = new NfsStorage(chart, 'nfs', { server: '192.168.1.21', path: '/backups' });
  const backup = new Backup(chart, 'backup', { database, storage: nfs.storage });
  new RestoreCheck(chart, 'check', { backup });

  const manifests = Testing.synth(chart);

  const claims = manifests.filter(({ kind }) => kind === 'CronJob').flatMap(cronJob => podOf(cronJob).volumes).filter(({ name }: any) => name === 'backups');
  expect(claims.map(({ persistentVolumeClaim }: any) => persistentVolumeClaim.claimName)).toEqual(['backup-backups', 'backup-backups']);
});

test.each<[string, Partial<BackupProps>, string]>([
  ['no backup', { keep: 0 }, "'keep' must be a whole number from 1, got 0; write 'keep: 7'"],
  ['half a backup', { keep: 2.5 }, 'got 2.5'],
  ['a directory that ends with its pod', { storage: Storage.emptyDir() }, 'got Storage.emptyDir()'],
  ['a volume that ends with its pod', { storage: Storage.ephemeral() }, 'got Storage.ephemeral()'],
  ['a schedule of four fields', { schedule: '0 3 * *' }, "'schedule' must be minute (0-59), hour (0-23)"],
])('%s is refused', (_, props, message) => {
  const chart = newChart('data');

  new Backup(chart, 'backup', { database, ...props });

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});

describe.each([
  ['Redis', RedisReplication, 'REDISCLI_AUTH'],
  ['MariaDB', MariaDbReplication, 'MYSQL_PWD'],
  ['MySQL', MySqlReplication, 'MYSQL_PWD'],
  ['MongoDB', MongoReplicaSet, 'MONGO_PASSWORD'],
] as const)('of %s', (_, Preset, password) => {
  const synth = (props = {}) => {
    const chart = newChart('data');
    const backup = new Backup(chart, 'backup', { database: new Preset(chart, 'db', props) });
    new RestoreCheck(chart, 'check', { backup, maxAge: Duration.days(2), size: Size.gibibytes(1) });
    return Testing.synth(chart);
  };
  const environment = (name: string, props = {}) => podOf(synth(props).find(({ kind, metadata }) => kind === 'CronJob' && metadata?.name === name)).containers[0].env;

  test('pods satisfy Pod Security restricted and pass every check', () => {
    const manifests = synth({ tlsSecret: 'tls' });

    expect(manifests.flatMap(manifest => podTemplateOf(manifest) ?? []).flatMap(restrictedViolations)).toEqual([]);
    expect(checkManifests(manifests, { environment: { objects: [{ kind: 'Secret', namespace: 'data', name: 'tls' }] } }).filter(({ severity }) => severity !== 'info').map(({ rule, path, message }) => ({ rule, path, message }))).toEqual([]);
  });

  test('the password is known to the dump and not to the check', () => {
    expect(environment('backup')).toContainEqual({ name: password, valueFrom: { secretKeyRef: { name: 'db-auth', key: 'password' } } });
    expect(environment('check')).toEqual([{ name: 'MAX_AGE', value: '172800' }]);
  });

  test('all members may be asked', () => {
    const hosts = environment('backup', { replicas: 5 }).find(({ name }: any) => name === 'HOSTS').value.split(' ');

    expect(hosts).toHaveLength(5);
    expect(hosts[4]).toBe('db-4.db-members.data.svc.cluster.local');
  });
});

test('a Backup without a database, or of something else, is refused', () => {
  const chart = newChart();

  new Backup(chart, 'one', {} as any);
  new Backup(chart, 'two', { database: 'redis', keep: '3' } as any);

  expect(refusals(chart)).toEqual([
    "[chart/one] 'database' is missing; write 'database: redis'",
    "[chart/two] 'database' must be a database with a dumpMethod, got 'redis'; write 'database: redis'",
    "[chart/two] 'keep' must be a number, got '3'; write 'keep: 3'",
  ]);
});

test('a RestoreCheck of no Backup, or with a number for a Duration, is refused', () => {
  const chart = newChart('data');
  const backup = new Backup(chart, 'backup', { database });

  new RestoreCheck(chart, 'one', {} as any);
  new RestoreCheck(chart, 'two', { backup: database, maxAge: 8 } as any);
  new RestoreCheck(chart, 'three', { backup, databse: 1 } as any);

  expect(refusals(chart)).toEqual([
    "[chart/one] 'backup' is missing; write 'backup: backup'",
    expect.stringContaining("[chart/two] 'backup' must be a Backup"),
    expect.stringContaining("[chart/two] 'maxAge' must be a Duration, got 8"),
    expect.stringContaining("[chart/three] there is no prop 'databse'"),
  ]);
});
