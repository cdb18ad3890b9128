import { Pods } from './pods';
import { References } from './references';
import { Manifest, recordOf } from '../../kubernetes/manifest';
import { replicasOf } from '../../kubernetes/workload';

/** Kinds whose manifests say how many pods there are. */
const COUNTED = ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'];

/** How many pods the workloads want, as a disruption budget counts them; undefined if that cannot be foreseen, or there are none. */
export function expectedPods(pods: readonly Pods[], references: References): number | undefined {
  if (pods.length === 0 || !pods.every(({ workload }) => COUNTED.includes(workload.kind))) { return undefined; }
  const counts = pods.map(({ workload }) => Math.max(replicasOf(workload), scaledTo(workload, references)));
  return counts.reduce((sum, count) => sum + count, 0) || undefined;
}

/** The most that an autoscaler makes of the workload. */
function scaledTo(workload: Manifest, references: References): number {
  return references.to(workload)
    .filter(({ relation }) => relation === 'scales')
    .map(({ from }) => recordOf(from.spec).maxReplicas)
    .reduce((most, count) => typeof count === 'number' ? Math.max(most, count) : most, 0);
}
