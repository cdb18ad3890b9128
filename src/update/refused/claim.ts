import { groupOf, isRecord, recordOf } from '../../manifest/manifest';
import { parseQuantity } from '../../manifest/quantity';
import { FieldChange } from '../field-change';
import { EffectRule, Hit, Update } from '../update';
import { World } from '../world';

const STORAGE = '/spec/resources/requests/storage';
const CLASS_ANNOTATIONS = ['volume.beta.kubernetes.io/storage-class', 'volume.beta.kubernetes.io/mount-options'];

function isClaim(update: Update): boolean {
  return update.after.kind === 'PersistentVolumeClaim' && groupOf(update.after.apiVersion) === '';
}

function isFree({ path, before }: FieldChange): boolean {
  return before === undefined && (path === '/spec/volumeName' || path === '/spec/storageClassName');
}

function fixedSpec(update: Update): Hit[] {
  if (!isClaim(update)) { return []; }
  return update.changes
    .filter(change => change.path.startsWith('/spec') && change.path !== STORAGE && !isFree(change))
    .map(({ path }) => ({ path, part: path.slice(1).replace(/\//g, '.'), message: 'the API server refuses this: of a claim\'s spec only the requested size may grow' }));
}

function fixedAnnotations(update: Update): Hit[] {
  if (!isClaim(update)) { return []; }
  const annotations = (side: Update['before']) => recordOf(recordOf(side.metadata).annotations);
  return CLASS_ANNOTATIONS
    .filter(name => annotations(update.before)[name] !== annotations(update.after)[name])
    .map(name => ({ path: `/metadata/annotations/${name.replace(/\//g, '~1')}`, part: name, message: `the API server refuses this: ${name} of a claim never changes` }));
}

function size(update: Update, world: World): Hit[] {
  const change = isClaim(update) ? update.changes.find(({ path }) => path === STORAGE) : undefined;
  if (!change) { return []; }
  const [old, next] = [parseQuantity(change.before), parseQuantity(change.after)];
  if (old === undefined || next === undefined || next < old) {
    return [{ path: STORAGE, message: `a claim never shrinks: ${change.before} → ${change.after}`, fix: 'keep the size, or copy the data to a new, smaller claim' }];
  }
  const obstacle = obstacleToGrowth(update, world);
  return obstacle ? [{ path: STORAGE, message: `${change.before} → ${change.after} is refused: ${obstacle}`, fix: 'use a class with allowVolumeExpansion: true; it may be switched on in an existing class' }] : [];
}

function obstacleToGrowth({ given, before }: Update, world: World): string | undefined {
  const phase = recordOf(given.before.status).phase;
  if (phase !== undefined && phase !== 'Bound') { return 'only a bound claim can grow'; }
  const name = recordOf(before.spec).storageClassName;
  if (name === '') { return 'a claim without a class cannot grow'; }
  const storageClass = world.storageClass(name);
  return isRecord(storageClass) && storageClass.allowVolumeExpansion !== true ? `class '${name}' does not allow volume expansion` : undefined;
}

export const CLAIM_RULES: readonly EffectRule[] = [
  {
    id: 'claim-immutable',
    title: 'Fixed fields of a PersistentVolumeClaim',
    effect: 'refused',
    kinds: ['PersistentVolumeClaim'],
    fields: 'spec, except a first volumeName, a first storageClassName and a larger request',
    why: 'a claim is bound to one volume; its access modes, class, selector and source are part of that',
    fix: 'create a claim under a new name and copy the data, or re-bind the volume to it (`--plan`)',
    updated: update => [...fixedSpec(update), ...fixedAnnotations(update)],
  },
  {
    id: 'claim-size',
    title: 'Size of a PersistentVolumeClaim',
    effect: 'refused',
    kinds: ['PersistentVolumeClaim'],
    fields: 'spec.resources.requests.storage',
    why: 'a claim grows only while it is bound and its class has allowVolumeExpansion: true; it never shrinks',
    fix: 'keep the size',
    updated: size,
  },
];
