import { isData, sourcesOf } from './pod-volumes';
import { Manifest, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { PlacedContainer, PlacedMount, PodTemplate, containersOf, mountsOfVolume, podTemplateOf } from '../../kubernetes/workload';
import { officialImage } from '../../manifest/official-image';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** A claim, and who has it in one pod. */
interface Use {
  readonly volume: string;
  /** JSON pointer to the source, if that is what forbids writing. */
  readonly readOnlySource?: string;
  readonly mounts: readonly PlacedMount[];
  readonly isWritten: boolean;
}

/** Nothing in the pod may write to a claim that something wrote to. */
function writesForbidden({ before, after }: Update): ChangeStatement[] {
  const [old, next] = [usesOf(before), usesOf(after)];
  return [...next].flatMap(([source, { volume, readOnlySource, mounts, isWritten }]) => {
    if (isWritten || mounts.length === 0 || !old.get(source)?.isWritten || mounts.every(servesOnly)) { return []; }
    return [{
      path: readOnlySource ?? `${mounts[0].path}/readOnly`,
      part: volume,
      before: false,
      after: true,
      message: `${source} becomes read-only for all containers of the pod: what writes there fails (Read-only file system)`,
    }];
  });
}

/** The claims that a workload's pods use, by what they are called in every version of it. */
function usesOf(workload: Manifest): Map<string, Use> {
  const template = podTemplateOf(workload);
  if (!template) { return new Map(); }
  const devices = new Set(containersOf(template).flatMap(({ container }) => listOf(container.volumeDevices))
    .map(device => textOf(recordOf(device).name)));
  const readOnly = readOnlySources(template);
  const claims = [...sourcesOf(workload, template)].filter(([volume, source]) => isData(source) && !devices.has(volume));
  return new Map(claims.map(([volume, source]) => {
    const [mounts, readOnlySource] = [mountsOfVolume(template, volume), readOnly.get(volume)];
    return [source, { volume, readOnlySource, mounts, isWritten: !readOnlySource && mounts.some(({ mount }) => mount.readOnly !== true) }];
  }));
}

/** The volumes whose source forbids writing, with a JSON pointer to where it says so. */
function readOnlySources({ spec, path }: PodTemplate): ReadonlyMap<string, string> {
  return new Map(listOf(spec.volumes).map(recordOf).map((volume, at) => ({ volume, at }))
    .filter(({ volume }) => recordOf(volume.persistentVolumeClaim).readOnly === true)
    .map(({ volume, at }) => [textOf(volume.name), `${path}/spec/volumes/${at}/persistentVolumeClaim/readOnly`]));
}

/** A web server reads its pages. */
function servesOnly({ container }: Pick<PlacedContainer, 'container'>): boolean {
  return officialImage(container.image)?.content !== undefined;
}

export const READ_ONLY_DANGERS: readonly Rule[] = [{
  id: 'data-becomes-read-only',
  title: 'A claim that becomes read-only',
  effect: 'access',
  kinds: ['StatefulSet', 'Deployment', 'DaemonSet', 'ReplicaSet', 'CronJob'],
  fields: 'volumeMounts[].readOnly, volumes[].persistentVolumeClaim.readOnly',
  why: 'a program that keeps data on its volume ends with an error, or refuses every write, once no container of the pod may write there',
  fix: 'leave the volume writable for the container that keeps the data, and write readOnly: true for the others only',
  updated: writesForbidden,
}];
