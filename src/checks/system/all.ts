import { Check } from '../check';
import { checkLoadedLater } from '../loaded-later';
import { affinitySelectsPods } from './affinity-selects-pods';
import { claimBinding } from './claim-binding';
import { claimNameCollision } from './claim-name-collision';
import { clusterWideName } from './cluster-wide-name';
import { deprecatedAnnotation } from './deprecated-annotation';
import { deprecatedField } from './deprecated-field';
import { disruptionBudgetSelectsPods } from './disruption-budget-selects-pods';
import { dockerOnlyDirectory } from './docker-only-directory';
import { droppedField } from './dropped-field';
import { duplicateObject } from './duplicate-object';
import { evenQuorum } from './even-quorum';
import { evictionBlocked } from './eviction-blocked';
import { governingService } from './governing-service';
import { governingServiceSelector } from './governing-service-selector';
import { headlessService } from './headless-service';
import { hostPathInStatefulSet } from './host-path-in-stateful-set';
import { imageTag } from './image-tag';
import { missingClaim } from './missing-claim';
import { missingConfigMap } from './missing-config-map';
import { missingImagePullSecret } from './missing-image-pull-secret';
import { missingKey } from './missing-key';
import { missingNamespace } from './missing-namespace';
import { missingPriorityClass } from './missing-priority-class';
import { missingRuntimeClass } from './missing-runtime-class';
import { missingSecret } from './missing-secret';
import { missingService } from './missing-service';
import { missingServiceAccount } from './missing-service-account';
import { missingStorageClass } from './missing-storage-class';
import { missingVolume } from './missing-volume';
import { namespaceOnClusterKind } from './namespace-on-cluster-kind';
import { oldMasterTaint } from './old-master-taint';
import { overlappingBudgets } from './overlapping-budgets';
import { overlappingSelectors } from './overlapping-selectors';
import { provisionerRights } from './provisioner-rights';
import { quorumBudget } from './quorum-budget';
import { removedVolumeType } from './removed-volume-type';
import { serviceSelectsPods } from './service-selects-pods';
import { serviceTargetPort } from './service-target-port';
import { shadowedVolume } from './shadowed-volume';
import { sharedClaim } from './shared-claim';
import { spreadSelectsOwnPods } from './spread-selects-own-pods';
import { unmountedClaim } from './unmounted-claim';

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
