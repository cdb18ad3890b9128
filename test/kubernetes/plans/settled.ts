import { LiveObject, hasCondition, isGoing, isObserved } from '../../../scripts/kubernetes/live-object';

/** By the kind: whether controllers have done what its spec says. Kinds that are not here are what they are. */
const SETTLED: Readonly<Record<string, (object: LiveObject, volumes: readonly LiveObject[]) => boolean>> = {
  StatefulSet: set => isObserved(set) && hasAll(set, 'replicas', 'readyReplicas') && (isRolledOut(set) || set.spec.updateStrategy.type === 'OnDelete'),
  Deployment: deployment => isObserved(deployment) && hasAll(deployment, 'replicas', 'readyReplicas', 'updatedReplicas'),
  Job: job => job.spec.suspend === true || ['Complete', 'Failed'].some(type => hasCondition(job, type)),
  Pod: pod => !isGoing(pod) && (['Succeeded', 'Failed'].includes(pod.status.phase) || hasCondition(pod, 'Ready')),
  PersistentVolumeClaim: (claim, volumes) => !isGoing(claim) && claim.status.phase === 'Bound'
    && volumes.some(({ metadata, status }) => metadata.name === claim.spec.volumeName && status.phase === 'Bound'),
};

/** @param volumes that claims may be bound to */
export function isSettled(object: LiveObject, volumes: readonly LiveObject[]): boolean {
  return SETTLED[object.kind!]?.(object, volumes) ?? true;
}

function hasAll({ spec, status }: LiveObject, ...counts: string[]): boolean {
  return counts.every(count => (status[count] ?? 0) === spec.replicas);
}

function isRolledOut({ status }: LiveObject): boolean {
  return status.currentRevision === status.updateRevision;
}
