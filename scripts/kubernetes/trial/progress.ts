import { LiveObject, hasCondition, isGoing } from '../live-object';

const READY = 'is ready';

/** How far the members of a database are. */
export interface Progress {
  /** In one line. */
  readonly line: string;
  readonly isReady: boolean;
}

/** @param pods of the namespace, others, too */
export function progressOf(pods: readonly LiveObject[], set: string, members: number): Progress {
  const states = Array.from({ length: members }, (_, ordinal) => {
    const name = `${set}-${ordinal}`;
    return { name, state: stateOf(pods.find(({ metadata }) => metadata.name === name)) };
  });
  return { line: states.map(({ name, state }) => `${name} ${state}`).join(', '), isReady: states.every(({ state }) => state === READY) };
}

function stateOf(pod?: LiveObject): string {
  if (!pod) { return 'is not made yet'; }
  if (isGoing(pod)) { return 'ends'; }
  if (hasCondition(pod, 'Ready')) { return READY; }
  if (!pod.spec.nodeName) { return 'waits for a node'; }
  const { initContainerStatuses = [], containerStatuses = [] } = pod.status ?? {};
  // Of a container that cannot be started the kubelet says why. These two only say that it is not their turn.
  const reasons: ReadonlyArray<string | undefined> = [...initContainerStatuses, ...containerStatuses].map(({ state }) => state?.waiting?.reason);
  const reason = reasons.find(one => one && !['PodInitializing', 'ContainerCreating'].includes(one));
  if (reason) { return `waits (${reason})`; }
  return pod.status?.phase === 'Running' ? 'runs' : 'starts';
}
