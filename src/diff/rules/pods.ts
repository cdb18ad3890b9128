import { ContainerPair } from './container-pairs';
import { dataDirectories } from './data-directory';
import { writtenSources } from './inline-sources';
import { CLAIM, Pods, isData, mountsOf, podsOf } from './pod-volumes';
import { isRecord, listOf, textOf } from '../../kubernetes/manifest';
import { PodTemplate } from '../../kubernetes/workload';
import { usesAnyway } from '../../manifest/official-image';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** The same data, looked for in another directory. */
function movedDirectories(update: Update): ChangeStatement[] {
  const pods = podsOf(update);
  if (!pods) { return []; }
  const inline = writtenSources(pods.old);
  if (inline.size === 0 && ![...pods.sources.after.values()].some(isData)) { return []; }
  const holdsData = (volume: string) => inline.has(volume) || isData(pods.sources.before.get(volume));
  return pods.containers.flatMap(pair => [...movedMounts(pair, holdsData), ...movedSettings(pair)]);
}

function movedMounts({ before, after, path }: ContainerPair, holdsData: (volume: string) => boolean): ChangeStatement[] {
  const next = mountsOf(after);
  return mountsOf(before).filter(mount => holdsData(mount.volume)).flatMap(mount => {
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

function movedSettings({ before, after, path }: ContainerPair): ChangeStatement[] {
  const [old, next] = [dataDirectories(before), dataDirectories(after)];
  return [...new Set([...old.keys(), ...next.keys()])].flatMap(name => {
    const [was, is] = [old.get(name), next.get(name)];
    // What nobody says is as the image has it that nobody says it to.
    const stays = was && is ? was.value === is.value : usesAnyway((was ? after : before).image, name, (was ?? is)!.value);
    if (stays) { return []; }
    return [{
      path: is ? path + is.path : path,
      part: name,
      before: was?.value,
      after: is?.value,
      message: `the data directory moves (${name}: ${was?.value ?? 'unset'} → ${is?.value ?? 'unset'}): the program starts on an empty one`,
    }];
  });
}

/** The program's directory is another volume than before. */
function replacedVolumes(update: Update): ChangeStatement[] {
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

/** Data whose container went, and that no other one mounts. A claim template that went with it is reported with the templates. */
function forgotten({ old, next, sources: { before, after }, containers }: Pods): ChangeStatement[] {
  const kept = new Set(containers.map(pair => pair.before));
  const mounted = new Set(containersIn(next).flatMap(mountsOf).map(({ volume }) => after.get(volume)));
  return containersIn(old).filter(container => !kept.has(container)).flatMap(container => mountsOf(container)
    .filter(({ volume }) => isData(before.get(volume)) && !mounted.has(before.get(volume)) && !(isTemplate(before.get(volume)) && !after.has(volume)))
    .map(({ volume }) => ({
      path: `${next.path}/spec/containers`,
      part: volume,
      before: before.get(volume),
      message: `container '${textOf(container.name)}' is gone, and no other one mounts ${before.get(volume)}: its data is no longer used`,
    })));
}

function containersIn({ spec }: PodTemplate): Record<string, any>[] {
  return listOf(spec.containers).filter(isRecord);
}

/** One claim template in place of another is reported with the templates. */
function isTemplateRename(before: string | undefined, after: string | undefined): boolean {
  return isTemplate(before) && isTemplate(after);
}

function isTemplate(source: string | undefined): boolean {
  return source !== undefined && source.startsWith(`${CLAIM}template`);
}

export const POD_DANGERS: readonly Rule[] = [
  {
    id: 'data-directory-moved',
    title: 'Mount path, subPath or data directory moved',
    effect: 'strands-data',
    kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet'],
    fields: 'volumeMounts[].mountPath, subPath, data-directory variables and flags (PGDATA, --datadir, ...)',
    why: 'the volume is the same, but the program starts in an empty directory and initialises itself anew',
    fix: 'keep the path; to move it, move the files in the same step and keep a backup',
    updated: movedDirectories,
  },
  {
    id: 'data-volume-replaced',
    title: 'A claim replaced by another volume',
    effect: 'strands-data',
    kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet'],
    fields: 'volumes[], volumeMounts[].name',
    why: 'the claim keeps the data and no pod uses it; an emptyDir is gone with the pod',
    fix: 'keep the claim, or copy the data first',
    updated: replacedVolumes,
  },
];
