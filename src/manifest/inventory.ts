import { append } from './group-by';
import { isBuiltIn, isClusterScoped } from '../kubernetes/kinds';
import { Manifest, ObjectReference, groupOf } from '../kubernetes/manifest';

/** The namespace of objects that name none. */
export const DEFAULT_NAMESPACE = 'default';

/**
 * All manifests of one system, found by kind and by name in constant time.
 * An object without a namespace is in `default`, unless its kind belongs to
 * the cluster.
 */
export class Inventory {
  private readonly byKind = new Map<string, Manifest[]>();
  private readonly byName = new Map<string, Manifest[]>();
  private placed?: ReadonlySet<string>;

  constructor(public readonly manifests: readonly Manifest[]) {
    for (const manifest of manifests) {
      append(this.byKind, kindOf(manifest), manifest);
      append(this.byName, identityKey(manifest), manifest);
    }
  }

  /** Every object of a kind in the order given. A Service of Knative is no Service; otherwise the group does not count. */
  public ofKind(kind: string): readonly Manifest[] {
    return this.byKind.get(kind) ?? [];
  }

  /** The object of this kind and name in a namespace; for cluster-scoped kinds the namespace does not count. */
  public findIn(kind: string, namespace: string, name: unknown): Manifest | undefined {
    return typeof name === 'string' ? this.findAll(kind, namespace, name)[0] : undefined;
  }

  /** Like `findIn`, with all objects of this kind and name: of several API groups, or given twice. */
  public findAll(kind: string, namespace: string, name: string): readonly Manifest[] {
    return this.byName.get(nameKey(kind, namespace, name)) ?? this.byName.get(nameKey(kind, '', name)) ?? [];
  }

  /** True if an object of this kind and name says in which namespace it is. */
  public isSomewhere(kind: string, name: string): boolean {
    this.placed ??= new Set(this.manifests.filter(isPlaced).map(object => `${kindOf(object)}/${object.metadata?.name}`));
    return this.placed.has(`${kind}/${name}`);
  }

  /** Objects of the same kind, namespace and name, where there is more than one. */
  public duplicates(): readonly (readonly Manifest[])[] {
    return [...this.byName.values()].filter(same => same.length > 1);
  }
}

/** True if the object says in which namespace it is; others go where the one who applies them is. */
export function isPlaced({ metadata }: Manifest): boolean {
  return metadata?.namespace !== undefined;
}

/** The namespace of an object; the empty string for cluster-scoped kinds. */
export function namespaceOf(manifest: Manifest): string {
  if (isClusterScoped(manifest.apiVersion, manifest.kind)) { return ''; }
  const namespace = manifest.metadata?.namespace;
  return typeof namespace === 'string' && namespace !== '' ? namespace : DEFAULT_NAMESPACE;
}

/** What names this object for people and in reports. */
export function referenceTo(manifest: Manifest): ObjectReference {
  const namespace = namespaceOf(manifest);
  const name = manifest.metadata?.name ?? manifest.metadata?.generateName;
  return {
    apiVersion: manifest.apiVersion,
    kind: manifest.kind,
    ...namespace && { namespace },
    name: typeof name === 'string' ? name : '',
  };
}

/** What people call the object: `StatefulSet 'web'`. */
export function titleOf(manifest: Manifest): string {
  return `${manifest.kind} '${referenceTo(manifest).name}'`;
}

/** One string for group, kind, namespace and name: equal for the same object, whatever its version. */
export function identityOf(manifest: Manifest): string {
  return `${groupOf(manifest.apiVersion)}/${identityKey(manifest)}`;
}

/** Kinds of Kubernetes whose names others have taken for something else. Kinds that run Pods are not among them: theirs still do. */
const NAMESAKES: ReadonlySet<string> = new Set([
  'ClusterRole', 'ClusterRoleBinding', 'ConfigMap', 'Endpoints', 'Ingress', 'IngressClass', 'Namespace', 'NetworkPolicy', 'PersistentVolume',
  'PersistentVolumeClaim', 'PodDisruptionBudget', 'Role', 'RoleBinding', 'Secret', 'Service', 'ServiceAccount', 'StorageClass',
]);

/** The kind by which an object is found; `Service.serving.knative.dev`, as kubectl has it, for a namesake. */
function kindOf({ apiVersion, kind }: Manifest): string {
  return NAMESAKES.has(kind) && !isBuiltIn(apiVersion) ? `${kind}.${groupOf(apiVersion)}` : kind;
}

function identityKey(manifest: Manifest): string {
  return nameKey(kindOf(manifest), namespaceOf(manifest), referenceTo(manifest).name);
}

function nameKey(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}
