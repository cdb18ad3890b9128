import { isStatefulSet } from './sets';
import { shareOf } from '../../kubernetes/formats/percent';
import { Manifest, groupOf, recordOf } from '../../kubernetes/manifest';
import { replicasOf } from '../../kubernetes/workload';
import { decommissionOf } from '../../manifest/decommission';
import { evictable, fewestAfterStep, majorityOf, quorumOf } from '../../manifest/quorum';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { Side, World } from '../changes/world';

/** Members come or go so many at a time that those with the data do not decide any more. */
function membersChanged({ before, after }: Update): ChangeStatement[] {
  const image = isStatefulSet(after) ? quorumOf(after) : undefined;
  const [old, next] = [replicasOf(before), replicasOf(after)];
  if (image === undefined || old < 1 || next < 1) { return []; }
  if (next < old) { return next < majorityOf(old) ? [shrunk(image, { old, next }, decommissionOf(after) ?? decommissionOf(before))] : []; }
  return next - old >= majorityOf(next) ? [grown(image, old, next)] : [];
}

function shrunk(
  image: string, { old, next }: { readonly old: number; readonly next: number }, command: readonly string[] | undefined,
): ChangeStatement {
  return {
    path: '/spec/replicas',
    part: 'members',
    message: `${old} → ${next} members of '${image}' at once: ${next} of ${old} ${next === 1 ? 'is' : 'are'} no majority, so ${next === 1 ? 'it stops' : 'they stop'} deciding`,
    fix: stepwise(old, command),
  };
}

/** As the plan does it. Members that leave by themselves need no command, and go as many at a time as a majority can spare. */
function stepwise(old: number, command: readonly string[] | undefined): string {
  if (command?.length !== 0) {
    const leave = command ? `run \`${command.join(' ')}\` in the last member` : 'remove one member from the quorum by the program\'s own command';
    return `${leave}, scale to ${old - 1}, and go on so one by one (\`--plan\`)`;
  }
  const fewer = fewestAfterStep(old);
  return fewer === undefined
    ? 'its members leave by themselves, but no step leaves a majority of two: back up, and change it while nobody writes (`--plan`)'
    : `its members leave by themselves: go to ${fewer} first, and on from there once all have heard of it (\`--plan\`)`;
}

function grown(image: string, old: number, next: number): ChangeStatement {
  return {
    path: '/spec/replicas',
    part: 'members',
    effect: 'strands-data',
    message: `${old} → ${next} members of '${image}' at once: the ${next - old} new ones are empty and have a majority without ${old === 1 ? 'the one' : 'those'} with the data, `
      + 'so they may begin anew and throw that data away',
    fix: `back up, and go to ${old + 1} first; each new member must have the data before the next one starts`,
  };
}

/** From the next change of the template on, so many members restart at a time that no majority is left. */
function restartedAtOnce({ before, after }: Update): ChangeStatement[] {
  const image = isStatefulSet(after) ? quorumOf(after) : undefined;
  const count = replicasOf(after);
  const spare = count - majorityOf(count);
  if (image === undefined || count < 3 || stoppedAtOnce(after) <= spare || stoppedAtOnce(before) > spare) { return []; }
  return [{
    path: '/spec/updateStrategy/rollingUpdate/maxUnavailable',
    part: 'rolling-update',
    message: `from now on an update stops ${stoppedAtOnce(after)} of ${count} members of '${image}' at once: the others are no majority`,
    fix: `write maxUnavailable: ${spare} or less`,
  }];
}

function stoppedAtOnce(set: Manifest): number {
  const { maxUnavailable } = recordOf(recordOf(recordOf(set.spec).updateStrategy).rollingUpdate);
  return shareOf(maxUnavailable, replicasOf(set)) ?? 1;
}

/** Nodes are drained, and the majority goes. */
function budgetChanged(budget: Manifest, after: Manifest | undefined, world: World): ChangeStatement[] {
  if (budget.kind !== 'PodDisruptionBudget' || groupOf(budget.apiVersion) !== 'policy') { return []; }
  return protectedSets(budget, world.before).filter(set => allows(budget, set) === false).flatMap(set => {
    const now = world.after.same(set);
    const count = now ? replicasOf(now) : 0;
    if (!now || count < 3 || quorumOf(now) === undefined) { return []; }
    const isProtected = after ? protectedSets(after, world.after).includes(now) && allows(after, now) !== true : isElsewhere(now, world.after);
    return isProtected ? [] : [{
      path: after ? '/spec' : '',
      part: String(set.metadata?.name),
      message: `nothing keeps a drain from evicting a majority of the ${count} members of StatefulSet '${set.metadata?.name}' any more`,
      fix: `keep a budget with maxUnavailable: ${count - majorityOf(count)} for it`,
    }];
  });
}

/** True if the budget lets a majority of the set go; undefined if that cannot be said. */
function allows(budget: Manifest, set: Manifest): boolean | undefined {
  const count = replicasOf(set);
  const gone = evictable(recordOf(budget.spec), count);
  return gone === undefined ? undefined : count - gone < majorityOf(count);
}

function isElsewhere(set: Manifest, side: Side): boolean {
  return side.references.selectionsFor('protects').some(({ from }) => allows(from, set) === false && protectedSets(from, side).includes(set));
}

function protectedSets(budget: Manifest, side: Side): Manifest[] {
  const { references } = side;
  return references.selectionsOf(side.same(budget) ?? budget).filter(({ relation }) => relation === 'protects')
    .flatMap(({ selector, namespaces }) => references.pods.select(selector, namespaces[0]))
    .map(({ workload }) => workload).filter(workload => quorumOf(workload) !== undefined);
}

export const QUORUM_DANGERS: readonly Rule[] = [{
  id: 'quorum-at-risk',
  title: 'Members that decide by majority',
  effect: 'access',
  kinds: ['StatefulSet', 'PodDisruptionBudget'],
  fields: 'spec.replicas, spec.updateStrategy.rollingUpdate.maxUnavailable; maxUnavailable, minAvailable, the whole budget',
  why: 'members such as those of ZooKeeper, etcd, MongoDB, Redis Sentinel, Galera or MySQL Group Replication decide by majority. A step that takes the majority away stops them;'
    + ' one that adds an empty majority may lose the data. An annotation `cdk8s-stateful/quorum` on the set (`majority` or `none`) says what the image does not',
  fix: 'change the number of members one by one, and keep a PodDisruptionBudget that leaves a majority',
  updated: (update, world) => [
    ...membersChanged(update), ...restartedAtOnce(update), ...budgetChanged(update.given.before, update.given.after, world),
  ],
  removed: (object, world) => budgetChanged(object, undefined, world),
}];
