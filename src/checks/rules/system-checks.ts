import { ACCESS_CHECKS } from './access-checks';
import { CONTAINER_CHECKS } from './container-checks';
import { PROGRAM_CHECKS } from './program-checks';
import { Check } from '../engine/check';
import { affinitySelectsPods } from './system/affinity-selects-pods';
import { ambiguousAutoscalers } from './system/ambiguous-autoscalers';
import { autoscalerDeletesClaims } from './system/autoscaler-deletes-claims';
import { autoscalerMeasuresNothing } from './system/autoscaler-measures-nothing';
import { autoscalerNeedsRequests } from './system/autoscaler-needs-requests';
import { blockVolumeAsFiles } from './system/block-volume-as-files';
import { budgetOfAllPods } from './system/budget-of-all-pods';
import { budgetWithoutScale } from './system/budget-without-scale';
import { claimBinding } from './system/claim-binding';
import { claimNameCollision } from './system/claim-name-collision';
import { claimOfOtherName } from './system/claim-of-other-name';
import { claimRefNamespace } from './system/claim-ref-namespace';
import { classParameters } from './system/class-parameters';
import { clusterWideName } from './system/cluster-wide-name';
import { competingAutoscalers } from './system/competing-autoscalers';
import { csiVolumeAttributes } from './system/csi-volume-attributes';
import { deadlineBeforeReady } from './system/deadline-before-ready';
import { deprecatedAnnotation } from './system/deprecated-annotation';
import { deprecatedField } from './system/deprecated-field';
import { deprecatedMasterTaint } from './system/deprecated-master-taint';
import { disruptionBudgetSelectsPods } from './system/disruption-budget-selects-pods';
import { dockerOnlyDirectory } from './system/docker-only-directory';
import { duplicateObject } from './system/duplicate-object';
import { duplicateRoute } from './system/duplicate-route';
import { encodedTwice } from './system/encoded-twice';
import { evenQuorum } from './system/even-quorum';
import { evictionBlocked } from './system/eviction-blocked';
import { externalNameIsAddress } from './system/external-name-is-address';
import { fixedReplicas } from './system/fixed-replicas';
import { fractionalSize } from './system/fractional-size';
import { governingService } from './system/governing-service';
import { governingServiceSelector } from './system/governing-service-selector';
import { groupWithoutEffect } from './system/group-without-effect';
import { headlessPort } from './system/headless-port';
import { headlessService } from './system/headless-service';
import { hookDeletesData } from './system/hook-deletes-data';
import { hostPathAccessModes } from './system/host-path-access-modes';
import { hostPathInStatefulSet } from './system/host-path-in-stateful-set';
import { hostPathNodeAffinity } from './system/host-path-node-affinity';
import { hostPathReclaim } from './system/host-path-reclaim';
import { ingressBackendPort } from './system/ingress-backend-port';
import { interchangeableVolumes } from './system/interchangeable-volumes';
import { jobBesideProxy } from './system/job-beside-proxy';
import { jobMadeAgain } from './system/job-made-again';
import { limitRangeRefuses } from './system/limit-range-refuses';
import { localTrafficOnly } from './system/local-traffic-only';
import { localVolumeImmediate } from './system/local-volume-immediate';
import { loneBroker } from './system/lone-broker';
import { lostAndFound } from './system/lost-and-found';
import { misplacedAnnotation } from './system/misplaced-annotation';
import { missingClaim } from './system/missing-claim';
import { missingConfigMap } from './system/missing-config-map';
import { missingEntryPoint } from './system/missing-entry-point';
import { missingImagePullSecret } from './system/missing-image-pull-secret';
import { missingIngressClass } from './system/missing-ingress-class';
import { missingKey } from './system/missing-key';
import { missingNamespace } from './system/missing-namespace';
import { missingPriorityClass } from './system/missing-priority-class';
import { missingProvisioner } from './system/missing-provisioner';
import { missingRuntimeClass } from './system/missing-runtime-class';
import { missingScaleTarget } from './system/missing-scale-target';
import { missingSecret } from './system/missing-secret';
import { missingService } from './system/missing-service';
import { missingSnapshot } from './system/missing-snapshot';
import { missingStorageClass } from './system/missing-storage-class';
import { missingVolume } from './system/missing-volume';
import { namespaceOnClusterScopedKind } from './system/namespace-on-cluster-scoped-kind';
import { nfsServerAddress } from './system/nfs-server-address';
import { nfsServerName } from './system/nfs-server-name';
import { nodeDns } from './system/node-dns';
import { nodeNameSkipsBinding } from './system/node-name-skips-binding';
import { nodeWithoutValue } from './system/node-without-value';
import { oneIdentityForAll } from './system/one-identity-for-all';
import { orderedStart } from './system/ordered-start';
import { overlappingBudgets } from './system/overlapping-budgets';
import { overlappingSelectors } from './system/overlapping-selectors';
import { overwrittenSecretKey } from './system/overwritten-secret-key';
import { partitionAboveReplicas } from './system/partition-above-replicas';
import { pausedDeployment } from './system/paused-deployment';
import { peersNotPublished } from './system/peers-not-published';
import { podSecurityStandard } from './system/pod-security-standard';
import { preStopTooLong } from './system/pre-stop-too-long';
import { probeOfNode } from './system/probe-of-node';
import { probeScheme } from './system/probe-scheme';
import { provisionerDirectory } from './system/provisioner-directory';
import { provisionerImage } from './system/provisioner-image';
import { provisionerName } from './system/provisioner-name';
import { pullSecretContent } from './system/pull-secret-content';
import { pullSecretType } from './system/pull-secret-type';
import { quorumBudget } from './system/quorum-budget';
import { quotaExceeded } from './system/quota-exceeded';
import { quotaRefusesPods } from './system/quota-refuses-pods';
import { readinessGate } from './system/readiness-gate';
import { removedProvisioner } from './system/removed-provisioner';
import { removedVolumeType } from './system/removed-volume-type';
import { rewriteWithoutGroup } from './system/rewrite-without-group';
import { rollingUpdateClaim } from './system/rolling-update-claim';
import { rollingUpdateHostPort } from './system/rolling-update-host-port';
import { rootOwnedVolume } from './system/root-owned-volume';
import { routeMatchesNoListener } from './system/route-matches-no-listener';
import { scheduleDaysJoined } from './system/schedule-days-joined';
import { scheduleNeverComes } from './system/schedule-never-comes';
import { scheduleStep } from './system/schedule-step';
import { selectorOfProvisionedClaim } from './system/selector-of-provisioned-claim';
import { serviceMixesWorkloads } from './system/service-mixes-workloads';
import { serviceSelectsPods } from './system/service-selects-pods';
import { serviceTargetPort } from './system/service-target-port';
import { serviceWithoutEndpoints } from './system/service-without-endpoints';
import { shadowedVolume } from './system/shadowed-volume';
import { sharedAddress } from './system/shared-address';
import { sharedClaim } from './system/shared-claim';
import { sharedVolumeHandle } from './system/shared-volume-handle';
import { shortStartingDeadline } from './system/short-starting-deadline';
import { snapshotSource } from './system/snapshot-source';
import { spreadIgnoresNodes } from './system/spread-ignores-nodes';
import { spreadSelectsOwnPods } from './system/spread-selects-own-pods';
import { staleClaimRef } from './system/stale-claim-ref';
import { staticVolumeClass } from './system/static-volume-class';
import { staticVolumeReclaim } from './system/static-volume-reclaim';
import { storageMedium } from './system/storage-medium';
import { subPathVariable } from './system/sub-path-variable';
import { subdomainService } from './system/subdomain-service';
import { tinyStorage } from './system/tiny-storage';
import { tlsHost } from './system/tls-host';
import { tooLargeForApply } from './system/too-large-for-apply';
import { twoDefaults } from './system/two-defaults';
import { unknownMember } from './system/unknown-member';
import { unknownScheduler } from './system/unknown-scheduler';
import { unknownTopologyKey } from './system/unknown-topology-key';
import { unmountedClaim } from './system/unmounted-claim';
import { unreplicatedDatabase } from './system/unreplicated-database';
import { unsafeSysctl } from './system/unsafe-sysctl';
import { unsatisfiablePlacement } from './system/unsatisfiable-placement';
import { unscalableTarget } from './system/unscalable-target';
import { unsupportedAccessMode } from './system/unsupported-access-mode';
import { versionInSelector } from './system/version-in-selector';
import { volumeNodeAffinity } from './system/volume-node-affinity';
import { waitsForItself } from './system/waits-for-itself';
import { webhookOfOwnPods } from './system/webhook-of-own-pods';
import { wildcardPath } from './system/wildcard-path';
import { zeroGracePeriod } from './system/zero-grace-period';

/** Checks of the whole system, by name. */
export const SYSTEM_CHECKS: readonly Check[] = [
  ...ACCESS_CHECKS,
  ...CONTAINER_CHECKS,
  ...PROGRAM_CHECKS,
  affinitySelectsPods,
  ambiguousAutoscalers,
  autoscalerDeletesClaims,
  autoscalerMeasuresNothing,
  autoscalerNeedsRequests,
  blockVolumeAsFiles,
  budgetOfAllPods,
  budgetWithoutScale,
  claimBinding,
  claimNameCollision,
  claimOfOtherName,
  claimRefNamespace,
  classParameters,
  clusterWideName,
  competingAutoscalers,
  csiVolumeAttributes,
  deadlineBeforeReady,
  deprecatedAnnotation,
  deprecatedField,
  deprecatedMasterTaint,
  disruptionBudgetSelectsPods,
  dockerOnlyDirectory,
  duplicateObject,
  duplicateRoute,
  encodedTwice,
  evenQuorum,
  evictionBlocked,
  externalNameIsAddress,
  fixedReplicas,
  fractionalSize,
  governingService,
  governingServiceSelector,
  groupWithoutEffect,
  headlessPort,
  headlessService,
  hookDeletesData,
  hostPathAccessModes,
  hostPathInStatefulSet,
  hostPathNodeAffinity,
  hostPathReclaim,
  ingressBackendPort,
  interchangeableVolumes,
  jobBesideProxy,
  jobMadeAgain,
  limitRangeRefuses,
  localTrafficOnly,
  localVolumeImmediate,
  loneBroker,
  lostAndFound,
  misplacedAnnotation,
  missingClaim,
  missingConfigMap,
  missingEntryPoint,
  missingImagePullSecret,
  missingIngressClass,
  missingKey,
  missingNamespace,
  missingPriorityClass,
  missingProvisioner,
  missingRuntimeClass,
  missingScaleTarget,
  missingSecret,
  missingService,
  missingSnapshot,
  missingStorageClass,
  missingVolume,
  namespaceOnClusterScopedKind,
  nfsServerAddress,
  nfsServerName,
  nodeDns,
  nodeNameSkipsBinding,
  nodeWithoutValue,
  oneIdentityForAll,
  orderedStart,
  overlappingBudgets,
  overlappingSelectors,
  overwrittenSecretKey,
  partitionAboveReplicas,
  pausedDeployment,
  peersNotPublished,
  podSecurityStandard,
  preStopTooLong,
  probeOfNode,
  probeScheme,
  provisionerDirectory,
  provisionerImage,
  provisionerName,
  pullSecretContent,
  pullSecretType,
  quorumBudget,
  quotaExceeded,
  quotaRefusesPods,
  readinessGate,
  removedProvisioner,
  removedVolumeType,
  rewriteWithoutGroup,
  rollingUpdateClaim,
  rollingUpdateHostPort,
  rootOwnedVolume,
  routeMatchesNoListener,
  scheduleDaysJoined,
  scheduleNeverComes,
  scheduleStep,
  selectorOfProvisionedClaim,
  serviceMixesWorkloads,
  serviceSelectsPods,
  serviceTargetPort,
  serviceWithoutEndpoints,
  shadowedVolume,
  sharedAddress,
  sharedClaim,
  sharedVolumeHandle,
  shortStartingDeadline,
  snapshotSource,
  spreadIgnoresNodes,
  spreadSelectsOwnPods,
  staleClaimRef,
  staticVolumeClass,
  staticVolumeReclaim,
  storageMedium,
  subdomainService,
  subPathVariable,
  tinyStorage,
  tlsHost,
  tooLargeForApply,
  twoDefaults,
  unknownMember,
  unknownScheduler,
  unknownTopologyKey,
  unmountedClaim,
  unreplicatedDatabase,
  unsafeSysctl,
  unsatisfiablePlacement,
  unscalableTarget,
  unsupportedAccessMode,
  versionInSelector,
  volumeNodeAffinity,
  waitsForItself,
  webhookOfOwnPods,
  wildcardPath,
  zeroGracePeriod,
].sort((a, b) => a.id < b.id ? -1 : 1);
