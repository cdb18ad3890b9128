import { Chart, Size, Testing } from 'cdk8s';
import { describeDatabase } from './describe-database';
import { CassandraRing } from '../../../src/constructs/databases/cassandra/cassandra-ring';

const namespace = 'cassandra';
const chart = new Chart(Testing.app(), 'chart', { namespace });
new CassandraRing(chart, 'ring', { memory: Size.mebibytes(2048) });

const cql = (statements: string) => ['bash', '-c', `HOME=/tmp timeout 40 cqlsh -u admin -p "$CASSANDRA_PASSWORD" 127.0.0.1 -e "${statements}"`];

describeDatabase({
  name: 'CassandraRing',
  namespace,
  set: 'ring',
  container: 'ring',
  manifests: Testing.synth(chart),
  acknowledged: 'consistency QUORUM: two of three copies have the write',
  failoverSeconds: 60,
  // Members join one by one.
  readySeconds: 600,
  writer: 'cassandra.sh',
  /** What a majority of the copies gives to a client of this member. */
  keysOf: async member => {
    const listing = await member.says('ring', ...cql('PAGING OFF; CONSISTENCY QUORUM; SELECT k FROM test.written;'));
    return listing === undefined ? undefined : new Set(listing.match(/key-\d+/g));
  },
  // All members lead. This one is the first that has data, so that there is one to be lost.
  leads: async member => member.name.endsWith('-0') && await member.says('ring', ...cql('SELECT key FROM system.local;')) !== undefined,
}, false);
