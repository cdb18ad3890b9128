import { Chart, Size, Testing } from 'cdk8s';
import { Cluster } from './harness/cluster';
import { inRoot } from './harness/images';
import { describeMatrix } from './matrix';
import { MySqlReplication } from '../../src/constructs/databases/mysql/mysql-replication';

const PASSWORD = 'correcthorse';
const TABLE = 'CREATE DATABASE IF NOT EXISTS test; CREATE TABLE IF NOT EXISTS test.entries (k VARCHAR(64) PRIMARY KEY)';
const ROLE = "SELECT COUNT(*) FROM performance_schema.replication_group_members WHERE MEMBER_ID=@@server_uuid AND MEMBER_STATE='ONLINE' AND MEMBER_ROLE='PRIMARY'";

async function sql(cluster: Cluster, host: string, port: number, statement: string): Promise<string | undefined> {
  const client = ['mysql', '--no-defaults', '--user=root', `--password=${PASSWORD}`, `--host=${host}`, `--port=${port}`, '--connect-timeout=2', '--batch', '--skip-column-names'];
  const { code, stdout } = await cluster.run(inRoot('mysql', 'timeout', '4', ...client, '--execute', statement), 5000);
  return code === 0 ? stdout : undefined;
}

const askMember = (cluster: Cluster, ordinal: number, statement: string) => sql(cluster, cluster.pod(ordinal).place.address, 3306, statement);

const withTable = new WeakSet<Cluster>();

describeMatrix({
  name: 'MySQL',
  images: ['mysql', 'haproxy'],
  acknowledged: 'COMMIT succeeded: a majority of the members has received the transaction',
  failoverSeconds: 60,
  secrets: { auth: { password: PASSWORD } },

  chart(replicas) {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
    new MySqlReplication(chart, 'db', { replicas, passwordSecret: 'auth', memory: Size.mebibytes(1152) });
    return Testing.synth(chart);
  },

  async write(cluster, key) {
    const endpoints = cluster.endpoints('db', 'mysql');
    if (endpoints.length === 0) { return false; }
    const { host, port } = endpoints[Math.floor(Math.random() * endpoints.length)];
    if (!withTable.has(cluster)) {
      if (await sql(cluster, host, port, TABLE) === undefined) { return false; }
      withTable.add(cluster);
    }
    return await sql(cluster, host, port, `INSERT INTO test.entries VALUES ('${key}')`) !== undefined;
  },

  async writeInside(cluster, ordinal, key) {
    const statement = `INSERT INTO test.entries VALUES ('${key}')`;
    const { code } = await cluster.pod(ordinal).container('db')
      .exec(['sh', '-c', `timeout 20 mysql --no-defaults -uroot --socket=/run/mysqld/mysqld.sock -e "${statement}"`], 22_000);
    return code === 0;
  },

  async keysOf(cluster, ordinal) {
    const listing = await askMember(cluster, ordinal, 'SELECT k FROM test.entries');
    return listing === undefined ? undefined : new Set(listing.split('\n').filter(Boolean));
  },

  async leaders(cluster) {
    const ordinals = [...cluster.pods.keys()];
    const roles = await Promise.all(ordinals.map(ordinal => askMember(cluster, ordinal, ROLE)));
    return ordinals.filter((_, index) => roles[index] === '1\n');
  },
});
