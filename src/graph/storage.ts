import { GraphBuilder } from './graph-builder';
import { idOf, idOfNamed, namespaceGroup } from './ids';
import { DrawnPods } from './workloads';
import { isRecord, listOf, Manifest, recordOf, textOf } from '../kubernetes/manifest';
import { mountPathsOf } from '../kubernetes/workload';
import { accessModesOf, Claim, Claims } from '../manifest/claims';
import { Inventory, namespaceOf, referenceTo } from '../manifest/inventory';
import { namesInRange } from '../manifest/pod-ranges';
import { Pods } from '../manifest/references/pods';
import { Provisioner } from '../manifest/references/provisioners';
import { StaticBinding } from '../manifest/static-binding';
import { placeOfVolume } from '../manifest/volume-place';

/** What storage is drawn from. */
export interface StorageFacts {
  readonly inventory: Inventory;
  readonly claims: Claims;
  readonly bindings: ReadonlyMap<Claim, StaticBinding>;
  readonly provisioners: readonly Provisioner[];
}

/** Draws what the pods keep their data in: claims, what these are bound to, and directories of nodes and servers. */
export function drawStorage({ workload, template, namespace }: Pods, drawn: readonly DrawnPods[], facts: StorageFacts, builder: GraphBuilder): void {
  const mounts = mountPathsOf(template);
  for (const claim of workload.kind === 'StatefulSet' ? facts.claims.of(workload) : []) {
    const volume = textOf(recordOf(recordOf(claimTemplate(claim)).metadata).name);
    for (const pods of drawn) {
      const name = namesInRange(pods, ordinal => `${volume}-${referenceTo(workload).name}-${ordinal}`);
      const id = builder.node({
        id: idOfNamed('', 'PersistentVolumeClaim', namespace, name), kind: 'PersistentVolumeClaim', name, lines: sizeOf(claim), group: idOf(workload), object: workload, derived: true,
      });
      builder.edge({ from: pods.id, to: id, label: mounts.get(volume) ?? '', about: 'data' });
      drawBinding(id, claim, facts, builder);
    }
  }
  for (const volume of listOf(template.spec.volumes).map(recordOf)) {
    const label = mounts.get(textOf(volume.name)) ?? '';
    const target = isRecord(volume.persistentVolumeClaim)
      ? writtenClaim(textOf(volume.persistentVolumeClaim.claimName), namespace, facts, builder) : drawSource(volume, builder);
    // What all pods of a workload have in common is one arrow, however many there are.
    if (target !== undefined) { builder.edge({ from: idOf(workload), to: target, label, about: 'data' }); }
  }
}

/** Draws a claim that is written down, also if no pod reads it. */
export function drawClaim(claim: Manifest, facts: StorageFacts, builder: GraphBuilder): void {
  writtenClaim(referenceTo(claim).name, namespaceOf(claim), facts, builder);
}

function claimTemplate({ from, path }: Claim): unknown {
  return listOf(recordOf(from.spec).volumeClaimTemplates)[Number(path.split('/').at(-1))];
}

function writtenClaim(name: string, namespace: string, facts: StorageFacts, builder: GraphBuilder): string {
  const claim = facts.claims.find(namespace, name);
  const id = builder.node({
    id: idOfNamed('', 'PersistentVolumeClaim', namespace, name),
    kind: 'PersistentVolumeClaim',
    name,
    lines: claim ? sizeOf(claim) : [],
    group: namespaceGroup(namespace),
    object: claim?.from,
    missing: claim === undefined,
  });
  if (claim) { drawBinding(id, claim, facts, builder); }
  return id;
}

function sizeOf(claim: Claim): string[] {
  const { storage } = recordOf(recordOf(claim.spec.resources).requests);
  return [[storage, accessModesOf(claim.spec).map(mode => SHORT[mode] ?? mode).join(', ')].filter(Boolean).join(' · ')];
}

const SHORT: Readonly<Record<string, string>> = { ReadWriteOnce: 'one node', ReadWriteMany: 'many nodes', ReadOnlyMany: 'many nodes, read only', ReadWriteOncePod: 'one pod' };

/** From a claim to its volume, where one is written down, or else to its class. */
function drawBinding(from: string, claim: Claim, { inventory, bindings, provisioners }: StorageFacts, builder: GraphBuilder): void {
  const named = inventory.findIn('PersistentVolume', '', claim.spec.volumeName);
  const volumes = named ? [named] : bindings.get(claim)?.bound ?? [];
  for (const volume of claim.count > 1 ? volumes.slice(0, 1) : volumes) {
    builder.edge({ from, to: drawVolume(volume, builder), label: volumes.length > 1 ? `bound to one of ${volumes.length}` : 'bound to', about: 'data' });
  }
  if (volumes.length > 0) { return; }
  const { storageClass } = claim;
  if (storageClass === '') { return; }
  const written = inventory.findIn('StorageClass', '', storageClass);
  const id = builder.node({
    id: idOfNamed('storage.k8s.io', 'StorageClass', '', storageClass ?? '(default)'),
    kind: 'StorageClass',
    name: storageClass ?? "the cluster's default",
    lines: written ? classLines(written) : [],
    object: written,
    missing: storageClass !== undefined && written === undefined,
  });
  for (const { name, pods } of provisioners) {
    if (name === written?.provisioner) { builder.edge({ from: id, to: idOf(pods.workload), label: 'served by', about: 'data' }); }
  }
  builder.edge({ from, to: id, label: 'provisioned by', about: 'data' });
}

function classLines({ provisioner, reclaimPolicy, volumeBindingMode }: Manifest): string[] {
  return [textOf(provisioner), reclaimPolicy === 'Retain' ? 'keeps the data of deleted claims' : 'deletes the data of deleted claims',
    ...volumeBindingMode === 'WaitForFirstConsumer' ? ['waits for the pod'] : []];
}

function drawVolume(volume: Manifest, builder: GraphBuilder): string {
  const { capacity, persistentVolumeReclaimPolicy: policy = 'Retain', ...spec } = recordOf(volume.spec);
  const id = builder.node({
    id: idOf(volume),
    kind: 'PersistentVolume',
    name: referenceTo(volume).name,
    object: volume,
    lines: [textOf(recordOf(capacity).storage), policy === 'Delete' ? 'deletes the data of its claim' : 'keeps the data of its claim'].filter(line => line !== ''),
  });
  const source = drawSource(spec, builder);
  if (source !== undefined) { builder.edge({ from: id, to: source, label: '', about: 'data' }); }
  return id;
}

/** The place behind a volume: a directory of a server or a node, a disk of a driver. */
function drawSource(volume: Readonly<Record<string, unknown>>, builder: GraphBuilder): string | undefined {
  const place = placeOfVolume(volume);
  return place && builder.node({ id: `${place.kind} ${place.name} ${place.path}`, kind: place.kind, name: place.name, lines: place.path === '' ? [] : [place.path] });
}
