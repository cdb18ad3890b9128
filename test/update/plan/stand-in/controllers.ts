import { Store, Stored, merged } from './store';
import { matchesSelector } from '../../../../src/manifest/selector';
import { claimNameOf, claimTemplatesOf, ordinalsOf, replicasOf } from '../../../../src/manifest/workload';

/**
 * What Kubernetes' controllers do with sets, pods, claims and volumes, as far as
 * plans depend on it. They are run until nothing changes any more. The data of
 * a volume is an annotation: the name of the pod that wrote first.
 */
export function settle(store: Store) {
  for (let round = 0; round < 100; round++) {
    const before = store.resourceVersion;
    store.list('PersistentVolumeClaim').forEach(claim => protectOrBind(store, claim));
    store.list('PersistentVolume').forEach(volume => reclaim(store, volume));
    store.list('StatefulSet').forEach(set => reconcile(store, set));
    store.list('Pod').forEach(pod => start(store, pod));
    store.list('Job').forEach(job => copy(store, job));
    if (store.resourceVersion === before) { return; }
  }
  throw new Error('the controllers never come to rest');
}

function claimsOf(pod: Stored): string[] {
  return pod.spec.volumes.flatMap(({ persistentVolumeClaim }: Stored) => persistentVolumeClaim ? [persistentVolumeClaim.claimName] : []);
}

function protectOrBind(store: Store, claim: Stored) {
  const { namespace, name, deletionTimestamp } = claim.metadata;
  if (deletionTimestamp) {
    if (!store.list('Pod', namespace).some(pod => claimsOf(pod).includes(name))) { store.remove(claim); }
    return;
  }
  if (claim.status?.phase === 'Bound') { return; }
  const volume = claim.spec.volumeName ? store.find('PersistentVolume', undefined, claim.spec.volumeName) : provision(store, claim);
  const claimRef = volume?.spec.claimRef;
  const isOther = claimRef
    && (claimRef.name !== name || claimRef.namespace !== namespace || (claimRef.uid ?? claim.metadata.uid) !== claim.metadata.uid);
  if (!volume || isOther) {
    store.update(merged(claim, { status: { phase: 'Pending' } }));
    return;
  }
  store.update(merged(volume, { spec: { claimRef: { kind: 'PersistentVolumeClaim', namespace, name, uid: claim.metadata.uid } }, status: { phase: 'Bound' } }));
  store.update(merged(claim, { spec: { volumeName: volume.metadata.name }, status: { phase: 'Bound', capacity: volume.spec.capacity } }));
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

function reclaim(store: Store, volume: Stored) {
  const { claimRef, persistentVolumeReclaimPolicy } = volume.spec;
  if (!claimRef) { return; }
  const claim = store.find('PersistentVolumeClaim', claimRef.namespace, claimRef.name);
  if (!claimRef.uid) {
    store.update(merged(volume, { status: { phase: claim ? volume.status.phase : 'Available' } }));
    return;
  }
  if (claim?.metadata.uid === claimRef.uid) { return; }
  if (persistentVolumeReclaimPolicy === 'Delete') { store.remove(volume); } else { store.update(merged(volume, { status: { phase: 'Released' } })); }
}

function reconcile(store: Store, set: Stored) {
  const { namespace, name, uid } = set.metadata;
  const revision = `${name}-${Buffer.from(JSON.stringify(set.spec.template)).toString('base64').slice(-200)}`;
  const { first, last } = ordinalsOf(set as never);
  for (const pod of store.list('Pod', namespace)) {
    const ordinal = new RegExp(`^${name}-(\\d+)$`).exec(pod.metadata.name)?.[1];
    if (ordinal === undefined || !matchesSelector(set.spec.selector, pod.metadata.labels)) { continue; }
    const owner = pod.metadata.ownerReferences?.[0];
    if (!owner) { store.update(merged(pod, { metadata: { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name, uid, controller: true }] } })); }
    if ((owner?.uid ?? uid) !== uid) { continue; }
    if (Number(ordinal) < first || Number(ordinal) > last) { stop(store, set, pod); }
  }
  for (let ordinal = first; ordinal <= last; ordinal++) { run(store, set, { ordinal, revision }); }
  const pods = store.list('Pod', namespace).filter(pod => pod.metadata.ownerReferences?.[0]?.uid === uid);
  const outdated = pods.filter(pod => pod.metadata.labels['controller-revision-hash'] !== revision);
  const ready = pods.filter(pod => pod.status?.phase === 'Running').length;
  if (outdated.length > 0 && ready === replicasOf(set as never)) { store.remove(outdated[outdated.length - 1]); }
  store.update(merged(store.find('StatefulSet', namespace, name)!, {
    status: {
      observedGeneration: set.metadata.generation,
      replicas: pods.length,
      readyReplicas: ready,
      currentReplicas: pods.length - outdated.length,
      updatedReplicas: pods.length - outdated.length,
      currentRevision: outdated.length > 0 ? 'old' : revision,
      updateRevision: revision,
    },
  }));
}

function stop(store: Store, set: Stored, pod: Stored) {
  store.remove(pod);
  if (set.spec.persistentVolumeClaimRetentionPolicy?.whenScaled !== 'Delete') { return; }
  for (const name of claimsOf(pod)) {
    const claim = store.find('PersistentVolumeClaim', set.metadata.namespace, name);
    if (claim) { store.update(merged(claim, { metadata: { deletionTimestamp: '2024-01-01T00:00:00Z' } })); }
  }
}

/** A pod of the name that is not the set's stands in its way, as in a real cluster. */
function run(store: Store, set: Stored, { ordinal, revision }: { readonly ordinal: number; readonly revision: string }) {
  const { namespace, name, uid } = set.metadata;
  const templates = claimTemplatesOf(set as never);
  for (const template of templates) {
    const claim = claimNameOf(template, name, ordinal);
    const owned = set.spec.persistentVolumeClaimRetentionPolicy?.whenDeleted === 'Delete';
    const known = store.find('PersistentVolumeClaim', namespace, claim);
    const ownerReferences = owned ? [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name, uid }] : null;
    if (known) {
      store.update(merged(known, { metadata: { ownerReferences } }));
    } else {
      const metadata = { namespace, name: claim, ...ownerReferences && { ownerReferences } };
      store.create({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec: template.spec });
    }
  }
  if (store.find('Pod', namespace, `${name}-${ordinal}`)) { return; }
  store.create({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      namespace,
      name: `${name}-${ordinal}`,
      labels: { ...set.spec.template.metadata.labels, 'controller-revision-hash': revision },
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name, uid, controller: true }],
    },
    spec: {
      ...set.spec.template.spec,
      subdomain: set.spec.serviceName,
      volumes: templates.map(template => {
        const claimName = claimNameOf(template, name, ordinal);
        return { name: template.metadata.name, persistentVolumeClaim: { claimName } };
      }),
    },
  });
}

function volumesOf(store: Store, pod: Stored): (Stored | undefined)[] {
  return claimsOf(pod).map(name => {
    const claim = store.find('PersistentVolumeClaim', pod.metadata.namespace, name);
    const isBound = claim?.status?.phase === 'Bound' && !claim.metadata.deletionTimestamp;
    return isBound ? store.find('PersistentVolume', undefined, claim.spec.volumeName) : undefined;
  });
}

function start(store: Store, pod: Stored) {
  const volumes = volumesOf(store, pod);
  const phase = volumes.every(Boolean) ? 'Running' : 'Pending';
  if (pod.status?.phase === phase) { return; }
  store.update(merged(pod, { status: { phase } }));
  if (phase === 'Running') { volumes.forEach(volume => write(store, volume!, volume!.metadata.annotations?.data ?? pod.metadata.name)); }
}

function write(store: Store, volume: Stored, data: string) {
  store.update(merged(store.find('PersistentVolume', undefined, volume.metadata.name)!, { metadata: { annotations: { data } } }));
}

/** Copies from the claim that is mounted first to the one that is mounted second. */
function copy(store: Store, job: Stored) {
  if (job.status?.succeeded) { return; }
  const [from, to] = volumesOf(store, { metadata: job.metadata, spec: job.spec.template.spec });
  if (!from || !to) { return; }
  write(store, to, from.metadata.annotations.data);
  store.update(merged(job, { status: { succeeded: 1 } }));
}
