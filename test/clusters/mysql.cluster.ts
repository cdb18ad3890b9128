import { Chart, Size, Testing } from 'cdk8s';
import { OwnScenario } from './engine';
import { Cluster } from './harness/cluster';
import { sleep, until } from './harness/command';
import { inRoot } from './harness/images';
import { describeMatrix } from './matrix';
import { USERS, USER_SECRETS, usersScenarios } from './users';
import { DatabaseServerProps } from '../../src/constructs/databases/database-server-props';
import { MySqlReplication } from '../../src/constructs/databases/mysql/mysql-replication';
import { Manifest } from '../../src/kubernetes/manifest';

const PASSWORD = 'correcthorse';
const TABLE = 'CREATE DATABASE IF NOT EXISTS test; CREATE TABLE IF NOT EXISTS test.entries (k VARCHAR(64) PRIMARY KEY)';
const ROLE = "SELECT COUNT(*) FROM performance_schema.replication_group_members WHERE MEMBER_ID=@@server_uuid AND MEMBER_STATE='ONLINE' AND MEMBER_ROLE='PRIMARY'";

async function sql(cluster: Cluster, host: string, port: number, statement: string, user = 'root', password = PASSWORD): Promise<string | undefined> {
  const client = ['mysql', '--no-defaults', `--user=${user}`, `--password=${password}`, `--host=${host}`, `--port=${port}`, '--connect-timeout=2', '--batch', '--skip-column-names'];
  const { code, stdout } = await cluster.run(inRoot('mysql', 'timeout', '4', ...client, '--execute', statement), 5000);
  return code === 0 ? stdout : undefined;
}

const askMember = (cluster: Cluster, ordinal: number, statement: string) => sql(cluster, cluster.pod(ordinal).place.address, 3306, statement);

const withTable = new WeakSet<Cluster>();

const client = (statement: string) => ['sh', '-c', `mysql --no-defaults -uroot --socket=/run/mysqld/mysqld.sock -e "${statement}"`];
const inside = (cluster: Cluster, ordinal: number, statement: string) => cluster.pod(ordinal).container('db').exec(client(statement), 20_000);
const waits = (cluster: Cluster, ordinal: number, text: string) =>
  until(`member ${ordinal} says: ${text}`, 120, () => cluster.pod(ordinal).container('db').printed(text) > 0, () => cluster.logs());

async function crashAll(cluster: Cluster): Promise<void> {
  await Promise.all([0, 1, 2].map(ordinal => cluster.crash(ordinal)));
}

/** What only this engine's scripts decide. */
const OWN: OwnScenario[] = [...usersScenarios(
  (cluster, ordinal, user, password, statement) => sql(cluster, cluster.pod(ordinal).place.address, 3306, statement, user, password),
  chartOf,
), {
  what: 'is killed all at once and one does not come back: the others wait, until an operator lets one of them lead',
  async run(cluster, writer) {
    await writer.writeNow(5);
    await sleep(2000);
    await crashAll(cluster);

    await Promise.all([0, 1].map(ordinal => cluster.start(ordinal)));
    for (const ordinal of [0, 1]) { await waits(cluster, ordinal, 'none serves, and 1 of the 2 others have told what they hold'); }
    await sleep(5000);
    expect([0, 1].map(ordinal => cluster.pod(ordinal).isReady)).toEqual([false, false]);
    await cluster.pod(1).container('db').exec(['touch', '/data/lead-anyway'], 5000);
    await cluster.ready([0, 1]);
    await cluster.start(2);
  },
}, {
  what: 'has members with different transactions after all stopped: they wait and say so, until the volume of the wrong one is removed',
  async run(cluster, writer) {
    await writer.writeNow(5);
    await cluster.crash(1);
    await writer.writeNow(5);
    await Promise.all([0, 2].map(ordinal => cluster.crash(ordinal)));

    await cluster.start(1);
    await until('its server answers', 60, async () => (await inside(cluster, 1, 'SELECT 1')).code === 0, () => cluster.logs());
    expect(await inside(cluster, 1, 'SET GLOBAL super_read_only=OFF; CREATE DATABASE stray')).toMatchObject({ code: 0 });
    await Promise.all([0, 2].map(ordinal => cluster.start(ordinal)));
    await waits(cluster, 0, 'member 1 and I hold different transactions');
    expect([...cluster.pods.values()].filter(pod => pod.isReady)).toEqual([]);
    await cluster.crash(1);
    cluster.loseVolumes(1);
    await cluster.start(1);
  },
}, {
  what: 'has a member that is killed while it makes its database: it begins anew, and joins',
  async run(cluster) {
    await cluster.crash(2);
    cluster.loseVolumes(2);
    await cluster.start(2);
    await waits(cluster, 2, 'creating an empty database');
    await sleep(1500);
    await cluster.crash(2);

    await cluster.start(2);
    await waits(cluster, 2, 'restarts with the data it was sent');
  },
}, {
  what: 'has a full volume under its primary: nothing is lost, and writes go on when there is space',
  async run(cluster, writer, figures) {
    const [primary] = await leaders(cluster);
    const [claim] = cluster.claimsOf(primary);
    writer.start();
    await sleep(2000);

    cluster.volumes.fill(claim);
    await sleep(20_000);
    cluster.volumes.free(claim);
    const begin = Date.now();
    await until('writes are acknowledged again', 120, () => writer.acknowledgedSince(begin), () => cluster.logs());
    figures.failedOver = (Date.now() - begin) / 1000;
  },
}];

async function leaders(cluster: Cluster): Promise<number[]> {
  const ordinals = [...cluster.pods.keys()];
  const roles = await Promise.all(ordinals.map(ordinal => askMember(cluster, ordinal, ROLE)));
  return ordinals.filter((_, index) => roles[index] === '1\n');
}

function chartOf(props: DatabaseServerProps): Manifest[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
  new MySqlReplication(chart, 'db', { passwordSecret: 'auth', memory: Size.mebibytes(1152), ...props });
  return Testing.synth(chart);
}

describeMatrix({
  name: 'MySQL',
  images: ['mysql', 'haproxy'],
  acknowledged: 'COMMIT succeeded: a majority of the members has received the transaction',
  failoverSeconds: 60,
  volumeSize: '900m',
  secrets: { auth: { password: PASSWORD }, ...USER_SECRETS },

  chart: replicas => chartOf({ ...USERS, replicas }),

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

  leaders,
  own: OWN,
});
