import { mountsOf, normal, podsOf } from './pod-volumes';
import { repositoryOf } from '../../kubernetes/image';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { POD_KINDS, PodTemplate, containersOf, mountsOfVolume, podTemplateOf } from '../../kubernetes/workload';
import { namespaceOf } from '../../manifest/inventory';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { World } from '../changes/world';

/** Types of pod volumes that say themselves where the data is. */
const INLINE = [
  'awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'csi', 'fc', 'flexVolume', 'gcePersistentDisk', 'glusterfs', 'hostPath', 'iscsi', 'nfs', 'rbd', 'vsphereVolume',
];

/** How it is mounted, and not what. */
const NOT_WHERE: ReadonlySet<string> = new Set(['fsType', 'readOnly', 'type', 'secretRef', 'nodePublishSecretRef', 'cachingMode', 'kind']);

/** Directories and sockets of the node that hold no data of the pod. */
const OF_THE_NODE = /^\/(boot|dev|etc|lib|proc|run|sys|usr|var\/run)(\/|$)/;

/** Where the data of an inline volume is, as text; undefined for other volumes. */
function placeOf(volume: Readonly<Record<string, unknown>>): string | undefined {
  const type = INLINE.find(name => isRecord(volume[name]));
  if (type === undefined) { return undefined; }
  const source = recordOf(volume[type]);
  if (type === 'hostPath' && (OF_THE_NODE.test(textOf(source.path)) || /Socket|Device/.test(textOf(source.type)))) { return undefined; }
  return `${type} ${JSON.stringify(Object.entries(source).filter(([field]) => !NOT_WHERE.has(field)).sort(([one], [other]) => one < other ? -1 : 1))}`;
}

/** A pod that finds another source where its data was, or none. */
function movedSources(update: Update): ChangeStatement[] {
  const pods = podsOf(update);
  if (!pods) { return []; }
  const after = new Map(listOf(pods.next.spec.volumes).map(recordOf).map(volume => [volume.name, volume]));
  const positions = new Map([...after.keys()].map((name, index) => [name, index]));
  return listOf(pods.old.spec.volumes).map(recordOf).flatMap((volume, index): ChangeStatement[] => {
    const place = placeOf(volume);
    const next = after.get(volume.name);
    const written = place === undefined ? undefined : writtenAt(pods.old, volume.name);
    if (written === undefined || next !== undefined && placeOf(next) === place) { return []; }
    return [{
      path: `${pods.old.path}/spec/volumes/${next === undefined ? index : positions.get(volume.name)}`,
      part: `volume ${textOf(volume.name)}`,
      message: `what was written to ${written} stays where it is${next === undefined ? ', and no pod reads it' : ', and the pod starts without it'}`,
      before: sourceOf(volume),
      after: next && sourceOf(next),
    }];
  });
}

/** Where a container may write to the volume. */
function writtenAt(template: PodTemplate, volume: unknown): string | undefined {
  const found = mountsOfVolume(template, volume).find(({ mount }) => mount.readOnly !== true);
  return found && normal(found.mount.mountPath);
}

/** The inline volumes of a pod that containers write to, by name. */
export function writtenSources(template: PodTemplate): ReadonlySet<string> {
  return new Set(listOf(template.spec.volumes).map(recordOf)
    .filter(volume => placeOf(volume) !== undefined && writtenAt(template, volume.name) !== undefined)
    .map(({ name }) => textOf(name)));
}

function sourceOf({ name, ...source }: Readonly<Record<string, unknown>>): unknown {
  return source;
}

/** A workload that goes while another one of the same program comes, which mounts another claim at the same place. */
function replacedReader(workload: Manifest, world: World): ChangeStatement[] {
  const template = podTemplateOf(workload);
  if (!template) { return []; }
  const namespace = namespaceOf(workload);
  return listOf(template.spec.volumes).map(recordOf).flatMap((volume): ChangeStatement[] => {
    const name = recordOf(volume.persistentVolumeClaim).claimName;
    if (typeof name !== 'string' || !world.after.claims.find(namespace, name) || world.after.usersOf(namespace, name).length > 0) { return []; }
    const mounted = containersOf(template).flatMap(({ container }) => mountsOf(container).filter(mount => mount.volume === volume.name)
      .map(({ mountPath }) => `${repositoryOf(container.image)} ${mountPath}`));
    const heir = mounted.map(mount => comers(world, namespace).get(mount)).find(comer => comer !== undefined);
    return heir ? [{
      path: '',
      part: name,
      claims: [{ namespace, name, fate: 'stranded' }],
      message: `${heir.kind} '${heir.metadata?.name}' takes its place with another claim: the data of claim '${name}' stays, and no pod reads it`,
    }] : [];
  });
}

/** The first workload that mounts something, by program and path: `neo4j /data`. */
type Comers = ReadonlyMap<string, Manifest>;

const COMERS = new WeakMap<World, ReadonlyMap<string, Comers>>();

/** The workloads that are new in a namespace. */
function comers(world: World, namespace: string): Comers {
  let known = COMERS.get(world);
  if (!known) {
    known = comersOf(world);
    COMERS.set(world, known);
  }
  return known.get(namespace) ?? new Map();
}

function comersOf(world: World): ReadonlyMap<string, Comers> {
  const found = new Map<string, Map<string, Manifest>>();
  for (const workload of POD_KINDS.flatMap(kind => world.after.inventory.ofKind(kind)).filter(object => !world.before.same(object))) {
    const namespace = namespaceOf(workload);
    const ofNamespace = found.get(namespace) ?? new Map<string, Manifest>();
    found.set(namespace, ofNamespace);
    for (const { container } of containersOf(podTemplateOf(workload)!)) {
      for (const { mountPath } of mountsOf(container)) {
        const key = `${repositoryOf(container.image)} ${mountPath}`;
        if (!ofNamespace.has(key)) { ofNamespace.set(key, workload); }
      }
    }
  }
  return found;
}

export const INLINE_SOURCE_DANGERS: readonly Rule[] = [
  {
    id: 'inline-source-moved',
    title: 'A volume of the pod is somewhere else',
    effect: 'strands-data',
    kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'CronJob'],
    fields: 'spec.template.spec.volumes: nfs, hostPath, csi and the other types that name a place, where a container writes to them',
    why: 'nobody copies the data from the old place to the new one: the next pod starts without it',
    fix: 'stop the pods, copy the data, and change the place then',
    updated: movedSources,
  },
  {
    id: 'claim-loses-reader',
    title: 'A workload is replaced by one with another claim',
    effect: 'strands-data',
    kinds: ['Deployment', 'ReplicaSet', 'DaemonSet', 'Pod'],
    fields: 'the whole object, where a new workload of the same image mounts another claim at the same path',
    why: 'the new pods start with what is in their own claim, and the old claim is read by nobody',
    fix: 'let the new workload mount the old claim, or copy the data first',
    removed: replacedReader,
  },
];
