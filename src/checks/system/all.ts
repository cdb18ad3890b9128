import { Check } from '../check';
import { affinitySelectsPods } from './affinity-selects-pods';
import { bindingSubject } from './binding-subject';
import { claimBinding } from './claim-binding';
import { claimNameCollision } from './claim-name-collision';
import { claimRefNamespace } from './claim-ref-namespace';
import { clusterWideName } from './cluster-wide-name';
import { deprecatedAnnotation } from './deprecated-annotation';
import { deprecatedField } from './deprecated-field';
import { disruptionBudgetSelectsPods } from './disruption-budget-selects-pods';
import { dockerOnlyDirectory } from './docker-only-directory';
import { droppedField } from './dropped-field';
import { duplicateObject } from './duplicate-object';
import { evenQuorum } from './even-quorum';
import { evictionBlocked } from './eviction-blocked';
import { fixedReplicas } from './fixed-replicas';
import { governingService } from './governing-service';
import { governingServiceSelector } from './governing-service-selector';
import { headlessService } from './headless-service';
import { hostPathAccessModes } from './host-path-access-modes';
import { hostPathInStatefulSet } from './host-path-in-stateful-set';
import { hostPathNodeAffinity } from './host-path-node-affinity';
import { hostPathReclaim } from './host-path-reclaim';
import { imageTag } from './image-tag';
import { ingressBackendPort } from './ingress-backend-port';
import { interchangeableVolumes } from './interchangeable-volumes';
import { missingClaim } from './missing-claim';
import { missingConfigMap } from './missing-config-map';
import { missingImagePullSecret } from './missing-image-pull-secret';
import { missingIngressClass } from './missing-ingress-class';
import { missingKey } from './missing-key';
import { missingNamespace } from './missing-namespace';
import { missingPriorityClass } from './missing-priority-class';
import { missingProvisioner } from './missing-provisioner';
import { missingRole } from './missing-role';
import { missingRuntimeClass } from './missing-runtime-class';
import { missingScaleTarget } from './missing-scale-target';
import { missingSecret } from './missing-secret';
import { missingService } from './missing-service';
import { missingServiceAccount } from './missing-service-account';
import { missingStorageClass } from './missing-storage-class';
import { missingVolume } from './missing-volume';
import { namespaceOnClusterKind } from './namespace-on-cluster-kind';
import { networkPolicySelectsPods } from './network-policy-selects-pods';
import { oldMasterTaint } from './old-master-taint';
import { overlappingBudgets } from './overlapping-budgets';
import { overlappingSelectors } from './overlapping-selectors';
import { podSecurityStandard } from './pod-security-standard';
import { provisionerName } from './provisioner-name';
import { provisionerRights } from './provisioner-rights';
import { quorumBudget } from './quorum-budget';
import { removedRbacResource } from './removed-rbac-resource';
import { removedVolumeType } from './removed-volume-type';
import { rollingUpdateClaim } from './rolling-update-claim';
import { serviceSelectsPods } from './service-selects-pods';
import { serviceTargetPort } from './service-target-port';
import { shadowedVolume } from './shadowed-volume';
import { sharedClaim } from './shared-claim';
import { spreadSelectsOwnPods } from './spread-selects-own-pods';
import { staticVolumeClass } from './static-volume-class';
import { unknownRbacResource } from './unknown-rbac-resource';
import { unmountedClaim } from './unmounted-claim';
import { volumeNodeAffinity } from './volume-node-affinity';

/** Checks of the whole system, by name. */
export const SYSTEM_CHECKS: readonly Check[] = [
  affinitySelectsPods,
  bindingSubject,
  claimBinding,
  claimNameCollision,
  claimRefNamespace,
  clusterWideName,
  deprecatedAnnotation,
  deprecatedField,
  disruptionBudgetSelectsPods,
  dockerOnlyDirectory,
  droppedField,
  duplicateObject,
  evenQuorum,
  evictionBlocked,
  fixedReplicas,
  governingServiceSelector,
  governingService,
  headlessService,
  hostPathAccessModes,
  hostPathInStatefulSet,
  hostPathNodeAffinity,
  hostPathReclaim,
  imageTag,
  ingressBackendPort,
  interchangeableVolumes,
  missingClaim,
  missingConfigMap,
  missingImagePullSecret,
  missingIngressClass,
  missingKey,
  missingNamespace,
  missingPriorityClass,
  missingProvisioner,
  missingRole,
  missingRuntimeClass,
  missingScaleTarget,
  missingSecret,
  missingServiceAccount,
  missingService,
  missingStorageClass,
  missingVolume,
  namespaceOnClusterKind,
  networkPolicySelectsPods,
  oldMasterTaint,
  overlappingBudgets,
  overlappingSelectors,
  podSecurityStandard,
  provisionerName,
  provisionerRights,
  quorumBudget,
  removedRbacResource,
  removedVolumeType,
  rollingUpdateClaim,
  serviceSelectsPods,
  serviceTargetPort,
  shadowedVolume,
  sharedClaim,
  spreadSelectsOwnPods,
  staticVolumeClass,
  unknownRbacResource,
  unmountedClaim,
  volumeNodeAffinity,
];
