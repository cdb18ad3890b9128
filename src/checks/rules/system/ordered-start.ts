import { objectYaml, together, workloadYaml } from './examples';
import { imageName } from '../../../kubernetes/image';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { replicasOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** How a program is told of all first members, and what a probe asks that only a majority of them can answer. */
interface Ensemble {
  readonly image: RegExp;
  readonly members: RegExp;
  readonly asks: RegExp;
}

const ENSEMBLES: readonly Ensemble[] = [
  { image: /^etcd$/, members: /(?:--initial-cluster[= ]|ETCD_INITIAL_CLUSTER=)(\S+)/, asks: /\/(health|readyz)\b|endpoint health/ },
  { image: /^(elasticsearch|opensearch)$/, members: /cluster\.initial_(?:master|cluster_manager)_nodes=(\S+)/, asks: /_cluster\/health/ },
  { image: /^consul$/, members: /-bootstrap-expect[= ](\d+)/, asks: /\/v1\/status\/leader/ },
];

const example = (policy: string) => together(
  objectYaml('v1', 'Service', 'etcd', 'spec: {clusterIP: None, publishNotReadyAddresses: true, selector: {app: etcd}, ports: [{port: 2380}]}'),
  workloadYaml('StatefulSet', 'etcd', [
    'containers:', '- name: etcd', '  image: quay.io/coreos/etcd:v3.5.13',
    '  command: [etcd, "--initial-cluster=etcd-0=http://etcd-0.etcd:2380,etcd-1=http://etcd-1.etcd:2380,etcd-2=http://etcd-2.etcd:2380"]',
    '  readinessProbe: {httpGet: {path: /readyz, port: 2379}}',
  ], 'replicas: 3', `podManagementPolicy: ${policy}`));

export const orderedStart: Check = {
  id: 'ordered-start',
  why: 'with OrderedReady a StatefulSet starts its second pod when the first one is ready. A member that is ready only when a majority of the members runs waits for pods that are '
    + 'never started: at the first start, and after all of them were stopped',
  severity: 'warning',
  run: function* (_, { references }) {
    for (const { workload, template } of references.pods.all) {
      const isOrdered = workload.kind === 'StatefulSet' && replicasOf(workload) > 1 && recordOf(workload.spec).podManagementPolicy !== 'Parallel';
      // What runs already was started some way.
      if (!isOrdered || workload.metadata?.uid !== undefined) { continue; }
      const waiting = listOf(template.spec.containers).map(recordOf).find(isWaiting);
      if (!waiting) { continue; }
      yield {
        object: workload,
        path: '/spec/podManagementPolicy',
        message: `The first pod of ${titleOf(workload)} ('${textOf(waiting.image)}') is ready when a majority of its members runs, and the others start when it is ready`,
        fix: 'write podManagementPolicy: Parallel; in a set that exists already it cannot change: create the set anew around its pods',
      };
    }
  },
  bad: example('OrderedReady'),
  good: example('Parallel'),
};

function isWaiting({ image, command, args, env, readinessProbe }: Record<string, unknown>): boolean {
  const name = imageName(image);
  const ensemble = ENSEMBLES.find(one => one.image.test(name));
  const { httpGet, exec } = recordOf(readinessProbe);
  const asked = [textOf(recordOf(httpGet).path), ...listOf(recordOf(exec).command).map(textOf)].join(' ');
  if (!ensemble?.asks.test(asked)) { return false; }
  const told = [...listOf(command), ...listOf(args)].map(textOf).join(' ');
  const variables = listOf(env).map(recordOf).map(variable => `${textOf(variable.name)}=${textOf(variable.value)}`).join(' ');
  const [, members = ''] = ensemble.members.exec(`${told} ${variables}`) ?? [];
  return /^\d+$/.test(members) ? Number(members) > 1 : members.split(',').filter(member => member !== '').length > 1;
}
