import { Inventory } from './inventory';
import { MountedFiles, filesOfVolume } from './mounted-files';
import { listOf, recordOf, textOf } from '../kubernetes/manifest';
import { PodTemplate } from '../kubernetes/workload';

/** A file that a ConfigMap or Secret of the manifests makes in a container. */
export interface FileInContainer {
  /** Its whole path. */
  readonly at: string;
  /** @default - not known, or a secret */
  readonly text?: string;
  /** Which of the container's mounts brings it. */
  readonly mount: number;
}

/** A pod that is asked for, and where it will be. */
interface PlacedPod {
  readonly template: PodTemplate;
  readonly namespace: string;
}

/** The files that ConfigMaps and Secrets make in a container, as far as they are among the manifests. */
export function* filesInContainer(container: Readonly<Record<string, any>>, pod: PlacedPod, inventory: Inventory): Iterable<FileInContainer> {
  const { template, namespace } = pod;
  const volumes = volumesOf(template);
  const found = new Map<unknown, MountedFiles | undefined>();
  const filesOf = (name: unknown) => {
    const volume = volumes.get(name);
    if (!found.has(name)) {
      const hasFiles = volume !== undefined && (volume.configMap ?? volume.secret ?? volume.projected) !== undefined;
      found.set(name, hasFiles ? filesOfVolume(volume, namespace, inventory) : undefined);
    }
    return found.get(name);
  };
  for (const [mount, { name, mountPath, subPath }] of listOf(container.volumeMounts).map(recordOf).entries()) {
    const directory = textOf(mountPath).replace(/\/+$/, '');
    if (subPath) {
      const files = filesOf(name);
      if (files?.has(subPath)) { yield { at: directory, text: files.get(subPath), mount }; }
      continue;
    }
    for (const [file, text] of filesOf(name) ?? []) { yield { at: `${directory}/${file}`, text, mount }; }
  }
}

/** The volumes of a pod by their names. Each of its containers asks for them: they are found once. */
export function volumesOf(template: PodTemplate): ReadonlyMap<unknown, Record<string, any>> {
  let volumes = VOLUMES.get(template);
  if (!volumes) {
    volumes = new Map(listOf(template.spec.volumes).map(recordOf).map(volume => [volume.name, volume]));
    VOLUMES.set(template, volumes);
  }
  return volumes;
}

const VOLUMES = new WeakMap<PodTemplate, ReadonlyMap<unknown, Record<string, any>>>();
