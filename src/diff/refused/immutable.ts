import { literal, textOf } from '../../kubernetes/api-server/text';
import { groupOf, isRecord, recordOf } from '../../kubernetes/manifest';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update, isUnder } from '../changes/update';

interface Immutable {
  readonly id: string;
  /** `group/Kind`. */
  readonly kinds: readonly string[];
  /** JSON pointers of the fields that may not change. */
  readonly paths: readonly string[];
  /** JSON pointers below those that may change all the same. */
  readonly except?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly why: string;
  readonly fix: string;
}

const RECREATE = 'create a new object under another name, or delete this one first';
const ORPHAN = 'keep the old value, or run the plan (`--plan`): it deletes only the set and creates it again over its running pods and claims';

/** What may never change once the object exists. */
const IMMUTABLE: readonly Immutable[] = [
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
    id: 'csi-driver-before-1.29',
    kinds: ['storage.k8s.io/CSIDriver'],
    paths: ['/spec/podInfoOnMount', '/spec/fsGroupPolicy'],
    until: '1.29',
    why: 'podInfoOnMount and fsGroupPolicy of a CSIDriver are fixed before Kubernetes 1.29',
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
    kinds: ['resource.k8s.io/ResourceClaim'],
    paths: ['/spec'],
    why: 'the spec of a ResourceClaim is fixed when it is created',
    fix: RECREATE,
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
    paths: ['/spec/group', '/spec/scope', '/spec/names/plural', '/spec/names/kind'],
    why: 'stored objects are found by group, plural and scope, so an established definition keeps them',
    fix: 'add a second CustomResourceDefinition and copy the objects; deleting this one deletes all its objects',
  },
];

function ruleFor(entry: Immutable): Rule {
  const kinds = new Set(entry.kinds);
  return {
    id: entry.id,
    title: `Fixed fields of ${entry.kinds.map(kindOf).join(', ')}`,
    effect: 'refused',
    kinds: entry.kinds.map(kindOf),
    fields: entry.paths.map(dotted).join(', ') + (entry.except ? `, except ${entry.except.map(dotted).join(', ')}` : ''),
    why: entry.why,
    fix: entry.fix,
    since: entry.since,
    until: entry.until,
    updated: update => kinds.has(`${groupOf(update.after.apiVersion)}/${update.after.kind}`) ? changedFields(entry, update) : [],
  };
}

function changedFields({ paths, except = [], why, fix }: Immutable, update: Update): ChangeStatement[] {
  return update.differences
    .filter(({ path }) => paths.some(fixed => isUnder(path, fixed)) && !except.some(free => isUnder(path, free)))
    .map(({ path }) => ({ path, part: dotted(path), message: `the API server refuses this: ${why}`, ...kept(path, update, fix) }));
}

/** With the prop that keeps the old value, where constructs of this library have one. */
function kept(path: string, { before, after }: Update, fix: string): Pick<ChangeStatement, 'fix'> | undefined {
  if (groupOf(after.apiVersion) !== 'apps') { return undefined; }
  const { serviceName, selector } = recordOf(before.spec);
  const { matchLabels, matchExpressions } = recordOf(selector);
  const prop = path === '/spec/serviceName' && serviceName
    ? `serviceName: '${textOf(serviceName)}'`
    : isUnder(path, '/spec/selector') && isRecord(matchLabels) && !matchExpressions ? `selectorLabels: ${literal(matchLabels)}` : undefined;
  return prop ? { fix: `write \`${prop}\` on the construct; or ${fix.replace(/^keep the old value, or /, '')}` } : undefined;
}

/** `spec.serviceName` of `/spec/serviceName`. */
export function dotted(path: string): string {
  return path.slice(1).replace(/\//g, '.').replace(/~1/g, '/');
}

function kindOf(kind: string): string {
  return kind.slice(kind.indexOf('/') + 1);
}

export const IMMUTABLE_RULES: readonly Rule[] = IMMUTABLE.map(ruleFor);
