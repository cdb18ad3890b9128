import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Size, Testing } from 'cdk8s';
import { describeDatabase } from './describe-database';
import { keysIn } from './engine';
import { Pod } from '../../../scripts/kubernetes/pod';
import { RabbitMqCluster } from '../../../src/constructs/databases/rabbitmq/rabbitmq-cluster';
import { COPIES_COMMAND, Copy, copiesIn, isComplete } from '../../support/quorum-queue';

const namespace = 'rabbitmq';
const chart = new Chart(Testing.app(), 'chart', { namespace });
new RabbitMqCluster(chart, 'mq', { memory: Size.mebibytes(512) });

const client = readFileSync(join(__dirname, 'clients/rabbitmq.sh'), 'utf8');
/** What the queue holds, asked of the member itself. */
const KEYS = ['bash', '-c', `export DATABASE=127.0.0.1 PASSWORD="$RABBITMQ_PASSWORD"\n${client}`, 'rabbitmq.sh', 'keys'];

const ordinalOf = ({ name }: Pod) => Number(name.split('-').pop());
const copies = async (member: Pod): Promise<Copy[]> => copiesIn(await member.says('mq', ...COPIES_COMMAND) ?? '');

describeDatabase({
  name: 'RabbitMqCluster',
  namespace,
  set: 'mq',
  container: 'mq',
  manifests: Testing.synth(chart),
  acknowledged: 'the server confirmed the message: a majority of the quorum queue has it on disk',
  failoverSeconds: 60,
  writer: 'rabbitmq.sh',
  /** What the queue holds, if the copy of this member has all of it. */
  keysOf: async member => {
    if (!isComplete(await copies(member), ordinalOf(member))) { return undefined; }
    return keysIn(await member.says('mq', ...KEYS));
  },
  leads: async member => (await copies(member)).some(({ ordinal, state }) => state === 'leader' && ordinal === ordinalOf(member)),
}, false);
