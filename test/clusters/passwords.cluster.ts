import { join } from 'path';
import { Chart, Size, Testing } from 'cdk8s';
import { Cluster } from './harness/cluster';
import { until } from './harness/command';
import { LineHelper } from './harness/line-helper';
import { missingForClusters } from './harness/requirements';
import { MariaDbReplication } from '../../src/constructs/databases/mariadb/mariadb-replication';
import { MySqlReplication } from '../../src/constructs/databases/mysql/mysql-replication';
import { RabbitMqCluster } from '../../src/constructs/databases/rabbitmq/rabbitmq-cluster';
import { RedisReplication } from '../../src/constructs/databases/redis/redis-replication';
import { ZooKeeperEnsemble } from '../../src/constructs/databases/zookeeper/zookeeper-ensemble';
import { ALL, WITH_ALL } from '../support/all';
import { needs } from '../support/needs';

/** Signs that shells, configuration files and statements give a meaning to. */
const HOSTILE = ' a b"c\\d#$e\'f`g %s;-- ';
const MEMBERS = 'db-members.default.svc.cluster.local';

/** Runs three members with a password until all are ready, then a proof on top, and then looks for the password in the list of processes. */
async function formed(password: string, build: (chart: Chart) => void, proof: (cluster: Cluster) => Promise<boolean>): Promise<void> {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
  build(chart);
  const cluster = new Cluster({ manifests: Testing.synth(chart), secrets: { auth: { password, cookie: 'a1b2c3d4' } } });
  try {
    await cluster.open();
    await Promise.all([0, 1, 2].map(ordinal => cluster.start(ordinal)));
    await cluster.ready([0, 1, 2]);
    await until('the proof holds', 30, () => proof(cluster), () => cluster.logs());
    const { stdout } = await cluster.pod(0).container('db').exec(['sh', '-c', 'cat /proc/[0-9]*/cmdline | tr "\\0" "\\n"'], 10_000);
    expect(stdout).toContain('/proc/1/cmdline');
    expect(stdout.split('\n').filter(line => line.includes(password))).toEqual([]);
  } finally {
    await cluster.close();
  }
}

function describeReal(engine: string, images: readonly string[], what: string, proof: () => Promise<void>): void {
  const missing = missingForClusters(images);
  needs(!missing && ALL, missing ?? WITH_ALL).describe(engine, () => { test(what, proof); });
}

describeReal('Redis with a password of signs', ['redis', 'haproxy'], 'forms, and its proxy leads to the primary', () => formed(
  HOSTILE,
  chart => new RedisReplication(chart, 'db', { passwordSecret: 'auth' }),
  async cluster => {
    const { stdout } = await cluster.pod(1).container('db').exec(['sh', '-c', "printf 'SET a b\\nWAIT 1 2000\\n' | timeout 5 redis-cli -p 6380"], 10_000);
    const { stdout: sentinel } = await cluster.pod(1).container('db').exec(['sh', '-c', 'redis-cli -p 26379 SENTINEL CKQUORUM primary'], 10_000);
    return /^OK\n[1-9]/.test(stdout) && /^OK 3 usable/.test(sentinel);
  },
));

describeReal('MariaDB with a password of signs', ['mariadb'], 'forms with copies of all data, and its accounts can log in', () => formed(
  HOSTILE,
  chart => new MariaDbReplication(chart, 'db', { passwordSecret: 'auth', memory: Size.mebibytes(1152) }),
  async cluster => {
    const query = (user: string, statement: string) => cluster.pod(0).container('db').exec(['sh', '-c', `
      . /scripts/passwords.sh
      if [ ${user} = metrics ]; then MYSQL_PWD=$(password_for metrics "$MYSQL_PWD"); export MYSQL_PWD; fi
      mariadb --no-defaults --user=${user} -h db-1.${MEMBERS} -N -e "${statement}" 2>&1`], 10_000);
    const [root, metrics, data] = [
      await query('root', 'SELECT COUNT(*) FROM mysql.global_priv'),
      await query('metrics', "SHOW GLOBAL STATUS LIKE 'wsrep_cluster_status'; SHOW ALL SLAVES STATUS"),
      await query('metrics', 'SELECT * FROM mysql.global_priv'),
    ];
    return /^\d+/.test(root.stdout) && /Primary/.test(metrics.stdout) && /ERROR 1142/.test(data.stdout);
  },
));

describeReal('MySQL with a password of signs', ['mysql', 'haproxy'], 'forms with copies of all data, and its accounts can log in', () => formed(
  HOSTILE,
  chart => new MySqlReplication(chart, 'db', { passwordSecret: 'auth', memory: Size.mebibytes(1152) }),
  async cluster => {
    const query = (user: string, statement: string) => cluster.pod(0).container('db').exec(['sh', '-c', `
      . /scripts/passwords.sh
      case ${user} in metrics) MYSQL_PWD=$(password_for metrics "$MYSQL_PWD") ;; proxy) MYSQL_PWD= ;; esac
      export MYSQL_PWD
      mysql --no-defaults --user=${user} -h db-1.${MEMBERS} -N -e "${statement}" 2>&1`], 10_000);
    const members = 'SELECT COUNT(*) FROM performance_schema.replication_group_members';
    const [root, metrics, proxy, data] = [
      await query('root', 'SELECT COUNT(*) FROM mysql.user'),
      await query('metrics', "SHOW GLOBAL STATUS LIKE 'Uptime'; SHOW REPLICA STATUS"),
      await query('proxy', members),
      await query('metrics', 'SELECT * FROM mysql.user'),
    ];
    return /^\d+/.test(root.stdout) && /Uptime/.test(metrics.stdout) && proxy.stdout === '3\n' && /ERROR 1142/.test(data.stdout);
  },
));

describeReal('ZooKeeper with a password of signs', ['zookeeper'], 'forms, and its members log in to each other', () => formed(
  '#$e\\x`g%s;--!&|<>(){}[]*?~',
  chart => new ZooKeeperEnsemble(chart, 'db', { passwordSecret: 'auth', memory: Size.mebibytes(640) }),
  async cluster => {
    const { stdout } = await cluster.pod(0).container('db').exec(['bash', '-c',
      'printf "%s\\n" "addauth digest super:$ZOO_SUPER_PASSWORD" "create /own x digest:nobody:x:r" "delete /own" quit | CLIENT_JVMFLAGS=-Xmx64m timeout 20 zkCli.sh -server 127.0.0.1:2181 2>&1'], 25_000);
    const logins = [0, 1, 2].filter(ordinal => cluster.pod(ordinal).container('db').printed('Successfully completed the authentication using SASL') > 0);
    return /^Created \/own/m.test(stdout) && logins.length > 0;
  },
));

describeReal('RabbitMQ with a password of signs', ['rabbitmq'], 'forms, and a client logs in with it and with no other', () => formed(
  HOSTILE,
  chart => new RabbitMqCluster(chart, 'db', { passwordSecret: 'auth' }),
  async cluster => {
    const { host, port } = cluster.endpoints('db', 'amqp')[0];
    const client = new LineHelper(cluster.argvOnNetwork([process.execPath, join(__dirname, 'rabbitmq-client.js')]));
    const write = (user: string, password: string) => client.ask({ op: 'write', key: 'a', urls: [`amqp://${user}:${encodeURIComponent(password)}@${host}:${port}/`] });
    const answers = [await write('admin', HOSTILE), await write('admin', HOSTILE.trim()), await write('guest', 'guest')];
    client.stop();
    return JSON.stringify(answers) === '[true,null,null]';
  },
));
