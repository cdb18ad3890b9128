import { Duration, Size } from 'cdk8s';
import { Backup, BackupProps, PostgreSqlCluster, PostgreSqlWalArchive, PostgreSqlWalArchiveProps, Task } from '../../../../src';
import { checkManifests } from '../../../../src/checks/run';
import { Manifest } from '../../../../src/kubernetes/manifest';
import { podTemplateOf } from '../../../../src/kubernetes/workload';
import { mayConnect } from '../../../support/network-policies';
import { restrictedViolations } from '../../../support/pod-security';
import { newChart, refusals, synth } from '../../../support/synth';

function all(props: Partial<PostgreSqlWalArchiveProps> = {}): Manifest[] {
  const chart = newChart('data');
  const database = new PostgreSqlCluster(chart, 'db', { tlsSecret: 'tls' });
  const archive = new PostgreSqlWalArchive(chart, 'db-wal', { database, ...props });
  const backup = new Backup(chart, 'db-backup', { database });
  new Task(chart, 'db-restore', archive.restoreTask(backup, '20260131T030000Z', '2026-01-31 11:59:00+00'));
  return synth(chart);
}

const named = (manifests: Manifest[], name: string): any => manifests.find(({ kind, metadata }) => /^(StatefulSet|Job)$/.test(kind!) && metadata!.name === name);

test('the log has a volume of its own, one pod that writes to it, and a slot', () => {
  const { spec } = named(all({ keep: Duration.hours(1), size: Size.gibibytes(9) }), 'db-wal');

  const [{ env }] = spec.template.spec.containers;
  expect(spec.volumeClaimTemplates.map(({ metadata, spec: claim }: any) => [metadata.name, claim.resources.requests.storage])).toEqual([['wal', '9Gi']]);
  expect(env).toEqual(expect.arrayContaining([{ name: 'SLOT', value: 'db_wal' }, { name: 'KEEP', value: '60' }, { name: 'PGHOST', value: 'db.data.svc.cluster.local' }]));
  expect(env.find(({ name }: any) => name === 'PGPASSWORD').valueFrom.secretKeyRef).toEqual({ name: 'db-auth', key: 'replication' });
});

test('it reaches the primary, and knows the password of nobody else', () => {
  const manifests = all();
  const pod = (name: string) => ({ namespace: 'data', labels: podTemplateOf(named(manifests, name))!.metadata!.labels });

  expect(mayConnect(manifests, pod('db-wal'), pod('db'), 5433)).toBe(true);
  expect(JSON.stringify(named(manifests, 'db-wal'))).not.toContain('"key":"password"');
});

test('a restore has the claims of the first member, of the log and of the backups, and tries once', () => {
  const { spec } = named(all(), 'db-restore');

  const claims = spec.template.spec.volumes.flatMap(({ persistentVolumeClaim }: any) => persistentVolumeClaim?.claimName ?? []);
  expect(claims.sort()).toEqual(['data-db-0', 'db-backup-backups', 'wal-db-wal-0']);
  expect(spec.backoffLimit).toBe(0);
  expect(spec.template.spec.containers[0].command.slice(-2)).toEqual(['20260131T030000Z', '2026-01-31 11:59:00+00']);
});

test('all of it passes every check', () => {
  const environment = { objects: [{ kind: 'Namespace', name: 'data' }, { kind: 'Secret', namespace: 'data', name: 'tls' }] };

  const findings = checkManifests(all(), { environment }).filter(({ severity }) => severity !== 'info');

  expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
});

test('refuses what is no database of PostgreSQL', () => {
  const chart = newChart('data');

  new PostgreSqlWalArchive(chart, 'wal', { database: 'db' } as any);

  expect(refusals(chart)).toEqual([expect.stringContaining("'database' must be a PostgreSqlCluster")]);
});

describe('with a bucket', () => {
  const S3 = { bucket: 'backups', credentialsSecret: 'login' };

  function withBucket(props: Partial<PostgreSqlWalArchiveProps> = {}, ofBackup: Partial<BackupProps> = { s3: { ...S3, bucket: 'dumps', encryptionSecret: 'seal' } }) {
    const chart = newChart('data');
    const database = new PostgreSqlCluster(chart, 'db', { tlsSecret: 'tls' });
    const backup = new Backup(chart, 'db-backup', { database, ...ofBackup });
    const archive = new PostgreSqlWalArchive(chart, 'db-wal', { database, s3: S3, backup, keep: Duration.hours(2), ...props });
    return { chart, archive };
  }
  function manifestsOf(time?: string): Manifest[] {
    const { chart, archive } = withBucket();
    new Task(chart, 'db-restore', archive.restoreFromS3Task('20260131T030000Z', time));
    return synth(chart);
  }
  const variablesOf = ({ env }: any) => Object.fromEntries(env.map(({ name, value, valueFrom }: any) => [name, value ?? valueFrom.secretKeyRef]));

  test('a second container sends the log, with the volume of the first, without its password, and has a readiness of its own', () => {
    const { spec } = named(manifestsOf(), 'db-wal').spec.template;

    const [receiver, sender] = spec.containers;
    expect([receiver.name, sender.name, sender.command]).toEqual(['db-wal', 'send-to-bucket', ['sh', '/scripts/postgresql-wal-s3.sh', 'send']]);
    expect(sender.volumeMounts).toEqual(expect.arrayContaining([{ name: 'wal', mountPath: '/wal' }, { name: 'scratch-tmp', mountPath: '/tmp' }]));
    expect(sender.readinessProbe.exec.command).toEqual(['sh', '/scripts/postgresql-wal-s3.sh', 'ready']);
    expect(JSON.stringify(sender.env)).not.toContain('db-auth');
    expect(JSON.stringify(receiver.env)).not.toMatch(/login|RCLONE/);
  });

  test('it knows its own bucket and that of the backups, each with its own password', () => {
    const [, sender] = named(manifestsOf(), 'db-wal').spec.template.spec.containers;

    expect(variablesOf(sender)).toMatchObject({
      REMOTE: 's3:backups/db-wal',
      BACKUPS_REMOTE: 'backupscrypt:dumps/db-backup',
      KEEP: '120',
      RCLONE_CONFIG_BACKUPSCRYPT_REMOTE: 'backupss3:',
      RCLONE_CONFIG_BACKUPSS3_ACCESS_KEY_ID: { name: 'login', key: 'AWS_ACCESS_KEY_ID' },
      BACKUPS_ENCRYPTION_PASSWORD: { name: 'seal', key: 'password' },
    });
    expect(variablesOf(sender)).not.toHaveProperty('ENCRYPTION_PASSWORD');
  });

  test('a restore brings the backup, then the log, then restores it, and only the last step has the members', () => {
    const { initContainers, containers } = named(manifestsOf('2026-01-31 11:59:00+00'), 'db-restore').spec.template.spec;

    expect([...initContainers, ...containers].map(({ command }: any) => command.slice(1))).toEqual([
      ['/scripts/s3.sh', 'download', '20260131T030000Z'],
      ['/scripts/postgresql-wal-s3.sh', 'bring', '20260131T030000Z'],
      ['/scripts/postgresql-restore.sh', '20260131T030000Z', '2026-01-31 11:59:00+00', '/wal/from-bucket'],
    ]);
    expect(containers[0].env.map(({ name }: any) => name)).toEqual(['HOSTS']);
  });

  test('without a time it restores all that there is', () => {
    expect(named(manifestsOf(), 'db-restore').spec.template.spec.containers[0].command.slice(-2)).toEqual(['', '/wal/from-bucket']);
  });

  test('all of it passes every check, and Pod Security restricted', () => {
    const environment = { objects: [{ kind: 'Namespace', name: 'data' }, ...['tls', 'login', 'seal'].map(name => ({ kind: 'Secret', namespace: 'data', name }))] };

    const findings = checkManifests(manifestsOf(), { environment }).filter(({ severity }) => severity !== 'info');

    expect(findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    expect(['db-wal', 'db-restore'].flatMap(name => restrictedViolations(podTemplateOf(named(manifestsOf(), name)) as any))).toEqual([]);
  });

  test.each<[string, Partial<PostgreSqlWalArchiveProps>, Partial<BackupProps> | undefined, string]>([
    ['a bucket without backups', { backup: undefined }, undefined, "'s3' needs 'backup'"],
    ['backups without a bucket', { s3: undefined }, undefined, "'backup' is for the copy of the log in a bucket"],
    ['backups that have none', {}, {}, "'backup' needs a bucket, too"],
    ['a number of backups', { s3: { ...S3, keep: 3 } }, undefined, "'s3.keep' is a number of backups"],
    ['a bucket without a name', { s3: { ...S3, bucket: '' } }, undefined, "'s3.bucket'"],
  ])('refuses %s', (_, props, ofBackup, message) => {
    const { chart } = withBucket(props, ofBackup);

    expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
  });

  test('refuses backups of another database', () => {
    const chart = newChart('data');
    const [database, other] = ['db', 'other'].map(name => new PostgreSqlCluster(chart, name));

    new PostgreSqlWalArchive(chart, 'db-wal', { database, s3: S3, backup: new Backup(chart, 'other-backup', { database: other, s3: S3 }) });

    expect(refusals(chart)).toEqual([expect.stringContaining("'backup' is a Backup of another database")]);
  });

  test('without a bucket there is nothing to restore from', () => {
    const { archive } = withBucket({ s3: undefined, backup: undefined });

    expect(() => archive.restoreFromS3Task('20260131T030000Z')).toThrow("PostgreSqlWalArchive 'db-wal' has no bucket to restore from");
  });
});
