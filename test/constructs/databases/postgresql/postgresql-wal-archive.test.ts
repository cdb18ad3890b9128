import { Duration, Size } from 'cdk8s';
import { Backup, PostgreSqlCluster, PostgreSqlWalArchive, PostgreSqlWalArchiveProps, Task } from '../../../../src';
import { checkManifests } from '../../../../src/checks/run';
import { Manifest } from '../../../../src/kubernetes/manifest';
import { podTemplateOf } from '../../../../src/kubernetes/workload';
import { mayConnect } from '../../../support/network-policies';
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
