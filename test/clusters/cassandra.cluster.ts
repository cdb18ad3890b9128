import { join } from 'path';
import { Chart, Size, Testing } from 'cdk8s';
import { Cluster } from './harness/cluster';
import { LineHelper } from './harness/line-helper';
import { describeMatrix } from './matrix';
import { pathOfCqlsh } from '../../scripts/clusters/python-program';
import { CassandraRing } from '../../src/constructs/databases/cassandra/cassandra-ring';

const PASSWORD = 'correcthorse';
const CLIENT = join(__dirname, 'cassandra-client.py');
const helpers = new WeakMap<Cluster, LineHelper[]>();
const withTable = new WeakSet<Cluster>();

/** Two clients, so that a check of the members does not wait for a write that hangs. */
function client(cluster: Cluster, index: 0 | 1): LineHelper {
  if (!helpers.has(cluster)) {
    const start = () => new LineHelper(cluster.argvOnNetwork(['env', `PYTHONPATH=${pathOfCqlsh()}`, '/usr/bin/python3', CLIENT, PASSWORD]));
    const started = [start(), start()];
    helpers.set(cluster, started);
    cluster.onClose(() => started.forEach(helper => helper.stop()));
  }
  return helpers.get(cluster)![index];
}

const askMember = (cluster: Cluster, ordinal: number, op: 'keys' | 'ring') => client(cluster, 1).ask({ op, host: cluster.pod(ordinal).place.address });

describeMatrix({
  name: 'Cassandra',
  images: ['cassandra'],
  acknowledged: 'consistency QUORUM: two of three copies have the write',
  failoverSeconds: 60,
  patience: 3,
  isSlow: true,
  allLead: true,
  secrets: { auth: { password: PASSWORD } },

  chart(replicas) {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
    new CassandraRing(chart, 'ring', { replicas, passwordSecret: 'auth', memory: Size.mebibytes(2048) });
    return Testing.synth(chart);
  },

  async write(cluster, key) {
    const endpoints = cluster.endpoints('ring', 'cql');
    if (endpoints.length === 0) { return false; }
    const { host } = endpoints[Math.floor(Math.random() * endpoints.length)];
    if (!withTable.has(cluster)) {
      if (!await client(cluster, 0).ask({ op: 'table', host })) { return false; }
      withTable.add(cluster);
    }
    return await client(cluster, 0).ask({ op: 'write', host, key }) === true;
  },

  async writeInside(cluster, ordinal, key) {
    const statements = `CONSISTENCY QUORUM;\\nINSERT INTO test.written (k) VALUES ('${key}');\\n`;
    const { code } = await cluster.pod(ordinal).container('ring')
      .exec(['bash', '-c', `printf "${statements}" | HOME=/tmp timeout 20 cqlsh -u admin -p "$CASSANDRA_PASSWORD" 127.0.0.1`], 25_000);
    return code === 0;
  },

  /** What a majority of the copies gives to a client of this member. */
  async keysOf(cluster, ordinal) {
    const keys = await askMember(cluster, ordinal, 'keys');
    return keys ? new Set<string>(keys) : undefined;
  },

  /** Every member leads; so this gives the first member of each ring. */
  async leaders(cluster) {
    const first = new Map<string, number>();
    for (const ordinal of [...cluster.pods.keys()].sort()) {
      const ring = await askMember(cluster, ordinal, 'ring');
      if (ring && !first.has(ring.join())) { first.set(ring.join(), ordinal); }
    }
    return [...first.values()];
  },

  async beforeShrink(cluster, ordinal) {
    const { code, stdout, stderr } = await cluster.pod(ordinal).container('ring').exec(['bash', '/scripts/cassandra-leave.sh'], 600_000);
    if (code !== 0) { throw new Error(`member ${ordinal} could not leave: ${stdout}${stderr}`); }
  },
});
