import { ContainerPair, pairContainers } from './container-pairs';
import { Manifest, isRecord, listOf, recordOf, textOf } from '../../kubernetes/manifest';
import { PodTemplate, claimTemplatesOf, podTemplateOf } from '../../kubernetes/workload';
import { Update } from '../changes/update';

/** A volume at a directory, or as a device. */
export interface Mount {
  /** JSON pointer below the container. */
  readonly at: string;
  readonly volume: string;
  readonly mountPath: string;
  readonly subPath: string;
}

/** Where the data of a pod volume is: a claim's name, or what kind of volume it is. */
export type Sources = ReadonlyMap<string, string>;

export const CLAIM = 'claim ';

/** Where the data of each pod volume is, by the name of the volume. */
export function sourcesOf(workload: Manifest, { spec }: PodTemplate): Sources {
  const sources = new Map<string, string>();
  for (const volume of listOf(spec.volumes)) {
    const { name, ...source } = recordOf(volume);
    const [kind] = Object.keys(source);
    sources.set(textOf(name), kind === 'persistentVolumeClaim' ? `${CLAIM}'${recordOf(source.persistentVolumeClaim).claimName}'` : kind ?? 'emptyDir');
  }
  if (workload.kind === 'StatefulSet') {
    for (const template of claimTemplatesOf(workload)) {
      const name = textOf(recordOf(recordOf(template).metadata).name);
      sources.set(name, `${CLAIM}template '${name}'`);
    }
  }
  return sources;
}

export function isData(source: string | undefined): boolean {
  return source !== undefined && source.startsWith(CLAIM);
}

/** Kinds of pod volumes whose files are gone with the pod, or come from elsewhere. */
const FLEETING: ReadonlySet<string> = new Set(['emptyDir', 'configMap', 'secret', 'projected', 'downwardAPI', 'ephemeral']);

export function isLasting(source: string): boolean {
  return !FLEETING.has(source);
}

export function mountsOf(container: Record<string, any>): Mount[] {
  return [
    ...listOf(container.volumeMounts).filter(isRecord).map((mount, index) => ({
      at: `/volumeMounts/${index}`, volume: textOf(mount.name), mountPath: normal(mount.mountPath), subPath: normal(mount.subPath ?? mount.subPathExpr ?? ''),
    })),
    ...listOf(container.volumeDevices).filter(isRecord).map((device, index) => ({
      at: `/volumeDevices/${index}`, volume: textOf(device.name), mountPath: normal(device.devicePath), subPath: '',
    })),
  ];
}

export function normal(path: unknown): string {
  return textOf(path).replace(/\/+$/, '');
}

export interface Pods {
  readonly old: PodTemplate;
  readonly next: PodTemplate;
  readonly sources: { readonly before: Sources; readonly after: Sources };
  readonly containers: readonly ContainerPair[];
}

/** Both pods of an update, container by container. */
export function podsOf({ before, after }: Update): Pods | undefined {
  const [old, next] = [podTemplateOf(before), podTemplateOf(after)];
  if (!old || !next) { return undefined; }
  return {
    old,
    next,
    sources: { before: sourcesOf(before, old), after: sourcesOf(after, next) },
    containers: pairContainers(old, next),
  };
}
