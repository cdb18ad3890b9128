import { checkLoadedLater } from './loaded-later';
import { Check } from '../engine/check';
import { affinitySelectsPods } from './system/affinity-selects-pods';
import { claimBinding } from './system/claim-binding';
import { claimNameCollision } from './system/claim-name-collision';
import { clusterWideName } from './system/cluster-wide-name';
import { deprecatedAnnotation } from './system/deprecated-annotation';
import { deprecatedField } from './system/deprecated-field';
import { disruptionBudgetSelectsPods } from './system/disruption-budget-selects-pods';
import { dockerOnlyDirectory } from './system/docker-only-directory';
import { droppedField } from './system/dropped-field';
import { duplicateObject } from './system/duplicate-object';
import { evenQuorum } from './system/even-quorum';
import { evictionBlocked } from './system/eviction-blocked';
import { governingService } from './system/governing-service';
import { governingServiceSelector } from './system/governing-service-selector';
import { headlessService } from './system/headless-service';
import { hostPathInStatefulSet } from './system/host-path-in-stateful-set';
import { imageTag } from './system/image-tag';
import { missingClaim } from './system/missing-claim';
import { missingConfigMap } from './system/missing-config-map';
import { missingImagePullSecret } from './system/missing-image-pull-secret';
import { missingKey } from './system/missing-key';
import { missingNamespace } from './system/missing-namespace';
import { missingPriorityClass } from './system/missing-priority-class';
import { missingRuntimeClass } from './system/missing-runtime-class';
import { missingSecret } from './system/missing-secret';
import { missingService } from './system/missing-service';
import { missingServiceAccount } from './system/missing-service-account';
import { missingStorageClass } from './system/missing-storage-class';
import { missingVolume } from './system/missing-volume';
import { namespaceOnClusterKind } from './system/namespace-on-cluster-kind';
import { oldMasterTaint } from './system/old-master-taint';
import { overlappingBudgets } from './system/overlapping-budgets';
import { overlappingSelectors } from './system/overlapping-selectors';
import { provisionerRights } from './system/provisioner-rights';
import { quorumBudget } from './system/quorum-budget';
import { removedVolumeType } from './system/removed-volume-type';
import { serviceSelectsPods } from './system/service-selects-pods';
import { serviceTargetPort } from './system/service-target-port';
import { shadowedVolume } from './system/shadowed-volume';
import { sharedClaim } from './system/shared-claim';
import { spreadSelectsOwnPods } from './system/spread-selects-own-pods';
import { unmountedClaim } from './system/unmounted-claim';

const BINDINGS = ['RoleBinding', 'ClusterRoleBinding'];
const ROLES = ['Role', 'ClusterRole'];

/** Checks of the whole system, by name. */
export const SYSTEM_CHECKS: readonly Check[] = [
  affinitySelectsPods,
  checkLoadedLater(BINDINGS, checks => checks.bindingSubject),
  claimBinding,
  claimNameCollision,
  checkLoadedLater(['PersistentVolume'], checks => checks.claimRefNamespace),
  clusterWideName,
  deprecatedAnnotation,
  deprecatedField,
  disruptionBudgetSelectsPods,
  dockerOnlyDirectory,
  droppedField,
  duplicateObject,
  evenQuorum,
  evictionBlocked,
  checkLoadedLater(['HorizontalPodAutoscaler'], checks => checks.fixedReplicas),
  governingServiceSelector,
  governingService,
  headlessService,
  checkLoadedLater(['PersistentVolume'], checks => checks.hostPathAccessModes),
  hostPathInStatefulSet,
  checkLoadedLater(['PersistentVolume'], checks => checks.hostPathNodeAffinity),
  checkLoadedLater(['PersistentVolume'], checks => checks.hostPathReclaim),
  imageTag,
  checkLoadedLater(['Ingress'], checks => checks.ingressBackendPort),
  checkLoadedLater(['PersistentVolume'], checks => checks.interchangeableVolumes),
  missingClaim,
  missingConfigMap,
  missingImagePullSecret,
  checkLoadedLater(['Ingress'], checks => checks.missingIngressClass),
  missingKey,
  missingNamespace,
  missingPriorityClass,
  checkLoadedLater(['StorageClass'], checks => checks.missingProvisioner),
  checkLoadedLater(BINDINGS, checks => checks.missingRole),
  missingRuntimeClass,
  checkLoadedLater(['HorizontalPodAutoscaler'], checks => checks.missingScaleTarget),
  missingSecret,
  missingServiceAccount,
  missingService,
  missingStorageClass,
  missingVolume,
  namespaceOnClusterKind,
  checkLoadedLater(['NetworkPolicy'], checks => checks.networkPolicySelectsPods),
  oldMasterTaint,
  overlappingBudgets,
  overlappingSelectors,
  checkLoadedLater(['Namespace'], checks => checks.podSecurityStandard),
  checkLoadedLater(['StorageClass'], checks => checks.provisionerName),
  provisionerRights,
  quorumBudget,
  checkLoadedLater(ROLES, checks => checks.removedRbacResource),
  removedVolumeType,
  checkLoadedLater(['Deployment'], checks => checks.rollingUpdateClaim),
  serviceSelectsPods,
  serviceTargetPort,
  shadowedVolume,
  sharedClaim,
  spreadSelectsOwnPods,
  checkLoadedLater(['PersistentVolume'], checks => checks.staticVolumeClass),
  checkLoadedLater(ROLES, checks => checks.unknownRbacResource),
  unmountedClaim,
  checkLoadedLater(['PersistentVolume'], checks => checks.volumeNodeAffinity),
];
