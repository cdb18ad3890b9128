import { join } from 'path';
import { Chart, Testing } from 'cdk8s';
import { Cluster } from './harness/cluster';
import { LineHelper } from './harness/line-helper';
import { describeMatrix } from './matrix';
import { RabbitMqCluster } from '../../src/constructs/databases/rabbitmq/rabbitmq-cluster';
import { COPIES_COMMAND, Copy, copiesIn, isComplete } from '../support/quorum-queue';

const CLIENT = join(__dirname, 'rabbitmq-client.js');
const PASSWORD = 'correcthorse';
const COOKIE = 'a1b2c3d4';
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

const urlOf = (host: string) => `amqp://admin:${PASSWORD}@${host}:5672/?heartbeat=5`;

/** The queue's copies, as a member knows them; none if it does not answer. */
async function copies(cluster: Cluster, ordinal: number): Promise<Copy[]> {
  const { stdout } = await cluster.pod(ordinal).container('mq').exec(COPIES_COMMAND, 25_000);
  return copiesIn(stdout);
}

describeMatrix({
  name: 'RabbitMQ',
  images: ['rabbitmq'],
  acknowledged: 'the server confirmed the message: a majority of the quorum queue has it on disk',
  failoverSeconds: 60,
  patience: 2,
  secrets: { auth: { password: PASSWORD, cookie: COOKIE } },

  chart(replicas) {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
    new RabbitMqCluster(chart, 'mq', { replicas, passwordSecret: 'auth' });
    return Testing.synth(chart);
  },

  async write(cluster, key) {
    const urls = cluster.endpoints('mq', 'amqp').map(({ host }) => urlOf(host));
    return urls.length > 0 && await client(cluster, 0).ask({ op: 'write', urls, key }) === true;
  },

  async writeInside(cluster, ordinal, key) {
    const { networkNamespace } = cluster.pod(ordinal).place;
    const helper = new LineHelper(['ip', 'netns', 'exec', networkNamespace, process.execPath, CLIENT]);
    const answer = await helper.ask({ op: 'write', urls: [urlOf('127.0.0.1')], key });
    helper.stop();
    return answer === true;
  },

  /** What the queue holds, if the copy of this member has all of it. */
  async keysOf(cluster, ordinal) {
    if (!isComplete(await copies(cluster, ordinal), ordinal)) { return undefined; }
    const keys = await client(cluster, 1).ask({ op: 'keys', urls: [urlOf(cluster.pod(ordinal).place.address)] });
    return keys ? new Set<string>(keys) : undefined;
  },

  async leaders(cluster) {
    for (const ordinal of cluster.pods.keys()) {
      const leaders = (await copies(cluster, ordinal)).filter(copy => copy.state === 'leader' && cluster.pods.has(copy.ordinal)).map(copy => copy.ordinal);
      if (leaders.length > 0) { return leaders; }
    }
    return [];
  },

  async beforeShrink(cluster, ordinal) {
    const { code, stdout, stderr } = await cluster.pod(ordinal).container('mq').exec(['bash', '/scripts/rabbitmq-leave.sh'], 180_000);
    if (code !== 0) { throw new Error(`member ${ordinal} does not leave: ${stdout}${stderr}`); }
  },
});
