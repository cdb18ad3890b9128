import { CLUSTER_SCOPED as BUILT_IN } from './cluster-scoped.generated';
import { groupOf } from './manifest';
import { once } from './once';

/** Those that the API model does not know: too old, or of a controller that most clusters have. */
const OTHERS = ['policy/PodSecurityPolicy', 'snapshot.storage.k8s.io/VolumeSnapshotClass', 'snapshot.storage.k8s.io/VolumeSnapshotContent'];

/** Kinds that belong to the cluster and carry no namespace, by kind, with their groups: most kinds are decided by their name alone. */
const CLUSTER_SCOPED: ReadonlyMap<string, ReadonlySet<string>> = groupsByKind([...BUILT_IN.trim().split('\n'), ...OTHERS]);

function groupsByKind(kinds: readonly string[]): Map<string, Set<string>> {
  const groups = new Map<string, Set<string>>();
  for (const name of kinds) {
    const [group, kind] = name.split('/');
    groups.set(kind, (groups.get(kind) ?? new Set()).add(group));
  }
  return groups;
}

/** True if objects of this kind have no namespace. Unknown kinds count as namespaced. */
export function isClusterScoped(apiVersion: string, kind: string): boolean {
  return CLUSTER_SCOPED.get(kind)?.has(groupOf(apiVersion)) ?? false;
}

/** The same where only the kind's name is known. */
export function isClusterScopedKind(kind: string): boolean {
  return CLUSTER_SCOPED.has(kind);
}

/** The same by the name in URLs and in rules of RBAC: `storageclasses`. */
export function isClusterScopedResource(group: string, resource: string): boolean {
  return clusterScopedResources().get(resource)?.has(group) ?? false;
}

const clusterScopedResources = once(() => new Map([...CLUSTER_SCOPED].map(([kind, groups]) => [resourceNameOf(kind), groups])));

/** As the kinds of Kubernetes are called there: in lower case, and more than one. */
function resourceNameOf(kind: string): string {
  const name = kind.toLowerCase();
  return /(s|x|ch)$/.test(name) ? `${name}es` : name.replace(/y$/, 'ie') + 's';
}

const BUILT_IN_GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'autoscaling', 'batch', 'extensions', 'policy']);

/** True for groups that Kubernetes itself brings, as against those of a CustomResourceDefinition. */
export function isBuiltIn(apiVersion: string): boolean {
  const group = groupOf(apiVersion);
  return BUILT_IN_GROUPS.has(group) || group.endsWith('.k8s.io');
}
