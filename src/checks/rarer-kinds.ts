/**
 * Checks of kinds that many systems do without: published as one file, which
 * is loaded when the first object of such a kind comes along.
 */
export { apiServiceRules } from './rules/api-services';
export { autoscalerRules } from './rules/autoscalers';
export { certificateRequestRules } from './rules/certificate-requests';
export {
  csiDriverRules, csiNodeRules, priorityClassRules, runtimeClassRules, storageCapacityRules, volumeAttachmentRules,
} from './rules/cluster-kinds';
export { customResourceDefinitionRules } from './rules/custom-resource-definitions';
export { endpointSliceRules, endpointsRules } from './rules/endpoints';
export { eventRules } from './rules/events';
export { flowSchemaRules } from './rules/flow-schemas';
export { ingressClassRules, ingressRules } from './rules/ingresses';
export { cronJobRules, jobRules } from './rules/jobs';
export { limitRangeRules } from './rules/limit-ranges';
export { namespaceRules } from './rules/namespaces';
export { networkPolicyRules } from './rules/network-policies';
export { nodeRules } from './rules/nodes';
export { persistentVolumeRules } from './rules/persistent-volumes';
export { priorityLevelRules } from './rules/priority-levels';
export { quotaRules } from './rules/quotas';
export { bindingRules, roleRules } from './rules/rbac';
export { storageClassRules } from './rules/storage-classes';
export { webhookConfigurationRules } from './rules/webhooks';
export { bindingSubject } from './system/binding-subject';
export { claimRefNamespace } from './system/claim-ref-namespace';
export { fixedReplicas } from './system/fixed-replicas';
export { hostPathAccessModes } from './system/host-path-access-modes';
export { hostPathNodeAffinity } from './system/host-path-node-affinity';
export { hostPathReclaim } from './system/host-path-reclaim';
export { ingressBackendPort } from './system/ingress-backend-port';
export { interchangeableVolumes } from './system/interchangeable-volumes';
export { missingIngressClass } from './system/missing-ingress-class';
export { missingProvisioner } from './system/missing-provisioner';
export { missingRole } from './system/missing-role';
export { missingScaleTarget } from './system/missing-scale-target';
export { networkPolicySelectsPods } from './system/network-policy-selects-pods';
export { podSecurityStandard } from './system/pod-security-standard';
export { provisionerName } from './system/provisioner-name';
export { removedRbacResource } from './system/removed-rbac-resource';
export { rollingUpdateClaim } from './system/rolling-update-claim';
export { staticVolumeClass } from './system/static-volume-class';
export { unknownRbacResource } from './system/unknown-rbac-resource';
export { volumeNodeAffinity } from './system/volume-node-affinity';
