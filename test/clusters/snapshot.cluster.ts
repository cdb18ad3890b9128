import { join } from 'path';
import { Chart, Size, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Cluster } from './harness/cluster';
import { must, sleep, until } from './harness/command';
import { inRoot } from './harness/images';
import { LineHelper } from './harness/line-helper';
import { missingForClusters } from './harness/requirements';
import { Writer } from './harness/writer';
import { MariaDbReplication } from '../../src/constructs/databases/mariadb/mariadb-replication';
import { RedisReplication } from '../../src/constructs/databases/redis/redis-replication';
import { ZooKeeperEnsemble } from '../../src/constructs/databases/zookeeper/zookeeper-ensemble';
import { ALL, WITH_ALL } from '../support/all';
import { needs } from '../support/needs';

const PASSWORD = 'correcthorse';
const MEMBERS = [0, 1, 2];

/** What the scenarios must know of a database: how a client writes a key, and which keys a member holds. */
interface Engine {
  readonly name: string;
  readonly images: readonly string[];
  database(scope: Construct): { readonly claimNames: string[] };
  prepare?(cluster: Cluster): Promise<unknown>;
  write(cluster: Cluster, key: string): Promise<boolean>;
  keysOf(cluster: Cluster, ordinal: number): Promise<string[] | undefined>;
}

const redisCli = (host: string) => `timeout 4 redis-cli --no-auth-warning -a ${PASSWORD} -h ${host} -p`;

async function sql(cluster: Cluster, host: string, statement: string): Promise<string | undefined> {
  const client = ['timeout', '4', 'mariadb', '--no-defaults', '--user=root', `--password=${PASSWORD}`, `--host=${host}`, '--connect-timeout=2', '--batch'];
  const { code, stdout } = await cluster.run(inRoot('mariadb', ...client, '--skip-column-names', '--execute', statement), 5000);
  return code === 0 ? stdout : undefined;
}

const helpers = new WeakMap<Cluster, LineHelper>();

function zooKeeperClient(cluster: Cluster): LineHelper {
  const known = helpers.get(cluster);
  if (known) { return known; }
  const helper = new LineHelper(cluster.argvOnNetwork([process.execPath, join(__dirname, 'zookeeper-client.js')]));
  helpers.set(cluster, helper);
  cluster.onClose(() => helper.stop());
  return helper;
}

const ENGINES: Engine[] = [
  {
    name: 'Redis',
    images: ['redis', 'haproxy'],
    database: scope => new RedisReplication(scope, 'db', { passwordSecret: 'auth' }),
    async write(cluster, key) {
      const [endpoint] = cluster.endpoints('db', 'redis');
      if (!endpoint) { return false; }
      const { stdout } = await cluster.run(inRoot('redis', 'bash', '-c', `printf 'SET ${key} x\\nWAIT 1 2000\\n' | ${redisCli(endpoint.host)} ${endpoint.port}`), 5000);
      return /^OK\n[1-9]/.test(stdout.replace(/\r/g, ''));
    },
    async keysOf(cluster, ordinal) {
      const { code, stdout } = await cluster.run(inRoot('redis', 'bash', '-c', `${redisCli(cluster.pod(ordinal).place.address)} 6379 KEYS '*'`), 5000);
      return code === 0 ? stdout.split('\n').filter(Boolean) : undefined;
    },
  },
  {
    name: 'MariaDB',
    images: ['mariadb'],
    database: scope => new MariaDbReplication(scope, 'db', { passwordSecret: 'auth', memory: Size.mebibytes(1152) }),
    prepare: cluster => sql(cluster, cluster.pod(0).place.address, 'CREATE DATABASE test; CREATE TABLE test.entries (k VARCHAR(64) PRIMARY KEY)'),
    async write(cluster, key) {
      const endpoints = cluster.endpoints('db', 'mysql');
      if (endpoints.length === 0) { return false; }
      const { host } = endpoints[Math.floor(Math.random() * endpoints.length)];
      return await sql(cluster, host, `INSERT INTO test.entries VALUES ('${key}')`) !== undefined;
    },
    async keysOf(cluster, ordinal) {
      return (await sql(cluster, cluster.pod(ordinal).place.address, 'SELECT k FROM test.entries'))?.split('\n').filter(Boolean);
    },
  },
  {
    name: 'ZooKeeper',
    images: ['zookeeper'],
    database: scope => new ZooKeeperEnsemble(scope, 'db', { passwordSecret: 'auth', memory: Size.mebibytes(640) }),
    async write(cluster, key) {
      const hosts = cluster.endpoints('db', 'client').map(({ host, port }) => `${host}:${port}`).join(',');
      return hosts !== '' && await zooKeeperClient(cluster).ask({ op: 'write', hosts, key }) === true;
    },
    keysOf: (cluster, ordinal) => zooKeeperClient(cluster).ask({ op: 'keys', hosts: `${cluster.pod(ordinal).place.address}:2181` }),
  },
];

/**
 * What SnapshotBackup's snapshots are worth: each member stands still while its
 * volume is copied, one after the other, so each copy is of one moment, and of
 * another one than the others'. What the kernel had not written to a disk yet
 * is in these copies, and would not be in a snapshot of a disk.
 */
describe.each(ENGINES)('snapshots of the volumes of $name', engine => {
  const missing = missingForClusters(engine.images);
  const { test: scenario } = needs(!missing && ALL, missing ?? WITH_ALL);

  let cluster: Cluster;
  let claims: string[];
  let writer: Writer;
  const copyOf = (claim: string) => `${cluster.claim(claim)}.snapshot`;
  const writesGoOn = async (seconds: number) => {
    const moment = Date.now();
    await until('writes are acknowledged', seconds, () => writer.acknowledgedSince(moment), () => cluster.logs());
  };
  const startAll = async () => {
    await Promise.all(MEMBERS.map(ordinal => cluster.start(ordinal)));
    await cluster.ready(MEMBERS);
  };
  const missed = async (ordinal: number, keys: readonly string[]) => {
    const held = new Set(await engine.keysOf(cluster, ordinal) ?? []);
    return keys.filter(key => !held.has(key));
  };
  const allAlike = () => until('all members hold the same', 60, async () => {
    const held = await Promise.all(MEMBERS.map(async ordinal => JSON.stringify((await engine.keysOf(cluster, ordinal))?.sort() ?? ordinal)));
    return new Set(held).size === 1;
  }, () => cluster.logs());

  beforeAll(async () => {
    if (missing) { return; }
    const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
    claims = engine.database(chart).claimNames;
    cluster = new Cluster({ manifests: Testing.synth(chart), secrets: { auth: { password: PASSWORD } } });
    writer = new Writer(key => engine.write(cluster, key));
    await cluster.open();
    await startAll();
    await engine.prepare?.(cluster);
  });
  afterAll(async () => {
    await writer?.stop();
    await cluster?.close();
  });

  scenario('bring back all that was acknowledged before the first was taken, and the members agree on the rest', async () => {
    writer.start();
    await writesGoOn(30);
    await sleep(8000);
    const first = Date.now();
    for (const ordinal of MEMBERS) {
      await cluster.pod(ordinal).freeze();
      must('cp', '-a', cluster.claim(claims[ordinal]), copyOf(claims[ordinal]));
      await cluster.pod(ordinal).thaw();
      await writesGoOn(60);
    }
    const last = Date.now();
    await sleep(3000);
    await writesGoOn(30);
    await writer.stop();
    const sent = [...writer.acknowledged];
    // A write that was sent before may be answered while the first member stands still.
    const before = sent.filter(([, at]) => at < first - 5000).map(([key]) => key);
    const after = sent.filter(([, at]) => at > last).map(([key]) => key);

    await Promise.all(MEMBERS.map(ordinal => cluster.crash(ordinal)));
    claims.forEach(claim => must('sh', '-c', `rm -rf ${cluster.claim(claim)} && mv ${copyOf(claim)} ${cluster.claim(claim)}`));
    await startAll();
    await until('a write is acknowledged', 60, () => engine.write(cluster, 'restored'), () => cluster.logs());
    await allAlike();

    expect(before.length).toBeGreaterThan(0);
    expect(after.length).toBeGreaterThan(0);
    expect(await missed(0, [...before, 'restored'])).toEqual([]);
    expect(await missed(0, after)).toEqual(after);
  });

  scenario('bring the database back also where one of them is empty, as of a member that had just lost its disk', async () => {
    await writer.writeNow(20);
    await Promise.all(MEMBERS.map(ordinal => cluster.stop(ordinal)));
    cluster.loseVolumes(0);

    await startAll();
    await until('a write is acknowledged', 60, () => engine.write(cluster, 'after-the-loss'), () => cluster.logs());
    await allAlike();

    expect(await missed(0, [...writer.acknowledged.keys()].slice(-20))).toEqual([]);
  });
});
