import { Sentence } from './description';
import { Facts } from './facts';
import { podCount } from './pod-count';
import { emptyDirs } from './pod-volumes';
import { graceOf } from './what-runs';
import { counted, enumerated, fullName } from './words';
import { recordOf, textOf } from '../kubernetes/manifest';
import { replicasOf } from '../kubernetes/workload';
import { evictable } from '../manifest/quorum';
import { expectedPods } from '../manifest/references/expected-pods';
import { Pods } from '../manifest/references/pods';

/** What the drain of a node may do to the pods. */
export function whatDrainsDo(pods: Pods, facts: Facts): Sentence[] {
  const { workload, template } = pods;
  const flags = emptyDirs(template).length > 0 ? [{ text: '`kubectl drain` refuses unless it is told --delete-emptydir-data: the pods have emptyDir volumes.' }] : [];
  switch (workload.kind) {
    case 'DaemonSet': return [{ text: '`kubectl drain` needs --ignore-daemonsets, and leaves the pod on its node.' }];
    case 'Pod': return [{ text: '`kubectl drain` refuses unless it is told --force: the pod has no controller, and is gone then.' }, ...budgets(pods, facts)];
    case 'Job': case 'CronJob': return [{ text: 'A drain stops a pod that runs; another one begins anew elsewhere.' }, ...budgets(pods, facts), ...flags];
    default: return replicasOf(workload) === 0 ? [] : [...budgets(pods, facts), ...flags];
  }
}

function budgets(pods: Pods, facts: Facts): Sentence[] {
  const { references } = facts;
  const all = references.selectionsFor('protects').filter(selection => references.selects(selection, pods));
  if (all.length === 0) { return ['Pod', 'Job', 'CronJob'].includes(pods.workload.kind) ? [] : withoutBudget(pods, facts); }
  if (all.length > 1) {
    return [{
      text: `${enumerated(all.map(({ from }) => `PodDisruptionBudget ${fullName(from)}`))} select the same pods: every eviction is refused with an error, and a drain never ends.`,
      human: 'Before the next drain: leave one PodDisruptionBudget for these pods.',
    }];
  }
  const [{ from: { spec }, from }] = all;
  const { least, most } = podCount(pods, facts);
  const count = expectedPods(references.pods.select(all[0].selector, all[0].namespaces[0]), references);
  const gone = count === undefined ? undefined : evictable(recordOf(spec), count);
  const budget = `PodDisruptionBudget ${fullName(from)}`;
  const field = recordOf(spec).maxUnavailable === undefined ? `minAvailable: ${textOf(recordOf(spec).minAvailable)}` : `maxUnavailable: ${textOf(recordOf(spec).maxUnavailable)}`;
  if (gone === undefined) { return [{ text: `${budget} (${field}) bounds what drains evict at a time.` }, ...unhealthy(recordOf(spec), facts)]; }
  if (gone <= 0) {
    return [{
      text: `A drain never evicts a pod: ${budget} (${field}) allows no disruption of ${counted(count!, 'pod')}. The drain waits until somebody ends it.`,
      human: `When a drain waits: delete the pod yourself when its loss is acceptable, or change ${budget}.`,
    }];
  }
  return [
    { text: `Drains may evict ${gone} of ${least < most ? 'at most ' : ''}${counted(count!, 'pod')} at a time (${budget}, ${field}); the next eviction waits until enough are ready again. Each has ${graceOf(pods.template)} to stop.` },
    ...unhealthy(recordOf(spec), facts),
  ];
}

function withoutBudget(pods: Pods, facts: Facts): Sentence[] {
  const { template } = pods;
  const { least, most: count } = podCount(pods, facts);
  return [{
    text: count === 1 ? `A drain stops the only pod: nothing answers until it is ready elsewhere. It has ${graceOf(template)} to stop.`
      : `No PodDisruptionBudget: a drain stops all pods on its node at once, and drains of several nodes ${least < count ? 'all' : count === 2 ? 'both' : `all ${count}`}. Each has ${graceOf(template)} to stop.`,
  }];
}

/** @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy */
function unhealthy({ unhealthyPodEvictionPolicy }: Record<string, any>, { model }: Facts): Sentence[] {
  return unhealthyPodEvictionPolicy === 'AlwaysAllow' && !model.isOff('PDBUnhealthyPodEvictionPolicy')
    ? [{ text: 'Pods that are not ready may always be evicted.' }]
    : [{
      text: 'A pod that runs and is not ready is evicted only while enough others are ready: a broken pod can make a drain wait.',
      human: 'When a drain waits for a pod that is not ready: repair it, or delete it yourself.',
    }];
}
