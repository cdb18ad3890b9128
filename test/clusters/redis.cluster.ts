import { Chart, Testing } from 'cdk8s';
import { Cluster } from './harness/cluster';
import { describeMatrix } from './matrix';
import { RedisReplication } from '../../src/presets/redis-replication';

const PASSWORD = 'correcthorse';

function redisCli(host: string, port: number): string[] {
  return ['timeout', '4', 'redis-cli', '--no-auth-warning', '-a', PASSWORD, '-h', host, '-p', String(port)];
}

async function ask(cluster: Cluster, ordinal: number, ...command: string[]): Promise<string> {
  return (await cluster.run([...redisCli(cluster.pod(ordinal).place.address, 6379), ...command], 5000)).stdout;
}

/** SET and WAIT must share a connection, so both go to one redis-cli. */
const setAndWait = (key: string) => `printf 'SET ${key} x\\nWAIT 1 2000\\n'`;
const isAcknowledged = (answer: string) => /^OK\n[1-9]/.test(answer.replace(/\r/g, ''));

describeMatrix({
  name: 'Redis',
  commands: ['redis-server', 'redis-sentinel', 'redis-cli', 'haproxy'],
  acknowledged: 'WAIT 1 answered that a replica has the write',
  failoverSeconds: 30,
  secrets: { auth: { password: PASSWORD } },

  chart(replicas) {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
    new RedisReplication(chart, 'cache', { replicas, passwordSecret: 'auth' });
    return Testing.synth(chart);
  },

  async write(cluster, key) {
    const endpoints = cluster.endpoints('cache', 'redis');
    if (endpoints.length === 0) { return false; }
    const { host, port } = endpoints[Math.floor(Math.random() * endpoints.length)];
    const { stdout } = await cluster.run(['bash', '-c', `${setAndWait(key)} | ${redisCli(host, port).join(' ')}`], 5000);
    return isAcknowledged(stdout);
  },

  async writeInside(cluster, ordinal, key) {
    const { stdout } = await cluster.pod(ordinal).container('cache').exec(['sh', '-c', `${setAndWait(key)} | timeout 10 redis-cli`], 12_000);
    return isAcknowledged(stdout);
  },

  async keysOf(cluster, ordinal) {
    const listing = await ask(cluster, ordinal, 'KEYS', '*');
    return listing ? new Set(listing.split('\n').filter(Boolean)) : undefined;
  },

  async leaders(cluster) {
    const ordinals = [...cluster.pods.keys()];
    const roles = await Promise.all(ordinals.map(ordinal => ask(cluster, ordinal, 'ROLE')));
    return ordinals.filter((_, index) => roles[index].startsWith('master'));
  },

  /** A Sentinel that notices that it was held up waits before it acts. */
  remark(cluster) {
    const tilts = [...cluster.pods.values()].map(pod => pod.container('sentinel').printed('+tilt'));
    return `Sentinels in TILT mode since they were started: ${tilts.join(', ')} times`;
  },
});
