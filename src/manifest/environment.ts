/** An object that exists in the cluster though no manifest says so. */
export interface DeclaredObject {
  /** Such as `Secret` or `StorageClass`. */
  readonly kind: string;

  /** Name of the object. */
  readonly name: string;

  /**
   * Namespace of the object.
   *
   * @default - 'default', or none for cluster-scoped kinds
   */
  readonly namespace?: string;

  /**
   * Keys that a ConfigMap or Secret holds.
   *
   * @default - unknown: any key is taken to be there
   */
  readonly keys?: string[];
}

/**
 * What lives outside the manifests, declared: so that the checks can show that
 * nothing is missing. What every cluster has need not be declared.
 */
export interface Environment {
  /**
   * Objects that exist already.
   *
   * @default - none
   */
  readonly objects?: DeclaredObject[];

  /**
   * Whether the cluster has a default StorageClass.
   *
   * @default - unknown
   */
  readonly defaultStorageClass?: boolean;

  /**
   * Provisioners and CSI drivers that run in the cluster, such as `ebs.csi.aws.com`.
   *
   * @default - those that the manifests deploy
   */
  readonly provisioners?: string[];

  /**
   * Keys of labels that every node has, besides those that the kubelet writes
   * itself, such as `topology.kubernetes.io/zone`.
   *
   * @default - unknown
   */
  readonly nodeLabels?: string[];

  /**
   * Whether the manifests and this declaration name everything: then whatever
   * is missing is an error. Otherwise it may exist, and missing it is a
   * warning at most.
   *
   * @default false
   */
  readonly complete?: boolean;
}

/** What two declarations say together; where they differ, the second one counts. */
export function joined(first: Environment, second: Environment): Environment {
  return {
    ...first,
    ...second,
    objects: [...first.objects ?? [], ...second.objects ?? []],
    provisioners: [...first.provisioners ?? [], ...second.provisioners ?? []],
    nodeLabels: allLabels([first, second]),
  };
}

/** The keys that are declared, all together; undefined if nobody said anything of nodes. */
export function allLabels(environments: readonly Environment[]): string[] | undefined {
  const declared = environments.filter(({ nodeLabels }) => nodeLabels !== undefined);
  return declared.length > 0 ? declared.flatMap(({ nodeLabels = [] }) => nodeLabels) : undefined;
}
