import { Manifest, isRecord, listOf, recordOf } from '../../manifest/manifest';
import { PodTemplate, claimTemplatesOf, podTemplateOf } from '../../manifest/workload';
import { EffectRule, Hit, Update } from '../update';
import { ContainerPair, pairContainers } from './container-pairs';
import { dataDirectories } from './data-directory';
import { databaseUpgrade } from './database-image';

/** A volume at a directory, or as a device. */
interface Mount {
  /** JSON pointer below the container. */
  readonly at: string;
  readonly volume: string;
  readonly mountPath: string;
  readonly subPath: string;
}

/** Where the data of a pod volume is: a claim's name, or what kind of volume it is. */
type Sources = ReadonlyMap<string, string>;

const CLAIM = 'claim ';

function sourcesOf(workload: Manifest, { spec }: PodTemplate): Sources {
  const sources = new Map<string, string>();
  for (const volume of listOf(spec.volumes)) {
    const { name, ...source } = recordOf(volume);
    const [kind] = Object.keys(source);
    sources.set(String(name), kind === 'persistentVolumeClaim' ? `${CLAIM}'${recordOf(source.persistentVolumeClaim).claimName}'` : kind ?? 'emptyDir');
  }
  if (workload.kind === 'StatefulSet') {
    for (const template of claimTemplatesOf(workload)) {
      const name = String(recordOf(recordOf(template).metadata).name);
      sources.set(name, `${CLAIM}template '${name}'`);
    }
  }
  return sources;
}

function isData(source: string | undefined): boolean {
  return source !== undefined && source.startsWith(CLAIM);
}

/** Kinds of pod volumes whose files are gone with the pod, or come from elsewhere. */
const FLEETING: ReadonlySet<string> = new Set(['emptyDir', 'configMap', 'secret', 'projected', 'downwardAPI', 'ephemeral']);

function isLasting(source: string): boolean {
  return !FLEETING.has(source);
}

function mountsOf(container: Record<string, any>): Mount[] {
  return [
    ...listOf(container.volumeMounts).filter(isRecord).map((mount, index) => ({
      at: `/volumeMounts/${index}`, volume: String(mount.name), mountPath: normal(mount.mountPath), subPath: normal(mount.subPath ?? mount.subPathExpr ?? ''),
    })),
    ...listOf(container.volumeDevices).filter(isRecord).map((device, index) => ({
      at: `/volumeDevices/${index}`, volume: String(device.name), mountPath: normal(device.devicePath), subPath: '',
    })),
  ];
}

function normal(path: unknown): string {
  return String(path ?? '').replace(/\/+$/, '');
}

interface Pods {
  readonly old: PodTemplate;
  readonly next: PodTemplate;
  readonly sources: { readonly before: Sources; readonly after: Sources };
  readonly containers: readonly ContainerPair[];
}

/** Both pods of an update, container by container. */
function podsOf({ before, after }: Update): Pods | undefined {
  const [old, next] = [podTemplateOf(before), podTemplateOf(after)];
  if (!old || !next) { return undefined; }
  return {
    old,
    next,
    sources: { before: sourcesOf(before, old), after: sourcesOf(after, next) },
    containers: pairContainers(old, next),
  };
}

/** D13: the same data, looked for in another directory. */
function movedDirectories(update: Update): Hit[] {
  const pods = podsOf(update);
  if (!pods || ![...pods.sources.after.values()].some(isData)) { return []; }
  return pods.containers.flatMap(pair => [...movedMounts(pair, pods.sources.before), ...movedSettings(pair)]);
}

function movedMounts({ before, after, path }: ContainerPair, sources: Sources): Hit[] {
  const next = mountsOf(after);
  return mountsOf(before).filter(mount => isData(sources.get(mount.volume))).flatMap(mount => {
    const same = next.filter(({ volume }) => volume === mount.volume);
    if (same.length === 0 || same.some(({ mountPath, subPath }) => mountPath === mount.mountPath && subPath === mount.subPath)) { return []; }
    const [to] = same;
    const [what, from, into] = to.mountPath === mount.mountPath ? ['subPath', mount.subPath, to.subPath] : ['mountPath', mount.mountPath, to.mountPath];
    return [{
      path: path + to.at,
      part: mount.volume,
      before: from,
      after: into,
      message: `${what} of volume '${mount.volume}' moves from '${from}' to '${into}': the program looks for its data where none is`,
    }];
  });
}

function movedSettings({ before, after, path }: ContainerPair): Hit[] {
  const [old, next] = [dataDirectories(before), dataDirectories(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap(name => {
    const [was, is] = [old.get(name), next.get(name)];
    // What is not set is where the program's data usually is.
    if (was?.value === is?.value || (!was && is?.isUsual) || (!is && was?.isUsual)) { return []; }
    return [{
      path: is ? path + is.path : path,
      part: name,
      before: was?.value,
      after: is?.value,
      message: `the data directory moves (${name}: ${was?.value ?? 'unset'} → ${is?.value ?? 'unset'}): the program starts on an empty one`,
    }];
  });
}

/** D14: the program's directory is another volume than before. */
function replacedVolumes(update: Update): Hit[] {
  const pods = podsOf(update);
  if (!pods) { return []; }
  const { before, after } = pods.sources;
  return [...forgotten(pods), ...pods.containers.flatMap(pair => {
    const next = mountsOf(pair.after);
    return mountsOf(pair.before).filter(({ volume }) => isData(before.get(volume))).flatMap(mount => {
      const at = next.findIndex(({ mountPath }) => mountPath === mount.mountPath);
      const now = at < 0 ? undefined : after.get(next[at].volume) ?? 'no volume';
      if (at < 0 ? next.some(({ volume }) => volume === mount.volume) : now === before.get(mount.volume)) { return []; }
      if (at >= 0 && update.after.kind === 'StatefulSet' && isTemplateRename(before.get(mount.volume), now)) { return []; }
      return [{
        path: pair.path + (at < 0 ? mount.at.slice(0, mount.at.lastIndexOf('/')) : next[at].at),
        part: mount.volume,
        before: before.get(mount.volume),
        after: now,
        message: at < 0
          ? `${before.get(mount.volume)} is not mounted at '${mount.mountPath}' any more: what is written there is lost with the pod`
          : `'${mount.mountPath}' was ${before.get(mount.volume)} and becomes ${now}: the program starts without its data`,
      }];
    });
  })];
}

/** Data whose container went, and that no other one mounts. A claim template that went with it is D2. */
function forgotten({ old, next, sources: { before, after }, containers }: Pods): Hit[] {
  const kept = new Set(containers.map(pair => pair.before));
  const mounted = new Set(containersIn(next).flatMap(mountsOf).map(({ volume }) => after.get(volume)));
  return containersIn(old).filter(container => !kept.has(container)).flatMap(container => mountsOf(container)
    .filter(({ volume }) => isData(before.get(volume)) && !mounted.has(before.get(volume)) && !(isTemplate(before.get(volume)) && !after.has(volume)))
    .map(({ volume }) => ({
      path: `${next.path}/spec/containers`,
      part: volume,
      before: before.get(volume),
      message: `container '${container.name}' is gone, and no other one mounts ${before.get(volume)}: nothing reads its data any more`,
    })));
}

function containersIn({ spec }: PodTemplate): Record<string, any>[] {
  return listOf(spec.containers).filter(isRecord);
}

/** One claim template in place of another is D2. */
function isTemplateRename(before: string | undefined, after: string | undefined): boolean {
  return isTemplate(before) && isTemplate(after);
}

function isTemplate(source: string | undefined): boolean {
  return source !== undefined && source.startsWith(`${CLAIM}template`);
}

/** D17: another program, or another user, opens the same files. */
function otherProgram(update: Update): Hit[] {
  const pods = podsOf(update);
  if (!pods || ![...pods.sources.after.values()].some(isLasting)) { return []; }
  const images = pods.containers.flatMap(({ before, after, path }) => {
    const upgrade = databaseUpgrade(before.image, after.image);
    return upgrade ? [{ path: `${path}/image`, part: String(after.name), message: upgrade }] : [];
  });
  return [...images, ...otherUser(pods)];
}

function otherUser({ old, next, containers }: Pods): Hit[] {
  const pod = `${next.path}/spec/securityContext`;
  const users = containers.map(({ before, after, path }) => {
    const [from, to] = [userOf(before, old), userOf(after, next)];
    return foreignFiles('runAsUser', from, to, recordOf(after.securityContext).runAsUser === undefined ? pod : `${path}/securityContext`);
  });
  const group = foreignFiles('fsGroup', recordOf(old.spec.securityContext).fsGroup, recordOf(next.spec.securityContext).fsGroup, pod);
  // Containers that all take the pod's user make one change.
  return [...new Map([...users, group].flat().map(hit => [hit.path, hit])).values()];
}

/** The user that a container runs as: its own, or the pod's. */
function userOf(container: Record<string, any>, { spec }: PodTemplate): unknown {
  return recordOf(container.securityContext).runAsUser ?? recordOf(spec.securityContext).runAsUser;
}

function foreignFiles(field: string, before: unknown, after: unknown, holder: string): Hit[] {
  return before === after ? [] : [{
    path: `${holder}/${field}`,
    part: field,
    before,
    after,
    message: `${field} ${before ?? 'unset'} → ${after ?? 'unset'}: files that are on the volume belong to the old one, and the new one may not read them`,
  }];
}

export const POD_DANGERS: readonly EffectRule[] = [
  {
    id: 'D13',
    title: 'Mount path, subPath or data directory moved',
    effect: 'strands-data',
    kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet'],
    fields: 'volumeMounts[].mountPath, subPath, data-directory variables and flags (PGDATA, --datadir, ...)',
    why: 'the volume is the same, but the program starts in an empty directory and initialises itself anew',
    fix: 'keep the path; to move it, move the files in the same step and keep a backup',
    updated: movedDirectories,
  },
  {
    id: 'D14',
    title: 'A claim replaced by another volume',
    effect: 'strands-data',
    kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet'],
    fields: 'volumes[], volumeMounts[].name',
    why: 'the old claim keeps the data and nothing reads it; an emptyDir is gone with the pod',
    fix: 'keep the claim, or copy the data first',
    updated: replacedVolumes,
  },
  {
    id: 'D17',
    title: 'Database version, or user, changed',
    effect: 'restart',
    kinds: ['StatefulSet', 'Deployment'],
    fields: 'image, securityContext.runAsUser, fsGroup',
    why: 'a new major version may refuse the files of the old one, or change them so that there is no way back; another user may not read them',
    fix: 'back up first and follow the database\'s own upgrade path, one major version at a time',
    updated: otherProgram,
  },
];
