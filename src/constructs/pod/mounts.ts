import { filesMounts, filesVolume } from './config-files';
import { PodOptions } from './pod-options';
import { mountsOfPodVolumes, volumesOfPod } from './pod-volumes';
import { Identity } from '../../cdk8s/identity';
import { quantityOf } from '../../cdk8s/size';
import type { Volume, VolumeMount, VolumeProjection } from '../../kubernetes/api/types.generated';
import { asDnsLabel } from '../../kubernetes/formats/dns-label';
import { sha256 } from '../../manifest/sha256';
import { ImageVolume } from '../options/image-volume';
import { PodCertificate, PodCertificateKeyType } from '../options/pod-certificate';
import { ScratchDirectory } from '../options/scratch-directory';
import { SecretFiles } from '../options/secret-files';
import { VolumeProps } from '../options/volume-props';

/** Group and owner may read; the group is the app's own (fsGroup). */
const SECRET_MODE = 0o440;

const MAX_NAME = 63;
const HASH_LENGTH = 8;

/** What a pod mounts: its volumes, and where they appear in the main container. */
export interface Mounts {
  readonly volumes: Volume[];
  readonly volumeMounts: VolumeMount[];
}

/** Everything that the options mount. Volumes from claim templates have a mount, but no pod volume: the controller adds it. */
export function mountsOf(identity: Identity, options: PodOptions, podVolumes: readonly Volume[]): Mounts {
  const mounts: Mounts = {
    volumes: [...podVolumes, ...volumesOfPod(options)],
    volumeMounts: [...(options.volumes ?? []).map(volumeMount), ...mountsOfPodVolumes(options)],
  };
  addByPath(mounts, 'scratch', options.scratch, scratchVolume, scratchMount);
  addByPath(mounts, 'secret', options.secretFiles, secretVolume, readOnlyMount);
  addByPath(mounts, 'image', options.imageVolumes, imageVolume, imageMount);
  addByPath(mounts, 'certificate', options.podCertificates, certificateVolume, readOnlyMount);
  const { files } = options;
  if (files && files.length > 0) {
    mounts.volumes.push(filesVolume(identity, files));
    mounts.volumeMounts.push(...filesMounts(files));
  }
  return mounts;
}

/** Adds volumes that are named after the paths at which they appear. Most apps have none of a kind, which costs nothing. */
function addByPath<T extends { readonly mountPath: string }>(
  { volumes, volumeMounts }: Mounts, prefix: string, mounted: readonly T[] | undefined,
  toVolume: (name: string, mounted: T) => Volume, toMount: (name: string, mounted: T) => VolumeMount,
) {
  if (!mounted || mounted.length === 0) { return; }
  namesByPath(prefix, pathsOf(mounted)).forEach((name, index) => {
    volumes.push(toVolume(name, mounted[index]));
    volumeMounts.push(toMount(name, mounted[index]));
  });
}

/** The names of all volumes that the options mount, in no order. */
export function volumeNames(options: PodOptions): string[] {
  const { volumes = [], podVolumes = [], scratch, secretFiles, imageVolumes, podCertificates, files = [] } = options;
  const names = [...volumes.map(({ name }) => name), ...podVolumes.map(({ volume }) => volume.name)];
  if (scratch) { names.push(...namesByPath('scratch', pathsOf(scratch))); }
  if (secretFiles) { names.push(...namesByPath('secret', pathsOf(secretFiles))); }
  if (imageVolumes) { names.push(...namesByPath('image', pathsOf(imageVolumes))); }
  if (podCertificates) { names.push(...namesByPath('certificate', pathsOf(podCertificates))); }
  if (files.length > 0) { names.push('files'); }
  return names;
}

function pathsOf(mounted: readonly { readonly mountPath: string }[]): string[] {
  return mounted.map(({ mountPath }) => mountPath);
}

/**
 * Names that come from paths, so that the order does not matter. Paths whose
 * names would be the same, as `/a/b` and `/a-b`, get a part of their hash.
 */
export function namesByPath(prefix: string, paths: readonly string[]): string[] {
  const names = paths.map(path => asDnsLabel(`${prefix}${path}`));
  if (new Set(names).size === names.length) { return names; }
  return names.map((name, index) => names.some((other, place) => other === name && paths[place] !== paths[index])
    ? `${name.slice(0, MAX_NAME - HASH_LENGTH - 1)}-${sha256(paths[index]).slice(0, HASH_LENGTH)}`
    : name);
}

function volumeMount({ name, mountPath, subPath, readOnly, recursiveReadOnly }: VolumeProps): VolumeMount {
  return { name, mountPath, subPath, readOnly: readOnly || undefined, recursiveReadOnly };
}

function scratchMount(name: string, { mountPath }: ScratchDirectory): VolumeMount {
  return { name, mountPath };
}

function readOnlyMount(name: string, { mountPath }: SecretFiles | PodCertificate): VolumeMount {
  return { name, mountPath, readOnly: true };
}

function imageMount(name: string, { mountPath, subPath }: ImageVolume): VolumeMount {
  return { name, mountPath, subPath, readOnly: true };
}

function scratchVolume(name: string, { sizeLimit, medium }: ScratchDirectory): Volume {
  return {
    name,
    emptyDir: { medium: medium || undefined, sizeLimit: sizeLimit && quantityOf(sizeLimit) },
  };
}

function secretVolume(name: string, secret: SecretFiles): Volume {
  return {
    name,
    secret: {
      secretName: secret.secretName,
      defaultMode: SECRET_MODE,
      items: secret.keys?.map(key => ({ key, path: key })),
    },
  };
}

function imageVolume(name: string, { image, imagePullPolicy }: ImageVolume): Volume {
  return { name, image: { reference: image, pullPolicy: imagePullPolicy || undefined } };
}

function certificateVolume(name: string, { signerName, keyType, maxExpiration, trustBundle }: PodCertificate): Volume {
  const certificate: VolumeProjection = {
    podCertificate: {
      signerName,
      keyType: keyType ?? PodCertificateKeyType.ECDSA_P256,
      maxExpirationSeconds: maxExpiration?.toSeconds(),
      credentialBundlePath: 'credentials.pem',
      keyPath: 'tls.key',
      certificateChainPath: 'tls.crt',
    },
  };
  const sources = trustBundle ? [certificate, { clusterTrustBundle: { signerName, path: 'ca.crt' } }] : [certificate];
  return { name, projected: { defaultMode: SECRET_MODE, sources } };
}
