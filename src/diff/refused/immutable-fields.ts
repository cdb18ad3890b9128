import { listOf, recordOf } from '../../kubernetes/manifest';
import { Update } from '../changes/update';

/** Fields that never change once the object exists. */
export interface Immutable {
  readonly id: string;
  /** `group/Kind`. */
  readonly kinds: readonly string[];
  /** JSON pointers of the fields that may not change. */
  readonly paths: readonly string[];
  /** JSON pointers below those that may change all the same. */
  readonly except?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  /** They are free while this says no. @default - they are always fixed */
  readonly holds?: (update: Update) => boolean;
  readonly why: string;
  readonly fix: string;
}

const RECREATE = 'create a new object under another name, or delete this one first';
const SECOND_DEFINITION = 'add a second CustomResourceDefinition and copy the objects; deleting this one deletes all its objects';
const ORPHAN = 'keep the old value, or run the plan (`--plan`): it deletes only the set and creates it again over its running pods and claims';

/** What may never change once the object exists. */
export const IMMUTABLE: readonly Immutable[] = [
  {
    id: 'statefulset-immutable',
    kinds: ['apps/StatefulSet'],
    paths: ['/spec'],
    except: [
      '/spec/replicas', '/spec/ordinals', '/spec/template', '/spec/updateStrategy', '/spec/minReadySeconds',
      '/spec/persistentVolumeClaimRetentionPolicy', '/spec/revisionHistoryLimit', '/spec/volumeClaimTemplates',
    ],
    why: 'serviceName, selector and podManagementPolicy of a StatefulSet are fixed when it is created',
    fix: ORPHAN,
  },
  {
    id: 'statefulset-history-limit',
    kinds: ['apps/StatefulSet'],
    paths: ['/spec/revisionHistoryLimit'],
    until: '1.33',
    why: 'revisionHistoryLimit of a StatefulSet is fixed when it is created, up to Kubernetes 1.32',
    fix: ORPHAN,
  },
  {
    id: 'workload-selector',
    kinds: ['apps/Deployment', 'apps/DaemonSet', 'apps/ReplicaSet'],
    paths: ['/spec/selector'],
    why: 'the selector says which pods belong to the workload, and is fixed when it is created',
    fix: 'keep the selector and change only the pod labels it does not name, or delete the workload first (its pods stop)',
  },
  {
    id: 'storage-class-immutable',
    kinds: ['storage.k8s.io/StorageClass'],
    paths: ['/provisioner', '/parameters', '/reclaimPolicy', '/volumeBindingMode'],
    why: 'a StorageClass is a promise to the claims that name it: provisioner, parameters, reclaimPolicy and volumeBindingMode never change',
    fix: 'add a class under a new name for new claims and leave this one as it is',
  },
  {
    id: 'role-ref',
    kinds: ['rbac.authorization.k8s.io/RoleBinding', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
    paths: ['/roleRef'],
    why: 'a binding is for one role; roleRef never changes',
    fix: 'add a second binding for the new role and delete this one afterwards',
  },
  {
    id: 'secret-type',
    kinds: ['/Secret'],
    paths: ['/type'],
    why: 'the type of a Secret is fixed when it is created; leaving it out means Opaque',
    fix: RECREATE,
  },
  {
    id: 'endpoint-slice-address-type',
    kinds: ['discovery.k8s.io/EndpointSlice'],
    paths: ['/addressType'],
    why: 'the address type of an EndpointSlice is fixed when it is created',
    fix: RECREATE,
  },
  {
    id: 'priority-class-immutable',
    kinds: ['scheduling.k8s.io/PriorityClass'],
    paths: ['/value', '/preemptionPolicy'],
    why: 'pods carry the number a PriorityClass had when they were created, so value and preemptionPolicy never change',
    fix: RECREATE,
  },
  {
    id: 'csi-driver-immutable',
    kinds: ['storage.k8s.io/CSIDriver'],
    paths: ['/spec/attachRequired', '/spec/volumeLifecycleModes'],
    why: 'volumes may be attached by these rules already',
    fix: 'delete the CSIDriver and create it again while no pod uses its volumes',
  },
  {
    id: 'csi-driver-before-1.30',
    kinds: ['storage.k8s.io/CSIDriver'],
    paths: ['/spec/podInfoOnMount', '/spec/fsGroupPolicy'],
    until: '1.30',
    why: 'podInfoOnMount and fsGroupPolicy of a CSIDriver are fixed before Kubernetes 1.30',
    fix: 'delete the CSIDriver and create it again while no pod uses its volumes',
  },
  {
    id: 'ingress-class-controller',
    kinds: ['networking.k8s.io/IngressClass'],
    paths: ['/spec/controller'],
    why: 'the controller of an IngressClass is fixed when it is created',
    fix: RECREATE,
  },
  {
    id: 'runtime-class-handler',
    kinds: ['node.k8s.io/RuntimeClass'],
    paths: ['/handler'],
    why: 'the handler of a RuntimeClass is fixed when it is created',
    fix: RECREATE,
  },
  {
    id: 'controller-revision-data',
    kinds: ['apps/ControllerRevision'],
    paths: ['/data'],
    why: 'a ControllerRevision is a record of what was',
    fix: RECREATE,
  },
  {
    id: 'volume-attachment-spec',
    kinds: ['storage.k8s.io/VolumeAttachment'],
    paths: ['/spec'],
    why: 'a VolumeAttachment is one request to attach one volume',
    fix: RECREATE,
  },
  {
    id: 'storage-capacity-immutable',
    kinds: ['storage.k8s.io/CSIStorageCapacity'],
    paths: ['/nodeTopology', '/storageClassName'],
    why: 'a CSIStorageCapacity is about one class in one part of the cluster',
    fix: RECREATE,
  },
  {
    id: 'volume-attributes-class-immutable',
    kinds: ['storage.k8s.io/VolumeAttributesClass'],
    paths: ['/driverName', '/parameters'],
    why: 'driverName and parameters of a VolumeAttributesClass never change',
    fix: 'add a class under a new name and let the claims name it',
  },
  {
    id: 'snapshot-source',
    kinds: ['snapshot.storage.k8s.io/VolumeSnapshot'],
    paths: ['/spec/source'],
    why: 'a snapshot is of one volume at one time',
    fix: RECREATE,
  },
  {
    id: 'resource-claim-spec',
    kinds: ['resource.k8s.io/ResourceClaim', 'resource.k8s.io/ResourceClaimTemplate'],
    paths: ['/spec'],
    why: 'the spec of a ResourceClaim, and of a template for them, is fixed when it is created',
    fix: RECREATE,
  },
  {
    id: 'resource-slice-pool',
    kinds: ['resource.k8s.io/ResourceSlice'],
    // Without `spec` in the API of 1.30.
    paths: ['/spec/driver', '/spec/nodeName', '/spec/pool/name', '/driverName', '/nodeName'],
    why: 'a ResourceSlice is what one driver has on one node or in one pool',
    fix: 'leave it to the driver',
  },
  {
    id: 'ip-address-parent',
    kinds: ['networking.k8s.io/IPAddress'],
    paths: ['/spec/parentRef'],
    why: 'an IPAddress belongs to one object',
    fix: 'leave it to the server',
  },
  {
    id: 'service-cidr-before-1.33',
    kinds: ['networking.k8s.io/ServiceCIDR'],
    paths: ['/spec/cidrs'],
    until: '1.33',
    why: 'Services have addresses of the range',
    fix: 'create a second ServiceCIDR',
  },
  {
    id: 'trust-bundle-signer',
    kinds: ['certificates.k8s.io/ClusterTrustBundle'],
    paths: ['/spec/signerName'],
    why: 'the signer of a ClusterTrustBundle is fixed when it is created',
    fix: RECREATE,
  },
  {
    id: 'pod-certificate-request',
    kinds: ['certificates.k8s.io/PodCertificateRequest'],
    paths: ['/spec'],
    why: 'a PodCertificateRequest is one request of one pod',
    fix: 'leave it to the kubelet',
  },
  {
    id: 'version-migration',
    kinds: ['storagemigration.k8s.io/StorageVersionMigration'],
    paths: ['/spec/resource'],
    why: 'a StorageVersionMigration rewrites the objects of one resource',
    fix: RECREATE,
  },
  {
    id: 'event-fields',
    kinds: ['events.k8s.io/Event'],
    paths: [
      '/regarding', '/related', '/reason', '/note', '/type', '/action', '/eventTime', '/reportingController', '/reportingInstance',
      '/deprecatedSource', '/deprecatedFirstTimestamp', '/deprecatedLastTimestamp', '/deprecatedCount',
    ],
    why: 'an Event is a record of what was; only its series goes on',
    fix: 'leave it to the component that wrote it',
  },
  {
    id: 'lease-candidate-name',
    kinds: ['coordination.k8s.io/LeaseCandidate'],
    paths: ['/spec/leaseName'],
    why: 'a candidate stands for one lease',
    fix: RECREATE,
  },
  {
    id: 'custom-resource-definition',
    kinds: ['apiextensions.k8s.io/CustomResourceDefinition'],
    paths: ['/spec/group', '/spec/names/plural'],
    why: 'stored objects are found by group and plural',
    fix: SECOND_DEFINITION,
  },
  {
    id: 'established-definition',
    kinds: ['apiextensions.k8s.io/CustomResourceDefinition'],
    paths: ['/spec/scope', '/spec/names/kind'],
    holds: isEstablished,
    why: 'stored objects have this kind and scope, so an established definition keeps them',
    fix: SECOND_DEFINITION,
  },
];

/** It is within a second, unless another definition has its names: what says nothing of it is. */
function isEstablished({ given }: Update): boolean {
  const conditions = listOf(recordOf(given.before.status).conditions).map(recordOf);
  return conditions.length === 0 || conditions.some(({ type, status }) => type === 'Established' && status === 'True');
}
