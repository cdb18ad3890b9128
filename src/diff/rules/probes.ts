import { isDatabase } from './database-image';
import { podsOf } from './pod-volumes';
import { lastingWriters } from './program';
import { isRecord, textOf } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** A pause of this many seconds is nothing to a database under load: a checkpoint, a failover, a disk that is slow. */
const PAUSE = 60;

/** A probe that answers within this many seconds is in time. */
const ANSWER = 5;

/** A probe kills a database that is only slow, or still recovers. */
function killedSooner(update: Update): ChangeStatement[] {
  const pods = podsOf(update);
  if (!pods) { return []; }
  const writes = lastingWriters(pods.next, pods.sources.after);
  return pods.containers.filter(({ after }) => isDatabase(after.image) && (update.after.kind === 'StatefulSet' || writes(after)))
    .flatMap(({ before, after, path }) => [...impatience(before, after, path), ...shorterStart(before, after, path)]);
}

type Container = Record<string, any>;

function impatience(before: Container, after: Container, path: string): ChangeStatement[] {
  const [old, next] = [before.livenessProbe, after.livenessProbe];
  if (!isRecord(old) || !isRecord(next)) { return []; }
  const part = `${textOf(after.name)}.liveness`;
  const [long, short] = [old, next].map(patienceOf);
  if (short < long && short < PAUSE) {
    return [{ path: `${path}/livenessProbe`, part, message: `'${textOf(after.image)}' is killed once it has not answered for ${short} seconds, ${long} before: a pause under load is enough` }];
  }
  const [slow, fast] = [old, next].map(({ timeoutSeconds = 1 }) => timeoutSeconds);
  return fast < slow && fast < ANSWER
    ? [{ path: `${path}/livenessProbe`, part, message: `'${textOf(after.image)}' must answer its liveness probe within ${fast} second${fast === 1 ? '' : 's'}, ${slow} before: under load it is killed` }]
    : [];
}

/** Where nobody waits for the start, the liveness probe counts from the start on. */
function shorterStart(before: Container, after: Container, path: string): ChangeStatement[] {
  const [old, next] = [before, after].map(({ startupProbe }) => startupProbe);
  if (!isRecord(old) || !isRecord(after.livenessProbe)) { return []; }
  const left = isRecord(next) ? patienceOf(next) : (after.livenessProbe.initialDelaySeconds ?? 0) + patienceOf(after.livenessProbe);
  if (left >= patienceOf(old)) { return []; }
  return [{
    path: `${path}/startupProbe`,
    part: `${textOf(after.name)}.startup`,
    message: `'${textOf(after.image)}' is killed if it does not answer ${left} seconds after its start, ${patienceOf(old)} before: `
      + 'if it recovers for longer, it is killed each time, and never comes up',
  }];
}

/** How long a probe fails until the container is killed, in seconds. */
function patienceOf({ periodSeconds = 10, failureThreshold = 3 }: Container): number {
  return periodSeconds * failureThreshold;
}

export const PROBE_DANGERS: readonly Rule[] = [{
  id: 'database-killed-sooner',
  title: 'Probes that kill a database sooner',
  effect: 'restart',
  kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet'],
  fields: 'livenessProbe (failureThreshold × periodSeconds, below 60 seconds; timeoutSeconds below 5), startupProbe, of pods that run a database',
  why: 'a liveness probe does not tell a database that is slow from one that hangs: the kubelet kills it under load, when it is needed most. While it recovers after that it does not answer '
    + 'either, so without the time of a startupProbe it is killed again and again',
  fix: 'keep the time; measure how long the database takes to recover and to answer under load before it gets less. What shall only keep clients away is a readinessProbe',
  updated: killedSooner,
}];
