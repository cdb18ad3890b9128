import { groupOf, isRecord, recordOf } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { parseQuantity } from '../../kubernetes/quantity';
import { CLASS_ANNOTATION, storageClassOf } from '../../manifest/claims';
import { Difference } from '../changes/difference';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { World } from '../changes/world';

const STORAGE = '/spec/resources/requests/storage';
const ATTRIBUTES = '/spec/volumeAttributesClassName';

function isClaim(update: Update): boolean {
  return update.after.kind === 'PersistentVolumeClaim' && groupOf(update.after.apiVersion) === '';
}

/** A claim of which only the manifest is known counts as bound. */
function isBound({ given }: Update): boolean {
  return (recordOf(given.before.status).phase ?? 'Bound') === 'Bound';
}

function isFree({ path, before, after }: Difference, update: Update): boolean {
  if (path === ATTRIBUTES && isBound(update)) { return true; }
  if (before !== undefined) { return false; }
  const annotation = recordOf(recordOf(update.before.metadata).annotations)[CLASS_ANNOTATION];
  // A claim that is bound has a volume, whether its manifest says so or not.
  if (path === '/spec/volumeName') { return recordOf(update.given.before.status).phase !== 'Bound'; }
  return path === '/spec/storageClassName' && (annotation === undefined || annotation === after);
}

function fixedSpec(update: Update, { model }: World): ChangeStatement[] {
  if (!isClaim(update)) { return []; }
  const free = model.isOff('VolumeAttributesClass') ? 'the requested size may grow' : 'the requested size and, once it is bound, volumeAttributesClassName change';
  return update.differences
    .filter(change => change.path.startsWith('/spec') && change.path !== STORAGE && !isFree(change, update))
    .map(({ path }) => ({ path, part: path.slice(1).replace(/\//g, '.'), message: `the API server refuses this: of a claim's spec only ${free}` }));
}

/** By what the server sees that a volume has the attributes of a class, so that there is no way back to none. The first one that holds counts. */
const APPLIED: readonly { readonly since?: string; readonly isApplied: (update: Update) => boolean }[] = [
  { since: '1.34', isApplied: ({ given: { before } }) => before.status === undefined || recordOf(before.status).currentVolumeAttributesClassName !== undefined },
  { isApplied: ({ before }) => recordOf(before.spec).volumeAttributesClassName !== undefined },
];

function attributesTakenAway(update: Update, { model }: World): ChangeStatement[] {
  const change = isClaim(update) && isBound(update) ? update.differences.find(({ path }) => path === ATTRIBUTES) : undefined;
  if (!change || change.after) { return []; }
  const { isApplied } = APPLIED.find(({ since }) => since === undefined || model.isSince(since))!;
  return isApplied(update) ? [{ path: ATTRIBUTES, message: 'the API server refuses this: the volume has the attributes of a class, and there is no way back to none' }] : [];
}

/** The old way to name a class. It may give way to `storageClassName`, if that says the same. */
function fixedAnnotation(update: Update): ChangeStatement[] {
  if (!isClaim(update)) { return []; }
  const [old, next] = [update.before, update.after].map(side => recordOf(recordOf(side.metadata).annotations)[CLASS_ANNOTATION]);
  if (old === next || (next === undefined && isMovedToField(update, old))) { return []; }
  return [{
    path: '/metadata/annotations' + pointer(CLASS_ANNOTATION), part: CLASS_ANNOTATION, message: `the API server refuses this: ${CLASS_ANNOTATION} of a claim never changes`,
  }];
}

function isMovedToField({ before, after }: Update, annotation: unknown): boolean {
  return recordOf(before.spec).storageClassName === undefined && recordOf(after.spec).storageClassName === annotation;
}

function size(update: Update, world: World): ChangeStatement[] {
  const change = isClaim(update) ? update.differences.find(({ path }) => path === STORAGE) : undefined;
  if (!change) { return []; }
  const [old, next] = [change.before, change.after].map(parseQuantity);
  if (old === undefined || next === undefined || next < old) { return isTakenBack(update, next, world) ? [] : [shrunk(change, world)]; }
  const obstacle = obstacleToGrowth(update, world);
  return obstacle ? [{ path: STORAGE, message: `${change.before} → ${change.after} is refused: ${obstacle}`, fix: 'use a class with allowVolumeExpansion: true; it may be switched on in an existing class' }] : [];
}

const TAKE_BACK_GATE = 'RecoverVolumeExpansionFailure';

/** A request that the driver could not fulfil may be lowered again, to more than what the volume has. Of a claim without a status, the volume has all. */
function isTakenBack(update: Update, next: bigint | undefined, { model }: World): boolean {
  const { status } = update.given.before;
  if (model.isOff(TAKE_BACK_GATE) || !isRecord(status) || !isBound(update) || next === undefined) { return false; }
  return next > (parseQuantity(recordOf(status.capacity).storage) ?? 0n);
}

function shrunk({ before, after }: Difference, { model }: World): ChangeStatement {
  return {
    path: STORAGE,
    message: `a claim never shrinks: ${before} → ${after}`,
    fix: model.isOff(TAKE_BACK_GATE)
      ? 'keep the size, or copy the data to a new, smaller claim'
      : 'keep the size, or copy the data to a new, smaller claim; a request that the driver could not fulfil can be lowered to more than status.capacity',
  };
}

function obstacleToGrowth({ given, before }: Update, world: World): string | undefined {
  const { phase } = recordOf(given.before.status);
  if (phase !== undefined && phase !== 'Bound') { return 'only a bound claim can grow'; }
  const name = storageClassOf(before);
  // Of a claim that is bound, the class is known: what has none will not get one.
  if (name === '' || (name === undefined && phase !== undefined)) { return 'a claim without a class cannot grow'; }
  const storageClass = world.storageClass(name);
  return isRecord(storageClass) && storageClass.allowVolumeExpansion !== true ? `class '${name}' does not allow volume expansion` : undefined;
}

export const CLAIM_RULES: readonly Rule[] = [
  {
    id: 'claim-immutable',
    title: 'Fixed fields of a PersistentVolumeClaim',
    effect: 'refused',
    kinds: ['PersistentVolumeClaim'],
    fields: 'spec, except a first volumeName, a first storageClassName, a larger request and, from Kubernetes 1.34 on, volumeAttributesClassName of a bound claim',
    why: 'a claim is bound to one volume; its access modes, class, selector and source are part of that',
    fix: 'create a claim under a new name and copy the data, or re-bind the volume to it (`--plan`)',
    updated: (update, world) => [...fixedSpec(update, world), ...attributesTakenAway(update, world), ...fixedAnnotation(update)],
  },
  {
    id: 'claim-size',
    title: 'Size of a PersistentVolumeClaim',
    effect: 'refused',
    kinds: ['PersistentVolumeClaim'],
    fields: 'spec.resources.requests.storage',
    why: 'a claim grows only while it is bound and its class has allowVolumeExpansion: true; it never shrinks. From Kubernetes 1.32 on, a request that the driver could not fulfil may be lowered to more than the volume has',
    fix: 'keep the size',
    updated: size,
  },
];
