import { Manifest, ManifestMetadata, isRecord, listOf, recordOf, textOf } from './manifest';
import { pointer } from './pointer';

/** The pod that a workload asks for, and where in the workload it stands. */
export interface PodTemplate {
  readonly metadata: ManifestMetadata;
  readonly spec: Record<string, any>;
  /** JSON pointer to the template; empty for a Pod. */
  readonly path: string;
}

const TEMPLATE_PATHS: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  StatefulSet: ['spec', 'template'],
  Deployment: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  ReplicationController: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

const TEMPLATE_POINTERS: Readonly<Record<string, string>> =
  Object.fromEntries(Object.entries(TEMPLATE_PATHS).map(([kind, path]) => [kind, pointer(...path)]));

/** Kinds that create pods, and Pod itself. */
export const POD_KINDS: readonly string[] = Object.keys(TEMPLATE_PATHS);

/** The pod template of a workload; undefined for kinds that create no pods or where it is no mapping. */
export function podTemplateOf(manifest: Manifest): PodTemplate | undefined {
  if (!Object.hasOwn(TEMPLATE_PATHS, manifest.kind)) { return undefined; }
  let template: unknown = manifest;
  for (const key of TEMPLATE_PATHS[manifest.kind]) { template = recordOf(template)[key]; }
  if (!isRecord(template)) { return undefined; }
  return { metadata: recordOf(template.metadata), spec: recordOf(template.spec), path: TEMPLATE_POINTERS[manifest.kind] };
}

/** How many pods a workload asks for; absent means one, as the API server has it. */
export function replicasOf(manifest: Manifest): number {
  const replicas = recordOf(manifest.spec).replicas;
  return typeof replicas === 'number' ? replicas : 1;
}

/** The ordinals of a StatefulSet's pods, first and last included. */
export function ordinalsOf(set: Manifest): { readonly first: number; readonly last: number } {
  const start = recordOf(recordOf(set.spec).ordinals).start;
  const first = typeof start === 'number' ? start : 0;
  return { first, last: first + replicasOf(set) - 1 };
}

/** The claim that the StatefulSet controller makes of a template for one ordinal. */
export function claimNameOf(template: unknown, setName: string, ordinal: number): string {
  return `${textOf(recordOf(recordOf(template).metadata).name)}-${setName}-${ordinal}`;
}

/** The claim templates of a StatefulSet. */
export function claimTemplatesOf(set: Manifest): any[] {
  const claims = listOf(recordOf(set.spec).volumeClaimTemplates);
  return claims.every(claim => claim !== null && claim !== undefined) ? claims : claims.map(claim => claim ?? {});
}

/** Volumes of the pod template of a StatefulSet that no Pod gets: a claim template of the same name takes their place. JSON pointers. */
export function replacedVolumesOf(set: Manifest): string[] {
  const claims = claimTemplatesOf(set);
  const volumes = claims.length === 0 ? [] : listOf(recordOf(recordOf(recordOf(set.spec).template).spec).volumes);
  if (volumes.length === 0) { return []; }
  const names = new Set(claims.map(claim => recordOf(recordOf(claim).metadata).name).filter(name => typeof name === 'string'));
  return volumes.flatMap((volume, index) => names.has(recordOf(volume).name) ? [`/spec/template/spec/volumes/${index}`] : []);
}

/** A container of a pod template, and where it stands in the workload. */
export interface PlacedContainer {
  readonly container: Record<string, any>;
  /** JSON pointer to the container. */
  readonly path: string;
}

/** All containers of a pod template, those that run first included. Many ask for those of one template: they are found once. */
export function containersOf(template: PodTemplate): readonly PlacedContainer[] {
  let placed = CONTAINERS.get(template);
  if (!placed) {
    placed = placedContainers(template);
    CONTAINERS.set(template, placed);
  }
  return placed;
}

const CONTAINERS = new WeakMap<PodTemplate, readonly PlacedContainer[]>();

function placedContainers({ spec, path }: PodTemplate): PlacedContainer[] {
  const placed: PlacedContainer[] = [];
  for (const list of ['initContainers', 'containers', 'ephemeralContainers']) {
    listOf(spec[list]).forEach((container, i) => placed.push({ container: recordOf(container), path: `${path}/spec/${list}/${i}` }));
  }
  return placed;
}

/** The user that a container runs as: its own, or the pod's; undefined if nobody says so. */
export function runAsUserOf(container: Readonly<Record<string, any>>, { spec }: PodTemplate): unknown {
  return recordOf(container.securityContext).runAsUser ?? recordOf(spec.securityContext).runAsUser;
}

/** The names of all ports of a pod, of whatever type: a port needs none. */
export function portNamesOf(template: PodTemplate): unknown[] {
  return containersOf(template).flatMap(({ container }) => listOf(container.ports).map(port => recordOf(port).name));
}

/** A mount of a volume, and where it stands in the workload. */
export interface PlacedMount {
  readonly mount: Record<string, any>;
  readonly container: Record<string, any>;
  /** JSON pointer to the mount. */
  readonly path: string;
}

/** The mounts of a volume in all containers of a pod template. Those of all volumes are found once. */
export function mountsOfVolume(template: PodTemplate, volume: unknown): readonly PlacedMount[] {
  let known = MOUNTS.get(template.spec);
  if (known?.path !== template.path) {
    known = { path: template.path, mounts: mountsByVolume(template) };
    MOUNTS.set(template.spec, known);
  }
  return known.mounts.get(volume) ?? [];
}

/** Of a spec: it stays the same object, where a template is found anew. */
const MOUNTS = new WeakMap<object, { readonly path: string; readonly mounts: ReadonlyMap<unknown, readonly PlacedMount[]> }>();

function mountsByVolume(template: PodTemplate): ReadonlyMap<unknown, readonly PlacedMount[]> {
  const found = new Map<unknown, PlacedMount[]>();
  for (const { container, path } of containersOf(template)) {
    listOf(container.volumeMounts).forEach((item, i) => {
      const mount = recordOf(item);
      const placed = { mount, container, path: `${path}/volumeMounts/${i}` };
      const others = found.get(mount.name);
      if (others) { others.push(placed); } else { found.set(mount.name, [placed]); }
    });
  }
  return found;
}

/** How a set treats its claims; both default to keeping them. */
export function retentionOf(set: Manifest): { readonly whenDeleted: string; readonly whenScaled: string } {
  const { whenDeleted, whenScaled } = recordOf(recordOf(set.spec).persistentVolumeClaimRetentionPolicy);
  return { whenDeleted: whenDeleted ?? 'Retain', whenScaled: whenScaled ?? 'Retain' };
}

/** Where the containers of a pod have each of its volumes, by the volume's name; of several places, that of the first container that has it. */
export function mountPathsOf(template: PodTemplate): Map<string, string> {
  const all = containersOf(template).flatMap(({ container }) => listOf(container.volumeMounts)).map(recordOf);
  return new Map(all.reverse().map(({ name, mountPath }) => [textOf(name), textOf(mountPath)]));
}

/** What the containers of a workload get: their arguments, also after an equals sign, and their variables. */
export function wordsOf(workload: Manifest): string[] {
  const template = podTemplateOf(workload);
  const containers = template ? containersOf(template).map(({ container }) => container) : [];
  return containers.flatMap(({ command, args, env }) => [
    ...[...listOf(command), ...listOf(args)].map(word => textOf(word).replace(/^--?[\w-]+=/, '')),
    ...listOf(env).map(variable => textOf(recordOf(variable).value)),
  ]);
}

export const PROBES: readonly string[] = ['livenessProbe', 'readinessProbe', 'startupProbe'];
export const HOOKS: readonly string[] = ['postStart', 'preStop'];

/** What the kubelet does for a container: a probe or a hook. */
export interface PlacedHandler {
  readonly by: 'probe' | 'hook';
  readonly handler: Record<string, any>;
  /** JSON pointer to it, from the container. */
  readonly at: string;
}

/** The probes and hooks of a container. */
export function handlersOf(container: Readonly<Record<string, any>>): PlacedHandler[] {
  const placed = (by: PlacedHandler['by'], handler: unknown, at: string): PlacedHandler[] => isRecord(handler) ? [{ by, handler, at }] : [];
  return [
    ...PROBES.flatMap(field => placed('probe', container[field], `/${field}`)),
    ...HOOKS.flatMap(field => placed('hook', recordOf(container.lifecycle)[field], `/lifecycle/${field}`)),
  ];
}

/** Seconds that a Pod has to end if it does not say how long. */
export const DEFAULT_GRACE_PERIOD = 30;
