import { SelectorIndex } from './selector-index';
import { CustomKinds, isDefinition } from '../../checks/custom-resources/custom-kinds';
import { ApiModel } from '../../kubernetes/api/model';
import { isBuiltIn } from '../../kubernetes/kinds';
import { Manifest, groupKindOf, listOf, recordOf } from '../../kubernetes/manifest';
import { podTemplateOf, replicasOf } from '../../kubernetes/workload';
import { Claims, storageClassOf } from '../../manifest/claims';
import { append } from '../../manifest/group-by';
import { Inventory, identityOf, namespaceOf } from '../../manifest/inventory';
import { HostIndex } from '../../manifest/references/host-index';
import { Reference } from '../../manifest/references/reference';
import { References } from '../../manifest/references/references';

/** Workloads that use a claim by name, and how many pods that makes. */
export interface ClaimUser {
  readonly workload: Manifest;
  readonly pods: number;
}

/** All manifests of one side, and what is asked of them; each answer is worked out once, when first needed. */
export class Side {
  private cachedClaims?: Claims;
  private cachedReferences?: References;
  private cachedSelectors?: SelectorIndex;
  private cachedGoverned?: ReadonlyMap<string, readonly Manifest[]>;
  private cachedClaimUsers?: ReadonlyMap<string, readonly ClaimUser[]>;
  private cachedByClass?: ReadonlyMap<string, readonly Manifest[]>;
  private cachedByNamespace?: ReadonlyMap<string, readonly Manifest[]>;
  private cachedNamed?: ReadonlyMap<string, readonly Reference[]>;
  private cachedMade?: ReadonlySet<string>;
  private cachedHosts?: HostIndex;
  private cachedIdentities?: ReadonlyMap<string, Manifest>;

  constructor(public readonly inventory: Inventory) {}

  public get claims(): Claims { return this.cachedClaims ??= new Claims(this.inventory); }
  public get references(): References { return this.cachedReferences ??= new References(this.inventory); }
  public get selectors(): SelectorIndex { return this.cachedSelectors ??= new SelectorIndex(this.inventory.manifests); }

  public get hosts(): HostIndex { return this.cachedHosts ??= new HostIndex(this.inventory.manifests); }

  /** Who names an object, whether it is on this side or not. */
  public naming(object: Manifest): readonly Reference[] {
    this.cachedNamed ??= grouped(this.references.all.map(reference => [`${reference.group}/${reference.kind}/${reference.namespace}/${reference.name}`, reference]));
    return this.cachedNamed.get(`${groupKindOf(object)}/${namespaceOf(object)}/${object.metadata?.name}`) ?? [];
  }

  /** True if a controller makes an object of this name, such as of an ExternalSecret, a SealedSecret or a Certificate. */
  public isMadeByController(object: Manifest): boolean {
    this.cachedMade ??= new Set(this.inventory.manifests.filter(({ apiVersion }) => !isBuiltIn(apiVersion)).flatMap(maker => {
      const { secretName, target } = recordOf(maker.spec);
      return [maker.metadata?.name, secretName, recordOf(target).name].map(name => `${namespaceOf(maker)}/${name}`);
    }));
    return this.cachedMade.has(`${namespaceOf(object)}/${object.metadata?.name}`);
  }

  /** The StatefulSets that a Service gives their DNS names. */
  public governedBy(service: Manifest): readonly Manifest[] {
    this.cachedGoverned ??= grouped(this.inventory.ofKind('StatefulSet').map(set => [`${namespaceOf(set)}/${recordOf(set.spec).serviceName}`, set]));
    return this.cachedGoverned.get(`${namespaceOf(service)}/${service.metadata?.name}`) ?? [];
  }

  public usersOf(namespace: string, claim: string): readonly ClaimUser[] {
    this.cachedClaimUsers ??= grouped(this.inventory.manifests.flatMap(usedClaims));
    return this.cachedClaimUsers.get(`${namespace}/${claim}`) ?? [];
  }

  /** The claims and StatefulSets that name a class. */
  public claimOwnersOfClass(name: string): readonly Manifest[] {
    this.cachedByClass ??= grouped(this.claims.all.map(({ storageClass, from }) => [String(storageClass ?? ''), from]));
    return this.cachedByClass.get(name) ?? [];
  }

  /** The claims and the StatefulSets with claims of a namespace. */
  public claimOwnersIn(namespace: string): readonly Manifest[] {
    this.cachedByNamespace ??= grouped(this.claims.all.map(claim => [claim.namespace, claim.from]));
    return [...new Set(this.cachedByNamespace.get(namespace) ?? [])];
  }

  /** The same object on this side. */
  public same(object: Manifest): Manifest | undefined {
    this.cachedIdentities ??= new Map(this.inventory.manifests.map(manifest => [identityOf(manifest), manifest]));
    return this.cachedIdentities.get(identityOf(object));
  }
}

/** Both sides of a diff. */
export class World {
  private cachedKinds?: CustomKinds;
  public readonly before: Side;
  public readonly after: Side;
  /** What is defined when the new objects are applied. */
  public readonly definitions: readonly Manifest[];

  /** @param definitions CustomResourceDefinitions that are in the cluster besides */
  constructor(
    before: readonly Manifest[], after: readonly Manifest[], public readonly model: ApiModel, private readonly given: readonly Manifest[] = [],
  ) {
    this.before = new Side(new Inventory(before));
    this.after = new Side(new Inventory(after));
    this.definitions = [...given, ...before, ...after].filter(isDefinition);
  }

  /** What is defined on one side. */
  public definitionsOf({ inventory }: Side): readonly Manifest[] {
    return [...this.given, ...inventory.manifests].filter(isDefinition);
  }

  public get customKinds(): CustomKinds { return this.cachedKinds ??= CustomKinds.of(this.definitions); }

  /** True if the namespace is among the old manifests and not among the new ones: everything in it goes with it. */
  public losesNamespace(name: string): boolean {
    const [before, after] = [this.before, this.after].map(({ inventory }) => inventory.findIn('Namespace', '', name));
    return before !== undefined && after === undefined;
  }

  /** A class of this name, as the new manifests have it, else as the old ones had it. */
  public storageClass(name: unknown): Manifest | undefined {
    return this.after.inventory.findIn('StorageClass', '', name) ?? this.before.inventory.findIn('StorageClass', '', name);
  }

  /** The volume that a claim names, if it stands in the old manifests. */
  public volumeOf(claim: Manifest): Manifest | undefined {
    return this.before.inventory.findIn('PersistentVolume', '', recordOf(claim.spec).volumeName);
  }

  /** What becomes of the data when this claim is deleted: `Retain` only if that is known. */
  public reclaimPolicyOf(claim: Manifest): string | undefined {
    const volume = this.volumeOf(claim);
    if (volume) { return recordOf(volume.spec).persistentVolumeReclaimPolicy ?? 'Retain'; }
    const storageClass = this.storageClass(storageClassOf(claim));
    return storageClass ? storageClass.reclaimPolicy ?? 'Delete' : undefined;
  }
}

function usedClaims(workload: Manifest): [string, ClaimUser][] {
  const volumes = listOf(podTemplateOf(workload)?.spec.volumes);
  const names = volumes.map(volume => recordOf(recordOf(volume).persistentVolumeClaim).claimName).filter(name => typeof name === 'string');
  return names.map(name => [`${namespaceOf(workload)}/${name}`, { workload, pods: podsOf(workload) }]);
}

/** A DaemonSet has as many pods as there are nodes: more than one. */
function podsOf(workload: Manifest): number {
  if (workload.kind === 'DaemonSet') { return 2; }
  return workload.kind === 'Job' ? parallelismOf(workload.spec) : workload.kind === 'CronJob' ? parallelismOf(recordOf(recordOf(workload.spec).jobTemplate).spec) : replicasOf(workload);
}

function parallelismOf(spec: unknown): number {
  const { parallelism } = recordOf(spec);
  return typeof parallelism === 'number' ? parallelism : 1;
}

function grouped<V>(entries: readonly (readonly [string, V])[]): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const [key, value] of entries) { append(groups, key, value); }
  return groups;
}
