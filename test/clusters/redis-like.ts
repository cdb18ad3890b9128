import { join } from 'path';
import { Chart, Testing } from 'cdk8s';
import { Engine } from './engine';
import { Cluster } from './harness/cluster';
import { sleep, until } from './harness/command';
import { Figures } from './harness/figures';
import { inRoot } from './harness/images';
import { LineHelper } from './harness/line-helper';
import { PlainWriter } from './harness/plain-writer';
import { Writer } from './harness/writer';
import { REDIS_USERS, redisUsersScenario } from './redis-users';
import { USER_SECRETS } from './users';
import { RedisEngine } from '../../src/constructs/databases/redis/redis-engine';
import { RedisReplication } from '../../src/constructs/databases/redis/redis-replication';

const PASSWORD = 'correcthorse';
const CLIENT = join(__dirname, 'redis-client.js');

function redisCli(host: string, port: number): string[] {
  return ['timeout', '4', 'redis-cli', '--no-auth-warning', '-a', PASSWORD, '-h', host, '-p', String(port)];
}

async function ask(cluster: Cluster, ordinal: number, ...command: string[]): Promise<string> {
  return (await cluster.run(inRoot('redis', ...redisCli(cluster.pod(ordinal).place.address, 6379), ...command), 5000)).stdout;
}

/** Passwords of signs go by a variable. */
async function askAs(cluster: Cluster, ordinal: number, user: string, password: string, ...command: string[]): Promise<string> {
  const cli = ['env', `REDISCLI_AUTH=${password}`, 'timeout', '4', 'redis-cli', '--user', user, '-h', cluster.pod(ordinal).place.address];
  const { stdout, stderr } = await cluster.run(inRoot('redis', ...cli, ...command), 5000);
  return stdout + stderr;
}

async function keysOf(cluster: Cluster, ordinal: number): Promise<Set<string> | undefined> {
  const listing = await ask(cluster, ordinal, 'KEYS', '*');
  return listing ? new Set(listing.split('\n').filter(Boolean)) : undefined;
}

async function primaries(cluster: Cluster): Promise<number[]> {
  const ordinals = [...cluster.pods.keys()];
  const roles = await Promise.all(ordinals.map(ordinal => ask(cluster, ordinal, 'ROLE')));
  return ordinals.filter((_, index) => roles[index].startsWith('master'));
}

/** SET and WAIT must share a connection, so both go to one redis-cli. */
const setAndWait = (key: string) => `printf 'SET ${key} x\\nWAIT 1 2000\\n'`;
const isAcknowledged = (answer: string) => /^OK\n[1-9]/.test(answer.replace(/\r/g, ''));

/** What Redis and Valkey have in common, which is everything but the names of the commands. Clients are those of Redis. */
export function redisLike(name: string, engine: RedisEngine): Engine {
  return {
    name,
    images: ['redis', engine, 'haproxy'],
    acknowledged: 'WAIT 1 answered that a replica has the write',
    failoverSeconds: 60,
    secrets: { auth: { password: PASSWORD }, ...USER_SECRETS },

    chart(replicas) {
      const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
      new RedisReplication(chart, 'cache', { engine, replicas, passwordSecret: 'auth', users: REDIS_USERS });
      return Testing.synth(chart);
    },

    async write(cluster, key) {
      const endpoints = cluster.endpoints('cache', 'redis');
      if (endpoints.length === 0) { return false; }
      const { host, port } = endpoints[Math.floor(Math.random() * endpoints.length)];
      const { stdout } = await cluster.run(inRoot('redis', 'bash', '-c', `${setAndWait(key)} | ${redisCli(host, port).join(' ')}`), 5000);
      return isAcknowledged(stdout);
    },

    async writeInside(cluster, ordinal, key) {
      const { stdout } = await cluster.pod(ordinal).container('cache').exec(['sh', '-c', `${setAndWait(key)} | timeout 10 ${engine}-cli`], 12_000);
      return isAcknowledged(stdout);
    },

    keysOf,

    leaders: primaries,

    /** A Sentinel that notices that it was held up waits before it acts. */
    remark(cluster) {
      const tilts = [...cluster.pods.values()].map(pod => pod.container('sentinel').printed('+tilt'));
      return `Sentinels in TILT mode since they were started: ${tilts.join(', ')} times`;
    },

    own: [redisUsersScenario(askAs, primaries), ...['one', 'the other'].map(which => ({
      what: `starts anew, its primary hangs, and ${which} of the replicas is empty: that one is not chosen`,
      async run(cluster: Cluster, writer: Writer, figures: Figures) {
        await writer.writeNow(10);
        const [primary] = await primaries(cluster);
        const replicas = [0, 1, 2].filter(ordinal => ordinal !== primary);
        const begin = Date.now();

        await Promise.all([0, 1, 2].map(ordinal => cluster.crash(ordinal)));
        cluster.loseVolumes(which === 'one' ? replicas[0] : replicas[1]);
        // It has an address, and nothing answers there.
        await cluster.start(primary);
        await sleep(1000);
        await cluster.pod(primary).crash();
        await Promise.all(replicas.map(ordinal => cluster.start(ordinal)));
        // A Sentinel that lost its memory with the volume knows no replica; if it is elected, another one has to be, 20 seconds later.
        const back = Date.now();
        writer.start();
        await until('writes are acknowledged again', 300, () => writer.acknowledgedSince(back), () => cluster.logs());
        await writer.stop();
        figures.failedOver = (Date.now() - begin) / 1000;

        await cluster.crash(primary);
        await cluster.start(primary);
      },
    })), {
      what: 'has a primary that hangs: without WAIT it takes writes for a moment when it wakes, which are lost',
      async run(cluster, writer, figures) {
        const [primary] = await primaries(cluster);
        const { address } = cluster.pod(primary).place;
        const connection = () => new LineHelper(cluster.argvOnNetwork([process.execPath, CLIENT, address, '6379', PASSWORD]));
        const plain = new PlainWriter([connection(), connection(), connection(), connection()]);
        writer.start();
        await sleep(2000);
        const begin = Date.now();

        await cluster.pod(primary).freeze();
        const hung = Date.now();
        await until('writes are acknowledged again', 30, () => writer.acknowledgedSince(hung), () => cluster.logs());
        figures.failedOver = (Date.now() - begin) / 1000;
        await sleep(2000);
        const woke = Date.now();
        await cluster.pod(primary).thaw();
        await sleep(5000);
        await plain.stop();
        await cluster.ready([0, 1, 2]);

        const held = await keysOf(cluster, (await primaries(cluster))[0]);
        const lost = plain.answered.filter(({ key }) => !held!.has(key));
        const last = Math.max(0, ...lost.map(({ answered }) => answered - woke));
        figures.remark = `${lost.length} of ${plain.answered.length} writes without WAIT lost, all answered within ${last} ms after it woke`;
        expect(plain.answered.length).toBeGreaterThan(lost.length);
        expect(lost.filter(({ sent, answered }) => answered < woke && sent < begin - 1000)).toEqual([]);
        expect(last).toBeLessThan(2000);
      },
    }],
  };
}
