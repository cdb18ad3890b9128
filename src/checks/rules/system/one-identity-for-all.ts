import { setYaml } from './examples';
import { imageName } from '../../../kubernetes/image';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { replicasOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (host: string) => setYaml('kafka', [
  'containers:', '- name: kafka', '  image: apache/kafka:3.9.0', '  env:', '  - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}',
  `  - {name: KAFKA_ADVERTISED_LISTENERS, value: "PLAINTEXT://${host}.kafka:9092"}`, 'enableServiceLinks: false',
], 'replicas: 3');

/** Variables by which a member is told from the others, by the image that reads them. */
const IDENTITIES: readonly { readonly image: RegExp; readonly variables: RegExp }[] = [
  { image: /kafka$/, variables: /^KAFKA_(CFG_)?(BROKER_ID|NODE_ID|ADVERTISED_LISTENERS|ADVERTISED_HOST_NAME)$/ },
  { image: /^zookeeper$/, variables: /^ZOO_(MY|SERVER)_ID$/ },
  { image: /^(elasticsearch|opensearch)$/, variables: /^node\.name$/ },
  { image: /^rabbitmq$/, variables: /^RABBITMQ_NODENAME$/ },
  { image: /^cassandra$/, variables: /^CASSANDRA_(BROADCAST|LISTEN)_ADDRESS$/ },
  { image: /^etcd$/, variables: /^ETCD_(NAME|INITIAL_ADVERTISE_PEER_URLS|ADVERTISE_CLIENT_URLS)$/ },
];

/** Values with which each member finds its own. */
const FOUND_BY_ITSELF = /^(-1|auto|0\.0\.0\.0)?$/;

export const oneIdentityForAll: Check = {
  id: 'one-identity-for-all',
  why: 'all pods of a workload have the same variables. Members of a cluster that all say the same name, number or address of themselves are taken for one: '
    + 'the second one does not start, or clients are sent to the first',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      if (!['StatefulSet', 'Deployment'].includes(workload.kind) || replicasOf(workload) < 2) { continue; }
      for (const [i, { image, command, env }] of listOf(template.spec.containers).map(recordOf).entries()) {
        const name = imageName(image);
        const identity = IDENTITIES.find(one => one.image.test(name));
        // A script may write another value.
        if (!identity || command !== undefined) { continue; }
        for (const [k, variable] of listOf(env).map(recordOf).entries()) {
          const value = textOf(variable.value);
          if (!identity.variables.test(textOf(variable.name)) || value.includes('$') || FOUND_BY_ITSELF.test(value)) { continue; }
          yield {
            object: workload,
            path: `${template.path}/spec/containers/${i}/env/${k}/value`,
            message: `All ${replicasOf(workload)} pods of ${titleOf(workload)} say ${textOf(variable.name)}: ${value}, by which members are told from one another`,
            fix: 'make the value of the name of the pod: a variable POD_NAME with valueFrom.fieldRef metadata.name before it, and $(POD_NAME) in it; a number is best cut out of it by a script',
          };
        }
      }
    }
  },
  bad: example('kafka-0'),
  good: example('$(POD_NAME)'),
};
