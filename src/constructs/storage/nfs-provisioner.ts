import { Construct } from 'constructs';
import { NfsExport } from './nfs-volumes';
import { INSTANCE_LABEL, NAME_LABEL } from '../../cdk8s/identity';
import type { ClusterRole, ClusterRoleBinding, Deployment, PersistentVolume, PersistentVolumeClaim, PodSpec, Role, RoleBinding, ServiceAccount } from '../../kubernetes/api/types.generated';
import { addObject } from '../../synthesis/add-object';

/** What nfs-subdir-external-provisioner runs with. */
export interface Provisioner {
  readonly image: string;
  /** What it calls itself and what its StorageClass names. */
  readonly name: string;
  readonly user: number;
  readonly group: number;
  /** Its namespace, which its ClusterRoleBinding must name. */
  readonly namespace: string;
}

/** The path at which the provisioner's code expects the export. */
const MOUNT_PATH = '/persistentvolumes';
const RBAC = 'rbac.authorization.k8s.io';

/** Adds the provisioner of an export, with the rights that it needs and no others. */
export function addProvisioner(scope: Construct, nfs: NfsExport, provisioner: Provisioner): void {
  const name = `${nfs.name}-provisioner`;
  const labels = { [NAME_LABEL]: 'nfs-subdir-external-provisioner', [INSTANCE_LABEL]: name };
  const object = { name, namespace: provisioner.namespace, labels };
  // Two installations must not share a cluster-scoped object, so their names hold the namespace.
  const clusterObject = { name: `${name}.${provisioner.namespace}`, labels };

  addObject<ServiceAccount>(scope, 'ServiceAccount', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: object });
  addClusterRights(scope, clusterObject, object);
  addLeaderLockRights(scope, object, provisioner.name.replace('/', '-'));
  addExportVolume(scope, nfs, clusterObject, object);
  addObject<Deployment>(scope, 'Provisioner', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: object,
    spec: {
      replicas: 1,
      strategy: { type: 'Recreate' },
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: podSpec(nfs, provisioner, name) },
    },
  });
}

interface Named {
  readonly name: string;
  readonly labels: { readonly [key: string]: string };
}

interface Namespaced extends Named {
  readonly namespace: string;
}

function addClusterRights(scope: Construct, metadata: Named, account: Namespaced): void {
  addObject<ClusterRole>(scope, 'ClusterRole', {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRole',
    metadata,
    rules: [
      { apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] },
      { apiGroups: [''], resources: ['persistentvolumes'], verbs: ['get', 'list', 'watch', 'create', 'delete'] },
      { apiGroups: [''], resources: ['persistentvolumeclaims'], verbs: ['get', 'list', 'watch', 'update'] },
      { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], verbs: ['get', 'list', 'watch'] },
      { apiGroups: [''], resources: ['events'], verbs: ['create', 'update', 'patch'] },
    ],
  });
  addObject<ClusterRoleBinding>(scope, 'ClusterRoleBinding', {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata,
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: metadata.name },
    subjects: [{ kind: 'ServiceAccount', name: account.name, namespace: account.namespace }],
  });
}

/** Only the provisioner's own lock may be changed: who can write any Endpoints can redirect any Service. */
function addLeaderLockRights(scope: Construct, metadata: Namespaced, lock: string): void {
  const locks = [
    { apiGroups: [''], resources: ['endpoints'] },
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'] },
  ];
  addObject<Role>(scope, 'Role', {
    apiVersion: `${RBAC}/v1`,
    kind: 'Role',
    metadata,
    rules: [
      ...locks.map(resource => ({ ...resource, verbs: ['create'] })),
      ...locks.map(resource => ({ ...resource, resourceNames: [lock], verbs: ['get', 'list', 'watch', 'update', 'patch'] })),
    ],
  });
  addObject<RoleBinding>(scope, 'RoleBinding', {
    apiVersion: `${RBAC}/v1`,
    kind: 'RoleBinding',
    metadata,
    roleRef: { apiGroup: RBAC, kind: 'Role', name: metadata.name },
    subjects: [{ kind: 'ServiceAccount', name: metadata.name, namespace: metadata.namespace }],
  });
}

/**
 * The export itself, for the provisioner's pod. A claim and not a volume of
 * the pod: that could have no mount options, and Pod Security `restricted`
 * forbids it.
 */
function addExportVolume(scope: Construct, nfs: NfsExport, volume: Named, claim: Namespaced): void {
  const capacity = { storage: '1Mi' };
  addObject<PersistentVolume>(scope, 'Volume', {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: volume,
    spec: {
      capacity,
      accessModes: ['ReadWriteMany'],
      volumeMode: 'Filesystem',
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: '',
      claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: claim.namespace, name: claim.name },
      mountOptions: nfs.mountOptions,
      nfs: { server: nfs.server, path: nfs.path },
    },
  });
  addObject<PersistentVolumeClaim>(scope, 'Claim', {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: claim,
    spec: {
      accessModes: ['ReadWriteMany'],
      volumeMode: 'Filesystem',
      storageClassName: '',
      volumeName: volume.name,
      resources: { requests: capacity },
    },
  });
}

function podSpec(nfs: NfsExport, provisioner: Provisioner, name: string): PodSpec {
  return {
    serviceAccountName: name,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: provisioner.user !== 0,
      runAsUser: provisioner.user,
      runAsGroup: provisioner.group,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    containers: [{
      name: 'provisioner',
      image: provisioner.image,
      env: [
        { name: 'PROVISIONER_NAME', value: provisioner.name },
        { name: 'NFS_SERVER', value: nfs.server },
        { name: 'NFS_PATH', value: nfs.path },
      ],
      resources: { requests: { cpu: '10m', memory: '32Mi' } },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
      volumeMounts: [{ name: 'export', mountPath: MOUNT_PATH }],
    }],
    volumes: [{ name: 'export', persistentVolumeClaim: { claimName: name } }],
  };
}
