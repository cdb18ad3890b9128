import { Store, Stored, merged } from './store';
import { claimsOf } from './volumes';
import { isRecord } from '../../../../src/kubernetes/manifest';
import { matchesSelector } from '../../../../src/kubernetes/selector';
import { claimNameOf, claimTemplatesOf, ordinalsOf } from '../../../../src/kubernetes/workload';
import { sha256 } from '../../../../src/manifest/sha256';

const POD_NAME = 'statefulset.kubernetes.io/pod-name';
const REVISION = 'controller-revision-hash';

/** What the StatefulSet controller does in one round with one set. */
export function manageSet(store: Store, set: Stored) {
  if (set.metadata.deletionTimestamp) { return; }
  const { namespace, name } = set.metadata;
  adopt(store, set);
  const pods = podsOf(store, set);
  if (!reconcile(store, set, pods)) { roll(store, set, pods); }
  const [now, revision] = [podsOf(store, set), revisionOf(set)];
  const updated = now.filter(pod => pod.metadata.labels[REVISION] === revision).length;
  store.update(merged(store.find('StatefulSet', namespace, name)!, {
    status: {
      observedGeneration: set.metadata.generation,
      replicas: now.length,
      readyReplicas: now.filter(isReady).length,
      currentReplicas: updated,
      updatedReplicas: updated,
      currentRevision: updated < now.length ? 'old' : revision,
      updateRevision: revision,
    },
  }));
}

export function isReady(pod: Stored): boolean {
  return pod.status?.phase === 'Running' && !pod.metadata.deletionTimestamp;
}

function revisionOf(set: Stored): string {
  return `${set.metadata.name}-${sha256(canonical(set.spec.template)).slice(0, 10)}`;
}

/** The server knows fields, not their order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) => isRecord(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => a < b ? -1 : 1)) : part);
}

function ordinalOf(set: Stored, pod: Stored): number | undefined {
  const ordinal = new RegExp(`^${set.metadata.name}-(\\d+)$`).exec(pod.metadata.name)?.[1];
  return ordinal === undefined ? undefined : Number(ordinal);
}

/** Pods of its name and labels that belong to nobody. */
function adopt(store: Store, set: Stored) {
  const { namespace, name, uid } = set.metadata;
  for (const pod of store.list('Pod', namespace)) {
    if (ordinalOf(set, pod) === undefined || pod.metadata.deletionTimestamp || pod.metadata.ownerReferences?.length > 0) { continue; }
    if (!matchesSelector(set.spec.selector, pod.metadata.labels)) { continue; }
    store.update(merged(pod, { metadata: { ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name, uid, controller: true }] } }));
  }
}

/** Its own pods, by ordinal. A pod that lost the labels is let go. */
function podsOf(store: Store, set: Stored): Stored[] {
  const own = store.list('Pod', set.metadata.namespace).filter(pod => pod.metadata.ownerReferences?.[0]?.uid === set.metadata.uid);
  return own.filter(pod => matchesSelector(set.spec.selector, pod.metadata.labels)).sort((a, b) => ordinalOf(set, a)! - ordinalOf(set, b)!);
}

/** One pod at a time, unless they are managed in parallel; true if something is still under way. */
function reconcile(store: Store, set: Stored, pods: readonly Stored[]): boolean {
  const isParallel = set.spec.podManagementPolicy === 'Parallel';
  const { first, last } = ordinalsOf(set as never);
  for (let ordinal = first; ordinal <= last; ordinal++) {
    const pod = pods.find(candidate => ordinalOf(set, candidate) === ordinal);
    if (!pod) { create(store, set, ordinal); } else if (isReady(pod)) { setOwner(store, set, ordinal); }
    if ((!pod || !isReady(pod)) && !isParallel) { return true; }
  }
  for (const pod of [...pods].reverse().filter(candidate => ordinalOf(set, candidate)! < first || ordinalOf(set, candidate)! > last)) {
    if (!pod.metadata.deletionTimestamp) { condemn(store, set, pod); }
    if (!isParallel) { return true; }
  }
  return pods.some(pod => !isReady(pod));
}

function roll(store: Store, set: Stored, pods: readonly Stored[]) {
  const { type, rollingUpdate } = set.spec.updateStrategy;
  if (type === 'OnDelete') { return; }
  const outdated = pods.filter(pod => pod.metadata.labels[REVISION] !== revisionOf(set) && ordinalOf(set, pod)! >= (rollingUpdate?.partition ?? 0));
  if (outdated.length > 0) { store.terminate(outdated[outdated.length - 1]); }
}

function condemn(store: Store, set: Stored, pod: Stored) {
  if (set.spec.persistentVolumeClaimRetentionPolicy?.whenScaled === 'Delete') {
    const ownerReferences = [{ apiVersion: 'v1', kind: 'Pod', name: pod.metadata.name, uid: pod.metadata.uid }];
    for (const name of claimsOf(pod)) {
      const claim = store.find('PersistentVolumeClaim', set.metadata.namespace, name);
      if (claim) { store.update(merged(claim, { metadata: { ownerReferences } })); }
    }
  }
  store.terminate(pod);
}

/** Claims of healthy pods belong to the set, or do not, as its policy says. */
function setOwner(store: Store, set: Stored, ordinal: number) {
  const { namespace, name, uid } = set.metadata;
  const isOwned = set.spec.persistentVolumeClaimRetentionPolicy?.whenDeleted === 'Delete';
  for (const template of claimTemplatesOf(set as never)) {
    const claim = store.find('PersistentVolumeClaim', namespace, claimNameOf(template, name, ordinal));
    if (claim) { store.update(merged(claim, { metadata: { ownerReferences: isOwned ? [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name, uid }] : null } })); }
  }
}

/** A claim that is being deleted, and a pod of the name that is not the set's, stand in its way. */
function create(store: Store, set: Stored, ordinal: number) {
  const { namespace, name, uid } = set.metadata;
  const templates = claimTemplatesOf(set as never);
  for (const template of templates) {
    const claim = claimNameOf(template, name, ordinal);
    const known = store.find('PersistentVolumeClaim', namespace, claim);
    if (known?.metadata.deletionTimestamp) { return; }
    const { labels, annotations } = template.metadata;
    const metadata = { namespace, name: claim, labels: { ...labels, ...set.spec.selector.matchLabels }, ...annotations && { annotations } };
    if (!known) { store.create({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata, spec: template.spec }); }
  }
  const pod = `${name}-${ordinal}`;
  if (store.find('Pod', namespace, pod)) { return; }
  const volumes = templates.map(template =>
    ({ name: template.metadata.name, persistentVolumeClaim: { claimName: claimNameOf(template, name, ordinal) } }));
  store.create({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      namespace,
      name: pod,
      labels: { ...set.spec.template.metadata.labels, [REVISION]: revisionOf(set), [POD_NAME]: pod },
      ownerReferences: [{ apiVersion: 'apps/v1', kind: 'StatefulSet', name, uid, controller: true }],
    },
    spec: { ...set.spec.template.spec, subdomain: set.spec.serviceName, volumes: [...volumes, ...set.spec.template.spec.volumes ?? []] },
  });
}
