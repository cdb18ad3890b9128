import { Chart, Testing } from 'cdk8s';
import { describeDatabase } from './describe-database';
import { ZooKeeperEnsemble } from '../../../src/constructs/databases/zookeeper/zookeeper-ensemble';

const namespace = 'zookeeper';
const chart = new Chart(Testing.app(), 'chart', { namespace });
new ZooKeeperEnsemble(chart, 'zk');

const ask = (word: string) => ['bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/2181; echo ${word} >&3; cat <&3`];

describeDatabase({
  name: 'ZooKeeperEnsemble',
  namespace,
  set: 'zk',
  container: 'zk',
  manifests: Testing.synth(chart),
  acknowledged: 'create was answered: a majority has it on disk',
  failoverSeconds: 90,
  writer: 'zookeeper.sh',
  keysOf: async member => {
    const listing = await member.says('zk', 'bash', '-c', 'CLIENT_JVMFLAGS=-Xmx64m zkCli.sh -server 127.0.0.1:2181 ls / 2>/dev/null | grep "^\\["');
    return listing === undefined ? undefined : new Set(listing.replace(/[[\]\s]/g, '').split(','));
  },
  leads: async member => /Mode: leader/.test(await member.says('zk', ...ask('srvr')) ?? ''),
}, false);
