import { podsOf } from './pod-volumes';
import { isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { replicasOf } from '../../kubernetes/workload';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** True if old and new members of a set meet: pods restart one after the other, and more than one runs. */
export function rollsOneByOne({ before, after }: Pick<Update, 'before' | 'after'>): boolean {
  if (after.kind !== 'StatefulSet' || recordOf(recordOf(after.spec).updateStrategy).type === 'OnDelete') { return false; }
  const [old, next] = [replicasOf(before), replicasOf(after)];
  return old > 0 && next > 0 && Math.max(old, next) > 1;
}

/** What tells the scripts of the presets to encrypt what members tell each other. */
const TLS = /^(REDIS|MYSQL|MARIADB|MONGO|ZOO|CASSANDRA)_TLS$/;

/** Members that speak TLS, and members that do not. */
function tlsSwitched(update: Update): ChangeStatement[] {
  const pods = rollsOneByOne(update) ? podsOf(update) : undefined;
  const hits = (pods?.containers ?? []).flatMap(({ before, after, path }) => {
    const [old, next] = [switchesOf(before), switchesOf(after)];
    return [...new Set([...old.keys(), ...next.keys()])].filter(name => old.has(name) !== next.has(name)).map(name => ({
      path: next.has(name) ? `${path}/env/${next.get(name)}` : `${path}/env`,
      part: name,
      before: old.has(name) ? 'with TLS' : 'without TLS',
      after: next.has(name) ? 'with TLS' : 'without TLS',
      message: `TLS is switched ${next.has(name) ? 'on' : 'off'}: members with and without TLS do not hear each other during the roll, and it waits for the first one for ever`,
    }));
  });
  // Several containers of one pod get the same.
  return [...new Map(hits.map(hit => [hit.part, hit])).values()];
}

/** The variables that are not empty, with their places in the list. */
function switchesOf({ env }: Record<string, any>): Map<string, number> {
  return new Map(listOf(env).flatMap((variable, index) => isRecord(variable) && TLS.test(textOf(variable.name)) && textOf(variable.value) !== ''
    ? [[textOf(variable.name), index] as const]
    : []));
}

export const MEMBER_DANGERS: readonly Rule[] = [{
  id: 'member-tls-switched',
  title: 'TLS between members switched on or off',
  effect: 'access',
  kinds: ['StatefulSet'],
  fields: 'env REDIS_TLS, MYSQL_TLS, MARIADB_TLS, MONGO_TLS, ZOO_TLS, CASSANDRA_TLS of the presets',
  why: 'a StatefulSet restarts one pod at a time and waits until it is Ready, which a member is only if it hears the others; those still run as before',
  fix: 'begin with it; or apply, and then delete all pods of the set at once: they come back with their data, all of one kind',
  updated: tlsSwitched,
}];
