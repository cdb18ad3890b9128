import type { Volume, VolumeMount } from 'kubernetes-types/core/v1';
import { filesMounts, filesVolume } from './config-files';
import { PodOptions } from './pod-options';
import { ScratchDirectory } from './scratch-directory';
import { SecretFiles } from './secret-files';
import { VolumeProps } from './volume-props';
import { Identity, asDnsLabel } from '../identity';
import { quantityOf } from '../size';

/** Group and owner may read; the group is the app's own (fsGroup). */
const SECRET_MODE = 0o440;

/** What a pod mounts: its volumes, and where they appear in the main container. */
export interface Mounts {
  readonly volumes: Volume[];
  readonly volumeMounts: VolumeMount[];
}

/** Everything that the options mount. Volumes from claim templates have a mount, but no pod volume: the controller adds it. */
export function mountsOf(identity: Identity, options: PodOptions, podVolumes: readonly Volume[]): Mounts {
  const { volumes = [], scratch = [], files = [], secretFiles = [] } = options;
  return {
    volumes: podVolumes.concat(
      scratch.map(scratchVolume),
      secretFiles.map(secretVolume),
      files.length > 0 ? filesVolume(identity, files) : [],
    ),
    volumeMounts: volumes.map(volumeMount).concat(
      scratch.map(scratchMount),
      secretFiles.map(secretMount),
      filesMounts(files),
    ),
  };
}

/** Name of a scratch directory's volume; it comes from the path, so that the order does not matter. */
export function scratchName({ mountPath }: ScratchDirectory): string {
  return asDnsLabel(`scratch${mountPath}`);
}

/** Name of the volume of a mounted Secret. */
export function secretVolumeName({ mountPath }: SecretFiles): string {
  return asDnsLabel(`secret${mountPath}`);
}

function volumeMount({ name, mountPath, subPath, readOnly }: VolumeProps): VolumeMount {
  return { name, mountPath, subPath, readOnly: readOnly || undefined };
}

function scratchMount(directory: ScratchDirectory): VolumeMount {
  return { name: scratchName(directory), mountPath: directory.mountPath };
}

function secretMount(secret: SecretFiles): VolumeMount {
  return { name: secretVolumeName(secret), mountPath: secret.mountPath, readOnly: true };
}

function scratchVolume(directory: ScratchDirectory): Volume {
  const { sizeLimit, inMemory } = directory;
  return {
    name: scratchName(directory),
    emptyDir: { medium: inMemory ? 'Memory' : undefined, sizeLimit: sizeLimit && quantityOf(sizeLimit) },
  };
}

function secretVolume(secret: SecretFiles): Volume {
  return {
    name: secretVolumeName(secret),
    secret: {
      secretName: secret.secretName,
      defaultMode: SECRET_MODE,
      items: secret.keys?.map(key => ({ key, path: key })),
    },
  };
}
