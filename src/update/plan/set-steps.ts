import { namespaceOf } from '../../manifest/inventory';
import { Manifest, ObjectReference, recordOf } from '../../manifest/manifest';
import { ordinalsOf, podTemplateOf, replicasOf } from '../../manifest/workload';
import { claimNames, listed, retentionOf } from '../claim-effects';
import { PlanStep, applyStep, checkStep, deleteStep, patchStep, quoted, reference, scaleStep, target, waitGone, waitStep } from './step';

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
  const object = setReference(set);
  const names = claimNames(set);
  const owners = names.map(name => `kubectl get pvc ${name} -n ${object.namespace} -o jsonpath='{.metadata.ownerReferences}'`).join('; ');
  return [
    patchStep('Keep the claims when the set goes', object, {
      spec: { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' } },
    }),
    {
      ...checkStep('Wait until no claim belongs to the set any more', object, `timeout 120 bash -c ${quoted(`while [ -n "$(${owners})" ]; do sleep 1; done`)}`),
      action: 'wait',
    },
  ];
}

/** Scales to nothing and waits for every pod to be gone: nobody writes from here on. */
export function stopPods(set: Manifest): PlanStep[] {
  const object = setReference(set);
  return [
    scaleStep('Stop the pods; from here on the system is down', object, 0),
    ...podNames(set).map(pod => waitGone(`Wait until pod ${pod} is gone`, reference('Pod', namespaceOf(set), pod))),
  ];
}

/** Deletes only the set: pods and claims stay. */
export function deleteSet(set: Manifest): PlanStep[] {
  const object = setReference(set);
  return [deleteStep('Delete the set and nothing else: its pods and claims stay', object, '--cascade=orphan')];
}

export function createSet(set: Manifest, title = 'Create the set again, as the new manifests have it'): PlanStep[] {
  return [applyStep(title, setReference(set), [set]), ...waitReady(set)];
}

/** `rollout status` also waits for a new template to reach every pod; it knows no OnDelete. */
function waitReady(set: Manifest): PlanStep[] {
  const replicas = replicasOf(set);
  if (replicas === 0) { return []; }
  const object = setReference(set);
  const step = waitStep(`Wait until ${replicas === 1 ? 'the pod is' : `all ${replicas} pods are`} Ready`, object, '{.status.readyReplicas}', String(replicas));
  const isRolling = (recordOf(recordOf(set.spec).updateStrategy).type ?? 'RollingUpdate') === 'RollingUpdate';
  return [isRolling ? { ...step, command: `kubectl rollout status ${target(object)} --timeout=${step.wait!.timeoutSeconds}s` } : step];
}

/** Pods that run must carry the labels by which the new set finds them. */
export function labelPods(before: Manifest, after: Manifest): PlanStep[] {
  const old = recordOf(podTemplateOf(before)?.metadata.labels);
  const next = recordOf(podTemplateOf(after)?.metadata.labels);
  const missing = Object.entries(next).filter(([key, value]) => old[key] !== value);
  if (missing.length === 0) { return []; }
  const labels = missing.map(([key, value]) => `${key}=${value}`).join(' ');
  return podNames(before).map(pod => {
    const object = reference('Pod', namespaceOf(before), pod);
    return {
      title: `Label pod ${pod} so that the new set takes it over`,
      action: 'label',
      object,
      patch: { metadata: { labels: Object.fromEntries(missing) } },
      command: `kubectl label pod/${pod} -n ${object.namespace} ${labels} --overwrite`,
    };
  });
}

/** Pods know the name of their Service from their start. */
export function restartPods(set: Manifest): PlanStep[] {
  const object = setReference(set);
  return [
    {
      title: 'Restart the pods one after the other: they get their new DNS names only when they start',
      action: 'restart',
      object,
      command: `kubectl rollout restart statefulset/${object.name} -n ${object.namespace}`,
    },
    ...waitReady(set),
  ];
}
