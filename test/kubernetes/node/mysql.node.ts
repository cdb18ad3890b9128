import { Chart, Size, Testing } from 'cdk8s';
import { describeDatabase } from './describe-database';
import { keysIn } from './engine';
import { Backup } from '../../../src/constructs/databases/backup';
import { MySqlReplication } from '../../../src/constructs/databases/mysql/mysql-replication';
import { RestoreCheck } from '../../../src/constructs/databases/restore-check';

const namespace = 'mysql';
const chart = new Chart(Testing.app(), 'chart', { namespace });
const database = new MySqlReplication(chart, 'db', { memory: Size.mebibytes(1152), users: [{ name: 'shop' }], databases: [{ name: 'orders', owner: 'shop' }] });
const backup = new Backup(chart, 'db-backup', { database });
const check = new RestoreCheck(chart, 'db-check', { backup });

const sql = (statement: string) => ['sh', '-c', `mysql --no-defaults --user=root --socket=/run/mysqld/mysqld.sock --batch --skip-column-names -e "${statement}"`];

describeDatabase({
  name: 'MySqlReplication',
  namespace,
  set: 'db',
  container: 'db',
  manifests: Testing.synth(chart),
  jobs: [backup.name, check.name],
  acknowledged: 'INSERT succeeded: a majority has received the transaction',
  failoverSeconds: 60,
  writer: 'mysql.sh',
  keysOf: async member => keysIn(await member.says('db', ...sql('SELECT k FROM test.entries'))),
  leads: async member => {
    const leads = "SELECT COUNT(*) FROM performance_schema.replication_group_members WHERE MEMBER_ID=@@server_uuid AND MEMBER_STATE='ONLINE' AND MEMBER_ROLE='PRIMARY'";
    return await member.says('db', ...sql(leads)) === '1\n';
  },
}, false);
