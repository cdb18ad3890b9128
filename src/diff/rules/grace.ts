import { isDatabase } from './database-image';
import { podsOf } from './pod-volumes';
import { lastingWriters } from './program';
import { textOf } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** A database is killed sooner than before. */
function endsSooner(update: Update): ChangeStatement[] {
  const pods = podsOf(update);
  if (!pods) { return []; }
  const [old, next] = [pods.old, pods.next].map(({ spec }) => spec.terminationGracePeriodSeconds);
  if (typeof old !== 'number' || typeof next !== 'number' || next >= old) { return []; }
  const writes = lastingWriters(pods.next, pods.sources.after);
  const database = pods.containers.map(({ after }) => after).find(container => isDatabase(container.image) && (update.after.kind === 'StatefulSet' || writes(container)));
  return database === undefined ? [] : [{
    path: `${pods.next.path}/spec/terminationGracePeriodSeconds`,
    message: `'${textOf(database.image)}' gets ${next} second${next === 1 ? '' : 's'} to end, ${old} before: if it still writes then, it is killed, and has to recover when it starts again`,
  }];
}

export const GRACE_DANGERS: readonly Rule[] = [{
  id: 'database-ends-sooner',
  title: 'Less time for a database to end',
  effect: 'restart',
  kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet'],
  fields: 'terminationGracePeriodSeconds, of pods that run a database; 30 where nobody says it',
  why: 'a database writes out what it holds in memory, and hands its part over to other members, before it ends. The kubelet kills it when the time is over: it recovers at the next '
    + 'start, which takes longer, and what was not yet written out safely is lost',
  fix: 'keep the time; to shorten it, measure how long the program takes to end under load',
  updated: endsSooner,
}];
