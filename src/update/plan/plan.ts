import { checkManifests } from '../../checks/run';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { Manifest } from '../../manifest/manifest';
import { isDnsLabel, isDnsSubdomain } from '../../manifest/names';
import { replicasOf } from '../../manifest/workload';
import { claimNames } from '../claim-effects';
import { isStatefulSet } from '../dangers/sets';
import { withoutServerFields } from '../defaults';
import { Comparison } from '../diff';
import { Change } from '../effect';
import { Update } from '../update';
import { movePlan } from './move-plan';
import { Surroundings, recreatePlan } from './recreate-plan';
import { scaleInPlan } from './scale-in-plan';
import { MigrationPlan } from './step';

/** A plan for every StatefulSet whose change can be got through without losing data. */
export function plansFor({ changes, updates, renames, world }: Comparison): MigrationPlan[] {
  const byObject = grouped(changes);
  const changesOf = (object: Manifest) => byObject.get(keyOf(object)) ?? [];
  const isRefused = (object: Manifest) => changesOf(object).some(({ effect }) => effect === 'refused');
  return [
    ...renames.filter(({ before, after }) => changesOf(before).some(isOf('D1')) && isPlannable(before, after))
      .map(({ before, after }) => movePlan(before, after, changesOf(before), world)),
    ...updates.filter(({ after }) => isStatefulSet(after)).flatMap(update => planForSet(update, changesOf(update.given.after), { world, isRefused })),
  ];
}

/** Names that a cluster can hold, and a new set that will work once it is created: else a plan would stop half way. */
function isPlannable(before: Manifest, after: Manifest): boolean {
  return [before, after].every(hasNames) && !checkManifests([withoutServerFields(after)], { scope: 'object' }).some(({ severity }) => severity === 'error');
}

function hasNames(set: Manifest): boolean {
  return isDnsSubdomain(String(set.metadata?.name)) && isDnsLabel(namespaceOf(set)) && claimNames(set).every(isDnsSubdomain);
}

function planForSet(update: Update, changes: readonly Change[], surroundings: Surroundings): MigrationPlan[] {
  const { given: { before, after } } = update;
  const refused = changes.filter(({ effect }) => effect === 'refused');
  if (refused.some(isRecreatable)) {
    if (refused.some(change => !isRecreatable(change) && !isOf('strategy-leftover')(change)) || !isPlannable(before, after)) { return []; }
    return [recreatePlan(update, changes.filter(change => isRecreatable(change) || isOf('D2')(change)), surroundings)];
  }
  const scaledIn = changes.filter(change => ['D4', 'D5', 'D21'].some(rule => isOf(rule)(change)));
  const isScaledIn = replicasOf(after) < replicasOf(before);
  return isScaledIn && refused.length === 0 && scaledIn.length > 0 && isPlannable(before, after) ? [scaleInPlan(update, scaledIn)] : [];
}

const RECREATABLE = ['statefulset-immutable', 'statefulset-history-limit', 'claim-template-immutable', 'D3'];

function isRecreatable(change: Change): boolean {
  return RECREATABLE.some(rule => isOf(rule)(change));
}

function isOf(rule: string): (change: Change) => boolean {
  return ({ id }) => id.startsWith(`${rule}:`);
}

function grouped(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const key = `${change.object.kind}/${change.object.namespace ?? ''}/${change.object.name}`;
    const group = groups.get(key);
    if (group) { group.push(change); } else { groups.set(key, [change]); }
  }
  return groups;
}

function keyOf(object: Manifest): string {
  return `${object.kind}/${namespaceOf(object)}/${referenceTo(object).name}`;
}
