import { Chart, Size, Testing } from 'cdk8s';
import { describeDatabase } from './describe-database';
import { keysIn } from './engine';
import { Backup } from '../../../src/constructs/databases/backup';
import { MariaDbReplication } from '../../../src/constructs/databases/mariadb/mariadb-replication';
import { RestoreCheck } from '../../../src/constructs/databases/restore-check';

const namespace = 'mariadb';
const chart = new Chart(Testing.app(), 'chart', { namespace });
const database = new MariaDbReplication(chart, 'db', { memory: Size.mebibytes(1152) });
const backup = new Backup(chart, 'db-backup', { database });
const check = new RestoreCheck(chart, 'db-check', { backup });

const sql = (statement: string) => ['mariadb', '--no-defaults', '--user=root', '--socket=/run/mysqld/mysqld.sock', '--batch', '--skip-column-names', '-e', statement];

describeDatabase({
  name: 'MariaDbReplication',
  namespace,
  set: 'db',
  container: 'db',
  manifests: Testing.synth(chart),
  jobs: [backup.name, check.name],
  acknowledged: 'INSERT succeeded: every member of the majority has received the transaction',
  failoverSeconds: 60,
  writer: 'mysql.sh',
  keysOf: async member => keysIn(await member.says('db', ...sql('SELECT k FROM test.entries'))),
  // All members lead. This one is the first of the majority, so that there is one to be lost.
  leads: async member => {
    const index = await member.says('db', ...sql("SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME IN ('wsrep_local_index', 'wsrep_cluster_status') ORDER BY VARIABLE_NAME"));
    return index === 'Primary\n0\n';
  },
}, false);
