import { quoted, word } from './shell';
import { inBash, PlanStep, applyStep, byHand, checkStep, deleteStep, expectStep, kubectl, patchStep, reference, scaleStep, waitGone, waitStep } from './step';
import { namespaceOf } from '../../manifest/inventory';
import { Manifest, ObjectReference, recordOf } from '../../manifest/manifest';
import { ordinalsOf, podTemplateOf, replicasOf } from '../../manifest/workload';
import { claimNames, listed, retentionOf } from '../claim-effects';

const OWNERS_SECONDS = 120;

export function setReference(set: Manifest): ObjectReference {
  return reference('StatefulSet', namespaceOf(set), String(set.metadata?.name));
}

export function podNames(set: Manifest): string[] {
  return listed(ordinalsOf(set)).map(ordinal => `${set.metadata?.name}-${ordinal}`);
}

/** A plan names pods and claims by their ordinals, so it must know how many there are. */
export function expectReplicas(set: Manifest): PlanStep {
  const replicas = replicasOf(set);
  const title = `See that the set has ${replicas} ${replicas === 1 ? 'replica' : 'replicas'}, as in the old manifests; if not, write the number there and plan again`;
  return expectStep(title, setReference(set), { path: '{.spec.replicas}', value: String(replicas) });
}

/** Claims must outlive the set and its pods, whatever its policy says. */
export function keepClaims(set: Manifest): PlanStep[] {
  const { whenDeleted, whenScaled } = retentionOf(set);
  if (whenDeleted !== 'Delete' && whenScaled !== 'Delete') { return []; }
  return [
    patchStep('Keep the claims when the set goes', setReference(set), {
      spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' } },
    }),
    ...claimNames(set).map(name => waitForFreedom(reference('PersistentVolumeClaim', namespaceOf(set), name))),
  ];
}

/** The controller takes its name off a claim that it shall not delete any more. */
function waitForFreedom(claim: ObjectReference): PlanStep {
  const ask = `kubectl get pvc ${word(claim.name)} -n ${word(claim.namespace!)} -o jsonpath='{.metadata.ownerReferences}'`;
  return {
    title: `Wait until claim ${claim.name} belongs to nobody`,
    action: 'wait',
    object: claim,
    wait: { for: 'jsonpath={.metadata.ownerReferences}=', timeoutSeconds: OWNERS_SECONDS },
    ...inBash(`timeout ${OWNERS_SECONDS} bash -c ${quoted(`while [ -n "$(${ask})" ]; do sleep 1; done`)}`),
  };
}

/** Scales to nothing and waits for every pod to be gone: nobody writes from here on. */
export function stopPods(set: Manifest): PlanStep[] {
  return [
    scaleStep('Stop the pods; from here on the system is down', setReference(set), 0),
    ...podNames(set).map(pod => waitGone(`Wait until pod ${pod} is gone`, reference('Pod', namespaceOf(set), pod))),
  ];
}

/** Deletes only the set: pods and claims stay. */
export function deleteSet(set: Manifest): PlanStep[] {
  return [deleteStep('Delete the set and nothing else: its pods and claims stay', setReference(set), '--cascade=orphan')];
}

export function createSet(set: Manifest, title = 'Create the set again, as the new manifests have it', followers: readonly PlanStep[] = []): PlanStep[] {
  return [applyStep(title, setReference(set), [set]), ...followers, ...waitReady(set)];
}

/** The new set with the pods of the old one: members that shall go are decommissioned first, in a change of its own. */
export function withOldPods(before: Manifest, after: Manifest): Manifest {
  const [old, next] = [ordinalsOf(before), ordinalsOf(after)];
  if (old.first === next.first && old.last <= next.last) { return after; }
  const { ordinals, ...spec } = recordOf(after.spec);
  return { ...after, spec: { ...spec, replicas: replicasOf(before), ...old.first > 0 && { ordinals: { start: old.first } } } };
}

/** `rollout status` also waits for a new template to reach every pod; it knows no OnDelete. */
function waitReady(set: Manifest): PlanStep[] {
  const replicas = replicasOf(set);
  if (replicas === 0) { return []; }
  const object = setReference(set);
  const title = `Wait until ${replicas === 1 ? 'the pod is' : `all ${replicas} pods are`} Ready`;
  const step = waitStep(title, object, { path: '{.status.readyReplicas}', value: String(replicas) });
  if (isOnDelete(set)) { return [step]; }
  return [kubectl({ title, action: 'wait', object, verb: ['rollout', 'status'], options: [`--timeout=${step.wait!.timeoutSeconds}s`] }, { wait: step.wait })];
}

function isOnDelete(set: Manifest): boolean {
  return recordOf(recordOf(set.spec).updateStrategy).type === 'OnDelete';
}

/** Pods that run must carry the labels by which the new set finds them. */
export function labelPods(before: Manifest, after: Manifest): PlanStep[] {
  const old = recordOf(podTemplateOf(before)?.metadata.labels);
  const next = recordOf(podTemplateOf(after)?.metadata.labels);
  const missing = Object.entries(next).filter(([key, value]) => old[key] !== value);
  if (missing.length === 0) { return []; }
  const options = [...missing.map(([key, value]) => `${key}=${value}`), '--overwrite'];
  return podNames(before).map(pod => kubectl({
    title: `Label pod ${pod} so that the new set takes it over`,
    action: 'label',
    object: reference('Pod', namespaceOf(before), pod),
    verb: ['label'],
    options,
  }, { patch: { metadata: { labels: Object.fromEntries(missing) } } }));
}

/** Pods know the name of their Service from their start. */
export function restartPods(set: Manifest): PlanStep[] {
  const object = setReference(set);
  const partition = recordOf(recordOf(recordOf(set.spec).updateStrategy).rollingUpdate).partition;
  if (isOnDelete(set) || (typeof partition === 'number' && partition > ordinalsOf(set).first)) {
    return [byHand('Delete the pods one by one, the highest ordinal first, each when the one before is Ready again: they get their new DNS names only when they start', object)];
  }
  return [
    kubectl({
      title: 'Restart the pods one after the other: they get their new DNS names only when they start',
      action: 'restart',
      object,
      verb: ['rollout', 'restart'],
    }),
    ...waitReady(set),
  ];
}

/** The claims as they are, to look at. */
export function showClaims(title: string, set: Manifest, names: readonly string[]): PlanStep[] {
  return names.length === 0 ? [] : [checkStep(title, setReference(set), ['kubectl', 'get', 'persistentvolumeclaim', ...names, '-n', namespaceOf(set)])];
}
