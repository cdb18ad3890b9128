import type { VolumeMount } from '../../kubernetes/api/types.generated';
import type { ConfigFile } from '../options/config-file';
import { fileKey } from '../pod/config-files';

/** Mounts of the app's files in a sidecar. */
export function fileMounts(files: readonly ConfigFile[]): VolumeMount[] {
  return files.map(file => ({ name: 'files', mountPath: file.path, subPath: fileKey(file), readOnly: true }));
}
