import { join } from 'path';
import { Chart, Size, Testing } from 'cdk8s';
import { Cluster } from './harness/cluster';
import { LineHelper } from './harness/line-helper';
import { describeMatrix } from './matrix';
import { ZooKeeperEnsemble } from '../../src/constructs/databases/zookeeper/zookeeper-ensemble';

const CLIENT = join(__dirname, 'zookeeper-client.js');
const helpers = new WeakMap<Cluster, LineHelper[]>();

/** Two clients, so that a check of the members does not wait for a write that hangs. */
function client(cluster: Cluster, index: 0 | 1): LineHelper {
  if (!helpers.has(cluster)) {
    const start = () => new LineHelper(cluster.argvOnNetwork([process.execPath, CLIENT]));
    const started = [start(), start()];
    helpers.set(cluster, started);
    cluster.onClose(() => started.forEach(helper => helper.stop()));
  }
  return helpers.get(cluster)![index];
}

async function modeOf(cluster: Cluster, ordinal: number): Promise<string> {
  const { address } = cluster.pod(ordinal).place;
  const { stdout } = await cluster.run(['timeout', '2', 'bash', '--norc', '-c', `exec 3<>/dev/tcp/${address}/2181; printf srvr >&3; cat <&3`]);
  return /^Mode: (\w+)/m.exec(stdout)?.[1] ?? '';
}

describeMatrix({
  name: 'ZooKeeper',
  images: ['zookeeper'],
  acknowledged: 'a majority of the members has the write on disk',
  failoverSeconds: 60,
  secrets: { auth: { password: 'correcthorse' } },

  chart(replicas) {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
    new ZooKeeperEnsemble(chart, 'zk', { replicas, passwordSecret: 'auth', memory: Size.mebibytes(640) });
    return Testing.synth(chart);
  },

  async write(cluster, key) {
    const hosts = cluster.endpoints('zk', 'client').map(({ host, port }) => `${host}:${port}`).join(',');
    return hosts !== '' && await client(cluster, 0).ask({ op: 'write', hosts, key }) === true;
  },

  async writeInside(cluster, ordinal, key) {
    const { stdout } = await cluster.pod(ordinal).container('zk')
      .exec(['bash', '-c', `printf 'create /${key} x\\nquit\\n' | CLIENT_JVMFLAGS=-Xmx64m timeout 10 zkCli.sh -server 127.0.0.1:2181 2>&1`], 12_000);
    return /^Created /m.test(stdout);
  },

  async keysOf(cluster, ordinal) {
    const children = await client(cluster, 1).ask({ op: 'keys', hosts: `${cluster.pod(ordinal).place.address}:2181` });
    return children ? new Set<string>(children) : undefined;
  },

  async leaders(cluster) {
    const ordinals = [...cluster.pods.keys()];
    const modes = await Promise.all(ordinals.map(ordinal => modeOf(cluster, ordinal)));
    return ordinals.filter((_, index) => modes[index] === 'leader');
  },
});
