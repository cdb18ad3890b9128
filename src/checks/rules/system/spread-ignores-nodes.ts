import { WEB, workloadYaml } from './examples';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { podTemplateOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { show } from '../../../reports/show';
import { Check } from '../../engine/check';

/** Workloads whose pods replace one another, so that it matters how many of them are on one node. */
const KINDS = ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'];

const example = (...lines: string[]) => workloadYaml('Deployment', 'web', [
  WEB,
  'topologySpreadConstraints:',
  '  - {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: web}}}',
  ...lines,
], 'replicas: 3');

export const spreadIgnoresNodes: Check = {
  id: 'spread-ignores-nodes',
  why: 'a node that lacks the key of one ScheduleAnyway constraint counts for none of them; where no node has it, all pods may be on one node',
  severity: 'info',
  run: function* (inventory, { cluster }) {
    for (const workload of KINDS.flatMap(kind => inventory.ofKind(kind))) {
      for (const { key, path } of hasSeveralPods(workload) ? softConstraints(workload) : []) {
        const nodesHave = cluster.nodesHave(key);
        if (nodesHave) { continue; }
        yield {
          object: workload,
          path,
          severity: nodesHave === false ? 'warning' : 'info',
          message: `${titleOf(workload)} prefers to be spread over ${show(key)}; where nodes have no such label, its pods are not spread over nodes either`,
          fix: 'write kubernetes.io/hostname as the only ScheduleAnyway constraint and the other key as preferred podAntiAffinity, or declare that every node has the label',
          declaration: { nodeLabels: [key] },
        };
      }
    }
  },
  bad: example('  - {maxSkew: 1, topologyKey: topology.kubernetes.io/zone, whenUnsatisfiable: ScheduleAnyway, labelSelector: {matchLabels: {app: web}}}'),
  good: example(
    'affinity:',
    '  podAntiAffinity:',
    '    preferredDuringSchedulingIgnoredDuringExecution:',
    '      - {weight: 100, podAffinityTerm: {topologyKey: topology.kubernetes.io/zone, labelSelector: {matchLabels: {app: web}}}}',
  ),
};

/** Without `replicas` there may be an autoscaler. */
function hasSeveralPods({ spec }: Manifest): boolean {
  const replicas = recordOf(spec).replicas ?? 2;
  return typeof replicas === 'number' && replicas > 1;
}

/** Constraints that the scheduler keeps if it can. */
function softConstraints(workload: Manifest): { key: string; path: string }[] {
  const template = podTemplateOf(workload);
  return listOf(template?.spec.topologySpreadConstraints).flatMap((constraint, index) =>
    isRecord(constraint) && constraint.whenUnsatisfiable === 'ScheduleAnyway' && typeof constraint.topologyKey === 'string'
      ? [{ key: constraint.topologyKey, path: `${template!.path}/spec/topologySpreadConstraints/${index}` }]
      : []);
}
