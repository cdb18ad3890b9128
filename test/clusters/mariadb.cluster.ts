import { Chart, Size, Testing } from 'cdk8s';
import { Cluster } from './harness/cluster';
import { until } from './harness/command';
import { inRoot } from './harness/images';
import { describeMatrix } from './matrix';
import { USERS, USER_SECRETS, usersScenarios } from './users';
import { DatabaseServerProps } from '../../src/constructs/databases/database-server-props';
import { MariaDbReplication } from '../../src/constructs/databases/mariadb/mariadb-replication';
import { Manifest } from '../../src/kubernetes/manifest';

const PASSWORD = 'correcthorse';
const TABLE = 'CREATE DATABASE IF NOT EXISTS test; CREATE TABLE IF NOT EXISTS test.entries (k VARCHAR(64) PRIMARY KEY)';

async function sql(cluster: Cluster, host: string, statement: string, user = 'root', password = PASSWORD): Promise<string | undefined> {
  const client = ['timeout', '4', 'mariadb', '--no-defaults', `--user=${user}`, `--password=${password}`, `--host=${host}`, '--connect-timeout=2', '--batch'];
  const { code, stdout } = await cluster.run(inRoot('mariadb', ...client, '--skip-column-names', '--execute', statement), 5000);
  return code === 0 ? stdout : undefined;
}

const withTable = new WeakSet<Cluster>();

function chartOf(props: DatabaseServerProps): Manifest[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
  new MariaDbReplication(chart, 'db', { passwordSecret: 'auth', memory: Size.mebibytes(1152), ...props });
  return Testing.synth(chart);
}

describeMatrix({
  name: 'MariaDB',
  images: ['mariadb'],
  acknowledged: 'COMMIT succeeded: every member of the majority has received the transaction',
  failoverSeconds: 60,
  allLead: true,
  secrets: { auth: { password: PASSWORD }, ...USER_SECRETS },

  chart: replicas => chartOf({ ...USERS, replicas }),

  async write(cluster, key) {
    const endpoints = cluster.endpoints('db', 'mysql');
    if (endpoints.length === 0) { return false; }
    const { host } = endpoints[Math.floor(Math.random() * endpoints.length)];
    if (!withTable.has(cluster)) {
      if (await sql(cluster, host, TABLE) === undefined) { return false; }
      withTable.add(cluster);
    }
    return await sql(cluster, host, `INSERT INTO test.entries VALUES ('${key}')`) !== undefined;
  },

  async writeInside(cluster, ordinal, key) {
    const { code } = await cluster.pod(ordinal).container('db')
      .exec(['sh', '-c', `timeout 20 mariadb --no-defaults -uroot --socket=/run/mysqld/mysqld.sock -e "INSERT INTO test.entries VALUES ('${key}')"`], 22_000);
    return code === 0;
  },

  async keysOf(cluster, ordinal) {
    const listing = await sql(cluster, cluster.pod(ordinal).place.address, 'SELECT k FROM test.entries');
    return listing === undefined ? undefined : new Set(listing.split('\n').filter(Boolean));
  },

  /** Every member leads; so this gives the first member of each majority that believes to be one. */
  async leaders(cluster) {
    const first = new Map<string, number>();
    for (const ordinal of [...cluster.pods.keys()].sort()) {
      const status = await sql(cluster, cluster.pod(ordinal).place.address,
        "SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_cluster_status', 'wsrep_cluster_state_uuid', 'wsrep_cluster_conf_id')");
      if (!status?.includes('\tPrimary')) { continue; }
      if (!first.has(status)) { first.set(status, ordinal); }
    }
    return [...first.values()];
  },

  own: [...usersScenarios(
    (cluster, ordinal, user, password, statement) => sql(cluster, cluster.pod(ordinal).place.address, statement, user, password),
    chartOf,
  ), {
    what: 'has a member that Galera took out: it is started anew and joins again',
    async run(cluster, writer, figures) {
      writer.start();
      const begin = Date.now();
      await cluster.pod(1).container('db').exec(['mariadb', '--no-defaults', '-uroot', '--socket=/run/mysqld/mysqld.sock',
        '-e', "SET GLOBAL wsrep_cluster_address=''"], 20_000);

      await until('the member has left', 20, () => !cluster.pod(1).isReady, () => cluster.logs());
      await cluster.ready([0, 1, 2]);
      figures.formed = (Date.now() - begin) / 1000;
    },
  }],
});
