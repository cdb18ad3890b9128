import { workloadYaml } from './examples';
import { listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (key: string) => workloadYaml('Deployment', 'web', [
  'containers: [{name: web, image: httpd:2.4.62}]',
  `topologySpreadConstraints: [{maxSkew: 1, topologyKey: ${key}, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}]`,
], 'replicas: 3');

/** Keys that people write, and the label that nodes have. */
const MEANT: Readonly<Record<string, string>> = Object.fromEntries([
  ...['hostname', 'kubernetes.io/host', 'kubernetes.io/host-name', 'kubernetes.io/node', 'kubernetes.io/nodename', 'topology.kubernetes.io/hostname', 'topology.kubernetes.io/host',
    'node.kubernetes.io/hostname', 'k8s.io/hostname', 'topology.kubernetes.io/node'].map(key => [key, 'kubernetes.io/hostname']),
  ...['kubernetes.io/zone', 'node.kubernetes.io/zone', 'failure-domain.kubernetes.io/zone', 'topology.kubernetes.io/zones', 'topology.k8s.io/zone', 'topology.kubernetes.io/availability-zone']
    .map(key => [key, 'topology.kubernetes.io/zone']),
  ...['kubernetes.io/region', 'failure-domain.kubernetes.io/region', 'topology.kubernetes.io/regions', 'topology.k8s.io/region'].map(key => [key, 'topology.kubernetes.io/region']),
]);

export const unknownTopologyKey: Check = {
  id: 'unknown-topology-key',
  why: 'a topologyKey is a label of nodes. By one that no node has pods are not kept apart, and what must be near others or be spread stays Pending',
  severity: 'warning',
  run: function* (_, { references, cluster }) {
    for (const { workload, template } of references.pods.all) {
      for (const { key, path } of keysOf(template.spec)) {
        const meant = Object.hasOwn(MEANT, key) ? MEANT[key] : undefined;
        if (meant === undefined || cluster.nodesHave(key)) { continue; }
        yield {
          object: workload,
          path: `${template.path}/spec${path}`,
          message: `${titleOf(workload)} has the topologyKey '${key}', a label that nodes do not have`,
          fix: `write ${meant}`,
        };
      }
    }
  },
  bad: example('kubernetes.io/zone'),
  good: example('topology.kubernetes.io/zone'),
};

function* keysOf({ topologySpreadConstraints, affinity }: Record<string, any>): Iterable<{ readonly key: string; readonly path: string }> {
  for (const [i, constraint] of listOf(topologySpreadConstraints).entries()) {
    yield { key: textOf(recordOf(constraint).topologyKey), path: `/topologySpreadConstraints/${i}/topologyKey` };
  }
  for (const kind of ['podAffinity', 'podAntiAffinity']) {
    const terms = recordOf(recordOf(affinity)[kind]);
    const [required, preferred] = [terms.requiredDuringSchedulingIgnoredDuringExecution, terms.preferredDuringSchedulingIgnoredDuringExecution];
    for (const [i, term] of listOf(required).entries()) {
      yield { key: textOf(recordOf(term).topologyKey), path: `/affinity/${kind}/requiredDuringSchedulingIgnoredDuringExecution/${i}/topologyKey` };
    }
    for (const [i, term] of listOf(preferred).entries()) {
      yield {
        key: textOf(recordOf(recordOf(term).podAffinityTerm).topologyKey),
        path: `/affinity/${kind}/preferredDuringSchedulingIgnoredDuringExecution/${i}/podAffinityTerm/topologyKey`,
      };
    }
  }
}
