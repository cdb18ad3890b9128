import { Construct } from 'constructs';
import { Identity } from '../../cdk8s/identity';
import type { ConfigMap, Volume, VolumeMount } from '../../kubernetes/api/types.generated';
import { sha256 } from '../../manifest/sha256';
import { addObject } from '../../synthesis/add-object';
import { ConfigFile } from '../options/config-file';

/** Annotation of the pod template that changes with the files, so that the pods are replaced. */
export const FILES_CHECKSUM = 'checksum/files';

const VOLUME = 'files';
const MODE = 0o444;
const EXECUTABLE_MODE = 0o555;

/** The ConfigMap's key of a file: its path with dots. */
export function fileKey(file: ConfigFile): string {
  return file.path.replace(/^\/+/, '').replace(/[^-._a-zA-Z0-9]+/g, '.');
}

/** Adds the ConfigMap that holds the files. */
export function addConfigMap(scope: Construct, identity: Identity, files: readonly ConfigFile[]): void {
  addObject<ConfigMap>(scope, 'Files', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: identity.metadata('files'),
    data: Object.fromEntries(files.map(file => [fileKey(file), file.content])),
  });
}

/** The pod's volume of the files. */
export function filesVolume(identity: Identity, files: readonly ConfigFile[]): Volume {
  return {
    name: VOLUME,
    configMap: {
      name: identity.childName('files'),
      items: files.map(file => {
        const key = fileKey(file);
        return { key, path: key, mode: file.executable ? EXECUTABLE_MODE : MODE };
      }),
    },
  };
}

/** Each file is mounted alone, so that its directory keeps what the image has there. */
export function filesMounts(files: readonly ConfigFile[]): VolumeMount[] {
  return files.map(file => ({ name: VOLUME, mountPath: file.path, subPath: fileKey(file), readOnly: true }));
}

/** A text that is the same for the same files. */
export function filesChecksum(files: readonly ConfigFile[]): string {
  const text = files.map(({ path, content, executable }) => JSON.stringify([path, content, Boolean(executable)])).join('');
  return sha256(text).slice(0, 32);
}
