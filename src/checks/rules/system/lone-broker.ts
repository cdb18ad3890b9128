import { setYaml } from './examples';
import { repositoryOf } from '../../../kubernetes/image';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { replicasOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (variable: string) => setYaml('kafka', [
  'enableServiceLinks: false',
  'containers:', '- name: kafka', '  image: confluentinc/cp-kafka:7.7.1', '  env:', '  - {name: CLUSTER_ID, value: MkU3OEVBNTcwNTJENDM2Qk}',
  '  - {name: KAFKA_PROCESS_ROLES, value: "broker,controller"}', `  - {name: ${variable}, value: "1"}`,
]);

const FACTOR = 'KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR';

export const loneBroker: Check = {
  id: 'lone-broker',
  why: 'Kafka keeps what groups of consumers have read in a topic with three replicas, unless it is told otherwise. With one broker this topic cannot be made: consumers of a group wait for ever, and get nothing',
  severity: 'warning',
  run: function* (_, { references }) {
    const brokers = references.pods.all.flatMap(({ workload, template }) => listOf(template.spec.containers).map(recordOf)
      .flatMap((container, i) => isBroker(container) ? [{ workload, container, path: `${template.path}/spec/containers/${i}` }] : []));
    const [only, another] = brokers;
    if (!only || another || !['StatefulSet', 'Deployment'].includes(only.workload.kind) || replicasOf(only.workload) !== 1 || isTold(only.container)) { return; }
    yield {
      object: only.workload,
      path: `${only.path}/env`,
      message: `Kafka of ${titleOf(only.workload)} is one broker, and does not say ${FACTOR}, which is 3 then`,
      fix: `write the variables ${FACTOR}: "1", KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: "1" and KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: "1"`,
    };
  },
  bad: example('KAFKA_NODE_ID'),
  good: example(FACTOR),
};

/** What is only a controller keeps no topics. */
function isBroker({ image, env }: Record<string, any>): boolean {
  const roles = listOf(env).map(recordOf).find(({ name }) => name === 'KAFKA_PROCESS_ROLES');
  return /(^|\/)confluentinc\/cp-(kafka|server)$/.test(repositoryOf(image)) && (roles === undefined || textOf(roles.value).includes('broker'));
}

/** By a variable, or by a command or a file. With voters elsewhere there are more brokers than are seen here. */
function isTold({ env, envFrom, command, args, volumeMounts }: Record<string, any>): boolean {
  const variables = listOf(env).map(recordOf);
  return command !== undefined || args !== undefined || listOf(envFrom).length > 0
    || variables.some(({ name, value }) => name === FACTOR || name === 'KAFKA_CONTROLLER_QUORUM_VOTERS' && textOf(value).includes(','))
    || listOf(volumeMounts).some(mount => /^\/etc\/kafka|\.properties$/.test(textOf(recordOf(mount).mountPath)));
}
