import { Store, Stored, merged } from './store';
import { parseQuantity } from '../../../../src/kubernetes/quantity';

/** What Kubernetes' volume controllers do: bind, protect, release, reclaim and grow. */
export function manageVolumes(store: Store) {
  store.list('PersistentVolumeClaim').forEach(claim => manageClaim(store, claim));
  store.list('PersistentVolume').forEach(volume => manageVolume(store, volume));
}

/** Names of the claims that a pod uses. */
export function claimsOf(pod: Stored): string[] {
  return (pod.spec.volumes ?? []).flatMap(({ persistentVolumeClaim }: Stored) => persistentVolumeClaim ? [persistentVolumeClaim.claimName] : []);
}

function manageClaim(store: Store, claim: Stored) {
  const { namespace, name, deletionTimestamp } = claim.metadata;
  if (deletionTimestamp) {
    // A pod that has ended holds its claims, too; one that no node has yet does not.
    if (!store.list('Pod', namespace).some(pod => pod.spec.nodeName && claimsOf(pod).includes(name))) { store.remove(claim); }
    return;
  }
  if (claim.status?.phase === 'Lost') { return; }
  if (claim.status?.phase === 'Bound') { manageBound(store, claim); } else { bind(store, claim); }
}

function manageBound(store: Store, claim: Stored) {
  const volume = store.find('PersistentVolume', undefined, claim.spec.volumeName);
  if (volume?.spec.claimRef?.uid !== claim.metadata.uid) {
    store.update(merged(claim, { status: { phase: 'Lost' } }));
    return;
  }
  const wanted = claim.spec.resources.requests.storage;
  const has = (quantity: string) => parseQuantity(quantity)!;
  if (store.find('StorageClass', undefined, claim.spec.storageClassName)?.allowVolumeExpansion && has(wanted) > has(volume!.spec.capacity.storage)) {
    store.update(merged(volume, { spec: { capacity: { storage: wanted } } }));
    store.update(merged(claim, { status: { capacity: { storage: wanted } } }));
  }
}

/** A volume that is reserved for this claim, or else one that is made for it. */
function bind(store: Store, claim: Stored) {
  const { metadata: { namespace, name, uid }, spec } = claim;
  const isFor = ({ claimRef }: Stored) => claimRef?.namespace === namespace && claimRef.name === name && (claimRef.uid ?? uid) === uid;
  const reserved = store.list('PersistentVolume').find(volume => isFor(volume.spec) && classOf(volume) === classOf(claim));
  const named = spec.volumeName && store.find('PersistentVolume', undefined, spec.volumeName);
  const volume = spec.volumeName ? named : reserved ?? provision(store, claim);
  const fits = volume && !volume.metadata.deletionTimestamp && classOf(volume) === classOf(claim);
  if (!fits || (volume.spec.claimRef && !isFor(volume.spec))) {
    store.update(merged(claim, { status: { phase: 'Pending' } }));
    return;
  }
  store.update(merged(volume, { spec: { claimRef: { kind: 'PersistentVolumeClaim', namespace, name, uid } }, status: { phase: 'Bound' } }));
  store.update(merged(claim, { spec: { volumeName: volume.metadata.name }, status: { phase: 'Bound', capacity: volume.spec.capacity } }));
}

function classOf({ spec }: Stored): string {
  return spec.storageClassName ?? '';
}

function provision(store: Store, claim: Stored): Stored | undefined {
  const storageClass = store.find('StorageClass', undefined, claim.spec.storageClassName);
  return storageClass && store.create({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: `pvc-${claim.metadata.uid}` },
    spec: {
      capacity: claim.spec.resources.requests,
      accessModes: claim.spec.accessModes,
      storageClassName: claim.spec.storageClassName,
      persistentVolumeReclaimPolicy: storageClass.reclaimPolicy ?? 'Delete',
      nfs: { server: 's', path: `/${claim.metadata.uid}` },
    },
  });
}

function manageVolume(store: Store, volume: Stored) {
  const { claimRef, persistentVolumeReclaimPolicy } = volume.spec;
  if (volume.metadata.deletionTimestamp && volume.status?.phase !== 'Bound') {
    store.remove(volume);
    return;
  }
  if (!claimRef?.uid) {
    store.update(merged(volume, { status: { phase: 'Available' } }));
    return;
  }
  if (store.find('PersistentVolumeClaim', claimRef.namespace, claimRef.name)?.metadata.uid === claimRef.uid) { return; }
  if (volume.status.phase === 'Released' && persistentVolumeReclaimPolicy === 'Delete') {
    store.disks.delete(diskOf(volume));
    store.remove(volume);
    return;
  }
  store.update(merged(volume, { status: { phase: 'Released' } }));
}

/** Where the data is: volumes of the same source are the same data. */
export function diskOf({ spec }: Stored): string {
  return `${spec.nfs.server}:${spec.nfs.path}`;
}

/** The volumes of a pod; undefined as long as it cannot have all of them. */
export function disksOf(store: Store, pod: Stored): string[] | undefined {
  const disks = claimsOf(pod).map(name => {
    const claim = store.find('PersistentVolumeClaim', pod.metadata.namespace, name);
    const isBound = claim?.status?.phase === 'Bound' && !claim.metadata.deletionTimestamp;
    const volume = isBound ? store.find('PersistentVolume', undefined, claim.spec.volumeName) : undefined;
    return volume && diskOf(volume);
  });
  return disks.every(disk => disk !== undefined) ? disks as string[] : undefined;
}
