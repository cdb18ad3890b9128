import { podsOf } from './pod-volumes';
import { isRecord, listOf, textOf } from '../../kubernetes/manifest';
import { groupBy } from '../../manifest/group-by';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** Variables that stood twice in a container, and stand there once: `kubectl apply` takes both away. */
function lostVariables(update: Update): ChangeStatement[] {
  const pods = podsOf({ ...update, before: update.given.before, after: update.given.after });
  return (pods?.containers ?? []).flatMap(({ before, after, path }) => {
    const [old, next] = [before, after].map(({ env }) => groupBy(listOf(env).filter(isRecord), ({ name }) => textOf(name)));
    return [...old].filter(([name, variables]) => variables.length > (next.get(name)?.length ?? Infinity)).map(([name]) => ({
      path: `${path}/env`,
      part: `${textOf(after.name)}.${name}`,
      message: `${name} stood twice in container '${textOf(after.name)}': kubectl apply without --server-side, and Helm 3, take every ${name} away with the second one, and the new pods start without it`,
    }));
  });
}

export const TWICE_DANGERS: readonly Rule[] = [{
  id: 'variable-lost-with-its-double',
  title: 'A variable that stood twice in a container',
  effect: 'restart',
  kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'CronJob'],
  fields: 'env: one of two variables of one name is removed or renamed',
  why: 'a patch finds the items of a list by their names: it deletes the name that is gone, and with it the variable that stays. The next apply brings it back. Server-side apply loses nothing',
  fix: 'apply this once with kubectl apply --server-side --force-conflicts; or apply twice and expect two rollouts, the first without the variable',
  updated: lostVariables,
}];
