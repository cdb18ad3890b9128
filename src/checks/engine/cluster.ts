import { isClusterScopedKind } from '../../kubernetes/kinds';
import { DeclaredObject, Environment } from '../../manifest/environment';
import { DEFAULT_NAMESPACE } from '../../manifest/inventory';

/** What every cluster has, by kind; `*` as namespace stands for each of them. */
const EVERYWHERE: readonly DeclaredObject[] = [
  ...['default', 'kube-system', 'kube-public', 'kube-node-lease'].map(name => ({ kind: 'Namespace', name })),
  { kind: 'ServiceAccount', namespace: '*', name: 'default' },
  { kind: 'ConfigMap', namespace: '*', name: 'kube-root-ca.crt', keys: ['ca.crt'] },
  { kind: 'ConfigMap', namespace: 'kube-system', name: 'extension-apiserver-authentication' },
  { kind: 'Role', namespace: 'kube-system', name: 'extension-apiserver-authentication-reader' },
  { kind: 'Service', namespace: 'default', name: 'kubernetes' },
  ...['cluster-admin', 'admin', 'edit', 'view'].map(name => ({ kind: 'ClusterRole', name })),
  ...['system-cluster-critical', 'system-node-critical'].map(name => ({ kind: 'PriorityClass', name })),
];

/** Labels that the kubelet writes on its own node. */
const LABELS_OF_KUBELET = ['kubernetes.io/hostname', 'kubernetes.io/arch', 'kubernetes.io/os'];

/** Kinds of RBAC whose names beginning with `system:` belong to Kubernetes. */
const SYSTEM_KINDS = ['ClusterRole', 'Role'];

/** What is in the cluster without being among the manifests: what every cluster has, and what was declared. */
export class Cluster {
  public readonly complete: boolean;
  /** Undefined if nobody said so. */
  public readonly defaultStorageClass: boolean | undefined;
  private readonly objects = new Map<string, DeclaredObject>();
  private readonly provisioners: ReadonlySet<string>;
  private readonly nodeLabels: ReadonlySet<string> | undefined;

  constructor(environment: Environment) {
    this.complete = environment.complete ?? false;
    this.defaultStorageClass = environment.defaultStorageClass;
    this.provisioners = new Set(environment.provisioners);
    this.nodeLabels = environment.nodeLabels && new Set(environment.nodeLabels);
    for (const object of [...EVERYWHERE, ...environment.objects ?? []]) {
      const namespace = isClusterScopedKind(object.kind) ? '' : object.namespace ?? '';
      this.objects.set(keyOf(object.kind, namespace, object.name), object);
    }
  }

  /** The object, if it is known to exist. The namespace does not count for cluster-scoped kinds. */
  public find(kind: string, namespace: string, name: string): DeclaredObject | undefined {
    if (SYSTEM_KINDS.includes(kind) && name.startsWith('system:')) { return { kind, namespace, name }; }
    return this.objects.get(keyOf(kind, namespace, name))
      ?? this.objects.get(keyOf(kind, '*', name))
      ?? this.withoutNamespace(kind, namespace, name);
  }

  /** True if the provisioner was declared, itself or as a CSIDriver, or is part of Kubernetes. */
  public hasProvisioner(name: string): boolean {
    return this.provisioners.has(name) || this.objects.has(keyOf('CSIDriver', '', name)) || name.startsWith('kubernetes.io/');
  }

  /** True if every node has a label with this key; undefined if nobody said so. */
  public nodesHave(label: string): boolean | undefined {
    return LABELS_OF_KUBELET.includes(label) || this.nodeLabels?.has(label);
  }

  /** A declaration that names no namespace means `default`, or a cluster-scoped object. */
  private withoutNamespace(kind: string, namespace: string, name: string): DeclaredObject | undefined {
    return namespace === '' || namespace === DEFAULT_NAMESPACE ? this.objects.get(keyOf(kind, '', name)) : undefined;
  }
}

function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}
