import { claimPlans, usersOf } from './claim-plan';
import { movePlan } from './move-plan';
import { movedClaims, movedVolumes } from './moved-claims';
import { recreatePlan } from './recreate-plan';
import { scaleInPlan } from './scale-in-plan';
import { shrinksClaims } from './shrinking';
import { Surroundings } from './surroundings';
import { exchangesOf, volumePlans } from './volume-plan';
import { checkManifests } from '../../checks/run';
import { withoutServerFields } from '../../kubernetes/api-server/defaults';
import { DNS_LABEL } from '../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { Manifest } from '../../kubernetes/manifest';
import { ordinalsOf, replicasOf } from '../../kubernetes/workload';
import { groupBy } from '../../manifest/group-by';
import { namespaceOf, referenceTo } from '../../manifest/inventory';
import { Change } from '../../reports/change';
import { MigrationPlan } from '../../reports/plan';
import { claimNames } from '../changes/claim-effects';
import { Comparison } from '../changes/comparison';
import { creatable } from '../changes/exported';
import { Update } from '../changes/update';
import { World } from '../changes/world';
import { isStatefulSet } from '../rules/sets';

/** A plan for every change of a StatefulSet, a claim or a volume that can be got through without losing data. */
export function plansFor({ changes, updates, renames, world }: Comparison): MigrationPlan[] {
  const byObject = groupBy(changes, ({ object: { kind, namespace = '', name } }) => `${kind}/${namespace}/${name}`);
  const changesOf = (object: Manifest) => byObject.get(keyOf(object)) ?? [];
  const isRefused = (object: Manifest) => changesOf(object).some(({ effect }) => effect === 'refused');
  const surroundings = { world, isRefused };
  const sets = [
    ...renames.filter(({ before, after }) => changesOf(before).some(isOf('set-renamed')) && isPlannable(before, after))
      .map(({ before, after }) => ({ before, after, plan: [movePlan(before, after, changesOf(before), surroundings)] })),
    ...updates.filter(({ after }) => isStatefulSet(after))
      .map(({ given, ...update }) => ({ ...given, plan: planForSet({ given, ...update }, changesOf(given.after), surroundings) })),
  ];
  const planned = new Set(sets.filter(({ plan }) => plan.length > 0).flatMap(({ before, after }) => [before, after]));
  // A Job is deleted and made again: what a plan of a claim's can change of it is more than an update can.
  const isStuck = (workload: Manifest) => changesOf(workload).some(change => change.effect === 'refused' && !isOf('job-immutable')(change));
  return [...sets.flatMap(({ plan }) => plan), ...plansForStorage(world, changesOf, workload => isStuck(workload) || planned.has(workload))];
}

type ChangesOf = (object: Manifest) => readonly Change[];

/** Claims and volumes of the manifests under other names, unless a workload that uses them has a plan of its own, or can have none. */
function plansForStorage(world: World, changesOf: ChangesOf, isTaken: (workload: Manifest) => boolean): MigrationPlan[] {
  const canMove = (objects: readonly (readonly [before: Manifest, after: Manifest])[], users: readonly Manifest[]) =>
    users.every(user => isNamed(user) && !isTaken(user) && isValid(user))
    && objects.every(([before, after]) => isNamed(before) && isNamed(after) && isValid(after));
  const exchanges = exchangesOf(movedVolumes(world), world)
    .filter(({ old, next }) => canMove([[old.volume, next.volume], [old.claim, next.claim]], [...old.users, ...next.users]));
  const exchanged = new Set(exchanges.flatMap(({ old, next }) => [old.claim, next.claim]));
  const claims = movedClaims(world).filter(({ before, after }) => !exchanged.has(before) && !exchanged.has(after)
    && canMove([[before, after]], [...usersOf(before, world.before), ...usersOf(after, world.after)]));
  return [...volumePlans(exchanges, changesOf, world), ...claimPlans(claims, changesOf, world)];
}

function isNamed(object: Manifest): boolean {
  return DNS_SUBDOMAIN.fits(referenceTo(object).name) && (namespaceOf(object) === '' || DNS_LABEL.fits(namespaceOf(object)));
}

function isValid(object: Manifest): boolean {
  return !checkManifests([withoutServerFields(creatable(object))], { scope: 'object' }).some(({ severity }) => severity === 'error');
}

/** Names that a cluster can hold, and a new set that will work once it is created: else a plan would stop half way. */
function isPlannable(before: Manifest, after: Manifest): boolean {
  return [before, after].every(hasNames) && isValid(after);
}

function hasNames(set: Manifest): boolean {
  return isNamed(set) && claimNames(set).every(DNS_SUBDOMAIN.fits);
}

function planForSet(update: Update, changes: readonly Change[], surroundings: Surroundings): MigrationPlan[] {
  const { given: { before, after } } = update;
  const refused = changes.filter(({ effect }) => effect === 'refused');
  if (refused.some(isRecreatable)) {
    if (shrinksClaims(before, after, surroundings.world)) { return []; }
    if (refused.some(change => !isRecreatable(change) && !isOf('strategy-leftover')(change)) || !isPlannable(before, after)) { return []; }
    return [recreatePlan(update, changes.filter(change => isRecreatable(change) || isOf('claim-templates-replaced')(change)), surroundings)];
  }
  const scaledIn = changes.filter(change => ['scale-in-deletes-claims', 'scale-in-leaves-claims', 'quorum-at-risk'].some(rule => isOf(rule)(change)));
  const isScaledIn = replicasOf(after) < replicasOf(before) && ordinalsOf(after).first === ordinalsOf(before).first;
  return isScaledIn && refused.length === 0 && scaledIn.length > 0 && isPlannable(before, after) ? [scaleInPlan(update, scaledIn, surroundings)] : [];
}

const RECREATABLE = ['statefulset-immutable', 'statefulset-history-limit', 'claim-template-immutable', 'claim-template-storage-changed'];

function isRecreatable(change: Change): boolean {
  return RECREATABLE.some(rule => isOf(rule)(change));
}

function isOf(rule: string): (change: Change) => boolean {
  return ({ id }) => id.startsWith(`${rule}:`);
}

function keyOf(object: Manifest): string {
  return `${object.kind}/${namespaceOf(object)}/${referenceTo(object).name}`;
}
