import { Manifest, recordOf, textOf } from '../../kubernetes/manifest';
import { ordinalsOf, replicasOf } from '../../kubernetes/workload';
import { Effect } from '../../reports/change';

/** Who restarts, in what order, how many at once. */
export interface Rollout {
  readonly effect: Effect;
  readonly message: string;
}

/**
 * What a changed pod template does to the pods that run.
 *
 * @param before the workload until now: ordinals that come with the same change have nothing to restart
 */
export function rolloutOf(workload: Manifest, before: Manifest = workload): Rollout {
  switch (workload.kind) {
    case 'StatefulSet': return statefulSet(workload, before);
    case 'Deployment': return deployment(workload);
    case 'DaemonSet': return daemonSet(workload);
    case 'CronJob': return { effect: 'in-place', message: 'the next run uses the new template; runs that go on keep the old one' };
    case 'ReplicaSet': case 'ReplicationController':
      return { effect: 'in-place', message: 'only new pods get the new template; pods that run keep the old one' };
    default: return { effect: 'in-place', message: 'the pods that run are not touched' };
  }
}

/** The pods of a set that restart one after the other for a changed template: from the highest ordinal down to the lowest; undefined if none do. */
export function restartedOrdinals(set: Manifest, before: Manifest = set): { readonly from: number; readonly to: number } | undefined {
  const { type, rollingUpdate } = recordOf(recordOf(set.spec).updateStrategy);
  const [old, next] = [ordinalsOf(before), ordinalsOf(set)];
  const from = Math.min(old.last, next.last);
  const to = Math.max(old.first, next.first, Number(recordOf(rollingUpdate).partition ?? 0));
  return type === 'OnDelete' || replicasOf(set) === 0 || to > from ? undefined : { from, to };
}

function statefulSet(set: Manifest, before: Manifest): Rollout {
  const { type, rollingUpdate } = recordOf(recordOf(set.spec).updateStrategy);
  if (type === 'OnDelete') { return { effect: 'in-place', message: 'OnDelete: each pod gets the new template when somebody deletes it' }; }
  const [old, next] = [ordinalsOf(before), ordinalsOf(set)];
  if (replicasOf(set) === 0 || Math.min(old.last, next.last) < Math.max(old.first, next.first)) { return { effect: 'in-place', message: 'no pods run' }; }
  const ordinals = restartedOrdinals(set, before);
  if (!ordinals) { return { effect: 'in-place', message: `partition ${recordOf(rollingUpdate).partition} keeps every pod as it is` }; }
  const { from: last, to: lowest } = ordinals;
  if (lowest === last) { return { effect: 'restart', message: `pod ${last} restarts` }; }
  return { effect: 'restart', message: `pods ${last} down to ${lowest} restart, one at a time, each after the one before is Ready` };
}

/** Which pods a workload kept on an older template until now and brings up to date; undefined if none. */
export function releasedPods({ before, after }: { readonly before: Manifest; readonly after: Manifest }): string | undefined {
  if (replicasOf(after) === 0) { return undefined; }
  if (after.kind === 'Deployment') { return isPaused(before) && !isPaused(after) ? 'it is paused no longer: the pods take the newest template, and are replaced if an older one was kept until now' : undefined; }
  if (after.kind !== 'StatefulSet') { return undefined; }
  const { first, last } = ordinalsOf(after);
  const [held, holds] = [heldBelow(before), heldBelow(after)];
  const [from, to] = [Math.min(last, held - 1), Math.max(first, holds)];
  if (from < to) { return undefined; }
  const pods = from === to ? `pod ${from}` : `pods ${from} down to ${to}`;
  return `${pods} ${from === to ? 'takes' : 'take'} the newest template, and ${from === to ? 'restarts' : 'restart'} if an older one was kept until now`;
}

/** The ordinal below which pods keep their template. */
function heldBelow(set: Manifest): number {
  const { type, rollingUpdate } = recordOf(recordOf(set.spec).updateStrategy);
  return type === 'OnDelete' ? Infinity : Number(recordOf(rollingUpdate).partition ?? 0);
}

function isPaused({ spec }: Manifest): boolean {
  return recordOf(spec).paused === true;
}

function deployment(workload: Manifest): Rollout {
  const { type, rollingUpdate } = recordOf(recordOf(workload.spec).strategy);
  if (replicasOf(workload) === 0) { return { effect: 'in-place', message: 'no pods run' }; }
  if (isPaused(workload)) { return { effect: 'in-place', message: 'the Deployment is paused: no pod gets the new template until paused is false' }; }
  if (type === 'Recreate') { return { effect: 'restart', message: `all ${replicasOf(workload)} pods stop, then the new ones start` }; }
  const { maxUnavailable = '25%', maxSurge = '25%' } = recordOf(rollingUpdate);
  return { effect: 'restart', message: `pods are replaced with at most ${maxUnavailable} missing and ${maxSurge} too many at a time` };
}

function daemonSet(workload: Manifest): Rollout {
  const { type, rollingUpdate } = recordOf(recordOf(workload.spec).updateStrategy);
  if (type === 'OnDelete') { return { effect: 'in-place', message: 'OnDelete: each pod gets the new template when somebody deletes it' }; }
  const { maxUnavailable = 1, maxSurge = 0 } = recordOf(rollingUpdate);
  return {
    effect: 'restart',
    message: parseInt(textOf(maxSurge), 10) > 0
      ? `on each node a new pod starts beside the old one, which stops once the new one is Ready, on at most ${maxSurge} nodes at a time`
      : `pods restart node by node, at most ${maxUnavailable} at a time`,
  };
}
