import { Chart, Size, Testing } from 'cdk8s';
import { Engine, keysIn } from './engine';
import { Backup } from '../../../src/constructs/databases/backup';
import { PostgreSqlCluster } from '../../../src/constructs/databases/postgresql/postgresql-cluster';
import { PostgreSqlPooler } from '../../../src/constructs/databases/postgresql/postgresql-pooler';
import { RestoreCheck } from '../../../src/constructs/databases/restore-check';

const sql = (statement: string) =>
  ['psql', '--no-psqlrc', '--username=postgres', '--host=/run/postgresql', '--dbname=orders', '--no-align', '--tuples-only', '-c', statement];

/** PostgreSqlCluster in a namespace of its own; clients write to it by its Service, or by a pooler. */
export function postgresqlEngine(namespace: string, by: 'service' | 'pooler'): Engine {
  const chart = new Chart(Testing.app(), 'chart', { namespace });
  const database = new PostgreSqlCluster(chart, 'db', { memory: Size.mebibytes(512), size: Size.gibibytes(4), users: [{ name: 'shop' }], databases: [{ name: 'orders', owner: 'shop' }] });
  const { host, port } = by === 'pooler' ? new PostgreSqlPooler(chart, 'pooler', { database, users: ['shop'] }) : { host: database.name, port: 5432 };
  const backup = new Backup(chart, 'db-backup', { database });
  const check = new RestoreCheck(chart, 'db-check', { backup });
  return {
    name: 'PostgreSqlCluster',
    namespace,
    set: 'db',
    container: 'db',
    manifests: Testing.synth(chart),
    jobs: [backup.name, check.name],
    acknowledged: 'INSERT succeeded: the primary and another member have it on disk',
    failoverSeconds: 60,
    client: {
      host,
      passwordSecret: database.userSecret('shop'),
      env: { PGPORT: String(port), PGUSER: 'shop', PGDATABASE: 'orders' },
    },
    writer: 'postgresql.sh',
    keysOf: async member => keysIn(await member.says('db', ...sql('SELECT k FROM entries'))),
    leads: async member => await member.says('db', ...sql('SELECT pg_is_in_recovery()')) === 'f\n',
  };
}
