import { Manifest, groupOf, recordOf } from '../../kubernetes/manifest';
import { ordinalsOf, replicasOf, retentionOf } from '../../kubernetes/workload';
import { decommissionOf } from '../../manifest/decommission';
import { namespaceOf } from '../../manifest/inventory';
import { ClaimEffect } from '../../reports/change';
import { claimEffects, claimNames, hasClaims } from '../changes/claim-effects';
import { isMadeByController } from '../changes/exported';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, differsUnder } from '../changes/update';
import { World } from '../changes/world';

export function isStatefulSet(manifest: Manifest): boolean {
  return manifest.kind === 'StatefulSet' && groupOf(manifest.apiVersion) === 'apps';
}

/** `data-db-0, data-db-1 and 3 more`. */
export function nameSome(claims: readonly Pick<ClaimEffect, 'name'>[]): string {
  const shown = claims.slice(0, 3).map(({ name }) => name).join(', ');
  return claims.length > 3 ? `${shown} and ${claims.length - 3} more` : shown;
}

function withFate(claims: readonly ClaimEffect[], fate: ClaimEffect['fate']): ClaimEffect[] {
  return claims.filter(claim => claim.fate === fate);
}

/** What a set leaves behind when it goes. */
function gone(set: Manifest, after: Manifest | undefined, world: World): ChangeStatement[] {
  if (!isStatefulSet(set) || !hasClaims(set)) { return []; }
  const namespace = namespaceOf(set);
  const reason = retentionOf(set).whenDeleted === 'Delete' ? 'whenDeleted is Delete' : world.losesNamespace(namespace) ? `its namespace '${namespace}' is removed, too` : '';
  const lost = reason ? 'deleted' as const : 'stranded' as const;
  const claims = claimEffects(set, after, lost, world);
  const [deleted, stranded, empty] = [withFate(claims, 'deleted'), withFate(claims, 'stranded'), withFate(claims, 'new and empty')];
  if (deleted.length + stranded.length + empty.length === 0) { return []; }
  return [{
    ...nameChange(set, after),
    effect: deleted.length > 0 ? 'deletes-data' : 'strands-data',
    message: [
      after ? `the set becomes ${describe(set, after)}` : 'the set is removed',
      deleted.length > 0 && `${reason}, so ${nameSome(deleted)} ${deleted.length === 1 ? 'goes' : 'go'} with it`,
      stranded.length > 0 && `${nameSome(stranded)} stay, and nothing uses them any more`,
      empty.length > 0 && `${nameSome(empty)} start empty`,
    ].filter(Boolean).join('; '),
    fix: after
      ? `keep the name '${set.metadata?.name}' (\`name:\` on the construct), or re-bind the volumes to the new claims with the plan (\`--plan\`)`
      : 'if the data is still wanted, keep the set and scale it to zero; else delete its claims by name once they are backed up',
    claims,
  }];
}

function nameChange(set: Manifest, after: Manifest | undefined): Pick<ChangeStatement, 'path' | 'before' | 'after'> {
  if (!after) { return { path: '' }; }
  const field = set.metadata?.name !== after.metadata?.name ? 'name' : 'namespace';
  return { path: `/metadata/${field}`, before: set.metadata?.[field], after: after.metadata?.[field] };
}

function describe(set: Manifest, after: Manifest): string {
  const moved = (set.metadata?.namespace ?? 'default') !== (after.metadata?.namespace ?? 'default');
  return moved ? `'${after.metadata?.name}' in namespace '${after.metadata?.namespace ?? 'default'}'` : `'${after.metadata?.name}'`;
}

/** The claims of the ordinals that the new number of replicas leaves out. */
function leftOut({ before, after }: Update): string[] {
  const [old, next] = [ordinalsOf(before), ordinalsOf(after)];
  if (old.first !== next.first || old.last <= next.last) { return []; }
  return claimNames(before, { first: next.last + 1, last: old.last });
}

function scaledIn(update: Update): ClaimEffect[] {
  const namespace = update.after.metadata?.namespace ?? 'default';
  const fate = retentionOf(update.after).whenScaled === 'Delete' ? 'deleted' as const : 'stranded' as const;
  return isStatefulSet(update.after) ? leftOut(update).map(name => ({ namespace, name, fate })) : [];
}

/** The claims of removed pods are deleted. */
function scaledInAndDeleted(update: Update): ChangeStatement[] {
  const claims = scaledIn(update).filter(({ fate }) => fate === 'deleted');
  if (claims.length === 0) { return []; }
  return [{ path: '/spec/replicas', claims, message: `${replicasOf(update.before)} → ${replicasOf(update.after)} replicas with whenScaled: Delete deletes ${nameSome(claims)}` }];
}

/** The claims of removed pods wait, and grow stale. A set that is scaled to nothing goes on where it stopped. */
function scaledInAndKept(update: Update): ChangeStatement[] {
  const claims = scaledIn(update).filter(({ fate }) => fate === 'stranded');
  if (claims.length === 0 || replicasOf(update.after) === 0) { return []; }
  return [{
    path: '/spec/replicas',
    claims,
    message: `${replicasOf(update.before)} → ${replicasOf(update.after)} replicas leaves ${nameSome(claims)} behind; scaling up again attaches them with the data of today`,
  }];
}

/** Pods take up what pods of their names left. No manifest holds such claims; what `kubectl get` printed does. */
function takenUpAgain({ before, after }: Update, world: World): ChangeStatement[] {
  const [old, next] = [ordinalsOf(before), ordinalsOf(after)];
  // All stopped together and go on together; members that leave by themselves come back by themselves, too.
  if (!isStatefulSet(after) || replicasOf(before) === 0 || old.first !== next.first || decommissionOf(after)?.length === 0) { return []; }
  const namespace = namespaceOf(after);
  const claims = claimNames(after, { first: old.last + 1, last: next.last }).filter(name => {
    const claim = world.before.claims.find(namespace, name);
    return claim !== undefined && isMadeByController(claim.from, world.before);
  }).map(name => ({ namespace, name, fate: 'adopted again' as const }));
  if (claims.length === 0) { return []; }
  return [{
    path: '/spec/replicas',
    claims,
    message: `${replicasOf(before)} → ${replicasOf(after)} replicas takes up ${nameSome(claims)}, with the data of the day that an earlier scale-in left ${claims.length === 1 ? 'it' : 'them'}`,
  }];
}

/** Claims that exist already are deleted from now on. */
function retentionDeletes(update: Update): ChangeStatement[] {
  if (!isStatefulSet(update.after) || !hasClaims(update.after)) { return []; }
  const [old, next] = [retentionOf(update.before), retentionOf(update.after)];
  return (['whenDeleted', 'whenScaled'] as const).filter(field => next[field] === 'Delete' && old[field] !== 'Delete').map(field => ({
    path: `/spec/persistentVolumeClaimRetentionPolicy/${field}`,
    part: field,
    message: `${field} becomes Delete for the claims that exist already: ${field === 'whenDeleted' ? 'deleting or renaming the set' : 'scaling in'} deletes them`,
  }));
}

/** Pods and claims get other numbers. */
function renumbered(update: Update, world: World): ChangeStatement[] {
  if (!isStatefulSet(update.after) || !hasClaims(update.after)) { return []; }
  const [old, next] = [ordinalsOf(update.before), ordinalsOf(update.after)];
  if (old.first === next.first) { return []; }
  const lost = retentionOf(update.after).whenScaled === 'Delete' ? 'deleted' as const : 'stranded' as const;
  const claims = claimEffects(update.before, update.after, lost, world);
  if (!claims.some(({ fate }) => fate === lost)) { return []; }
  return [{
    path: '/spec/ordinals/start',
    effect: lost === 'deleted' ? 'deletes-data' : 'strands-data',
    before: old.first,
    after: next.first,
    claims,
    message: `the first ordinal moves from ${old.first} to ${next.first}: ${nameSome(claims.filter(({ fate }) => fate === lost))} ${lost === 'deleted' ? 'are deleted' : 'are left behind'}, `
      + `${nameSome(withFate(claims, 'new and empty'))} start empty`,
  }];
}

/** Some pods keep the old template until somebody lowers the partition. */
function heldBack(update: Update): ChangeStatement[] {
  if (!isStatefulSet(update.after) || !differsUnder(update, '/spec/template')) { return []; }
  const partition = recordOf(recordOf(recordOf(update.after.spec).updateStrategy).rollingUpdate).partition;
  const { first, last } = ordinalsOf(update.after);
  if (typeof partition !== 'number' || partition <= first || last < first) { return []; }
  return [{
    path: '/spec/updateStrategy/rollingUpdate/partition',
    before: recordOf(recordOf(recordOf(update.before.spec).updateStrategy).rollingUpdate).partition,
    after: partition,
    message: `partition ${partition} keeps the pods ${first} to ${Math.min(last, partition - 1)} on the old template`,
  }];
}

export const SET_DANGERS: readonly Rule[] = [
  {
    id: 'set-renamed',
    title: 'A set renamed, or moved to another namespace',
    effect: 'strands-data',
    kinds: ['StatefulSet'],
    fields: 'metadata.name, metadata.namespace',
    why: 'claims are found by the name of the set. Under another name it gets new, empty ones; the old ones are left behind, or deleted with whenDeleted: Delete',
    fix: 'keep the name, or re-bind the volumes to the new claims',
    renamed: gone,
  },
  {
    id: 'set-removed',
    title: 'A set removed',
    effect: 'strands-data',
    kinds: ['StatefulSet'],
    fields: 'the whole object',
    why: 'its claims are left behind and nothing uses them, or they are deleted with whenDeleted: Delete',
    fix: 'scale the set to zero to keep its data, or delete its claims by name once they are backed up',
    removed: (set, world) => gone(set, undefined, world),
  },
  {
    id: 'scale-in-deletes-claims',
    title: 'Fewer replicas with whenScaled: Delete',
    effect: 'deletes-data',
    kinds: ['StatefulSet'],
    fields: 'spec.replicas',
    why: 'the controller deletes the claims of the pods that go',
    fix: 'set whenScaled: Retain in an update of its own before scaling in, and back up or decommission the members first',
    updated: scaledInAndDeleted,
  },
  {
    id: 'scale-in-leaves-claims',
    title: 'Fewer replicas with whenScaled: Retain',
    effect: 'stale-data',
    kinds: ['StatefulSet'],
    fields: 'spec.replicas',
    why: 'the claims of the pods that go are kept. A later scale-up attaches them with the data of the day they left, which many databases take for their own',
    fix: 'decommission the members first, and delete their claims once the data is on the others (`--plan`)',
    updated: scaledInAndKept,
  },
  {
    id: 'retention-becomes-delete',
    title: 'Retention of claims turned to Delete',
    effect: 'deletes-data',
    kinds: ['StatefulSet'],
    fields: 'spec.persistentVolumeClaimRetentionPolicy',
    why: 'the policy applies at once to claims that exist already, not only to new ones',
    fix: 'keep Retain, and delete claims by name when their data is not wanted any more',
    updated: retentionDeletes,
  },
  {
    id: 'first-ordinal-moved',
    title: 'First ordinal moved',
    effect: 'strands-data',
    kinds: ['StatefulSet'],
    fields: 'spec.ordinals.start',
    why: 'pods and claims are numbered from there, so pods at one end go and pods at the other end are new and empty',
    fix: 'keep the first ordinal; to move members between clusters, replicate the data first',
    updated: renumbered,
  },
  {
    id: 'partition-left',
    title: 'Partition left above the first ordinal',
    effect: 'stale-data',
    kinds: ['StatefulSet'],
    fields: 'spec.updateStrategy.rollingUpdate.partition',
    why: 'a canary that was forgotten: pods below the partition never get the new template, also not after they crash',
    fix: 'lower the partition to 0 when the canary is good',
    updated: heldBack,
  },
  {
    id: 'scale-out-reuses-claims',
    title: 'More replicas onto claims of pods that left',
    effect: 'stale-data',
    kinds: ['StatefulSet'],
    fields: 'spec.replicas',
    why: 'claims of an earlier scale-in are still in the cluster, and the new pods get them with the data of the day they left. Manifests do not say it;'
      + ' it is seen where the old side was read from the cluster (`kubectl get sts,pvc -o yaml`)',
    fix: 'back up and delete those claims first, so that the new pods start empty and are sent a copy; or accept it where the program brings old data up to date by itself',
    updated: takenUpAgain,
  },
];
