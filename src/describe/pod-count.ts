import { Facts } from './facts';
import { recordOf } from '../kubernetes/manifest';
import { replicasOf } from '../kubernetes/workload';
import { Pods } from '../manifest/references/pods';

/** How many pods a workload has: as many as it says, or between two numbers where an autoscaler decides. */
export interface PodCount {
  readonly least: number;
  readonly most: number;
}

export function podCount({ workload }: Pods, { references }: Facts): PodCount {
  const count = replicasOf(workload);
  const scaler = references.to(workload).find(({ relation }) => relation === 'scales');
  const { minReplicas = 1, maxReplicas } = recordOf(scaler?.from.spec);
  // A workload that is scaled to nothing is left alone.
  return count > 0 && typeof minReplicas === 'number' && typeof maxReplicas === 'number' ? { least: minReplicas, most: maxReplicas } : { least: count, most: count };
}
