import { objectYaml, together, workloadYaml } from './examples';
import { imageName } from '../../../kubernetes/image';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { PodTemplate, podTemplateOf, replicasOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { References } from '../../../manifest/references/references';
import { Check } from '../../engine/check';

/** Programs that are ready once they have found each other, by the last part of their image's name. */
const FORMING = /^(cockroach|consul|elasticsearch|etcd|opensearch|rabbitmq)$/;

/** Variables that name all members by one name. */
const SEEDS = /^(discovery\.seed_hosts|ELASTICSEARCH_CLUSTER_HOSTS|OPENSEARCH_CLUSTER_HOSTS)$/;

const example = (spec: string) => together(
  objectYaml('v1', 'Service', 'etcd', `spec: {clusterIP: None, ${spec}selector: {app: etcd}, ports: [{port: 2380}]}`),
  workloadYaml('StatefulSet', 'etcd', [
    'containers:', '- name: etcd', '  image: quay.io/coreos/etcd:v3.5.13',
    '  command: [etcd, "--initial-cluster=etcd-0=http://etcd-0.etcd:2380,etcd-1=http://etcd-1.etcd:2380,etcd-2=http://etcd-2.etcd:2380"]',
    '  readinessProbe: {httpGet: {path: /readyz, port: 2379}}',
  ], 'replicas: 3', 'podManagementPolicy: Parallel'));

export const peersNotPublished: Check = {
  id: 'peers-not-published',
  why: 'a headless Service gives a pod its DNS name when the pod is ready, unless publishNotReadyAddresses is true. Members that find each other by these names, and are ready '
    + 'only once they have, wait for ever: at the first start, and after all of them were stopped',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const reference of references.ofKind('Service')) {
      const service = reference.relation === 'governed by' ? references.target(reference) : undefined;
      const template = podTemplateOf(reference.from);
      if (!service || !template || replicasOf(reference.from) < 2 || recordOf(service.spec).publishNotReadyAddresses === true) { continue; }
      const image = waitingImage(template, reference.name, texts(reference.from, references));
      if (image === undefined) { continue; }
      yield {
        object: service,
        path: '/spec/publishNotReadyAddresses',
        message: `The members of ${titleOf(reference.from)} ('${image}') find each other by the names of ${titleOf(service)}, which has none for pods that are not ready yet`,
        fix: 'write publishNotReadyAddresses: true',
      };
    }
  },
  bad: example(''),
  good: example('publishNotReadyAddresses: true, '),
};

/** What stands in the ConfigMaps of a workload: members are often named there. */
function texts(workload: Manifest, references: References): string[] {
  const files = references.from(workload).filter(({ kind }) => kind === 'ConfigMap').map(reference => references.target(reference));
  return files.flatMap(file => Object.values(recordOf(file?.data)).map(textOf));
}

/** The image of the container that calls its peers by the Service, and has a probe that asks more than whether a port is open. */
function waitingImage({ spec }: PodTemplate, service: string, files: readonly string[]): string | undefined {
  const found = listOf(spec.containers).map(recordOf).find(({ image, readinessProbe, command, args, env }) => {
    const asks = recordOf(readinessProbe);
    const variables = listOf(env).map(recordOf);
    const words = [...[...listOf(command), ...listOf(args), ...variables.map(({ value }) => value)].map(textOf), ...files];
    const isSeed = variables.some(({ name, value }) => SEEDS.test(textOf(name)) && hostsIn(textOf(value)).some(host => host.split('.')[0] === service));
    return FORMING.test(imageName(image)) && (isRecord(asks.httpGet) || isRecord(asks.exec)) && (isSeed || words.some(word => names(word, service)));
  });
  return found && textOf(found.image);
}

/** `etcd-0.etcd`, `$(POD_NAME).etcd`: the Service behind the name of a pod. */
function names(word: string, service: string): boolean {
  return hostsIn(word).some(host => host.split('.')[1] === service);
}

function hostsIn(word: string): string[] {
  return word.split(/[\s,;/:@="'[\]]+/);
}
