import { Phase } from './phases';
import { quoted, word } from './shell';
import { inBash, WAIT_SECONDS, applyStep, byHand, checkStep, deleteStep, ifThere, kubectl, patchStep, reference, scaleStep, waitGone, waitStep } from './step';
import { ApiModel } from '../../kubernetes/api/model';
import { Manifest, ObjectReference, recordOf } from '../../kubernetes/manifest';
import { ordinalsOf, podTemplateOf, replicasOf, retentionOf } from '../../kubernetes/workload';
import { namespaceOf } from '../../manifest/inventory';
import { PlanStep } from '../../reports/plan';
import { claimNames, listed } from '../changes/claim-effects';
import { sameTemplate } from '../changes/same-template';

const OWNERS_SECONDS = 120;

/** What a pod may need to start, apart from what its manifest says. */
const START_SECONDS = 300;

export function setReference(set: Manifest): ObjectReference {
  return reference('StatefulSet', namespaceOf(set), String(set.metadata?.name));
}

export function podNames(set: Manifest): string[] {
  return listed(ordinalsOf(set)).map(ordinal => `${set.metadata?.name}-${ordinal}`);
}

/** Claims must outlive the set and its pods, whatever its policy says. */
export function keepClaims(set: Manifest): PlanStep[] {
  const { whenDeleted, whenScaled } = retentionOf(set);
  if (whenDeleted !== 'Delete' && whenScaled !== 'Delete') { return []; }
  return [
    retain(set, 'Keep the claims when the set goes', { whenDeleted: 'Retain', whenScaled: 'Retain' }),
    ...claimNames(set).map(name => waitForFreedom(reference('PersistentVolumeClaim', namespaceOf(set), name))),
  ];
}

/** What `keepClaims` changed, as a manifest has it. */
export function retainAsWritten(set: Manifest): PlanStep[] {
  const { whenDeleted, whenScaled } = retentionOf(set);
  return [retain(set, 'Set the retention policy to what the manifest says', { whenDeleted, whenScaled })];
}

function retain(set: Manifest, title: string, persistentVolumeClaimRetentionPolicy: object): PlanStep {
  return patchStep(title, setReference(set), { spec: { persistentVolumeClaimRetentionPolicy } });
}

/** The controller takes its name off a claim that it shall not delete any more. */
function waitForFreedom(claim: ObjectReference): PlanStep {
  const ask = `owners="$(kubectl get pvc ${word(claim.name)} -n ${word(claim.namespace!)} -o jsonpath='{.metadata.ownerReferences}')" || exit 1`;
  const loop = `for ((i = 0; i < ${OWNERS_SECONDS}; i++)); do ${ask}; [ -n "$owners" ] || exit 0; sleep 1; done; echo "still owned: $owners" >&2; exit 1`;
  return {
    title: `Wait until claim ${claim.name} belongs to nobody`,
    action: 'wait',
    object: claim,
    wait: { for: 'jsonpath={.metadata.ownerReferences}=', timeoutSeconds: OWNERS_SECONDS },
    ...inBash(`bash -c ${quoted(loop)}`),
  };
}

/** Scales to nothing and waits for every pod to be gone, the last one first: nobody writes from here on. */
export function stopPods(set: Manifest, replicas?: number): PlanStep[] {
  return [
    scaleStep('Stop the pods; from here on the system is down', setReference(set), 0, replicas),
    ...podNames(set).reverse().map(pod => waitPodGone(set, pod)),
  ];
}

export function waitPodGone(set: Manifest, pod: string): PlanStep {
  return waitGone(`Wait until pod ${pod} is gone`, reference('Pod', namespaceOf(set), pod), WAIT_SECONDS + graceOf(set));
}

/** Deletes only the set: pods and claims stay. */
export function deleteSet(set: Manifest): PlanStep[] {
  return [deleteStep('Delete the set and nothing else: its pods and claims stay', setReference(set), '--cascade=orphan')];
}

/** The old set as it was, whether it is still there or not. A number left to the default would stay at zero. */
export function restoreSet(set: Manifest): PlanStep[] {
  const counted = { ...set, spec: { ...recordOf(set.spec), replicas: replicasOf(set) } };
  return [applyStep('Create the set as it was, or give it its pods back', setReference(set), [counted]), ...waitReady(set)];
}

/** What the new set needs once it is there, and how it goes away again with its claims kept. */
export function replaceSet(set: Manifest, title: string, options: { readonly more?: readonly PlanStep[]; readonly mustStop: boolean }): Phase {
  const isChange = ({ action }: PlanStep) => action === 'patch' || action === 'scale';
  const back = [...keepClaims(set), ...options.mustStop ? stopPods(set) : []];
  return {
    steps: [applyStep(title, setReference(set), [set]), ...waitReady(set), ...options.more ?? []],
    back: [...back.map(step => isChange(step) ? ifThere(step) : step), ...deleteSet(set)],
  };
}

/** The new set with the pods of the old one: members that shall go are decommissioned first, in a change of its own. */
export function withOldPods(before: Manifest, after: Manifest): Manifest {
  const [old, next] = [ordinalsOf(before), ordinalsOf(after)];
  if (old.first === next.first && old.last <= next.last) { return after; }
  const { ordinals, ...spec } = recordOf(after.spec);
  return { ...after, spec: { ...spec, replicas: replicasOf(before), ...old.first > 0 && { ordinals: { start: old.first } } } };
}

/** `rollout status` also waits for a new template to reach every pod; it knows no OnDelete. */
export function waitReady(set: Manifest): PlanStep[] {
  const replicas = replicasOf(set);
  if (replicas === 0) { return []; }
  const object = setReference(set);
  const title = `Wait until ${replicas === 1 ? 'the pod is' : `all ${replicas} pods are`} Ready`;
  const step = waitStep(title, object, { path: '{.status.readyReplicas}', value: String(replicas), timeoutSeconds: readySeconds(set) });
  if (isOnDelete(set)) { return [step]; }
  return [kubectl({ title, action: 'wait', object, verb: ['rollout', 'status'], options: [`--timeout=${step.wait!.timeoutSeconds}s`] }, { wait: step.wait })];
}

/** One pod after the other. */
function readySeconds(set: Manifest): number {
  const { minReadySeconds } = recordOf(set.spec);
  return Math.max(WAIT_SECONDS, replicasOf(set) * (START_SECONDS + graceOf(set) + secondsOf(minReadySeconds, 0)));
}

/** How long a pod may take to stop. */
export function graceOf(workload: Manifest): number {
  return secondsOf(podTemplateOf(workload)?.spec.terminationGracePeriodSeconds, 30);
}

function secondsOf(value: unknown, fallback: number): number {
  return typeof value === 'number' && value >= 0 && value < 1e6 ? value : fallback;
}

function isOnDelete(set: Manifest): boolean {
  return recordOf(recordOf(set.spec).updateStrategy).type === 'OnDelete';
}

/** Pods know the name of their Service from their start. A new template restarts them anyway. */
export function restartPods(before: Manifest, after: Manifest, model: ApiModel): PlanStep[] {
  const object = setReference(after);
  const partition = recordOf(recordOf(recordOf(after.spec).updateStrategy).rollingUpdate).partition;
  if (isOnDelete(after) || (typeof partition === 'number' && partition > ordinalsOf(after).first)) {
    return [byHand('Delete the pods one by one, the highest ordinal first, each when the one before is Ready again: they get their new DNS names only when they start', object)];
  }
  if (!sameTemplate(before, after, model)) { return []; }
  return [
    kubectl({
      title: 'Restart the pods one after the other: they get their new DNS names only when they start',
      action: 'restart',
      object,
      verb: ['rollout', 'restart'],
    }),
    ...waitReady(after),
  ];
}

/** The claims as they are, to look at. */
export function showClaims(title: string, set: Manifest, names: readonly string[]): PlanStep[] {
  return names.length === 0 ? [] : [checkStep(title, setReference(set), ['kubectl', 'get', 'persistentvolumeclaim', ...names, '-n', namespaceOf(set)])];
}
