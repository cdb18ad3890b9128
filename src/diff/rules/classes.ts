import { isStatefulSet } from './sets';
import { Manifest, groupOf, recordOf, textOf } from '../../kubernetes/manifest';
import { namespaceOf } from '../../manifest/inventory';
import { isExported } from '../changes/exported';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { World } from '../changes/world';

function isClass(manifest: Manifest): boolean {
  return manifest.kind === 'StorageClass' && groupOf(manifest.apiVersion) === 'storage.k8s.io';
}

function isVolume(manifest: Manifest): boolean {
  return manifest.kind === 'PersistentVolume' && groupOf(manifest.apiVersion) === '';
}

function parameter(storageClass: Manifest, name: string): unknown {
  return recordOf(storageClass.parameters)[name];
}

/** Deleting a claim of this class deletes its data: by the class, or by the provisioner's own parameter. */
function deletes(storageClass: Manifest): boolean {
  if ((storageClass.reclaimPolicy ?? 'Delete') === 'Retain') { return false; }
  const onDelete = parameter(storageClass, 'onDelete');
  return onDelete !== 'retain' && onDelete !== 'archive' && !archives(storageClass);
}

/** nfs-subdir-external-provisioner keeps a directory under another name unless it is configured otherwise. */
function archives(storageClass: Manifest): boolean {
  const word = parameter(storageClass, 'archiveOnDelete');
  const isKnown = textOf(storageClass.provisioner).endsWith('nfs-subdir-external-provisioner') && parameter(storageClass, 'onDelete') === undefined;
  return word === 'true' || (word === undefined && isKnown);
}

/** A class or a volume that kept its data and will not any more. */
function turnsToDelete(update: Update): ChangeStatement[] {
  const { before, after, given } = update;
  if (isVolume(after)) {
    const [old, next] = [before, after].map(side => recordOf(side.spec).persistentVolumeReclaimPolicy);
    if (old !== 'Retain' || next === 'Retain') { return []; }
    return [{ path: '/spec/persistentVolumeReclaimPolicy', message: `${old} → ${next}: deleting the claim now deletes this volume and its data` }];
  }
  if (!isClass(after) || deletes(before) || !deletes(after)) { return []; }
  const path = ['reclaimPolicy', 'parameters/onDelete', 'parameters/archiveOnDelete'].find(field => differs(update, field)) ?? 'reclaimPolicy';
  if (path === 'reclaimPolicy' && given.after.reclaimPolicy === undefined) { return []; }
  return [{
    path: `/${path}`,
    message: 'claims of this class will be deleted with their data; the update itself is refused, so this happens once the class is created again. Volumes that exist keep the policy they were born with',
  }];
}

function differs({ before, after }: Update, path: string): boolean {
  const read = (side: Manifest) => path.split('/').reduce<any>((value, key) => recordOf(value)[key], side);
  return read(before) !== read(after);
}

/** Claims that existed before now name a new class that deletes. */
function deletingClassAdopted(storageClass: Manifest, world: World): ChangeStatement[] {
  if (!isClass(storageClass) || !deletes(storageClass)) { return []; }
  const name = textOf(storageClass.metadata?.name);
  if (world.before.claimOwnersOfClass(name).length > 0) { return []; }
  const movers = world.after.claimOwnersOfClass(name).filter(owner => {
    const old = world.before.same(owner);
    return old && !wasDeleted(old, world);
  });
  if (movers.length === 0) { return []; }
  const [first] = movers;
  return [{
    path: '/reclaimPolicy',
    message: `${first.kind} '${namespaceOf(first)}/${first.metadata?.name}' moves to this class, and it deletes the data of deleted claims${storageClass.reclaimPolicy ? '' : ' (reclaimPolicy is left out, which means Delete)'}`,
  }];
}

/** True if it is known that the classes of its claims deleted their data before. */
function wasDeleted(owner: Manifest, { before }: World): boolean {
  const classes = before.claims.all.filter(({ from }) => from === owner).map(({ storageClass }) => before.inventory.findIn('StorageClass', '', storageClass));
  return classes.length > 0 && classes.every(one => one !== undefined && deletes(one));
}

/** Nothing provisions these claims any more. */
function classRemoved(storageClass: Manifest, world: World): ChangeStatement[] {
  if (!isClass(storageClass)) { return []; }
  const users = world.after.claimOwnersOfClass(textOf(storageClass.metadata?.name)).length;
  if (users === 0) { return defaultRemoved(storageClass, world); }
  return [{ path: '', message: `the class is removed while ${users} ${users === 1 ? 'claim or claim template names' : 'claims or claim templates name'} it: new claims stay Pending, and none can grow` }];
}

/** Claims that name no class take the default one. */
function defaultRemoved(storageClass: Manifest, world: World): ChangeStatement[] {
  if (!isDefault(storageClass) || world.after.inventory.ofKind('StorageClass').some(isDefault)) { return []; }
  const users = world.after.claims.all.filter(({ storageClass: name }) => name === undefined).length;
  if (users === 0) { return []; }
  return [{ path: '', message: `the default class is removed while ${users} ${users === 1 ? 'claim or claim template names' : 'claims or claim templates name'} no class: new claims stay Pending` }];
}

/** The class stays, and is the default no more. */
function noDefaultAnyMore({ before, after }: Update, world: World): ChangeStatement[] {
  if (!isClass(after) || isDefault(after)) { return []; }
  return defaultRemoved(before, world).map(({ message }) => ({ path: '/metadata/annotations', message: message.replace('is removed', 'is no default any more') }));
}

function isDefault(storageClass: Manifest): boolean {
  return recordOf(storageClass.metadata?.annotations)['storageclass.kubernetes.io/is-default-class'] === 'true';
}

/** A word that kept the data is gone. */
function omitted(update: Update): ChangeStatement[] {
  const { given, after } = update;
  if (isClass(after)) {
    return given.before.reclaimPolicy === 'Retain' && !given.after.reclaimPolicy
      ? [{ path: '/reclaimPolicy', before: 'Retain', message: 'reclaimPolicy: Retain is left out, and a class without it means Delete. The update itself is refused; once the class is created again, deleting a claim deletes its data' }]
      : [];
  }
  if (isVolume(after)) { return stillRetained(given, 'persistentVolumeReclaimPolicy', [recordOf(given.before.spec), recordOf(given.after.spec)]); }
  if (!isStatefulSet(after)) { return []; }
  const policies = [given.before, given.after].map(side => recordOf(recordOf(side.spec).persistentVolumeClaimRetentionPolicy));
  return ['whenDeleted', 'whenScaled'].flatMap(field => stillRetained(given, field, policies, 'persistentVolumeClaimRetentionPolicy/'));
}

/** Today the default is to keep; the manifest does not say so any more. A cluster says the default, too. */
function stillRetained(given: Update['given'], field: string, [before, after]: Record<string, any>[], parent = ''): ChangeStatement[] {
  if (before[field] !== 'Retain' || after[field] || isExported(given.before)) { return []; }
  return [{
    path: `/spec/${parent}${field}`,
    part: field,
    effect: 'none',
    before: 'Retain',
    message: `${field}: Retain is left out; the default of ${given.after.kind} is Retain too, so nothing changes`,
    fix: 'write the word all the same, so that the next reader knows it is meant',
  }];
}

export const CLASS_DANGERS: readonly Rule[] = [
  {
    id: 'reclaim-becomes-delete',
    title: 'A class or volume that deletes',
    effect: 'deletes-data',
    kinds: ['StorageClass', 'PersistentVolume'],
    fields: 'reclaimPolicy, parameters.onDelete, parameters.archiveOnDelete, spec.persistentVolumeReclaimPolicy',
    why: 'with Delete (also by leaving reclaimPolicy out of a class) the data goes when the claim goes. Existing volumes keep the policy they were born with',
    fix: 'keep Retain; delete volumes by name when their data is not wanted any more',
    updated: turnsToDelete,
    added: deletingClassAdopted,
  },
  {
    id: 'storage-class-removed',
    title: 'Class removed while claims name it',
    effect: 'access',
    kinds: ['StorageClass'],
    fields: 'the whole object, metadata.annotations[storageclass.kubernetes.io/is-default-class]',
    why: 'volumes that are bound stay, but new claims wait for ever and none can grow',
    fix: 'keep the class as long as a claim or claim template names it',
    removed: classRemoved,
    updated: noDefaultAnyMore,
  },
  {
    id: 'policy-left-out',
    title: 'A retention or reclaim policy left out',
    effect: 'deletes-data',
    kinds: ['StorageClass', 'PersistentVolume', 'StatefulSet'],
    fields: 'reclaimPolicy, persistentVolumeReclaimPolicy, persistentVolumeClaimRetentionPolicy',
    why: 'a StorageClass without reclaimPolicy deletes. A volume and a set without a policy retain, so there nothing changes',
    fix: 'write the policy',
    updated: omitted,
  },
];
