import { Chart, Testing } from 'cdk8s';
import { checkManifests } from '../../../src/checks/run';
import { Backup } from '../../../src/constructs/databases/backup';
import { MariaDbReplication } from '../../../src/constructs/databases/mariadb/mariadb-replication';
import { RestoreCheck } from '../../../src/constructs/databases/restore-check';
import { S3Location } from '../../../src/constructs/databases/s3-location';
import { Task } from '../../../src/constructs/task';
import { newChart, refusals } from '../../support/synth';

const S3: S3Location = { bucket: 'backups', credentialsSecret: 'login' };

function backupIn(chart: Chart, s3?: S3Location): Backup {
  return new Backup(chart, 'nightly', { database: new MariaDbReplication(chart, 'db', { passwordSecret: 'auth', tlsSecret: 'tls' }), s3 });
}

function podOf(chart: Chart, job: string): any {
  const { kind, spec } = Testing.synth(chart).find(({ kind: one, metadata }) => /Job$/.test(one) && metadata.name === job)!;
  return (kind === 'CronJob' ? spec.jobTemplate.spec : spec).template.spec;
}

const variablesOf = ({ env }: any) => Object.fromEntries(env.map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom?.secretKeyRef]));

test('the database is dumped first, and only the last container knows the bucket, which does not know the password', () => {
  const chart = newChart();
  backupIn(chart, S3);

  const { initContainers, containers } = podOf(chart, 'nightly');

  const [dump, send] = [...initContainers, ...containers];
  expect([dump.name, send.name, initContainers.length]).toEqual(['dump-database', 'nightly', 1]);
  expect(JSON.stringify(dump)).not.toMatch(/login|RCLONE/);
  expect(JSON.stringify(send.env)).not.toContain('auth');
  expect([dump.command, send.command]).toEqual([expect.arrayContaining(['/scripts/backup.sh']), ['sh', '/scripts/s3.sh', 'upload']]);
});

test.each([
  ['AWS', S3, { PROVIDER: 'AWS', ENDPOINT: undefined, REGION: 'us-east-1', FORCE_PATH_STYLE: 'false' }, 's3:backups/nightly'],
  ['another server', { ...S3, endpoint: 'https://s3.example.com', region: 'eu' }, { PROVIDER: 'Other', ENDPOINT: 'https://s3.example.com', REGION: 'eu', FORCE_PATH_STYLE: 'true' }, 's3:backups/nightly'],
  ['a password', { ...S3, prefix: 'a/b', pathStyle: true, encryptionSecret: 'seal' }, { PROVIDER: 'AWS', ENDPOINT: undefined, REGION: 'us-east-1', FORCE_PATH_STYLE: 'true' }, 'crypt:backups/a/b'],
])('rclone is told of %s', (_, s3, settings, remote) => {
  const chart = newChart();
  backupIn(chart, s3);

  const variables = variablesOf(podOf(chart, 'nightly').containers[0]);

  expect(Object.fromEntries(Object.keys(settings).map(key => [key, variables[`RCLONE_CONFIG_S3_${key}`]]))).toEqual(settings);
  expect(variables.REMOTE).toBe(remote);
  expect(variables.RCLONE_CONFIG_S3_SECRET_ACCESS_KEY).toEqual({ name: 'login', key: 'AWS_SECRET_ACCESS_KEY' });
  expect(variables.ENCRYPTION_PASSWORD).toEqual(s3 === S3 || !('encryptionSecret' in s3) ? undefined : { name: 'seal', key: 'password' });
  expect([variables.S3_KEEP, variables.RCLONE_CONFIG_S3_NO_CHECK_BUCKET]).toEqual([undefined, 'true']);
});

test('a check from the bucket brings a backup to a place of its own, restores it, and remembers that', () => {
  const chart = newChart();
  new RestoreCheck(chart, 'check', { backup: backupIn(chart, { ...S3, keep: 3 }), fromS3: true });

  const { initContainers, containers, volumes } = podOf(chart, 'check');

  expect([...initContainers, ...containers].map(({ command }: any) => command.slice(0, 3))).toEqual([
    ['sh', '/scripts/s3.sh', 'newest'], ['sh', '/scripts/restore-check.sh', 'sh'], ['sh', '/scripts/s3.sh', 'proven'],
  ]);
  expect(volumes.filter((volume: any) => volume.persistentVolumeClaim)).toEqual([]);
});

test('all of it passes the checks', () => {
  const chart = newChart('data');
  const backup = backupIn(chart, { ...S3, encryptionSecret: 'seal' });
  new RestoreCheck(chart, 'check', { backup, fromS3: true });
  new Task(chart, 'fetch', backup.fetchTask('20260131T030000Z'));

  const findings = checkManifests(Testing.synth(chart), { environment: { objects: [{ kind: 'Namespace', name: 'data' }] } });

  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(podOf(chart, 'fetch').volumes).toContainEqual({ name: 'backups', persistentVolumeClaim: { claimName: 'nightly-backups' } });
});

test.each([
  ['credentialsSecret', undefined, "'s3.credentialsSecret'"],
  ['bucket', 'My_Bucket', "'s3.bucket' must be lower case letters"],
  ['prefix', '/a/', "'s3.prefix' must be letters"],
  ['endpoint', 's3.example.com', "'s3.endpoint' must be a URL without a path"],
  ['keep', 0, "'s3.keep' must be"],
])('%s cannot be %p', (prop, value, message) => {
  const chart = newChart();

  backupIn(chart, { ...S3, [prop]: value });

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});

test('without a bucket nothing can be brought from it', () => {
  const chart = newChart();
  const backup = backupIn(chart);

  new RestoreCheck(chart, 'check', { backup, fromS3: true });

  expect(refusals(chart)).toEqual(["[chart/check] 'fromS3' needs a Backup with 's3'; give it a bucket or remove 'fromS3'"]);
  expect(() => backup.fetchTask('20260131T030000Z')).toThrow("Backup 'nightly' has no bucket");
});
