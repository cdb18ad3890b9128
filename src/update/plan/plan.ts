import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { Manifest } from '../../manifest/manifest';
import { Comparison } from '../diff';
import { Change } from '../effect';
import { Update } from '../update';
import { World } from '../world';
import { movePlan } from './move-plan';
import { recreatePlan } from './recreate-plan';
import { scaleInPlan } from './scale-in-plan';
import { MigrationPlan } from './step';

/** A plan for every StatefulSet whose change can be got through without losing data. */
export function plansFor({ changes, updates, renames, world }: Comparison): MigrationPlan[] {
  const byObject = grouped(changes);
  const changesOf = (object: Manifest) => byObject.get(keyOf(object)) ?? [];
  return [
    ...renames.filter(({ before }) => changesOf(before).some(isOf('D1'))).map(({ before, after }) => movePlan(before, after, changesOf(before), world)),
    ...updates.filter(({ after }) => after.kind === 'StatefulSet').flatMap(update => planForSet(update, changesOf(update.given.after), world)),
  ];
}

function planForSet(update: Update, changes: readonly Change[], world: World): MigrationPlan[] {
  const recreate = changes.filter(change => change.effect === 'refused' && isRecreatable(change));
  if (recreate.length > 0) { return [recreatePlan(update, changes.filter(change => isRecreatable(change) || isOf('D2')(change)), world)]; }
  const scaledIn = changes.filter(change => isOf('D4')(change) || isOf('D5')(change));
  return scaledIn.length > 0 ? [scaleInPlan(update, scaledIn)] : [];
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
