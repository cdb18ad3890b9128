import { filesMounts, filesVolume } from './config-files';
import { PodOptions } from './pod-options';
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
  const { volumes = [], scratch = [], files = [], secretFiles = [], imageVolumes = [], podCertificates = [] } = options;
  const scratchVolumes = scratchNames(scratch);
  const secretVolumes = secretVolumeNames(secretFiles);
  const images = imageVolumeNames(imageVolumes);
  const certificates = certificateVolumeNames(podCertificates);
  return {
    volumes: podVolumes.concat(
      scratch.map((directory, index) => scratchVolume(scratchVolumes[index], directory)),
      secretFiles.map((secret, index) => secretVolume(secretVolumes[index], secret)),
      imageVolumes.map((image, index) => imageVolume(images[index], image)),
      podCertificates.map((certificate, index) => certificateVolume(certificates[index], certificate)),
      files.length > 0 ? filesVolume(identity, files) : [],
    ),
    volumeMounts: volumes.map(volumeMount).concat(
      scratch.map(({ mountPath }, index) => ({ name: scratchVolumes[index], mountPath })),
      secretFiles.map(({ mountPath }, index) => ({ name: secretVolumes[index], mountPath, readOnly: true })),
      imageVolumes.map(({ mountPath, subPath }, index) => ({ name: images[index], mountPath, subPath, readOnly: true })),
      podCertificates.map(({ mountPath }, index) => ({ name: certificates[index], mountPath, readOnly: true })),
      filesMounts(files),
    ),
  };
}

/** Names of the volumes of scratch directories. */
export function scratchNames(scratch: readonly ScratchDirectory[]): string[] {
  return namesByPath('scratch', scratch.map(({ mountPath }) => mountPath));
}

/** Names of the volumes of mounted Secrets. */
export function secretVolumeNames(secretFiles: readonly SecretFiles[]): string[] {
  return namesByPath('secret', secretFiles.map(({ mountPath }) => mountPath));
}

/** Names of the volumes of images. */
export function imageVolumeNames(imageVolumes: readonly ImageVolume[]): string[] {
  return namesByPath('image', imageVolumes.map(({ mountPath }) => mountPath));
}

/** Names of the volumes of certificates. */
export function certificateVolumeNames(podCertificates: readonly PodCertificate[]): string[] {
  return namesByPath('certificate', podCertificates.map(({ mountPath }) => mountPath));
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
