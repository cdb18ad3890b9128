import { Check } from '../engine/check';
import { affinitySelectsPods } from './system/affinity-selects-pods';
import { ambiguousAutoscalers } from './system/ambiguous-autoscalers';
import { autoscalerNeedsRequests } from './system/autoscaler-needs-requests';
import { bindingSubject } from './system/binding-subject';
import { blockVolumeAsFiles } from './system/block-volume-as-files';
import { budgetOfAllPods } from './system/budget-of-all-pods';
import { carriageReturnInScript } from './system/carriage-return-in-script';
import { claimBinding } from './system/claim-binding';
import { claimNameCollision } from './system/claim-name-collision';
import { claimRefNamespace } from './system/claim-ref-namespace';
import { clusterWideName } from './system/cluster-wide-name';
import { commandWithBlanks } from './system/command-with-blanks';
import { decimalMode } from './system/decimal-mode';
import { deprecatedAnnotation } from './system/deprecated-annotation';
import { deprecatedField } from './system/deprecated-field';
import { deprecatedMasterTaint } from './system/deprecated-master-taint';
import { disruptionBudgetSelectsPods } from './system/disruption-budget-selects-pods';
import { dockerOnlyDirectory } from './system/docker-only-directory';
import { duplicateObject } from './system/duplicate-object';
import { duplicateRoute } from './system/duplicate-route';
import { egressWithoutDns } from './system/egress-without-dns';
import { evenQuorum } from './system/even-quorum';
import { evictionBlocked } from './system/eviction-blocked';
import { exporterInPod } from './system/exporter-in-pod';
import { externalNameIsAddress } from './system/external-name-is-address';
import { fileAsDirectory } from './system/file-as-directory';
import { fixedReplicas } from './system/fixed-replicas';
import { fractionalSize } from './system/fractional-size';
import { governingService } from './system/governing-service';
import { governingServiceSelector } from './system/governing-service-selector';
import { headlessPort } from './system/headless-port';
import { headlessService } from './system/headless-service';
import { hostPathAccessModes } from './system/host-path-access-modes';
import { hostPathInStatefulSet } from './system/host-path-in-stateful-set';
import { hostPathNodeAffinity } from './system/host-path-node-affinity';
import { hostPathReclaim } from './system/host-path-reclaim';
import { imageDataDirectory } from './system/image-data-directory';
import { imageName } from './system/image-name';
import { imagePort } from './system/image-port';
import { imageSetup } from './system/image-setup';
import { imageTag } from './system/image-tag';
import { ingressBackendPort } from './system/ingress-backend-port';
import { interchangeableVolumes } from './system/interchangeable-volumes';
import { jobBesideProxy } from './system/job-beside-proxy';
import { limitRangeRefuses } from './system/limit-range-refuses';
import { lostAndFound } from './system/lost-and-found';
import { missingClaim } from './system/missing-claim';
import { missingConfigMap } from './system/missing-config-map';
import { missingEntryPoint } from './system/missing-entry-point';
import { missingImagePullSecret } from './system/missing-image-pull-secret';
import { missingIngressClass } from './system/missing-ingress-class';
import { missingKey } from './system/missing-key';
import { missingNamespace } from './system/missing-namespace';
import { missingPriorityClass } from './system/missing-priority-class';
import { missingProvisioner } from './system/missing-provisioner';
import { missingRole } from './system/missing-role';
import { missingRuntimeClass } from './system/missing-runtime-class';
import { missingScaleTarget } from './system/missing-scale-target';
import { missingSecret } from './system/missing-secret';
import { missingService } from './system/missing-service';
import { missingServiceAccount } from './system/missing-service-account';
import { missingStorageClass } from './system/missing-storage-class';
import { missingVolume } from './system/missing-volume';
import { monitorSelectsPorts } from './system/monitor-selects-ports';
import { namespaceOnClusterScopedKind } from './system/namespace-on-cluster-scoped-kind';
import { networkPolicySelectsPods } from './system/network-policy-selects-pods';
import { newlineInVariable } from './system/newline-in-variable';
import { nfsServerAddress } from './system/nfs-server-address';
import { nfsServerName } from './system/nfs-server-name';
import { nodeDns } from './system/node-dns';
import { nodeNameSkipsBinding } from './system/node-name-skips-binding';
import { overlappingBudgets } from './system/overlapping-budgets';
import { overlappingSelectors } from './system/overlapping-selectors';
import { peersNotPublished } from './system/peers-not-published';
import { podSecurityStandard } from './system/pod-security-standard';
import { policyNamespaceLabel } from './system/policy-namespace-label';
import { policyOfServicePort } from './system/policy-of-service-port';
import { preStopTooLong } from './system/pre-stop-too-long';
import { probeOfNode } from './system/probe-of-node';
import { provisionerImage } from './system/provisioner-image';
import { provisionerName } from './system/provisioner-name';
import { provisionerRights } from './system/provisioner-rights';
import { pullSecretType } from './system/pull-secret-type';
import { quorumBudget } from './system/quorum-budget';
import { quotaExceeded } from './system/quota-exceeded';
import { quotaRefusesPods } from './system/quota-refuses-pods';
import { rbacRuleGrantsNothing } from './system/rbac-rule-grants-nothing';
import { removedProvisioner } from './system/removed-provisioner';
import { removedRbacResource } from './system/removed-rbac-resource';
import { removedVolumeType } from './system/removed-volume-type';
import { rollingUpdateClaim } from './system/rolling-update-claim';
import { runAsRoot } from './system/run-as-root';
import { scheduleNeverComes } from './system/schedule-never-comes';
import { selectorOfProvisionedClaim } from './system/selector-of-provisioned-claim';
import { serviceMixesWorkloads } from './system/service-mixes-workloads';
import { serviceSelectsPods } from './system/service-selects-pods';
import { serviceTargetPort } from './system/service-target-port';
import { serviceWithoutEndpoints } from './system/service-without-endpoints';
import { shadowedVolume } from './system/shadowed-volume';
import { sharedAddress } from './system/shared-address';
import { sharedClaim } from './system/shared-claim';
import { shortStartingDeadline } from './system/short-starting-deadline';
import { spreadIgnoresNodes } from './system/spread-ignores-nodes';
import { spreadSelectsOwnPods } from './system/spread-selects-own-pods';
import { staleClaimRef } from './system/stale-claim-ref';
import { staticVolumeClass } from './system/static-volume-class';
import { storageMedium } from './system/storage-medium';
import { subPathVariable } from './system/sub-path-variable';
import { subdomainService } from './system/subdomain-service';
import { sysctlNeedsPrivilege } from './system/sysctl-needs-privilege';
import { tinyMemory } from './system/tiny-memory';
import { tooLargeForApply } from './system/too-large-for-apply';
import { trustingPorts } from './system/trusting-ports';
import { twoDefaults } from './system/two-defaults';
import { unknownRbacResource } from './system/unknown-rbac-resource';
import { unmountedClaim } from './system/unmounted-claim';
import { unsafeSysctl } from './system/unsafe-sysctl';
import { unscalableTarget } from './system/unscalable-target';
import { unsupportedAccessMode } from './system/unsupported-access-mode';
import { variableNotExpanded } from './system/variable-not-expanded';
import { volumeNodeAffinity } from './system/volume-node-affinity';
import { webhookOfOwnPods } from './system/webhook-of-own-pods';
import { wholeCores } from './system/whole-cores';
import { wildcardPath } from './system/wildcard-path';
import { wordsAfterScript } from './system/words-after-script';
import { zeroGracePeriod } from './system/zero-grace-period';

/** Checks of the whole system, by name. */

export const SYSTEM_CHECKS: readonly Check[] = [
  affinitySelectsPods,
  ambiguousAutoscalers,
  autoscalerNeedsRequests,
  unscalableTarget,
  bindingSubject,
  blockVolumeAsFiles,
  budgetOfAllPods,
  carriageReturnInScript,
  claimBinding,
  claimNameCollision,
  claimRefNamespace,
  clusterWideName,
  commandWithBlanks,
  decimalMode,
  deprecatedAnnotation,
  deprecatedField,
  deprecatedMasterTaint,
  disruptionBudgetSelectsPods,
  dockerOnlyDirectory,
  duplicateObject,
  duplicateRoute,
  egressWithoutDns,
  evenQuorum,
  evictionBlocked,
  exporterInPod,
  externalNameIsAddress,
  fileAsDirectory,
  fixedReplicas,
  fractionalSize,
  governingService,
  governingServiceSelector,
  headlessPort,
  headlessService,
  hostPathAccessModes,
  hostPathInStatefulSet,
  hostPathNodeAffinity,
  hostPathReclaim,
  imageDataDirectory,
  imagePort,
  imageSetup,
  imageName,
  imageTag,
  ingressBackendPort,
  interchangeableVolumes,
  jobBesideProxy,
  limitRangeRefuses,
  lostAndFound,
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
  missingEntryPoint,
  missingSecret,
  missingService,
  missingServiceAccount,
  missingStorageClass,
  missingVolume,
  monitorSelectsPorts,
  namespaceOnClusterScopedKind,
  networkPolicySelectsPods,
  newlineInVariable,
  nfsServerAddress,
  nfsServerName,
  nodeDns,
  nodeNameSkipsBinding,
  overlappingBudgets,
  overlappingSelectors,
  peersNotPublished,
  podSecurityStandard,
  policyNamespaceLabel,
  policyOfServicePort,
  preStopTooLong,
  probeOfNode,
  provisionerImage,
  provisionerName,
  provisionerRights,
  pullSecretType,
  quorumBudget,
  quotaExceeded,
  quotaRefusesPods,
  rbacRuleGrantsNothing,
  removedProvisioner,
  removedRbacResource,
  removedVolumeType,
  rollingUpdateClaim,
  runAsRoot,
  scheduleNeverComes,
  selectorOfProvisionedClaim,
  serviceMixesWorkloads,
  serviceSelectsPods,
  serviceTargetPort,
  serviceWithoutEndpoints,
  shadowedVolume,
  sharedAddress,
  sharedClaim,
  shortStartingDeadline,
  spreadIgnoresNodes,
  spreadSelectsOwnPods,
  staleClaimRef,
  staticVolumeClass,
  storageMedium,
  subPathVariable,
  subdomainService,
  sysctlNeedsPrivilege,
  tinyMemory,
  tooLargeForApply,
  trustingPorts,
  twoDefaults,
  unknownRbacResource,
  unmountedClaim,
  unsafeSysctl,
  unsupportedAccessMode,
  variableNotExpanded,
  volumeNodeAffinity,
  webhookOfOwnPods,
  wholeCores,
  wildcardPath,
  wordsAfterScript,
  zeroGracePeriod,
];
