import { groupOf } from './manifest';

/** Kinds that belong to the cluster and carry no namespace, by kind, with their groups: most kinds are decided by their name alone. */
const CLUSTER_SCOPED: ReadonlyMap<string, ReadonlySet<string>> = groupsByKind([
  '/ComponentStatus', '/Namespace', '/Node', '/PersistentVolume',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration', 'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicy', 'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding',
  'apiextensions.k8s.io/CustomResourceDefinition', 'apiregistration.k8s.io/APIService',
  'certificates.k8s.io/CertificateSigningRequest', 'certificates.k8s.io/ClusterTrustBundle',
  'flowcontrol.apiserver.k8s.io/FlowSchema', 'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
  'internal.apiserver.k8s.io/StorageVersion', 'networking.k8s.io/ClusterCIDR', 'networking.k8s.io/IPAddress', 'networking.k8s.io/IngressClass',
  'node.k8s.io/RuntimeClass', 'policy/PodSecurityPolicy', 'rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/ClusterRoleBinding',
  'resource.k8s.io/ResourceClass', 'scheduling.k8s.io/PriorityClass',
  'snapshot.storage.k8s.io/VolumeSnapshotClass', 'snapshot.storage.k8s.io/VolumeSnapshotContent',
  'storage.k8s.io/CSIDriver', 'storage.k8s.io/CSINode', 'storage.k8s.io/StorageClass', 'storage.k8s.io/VolumeAttachment',
  'storage.k8s.io/VolumeAttributesClass',
]);

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

const BUILT_IN_GROUPS: ReadonlySet<string> = new Set(['', 'apps', 'autoscaling', 'batch', 'extensions', 'policy']);

/** True for groups that Kubernetes itself brings, as against those of a CustomResourceDefinition. */
export function isBuiltIn(apiVersion: string): boolean {
  const group = groupOf(apiVersion);
  return BUILT_IN_GROUPS.has(group) || group.endsWith('.k8s.io');
}
