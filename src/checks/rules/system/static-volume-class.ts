import { ONCE, claimYaml, together, volumeYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { mismatchesOf } from '../../../manifest/binding';
import { storageClassOf } from '../../../manifest/claims';
import { titleOf } from '../../../manifest/inventory';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

/** So many volumes are compared with each claim. */
const MOST_VOLUMES = 100;
const DEFAULT_CLASS = 'storageclass.kubernetes.io/is-default-class';
const NFS = 'nfs: {server: 192.168.1.21, path: /disk-1}';

export const staticVolumeClass: Check = {
  id: 'static-volume-class',
  why: 'a claim that names no class gets the default StorageClass of the cluster, if there is one, and then never binds a volume without a class; '
    + 'the same manifests work in one cluster and hang in the next',
  severity: 'warning',
  run: function* (inventory, context) {
    if (context.cluster.defaultStorageClass === false) { return; }
    // A volume with a claimRef waits for that claim alone, and neither is asked for its class.
    const volumes = inventory.ofKind('PersistentVolume').filter(volume => !storageClassOf(volume) && !recordOf(volume.spec).claimRef);
    for (const volume of volumes) {
      if (storageClassOf(volume) !== undefined) { continue; }
      yield {
        object: volume,
        path: '/spec/storageClassName',
        message: `${titleOf(volume)} names no class; claims that name none either get the cluster's default class instead of it`,
        fix: 'write storageClassName: "" here and in the claims, or a class name of their own in both',
      };
    }
    if (volumes.length > 0) { yield* classlessClaims(context); } else { yield* claimsBesideVolumes(context); }
  },
  bad: together(volumeYaml('disk-1', ONCE, NFS), claimYaml('data', ONCE)),
  good: together(volumeYaml('disk-1', 'storageClassName: ""', ONCE, NFS), claimYaml('data', `storageClassName: "", ${ONCE}`)),
};

/** Claims without a class that fit a volume of a class that no claim names: it was probably written for them. */
function* claimsBesideVolumes({ references, claims }: CheckContext): Iterable<SystemProblem> {
  const classes = new Set(claims.all.map(({ storageClass }) => storageClass));
  const isDefault = (name: unknown) => recordOf(references.inventory.findIn('StorageClass', '', name)?.metadata?.annotations)[DEFAULT_CLASS] === 'true';
  const free = references.inventory.ofKind('PersistentVolume')
    .filter(volume => !recordOf(volume.spec).claimRef && !classes.has(storageClassOf(volume)) && !isDefault(storageClassOf(volume)))
    .slice(0, MOST_VOLUMES);
  if (free.length === 0) { return; }
  for (const claim of claims.all) {
    if (claim.storageClass !== undefined || claim.spec.volumeName !== undefined) { continue; }
    const volume = free.find(one => mismatchesOf(claim, one).every(({ path }) => path === '/storageClassName'));
    if (!volume) { continue; }
    yield {
      object: claim.from,
      path: `${claim.path}/spec/storageClassName`,
      message: `${titleOf(claim.from)} ${claim.path === '' ? 'names no class' : `claims ${claim.title} without a class`}: `
        + `it gets ${titleOf(volume)} only where '${storageClassOf(volume)}' is the default class of the cluster`,
      fix: `write storageClassName: ${storageClassOf(volume)} in the claim`,
    };
  }
}

function* classlessClaims({ claims, cluster }: CheckContext): Iterable<SystemProblem> {
  for (const claim of claims.all) {
    if (claim.storageClass !== undefined) { continue; }
    yield {
      object: claim.from,
      path: `${claim.path}/spec/storageClassName`,
      severity: cluster.defaultStorageClass ? 'error' : 'warning',
      message: `${titleOf(claim.from)} claims ${claim.title} without a class: in a cluster with a default StorageClass `
        + 'it never binds the volumes without a class that stand here',
      fix: 'write storageClassName: "" in the claim and in the volumes',
    };
  }
}
