import { podsOf } from './pod-volumes';
import { imageName } from '../../kubernetes/image';
import { isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { containersOf, podTemplateOf, replicasOf } from '../../kubernetes/workload';
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

/** More members of etcd, and each new one is told that the cluster is new. */
function newToldSo({ before, after }: Update): ChangeStatement[] {
  const [old, next] = [replicasOf(before), replicasOf(after)];
  const template = after.kind === 'StatefulSet' && old > 0 && next > old ? podTemplateOf(after) : undefined;
  const member = template && containersOf(template).find(({ container }) => imageName(container.image) === 'etcd' && saysNew(container));
  return member === undefined ? [] : [{
    path: '/spec/replicas',
    part: 'cluster-state',
    message: `${old} → ${next} members of '${textOf(member.container.image)}' with the initial cluster state 'new': a new member takes that for a cluster of its own, and does not join the one that has the data`,
  }];
}

const NEW_CLUSTER = /--initial-cluster-state[= ]["']?new\b/;

/** The state that etcd is told, by a variable or in its command line; nothing is said where a script works it out. */
function saysNew({ env, command, args }: Record<string, any>): boolean {
  return listOf(env).some(variable => recordOf(variable).name === 'ETCD_INITIAL_CLUSTER_STATE' && recordOf(variable).value === 'new')
    || NEW_CLUSTER.test([...listOf(command), ...listOf(args)].map(textOf).join(' '));
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
}, {
  id: 'new-member-of-new-cluster',
  title: 'More members of etcd, told that the cluster is new',
  effect: 'access',
  kinds: ['StatefulSet'],
  fields: 'spec.replicas, where ETCD_INITIAL_CLUSTER_STATE or --initial-cluster-state is `new`',
  why: 'members with data do not look at the setting any more; an empty one does. With `new` it makes an id for a cluster of its own, the others refuse to hear it, and it never becomes Ready',
  fix: 'run `etcdctl member add` for one new member, write `existing`, and scale by one',
  updated: newToldSo,
}];
