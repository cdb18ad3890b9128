import { ClaimStorage, storageOf } from './claim-storage';
import { Facts } from './facts';
import { ordinalNames } from './words';
import { isRecord, listOf, recordOf, textOf } from '../kubernetes/manifest';
import { PodTemplate, claimNameOf, claimTemplatesOf, containersOf, mountPathsOf, ordinalsOf } from '../kubernetes/workload';
import { Claim } from '../manifest/claims';
import { referenceTo } from '../manifest/inventory';
import { Pods } from '../manifest/references/pods';

/** A claim that pods use. */
export interface UsedClaim {
  /** `data-db-0 to data-db-2`, or the claim's name. */
  readonly names: string;
  /** The name of the first one. */
  readonly example: string;
  /** True if each pod has one of its own. */
  readonly isOwn: boolean;
  /** @default - it is not among the manifests */
  readonly claim?: Claim;
  /** @default - it is not among the manifests */
  readonly storage?: ClaimStorage;
  /** Where the pods have it; empty if nowhere. */
  readonly mountPath: string;
}

/** All claims that the pods of a workload use, those that it makes first. */
export function usedClaims({ workload, template, namespace }: Pods, facts: Facts): UsedClaim[] {
  const paths = pathsOf(template);
  const templates = workload.kind === 'StatefulSet' ? claimTemplatesOf(workload) : [];
  const own = (workload.kind === 'StatefulSet' ? facts.claims.of(workload) : []).map((claim): UsedClaim => {
    const made = templates[Number(claim.path.slice(claim.path.lastIndexOf('/') + 1))];
    const nameOf = (ordinal: number) => claimNameOf(made, referenceTo(workload).name, ordinal);
    const example = nameOf(ordinalsOf(workload).first);
    return {
      names: ordinalNames(workload, nameOf) || example,
      example,
      isOwn: true,
      claim,
      storage: storageOf(claim, example, facts),
      mountPath: paths.get(textOf(recordOf(recordOf(made).metadata).name)) ?? '',
    };
  });
  const claiming = listOf(template.spec.volumes).map(recordOf).filter(({ persistentVolumeClaim }) => isRecord(persistentVolumeClaim));
  const named = claiming.map((volume): UsedClaim => {
    const name = textOf(volume.persistentVolumeClaim.claimName);
    const claim = facts.claims.find(namespace, name);
    return { names: name, example: name, isOwn: false, claim, storage: claim && storageOf(claim, name, facts), mountPath: paths.get(textOf(volume.name)) ?? '' };
  });
  return [...own, ...named];
}

/** Where the containers have each volume, be it as a file system or as a device. */
export function pathsOf(template: PodTemplate): ReadonlyMap<string, string> {
  const devices = containersOf(template).flatMap(({ container }) => listOf(container.volumeDevices)).map(recordOf);
  return new Map([...devices.map(({ name, devicePath }) => [textOf(name), textOf(devicePath)] as const), ...mountPathsOf(template)]);
}

/** The NFS servers that the pods' data lies on. */
export function serversOf(pods: Pods, facts: Facts): Map<string, readonly string[]> {
  const direct = listOf(pods.template.spec.volumes).map(recordOf).flatMap(({ nfs }) => isRecord(nfs) ? [[textOf(nfs.server), []] as const] : []);
  const claimed = usedClaims(pods, facts)
    .flatMap(({ storage }) => storage?.server === undefined ? [] : [[storage.server, storage.mountOptions] as const]);
  return new Map([...direct, ...claimed]);
}

/** Volumes of the pods that end with them. */
export function emptyDirs({ spec }: PodTemplate): Record<string, any>[] {
  return listOf(spec.volumes).map(recordOf).filter(({ emptyDir }) => emptyDir !== undefined);
}

/** Directories of the node that the pods see. */
export function hostPaths({ spec }: PodTemplate): Record<string, any>[] {
  return listOf(spec.volumes).map(recordOf).filter(({ hostPath }) => isRecord(hostPath));
}
