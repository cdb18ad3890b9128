import { Construct } from 'constructs';
import { PodOptions } from './pod-options';
import { userOf } from './security';
import { Identity } from '../../cdk8s/identity';
import { quantityOf } from '../../cdk8s/size';
import type { PersistentVolumeClaim, PersistentVolumeClaimSpec, Volume } from '../../kubernetes/api/types.generated';
import { addObject } from '../../synthesis/add-object';
import { needs } from '../../synthesis/version-needs';
import { VolumeProps } from '../options/volume-props';
import { Storage } from '../storage/storage';
import { VolumeBinding } from '../storage/volume-binding';
import { VolumeRequest } from '../storage/volume-request';

/** The server writes both into claim templates, and tools that compare manifests with what it stores take their absence for a change. */
const CLAIM = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' } as const;

/** A volume of an app, and what the app asks of its storage. */
export interface RequestedVolume {
  readonly storage: Storage;
  readonly request: VolumeRequest;
  /** Labels of the claims. @default - none */
  readonly labels?: { readonly [key: string]: string };
}

/** What the storages made of the volumes of an app. */
export interface BoundVolumes {
  /** Claim templates of a StatefulSet. */
  readonly claimTemplates: PersistentVolumeClaim[];
  /** Volumes of the pod itself. */
  readonly podVolumes: Volume[];
}

/** What an app asks of the storages of its volumes. */
export function requestVolumes(
  identity: Identity, options: PodOptions, startOrdinal: number, claimNames: (volume: VolumeProps) => string[],
): RequestedVolume[] {
  return (options.volumes ?? []).map(volume => ({
    storage: volume.storage ?? Storage.dynamic(),
    labels: volume.claimLabels,
    request: {
      appName: identity.name,
      namespace: identity.namespace,
      volumeName: volume.name,
      claimNames: claimNames(volume),
      size: volume.size,
      accessModes: volume.accessModes ?? ['ReadWriteOnce' as any],
      startOrdinal,
      ...userOf(options),
    },
  }));
}

/** The same where all pods share the claims, which are called `<app>-<volume>`. */
export function requestSharedVolumes(identity: Identity, options: PodOptions): RequestedVolume[] {
  return requestVolumes(identity, options, 0, ({ name }) => [identity.childName(name)]);
}

/** Why the storages cannot serve the volumes; an empty list means that they can. */
export function storageProblems(volumes: readonly RequestedVolume[]): string[] {
  return volumes.flatMap(({ storage, request }) => storage.problems(request).map(problem => `volume '${request.volumeName}': ${problem}`));
}

/**
 * Binds the volumes of a StatefulSet: a claim template for each, or a volume of the pod. Those that are bound already
 * stay as they are.
 */
export function bindPerPod(
  scope: Construct, volumes: readonly RequestedVolume[], bound: BoundVolumes = { claimTemplates: [], podVolumes: [] },
): BoundVolumes {
  const known = [...bound.claimTemplates.map(({ metadata }) => metadata?.name), ...bound.podVolumes.map(({ name }) => name)];
  for (const { storage, request, labels } of volumes.filter(volume => !known.includes(volume.request.volumeName))) {
    const binding = storage.bind(scope, request);
    needs(scope, { volumeAttributesClassName: binding.volumeAttributesClassName });
    if (binding.volumeSource) {
      bound.podVolumes.push({ name: request.volumeName, ...binding.volumeSource });
    } else {
      bound.claimTemplates.push({ ...CLAIM, metadata: { name: request.volumeName, labels }, spec: claimSpec(request, binding) });
    }
  }
  return bound;
}

/**
 * Binds the volumes of an app whose pods share them: one claim for each, or a volume of the pod. Those that are bound
 * already stay as they are.
 */
export function bindShared(scope: Construct, identity: Identity, volumes: readonly RequestedVolume[], bound: readonly Volume[] = []): Volume[] {
  return volumes.map(({ storage, request, labels }) => {
    const known = bound.find(({ name }) => name === request.volumeName);
    if (known) { return known; }
    const binding = storage.bind(scope, request);
    needs(scope, { volumeAttributesClassName: binding.volumeAttributesClassName });
    const metadata = identity.metadata();
    const [claimName] = request.claimNames;
    if (!binding.volumeSource) {
      addObject<PersistentVolumeClaim>(scope, `Claim-${request.volumeName}`, {
        ...CLAIM,
        metadata: { ...metadata, name: claimName, labels: { ...labels, ...metadata.labels } },
        spec: claimSpec(request, binding),
      });
    }
    return { name: request.volumeName, ...binding.volumeSource ?? { persistentVolumeClaim: { claimName } } };
  });
}

function claimSpec({ size, accessModes }: VolumeRequest, binding: VolumeBinding): PersistentVolumeClaimSpec {
  const { storageClassName, volumeAttributesClassName, matchLabels } = binding;
  return {
    accessModes,
    resources: size && { requests: { storage: quantityOf(size) } },
    storageClassName,
    volumeAttributesClassName,
    selector: matchLabels && { matchLabels },
  };
}
