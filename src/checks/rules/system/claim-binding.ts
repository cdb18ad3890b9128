import { ONCE, claimYaml, together, volumeYaml } from './examples';
import { Manifest, recordOf, textOf } from '../../../kubernetes/manifest';
import { NO_PROVISIONER } from '../../../kubernetes/provisioners';
import { parseQuantity } from '../../../kubernetes/quantity';
import { Mismatch, mismatchesOf } from '../../../manifest/binding';
import { Claim, EXISTING_CLAIM, requestedSize } from '../../../manifest/claims';
import { titleOf } from '../../../manifest/inventory';
import { StaticBinding } from '../../../manifest/static-binding';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

const example = (mode: string) => together(
  volumeYaml('disk-1', 'storageClassName: disks', ONCE, 'nfs: {server: 192.168.1.21, path: /disk-1}'),
  claimYaml('data', `storageClassName: disks, accessModes: [${mode}]`));

export const claimBinding: Check = {
  id: 'claim-binding',
  why: 'a claim stays Pending, and its pod with it, until a volume of its class, size, access modes, volume mode and labels is there',
  run: function* (inventory, context) {
    yield* reservedVolumes(inventory.ofKind('PersistentVolume'), context);
    yield* namedVolumes(context);
    yield* unfitCopies(context);
    for (const binding of context.staticBindings()) {
      if (isStatic(binding, context)) { yield* unboundClaims(binding, context); }
    }
  },
  bad: example('ReadWriteMany'),
  good: example('ReadWriteOnce'),
};

/** Volumes with a claimRef: their claim takes them by size and modes; class and selector are not asked. */
function* reservedVolumes(volumes: readonly Manifest[], { claims }: CheckContext): Iterable<SystemProblem> {
  for (const volume of volumes) {
    const { namespace, name } = recordOf(recordOf(volume.spec).claimRef);
    const claim = typeof namespace === 'string' ? claims.find(namespace, name) : undefined;
    if (!claim) { continue; }
    const mismatches = mismatchesOf(claim, volume).filter(({ path }) => path !== '/storageClassName' && path !== '/selector');
    if (mismatches.length > 0) { yield unfit(claim, volume, mismatches, `cannot have ${titleOf(volume)}, which is reserved for it`); }
  }
}

/** Claims that name their volume: it must have their class; their selector is not asked. */
function* namedVolumes({ references, claims }: CheckContext): Iterable<SystemProblem> {
  const takenBy = new Map<Manifest, Claim>();
  for (const reference of references.ofKind('PersistentVolume')) {
    const volume = references.target(reference);
    const path = reference.path.replace('/spec/volumeName', '');
    const claim = claims.of(reference.from).find(candidate => candidate.path === path);
    if (!volume || !claim) { continue; }
    const mismatches = mismatchesOf(claim, volume).filter(mismatch => mismatch.path !== '/selector');
    if (mismatches.length > 0) { yield unfit(claim, volume, mismatches, `cannot have ${titleOf(volume)}, which it names`); }
    const first = takenBy.get(volume);
    if (first) { yield takenTwice(claim, first, volume, reference.path); } else { takenBy.set(volume, claim); }
    const reserved = recordOf(recordOf(volume.spec).claimRef);
    const isOurs = reserved.name === undefined || claims.find(textOf(reserved.namespace), reserved.name) === claim;
    if (isOurs) { continue; }
    yield {
      object: claim.from,
      path: reference.path,
      message: `${titleOf(claim.from)} names ${titleOf(volume)}, which is reserved for the claim '${textOf(reserved.namespace)}/${textOf(reserved.name)}'`,
      fix: 'name another volume, or change spec.claimRef of the volume',
    };
  }
}

/** Claims that are filled from another one: provisioners make no smaller copies, and none of another volume mode. */
function* unfitCopies({ references, claims }: CheckContext): Iterable<SystemProblem> {
  const told = new Set<Manifest>();
  for (const { from, relation, namespace, name, path } of references.ofKind('PersistentVolumeClaim')) {
    // What is bound was filled, and its source may have grown since.
    const isNew = from.kind === 'PersistentVolumeClaim' && recordOf(from.status).phase !== 'Bound' && !told.has(from);
    const source = relation === 'restores' && isNew ? claims.find(namespace, name) : undefined;
    const [copy] = source ? claims.of(from) : [];
    if (!source || !copy) { continue; }
    const [wanted, there] = [copy, source].map(claim => parseQuantity(requestedSize(claim)));
    const modes = [copy, source].map(({ spec }) => textOf(spec.volumeMode) || 'Filesystem');
    const reason = wanted !== undefined && there !== undefined && wanted < there ? `it asks for ${textOf(requestedSize(copy))}, the other one for ${textOf(requestedSize(source))}`
      : modes[0] !== modes[1] ? `it has volumeMode ${modes[0]}, the other one ${modes[1]}` : undefined;
    if (reason === undefined) { continue; }
    told.add(from);
    yield {
      object: from,
      severity: 'warning',
      path: path.replace(/\/name$/, ''),
      message: `${titleOf(from)} cannot be filled from the claim '${textOf(name)}': ${reason}`,
      fix: wanted !== undefined && wanted < there! ? `ask for at least ${textOf(requestedSize(source))}` : `write volumeMode: ${modes[1]}`,
    };
  }
}

/** A volume is bound to one claim, also where it allows many nodes. */
function takenTwice(claim: Claim, first: Claim, volume: Manifest, path: string): SystemProblem {
  return {
    object: claim.from,
    path,
    message: `${titleOf(claim.from)} names ${titleOf(volume)}, and so does ${titleOf(first.from)}: a volume is bound to one claim, and the other one stays Pending`,
    fix: `mount the claim '${textOf(first.from.metadata?.name)}' in all pods, or add a second PersistentVolume for '${textOf(claim.from.metadata?.name)}'`,
  };
}

/** True if the claims can get their volumes from the manifests only: nobody provisions their class. */
function isStatic({ claim, candidates }: StaticBinding, { references, cluster }: CheckContext): boolean {
  if (existsAlready(claim)) { return false; }
  if (claim.storageClass === undefined) { return cluster.defaultStorageClass === false || (candidates > 0 && !cluster.defaultStorageClass); }
  if (claim.storageClass === '') { return true; }
  const storageClass = references.inventory.findIn('StorageClass', '', claim.storageClass);
  return storageClass ? storageClass.provisioner === NO_PROVISIONER : candidates > 0 && !cluster.find('StorageClass', '', claim.storageClass);
}

/** True for the claims of `Storage.existingClaims()`. */
function existsAlready({ spec }: Claim): boolean {
  const labels = recordOf(recordOf(recordOf(spec).selector).matchLabels);
  return Object.entries(EXISTING_CLAIM).every(([key, value]) => labels[key] === value);
}

function* unboundClaims({ claim, candidates, reserved, bound, nearest }: StaticBinding, { cluster }: CheckContext): Iterable<SystemProblem> {
  const given = reserved.length + bound.length;
  if (given >= claim.count) { return; }
  // By the default class, if there is one.
  const mayBeProvisioned = claim.storageClass === undefined && cluster.defaultStorageClass === undefined;
  if (nearest && nearest.mismatches.length > 0) {
    const volumes = candidates === 1 ? `does not fit ${titleOf(nearest.volume)}, the only volume of its class`
      : `fits none of the ${candidates} volumes of its class, not even ${titleOf(nearest.volume)}`;
    yield { ...unfit(claim, nearest.volume, nearest.mismatches, volumes), severity: mayBeProvisioned ? 'warning' : 'error' };
    return;
  }
  // Volumes of which the manifests know nothing may exist.
  yield {
    object: claim.from,
    path: `${claim.path}/spec`,
    severity: cluster.complete && !mayBeProvisioned ? 'error' : 'warning',
    message: `${subjectOf(claim)} ${claim.storageClass === undefined ? 'names no class and the cluster is declared to have no default'
      : 'is of a class that nobody provisions'}, and there ${given === 1 ? 'is' : 'are'} `
      + `${given === 0 ? 'no' : `only ${given}`} volume${given === 1 ? '' : 's'} for ${claim.count} claim${claim.count === 1 ? '' : 's'}`,
    fix: 'add a PersistentVolume for each claim, or name a class that is provisioned',
  };
}

function unfit(claim: Claim, volume: Manifest, mismatches: readonly Mismatch[], what: string): SystemProblem {
  return {
    object: claim.from,
    path: `${claim.path}/spec${mismatches[0].path}`,
    message: `${subjectOf(claim)} ${what}: it ${mismatches.map(({ reason }) => reason).join('; it ')}`,
    fix: `change the claim, or ${titleOf(volume)}, so that they agree`,
  };
}

function subjectOf(claim: Claim): string {
  if (claim.path === '') { return titleOf(claim.from); }
  return claim.count > 1 ? `Each of the claims ${claim.title} of ${titleOf(claim.from)}` : `The claim ${claim.title} of ${titleOf(claim.from)}`;
}
