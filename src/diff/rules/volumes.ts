import { UNPROTECTED } from './deployers';
import { DATA_RECREATED, DELETED_FOR_INVALID, HOOK_IN_THE_WAY } from './made-anew';
import { Manifest, groupOf, listOf, recordOf } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { parseQuantity } from '../../kubernetes/quantity';
import { podTemplateOf } from '../../kubernetes/workload';
import { CLASS_ANNOTATION, isMountedOnOneNode } from '../../manifest/claims';
import { namespaceOf } from '../../manifest/inventory';
import { claimNames } from '../changes/claim-effects';
import { Difference } from '../changes/difference';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, isUnder } from '../changes/update';
import { Side, World } from '../changes/world';

const CLAIM_REF = '/spec/claimRef';
const VOLUME_FIELDS = ['/spec/capacity', '/spec/storageClassName', '/spec/accessModes', CLAIM_REF];
const CLASS_ANNOTATION_PATH = '/metadata/annotations' + pointer(CLASS_ANNOTATION);

function isCore(manifest: Manifest, kind: string): boolean {
  return manifest.kind === kind && groupOf(manifest.apiVersion) === '';
}

/** A claim, volume, namespace or custom resource definition that the next prune deletes. */
function pruned(object: Manifest, world: World): ChangeStatement[] {
  if (isCore(object, 'PersistentVolumeClaim')) { return [claimPruned(object, world)]; }
  if (isCore(object, 'PersistentVolume')) {
    return [{
      path: '',
      part: 'PersistentVolume',
      effect: 'strands-data',
      message: 'the volume is gone from the manifests: once it is deleted, its claim is Lost and its data is found by nobody',
    }];
  }
  if (isCore(object, 'Namespace')) { return [namespacePruned(object, world)]; }
  return object.kind === 'CustomResourceDefinition'
    ? [{ path: '', part: object.kind, message: 'deleting the definition deletes every object of its kind' }]
    : [];
}

function claimPruned(claim: Manifest, world: World): ChangeStatement {
  const namespace = namespaceOf(claim);
  const name = String(claim.metadata?.name);
  const policy = world.reclaimPolicyOf(claim);
  const kept = policy === 'Retain';
  return {
    path: '',
    part: 'PersistentVolumeClaim',
    effect: kept ? 'strands-data' : 'deletes-data',
    claims: [{ namespace, name, fate: kept ? 'stranded' : 'deleted' }],
    message: kept
      ? 'the claim is gone from the manifests; its volume has Retain, so the data stays, Released, and no new claim finds it by itself'
      : `the claim is gone from the manifests, and deleting it deletes its volume${policy ? '' : ' unless that has Retain (its class is not among the manifests)'}`,
  };
}

function namespacePruned(namespace: Manifest, world: World): ChangeStatement {
  const name = String(namespace.metadata?.name);
  const owners = world.before.claimOwnersIn(name);
  const claims = [...new Set(owners.flatMap(owner => owner.kind === 'StatefulSet' ? claimNames(owner) : [String(owner.metadata?.name)]))];
  return {
    path: '',
    part: 'Namespace',
    claims: claims.map(claim => ({ namespace: name, name: claim, fate: 'deleted' })),
    message: `deleting a namespace deletes every claim in it${claims.length > 0 ? `, ${claims.length} of them known here` : ''}`,
  };
}

/** What a bound volume promises, or whose it is. */
function volumeEdited(update: Update): ChangeStatement[] {
  if (!isCore(update.after, 'PersistentVolume')) { return []; }
  const fields = VOLUME_FIELDS.filter(field => update.differences.some(change => isUnder(change.path, field) && !isSameSet(change)));
  const edited = [
    ...fields.filter(field => !(field === CLAIM_REF && isSameClaim(update)) && !(field === '/spec/capacity' && isRoomier(update))),
    ...classAnnotation(update.before) === classAnnotation(update.after) ? [] : [CLASS_ANNOTATION_PATH],
  ];
  return edited.map(field => ({
    path: field,
    part: field.slice(field.lastIndexOf('/') + 1),
    message: field === CLAIM_REF
      ? 'claimRef says whose volume this is: the claim that had it is Lost, and its pods do not start again'
      : 'the server takes this, but the storage behind the volume stays as it is, and the claim may not bind it again',
  }));
}

/** Sources whose size nobody counts: a larger capacity only lets larger claims bind. A driver would take it for done, and not grow the disk. */
const UNCOUNTED = ['nfs', 'hostPath', 'local'];

function isRoomier({ before, after }: Update): boolean {
  const [old, next] = [before, after].map(side => parseQuantity(recordOf(recordOf(side.spec).capacity).storage));
  return old !== undefined && next !== undefined && next > old && UNCOUNTED.some(source => recordOf(after.spec)[source] !== undefined);
}

function classAnnotation(volume: Manifest): unknown {
  return recordOf(volume.metadata?.annotations)[CLASS_ANNOTATION];
}

/** The same claim, said with more or fewer words. */
function isSameClaim({ before, after }: Update): boolean {
  const [old, next] = [before, after].map(side => recordOf(recordOf(side.spec).claimRef));
  const isSame = (field: string) => old[field] === next[field];
  return old.name !== undefined && isSame('name') && isSame('namespace') && (isSame('uid') || !old.uid || !next.uid);
}

/** The order of access modes says nothing. */
function isSameSet({ before, after }: Difference): boolean {
  return Array.isArray(before) && Array.isArray(after) && before.length === after.length && before.every(item => after.includes(item));
}

/** Pods of several nodes want a claim that one node at a time can have. */
function newlyShared(workload: Manifest, world: World): ChangeStatement[] {
  const namespace = namespaceOf(workload);
  const volumes = listOf(podTemplateOf(workload)?.spec.volumes);
  return volumes.flatMap((volume, index) => {
    const name = recordOf(recordOf(volume).persistentVolumeClaim).claimName;
    if (typeof name !== 'string' || !isForOneNode(namespace, name, world)) { return []; }
    const pods = count(world.after, namespace, name);
    if (pods < 2 || count(world.before, namespace, name) > 1) { return []; }
    return [{
      path: `${podTemplateOf(workload)!.path}/spec/volumes/${index}`,
      part: name,
      message: `${pods} pods share claim '${name}', which is ReadWriteOnce: those on another node do not start`,
    }];
  });
}

function count(side: Side, namespace: string, claim: string): number {
  return side.usersOf(namespace, claim).reduce((sum, { pods }) => sum + pods, 0);
}

function isForOneNode(namespace: string, name: string, world: World): boolean {
  const claim = world.after.claims.find(namespace, name) ?? world.before.claims.find(namespace, name);
  return isMountedOnOneNode(recordOf(claim?.spec));
}

export const VOLUME_DANGERS: readonly Rule[] = [
  {
    id: 'data-object-removed',
    title: 'Claim, volume, namespace or definition gone from the manifests',
    effect: 'deletes-data',
    kinds: ['PersistentVolumeClaim', 'PersistentVolume', 'Namespace', 'CustomResourceDefinition'],
    fields: 'the whole object',
    why: 'tools that prune (`kubectl apply --prune`, Argo CD, Flux) delete what is not in the new set',
    fix: 'keep it in the manifests; if it only gets another name, take its volume along (`--plan`); if it shall go, back up the data and delete it by name',
    removed: pruned,
  },
  {
    id: 'bound-volume-edited',
    title: 'What a volume promises, or whose it is, edited',
    effect: 'strands-data',
    kinds: ['PersistentVolume'],
    fields: 'spec.capacity, storageClassName, accessModes, claimRef',
    why: 'the server accepts it without asking the storage or the claim. A larger capacity of an NFS, hostPath or local volume is no danger: nobody counts it',
    fix: 'leave a bound volume as it is',
    updated: volumeEdited,
  },
  UNPROTECTED,
  DATA_RECREATED,
  DELETED_FOR_INVALID,
  HOOK_IN_THE_WAY,
  {
    id: 'single-node-claim-shared',
    title: 'One ReadWriteOnce claim for several pods',
    effect: 'access',
    kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Job'],
    fields: 'spec.replicas, spec.template.spec.volumes',
    why: 'pods on another node wait for the volume for ever; on the same node they write over each other',
    fix: 'give each pod a claim of its own (a StatefulSet with a claim template), or use a ReadWriteMany claim',
    updated: ({ given }, world) => newlyShared(given.after, world),
    added: newlyShared,
  },
];
