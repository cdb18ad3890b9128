import { ensembleWithBudget } from './examples';
import { shareOf } from '../../../kubernetes/formats/percent';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { replicasOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Pods } from '../../../manifest/references/pods';
import { Check, CheckContext } from '../../engine/check';

export const evictionBlocked: Check = {
  id: 'eviction-blocked',
  why: 'a PodDisruptionBudget that allows no disruption stops every drain of a node: upgrades of the cluster hang, or are forced and hurt',
  severity: 'warning',
  run: function* (_, { references }) {
    const countFor = oncePerKey((pods: readonly Pods[]) => countOf(pods, references));
    for (const selection of references.selectionsFor('protects')) {
      const count = countFor(references.pods.select(selection.selector, selection.namespaces[0]));
      const blocking = count === undefined ? undefined : blockingField(recordOf(selection.from.spec), count);
      if (!blocking) { continue; }
      yield {
        object: selection.from,
        path: `/spec/${blocking}`,
        message: `${titleOf(selection.from)} has ${blocking}: ${recordOf(selection.from.spec)[blocking]} for ${count} `
          + `pod${count === 1 ? '' : 's'}, so none of them may ever be evicted`,
        fix: 'write maxUnavailable: 1; for a single pod leave the budget out, or run more replicas',
      };
    }
  },
  bad: ensembleWithBudget('minAvailable: 3'),
  good: ensembleWithBudget('maxUnavailable: 1'),
};

/** Kinds whose manifests say how many pods there are. */
const COUNTED = ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'];

/** How many pods the workloads want; undefined if that cannot be foreseen, or there are none. */
function countOf(pods: readonly Pods[], references: CheckContext['references']): number | undefined {
  if (pods.length === 0 || !pods.every(({ workload }) => COUNTED.includes(workload.kind))) { return undefined; }
  const counts = pods.map(({ workload }) => Math.max(replicasOf(workload), scaledTo(workload, references)));
  return counts.reduce((sum, count) => sum + count, 0) || undefined;
}

/** The most that an autoscaler makes of the workload. */
function scaledTo(workload: Manifest, references: CheckContext['references']): number {
  return references.to(workload)
    .filter(({ relation }) => relation === 'scales')
    .map(({ from }) => recordOf(from.spec).maxReplicas)
    .reduce((most, count) => typeof count === 'number' ? Math.max(most, count) : most, 0);
}

function blockingField({ minAvailable, maxUnavailable }: Record<string, any>, count: number): string | undefined {
  const allowed = shareOf(maxUnavailable, count);
  if (allowed !== undefined) { return allowed === 0 ? 'maxUnavailable' : undefined; }
  const needed = shareOf(minAvailable, count);
  return needed !== undefined && needed >= count ? 'minAvailable' : undefined;
}
