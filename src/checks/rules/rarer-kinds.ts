/**
 * Checks of kinds that many systems do without: published as one file, which
 * is loaded when the first object of such a kind comes along.
 */
export { apiServiceRules } from './object/api-services';
export { autoscalerRules } from './object/autoscalers';
export { certificateRequestRules } from './object/certificate-requests';
export {
  csiDriverRules, csiNodeRules, priorityClassRules, runtimeClassRules, storageCapacityRules, volumeAttachmentRules,
} from './object/cluster-kinds';
export { customResourceDefinitionRules } from './object/custom-resource-definitions';
export { endpointSliceRules, endpointsRules } from './object/endpoints';
export { eventRules } from './object/events';
export { flowSchemaRules } from './object/flow-schemas';
export { ingressClassRules, ingressRules } from './object/ingresses';
export { cronJobRules, jobRules } from './object/jobs';
export { limitRangeRules } from './object/limit-ranges';
export { namespaceRules } from './object/namespaces';
export { networkPolicyRules } from './object/network-policies';
export { nodeRules } from './object/nodes';
export { persistentVolumeRules } from './object/persistent-volumes';
export { priorityLevelRules } from './object/priority-levels';
export { quotaRules } from './object/quotas';
export { bindingRules, roleRules } from './object/rbac';
export { storageClassRules } from './object/storage-classes';
export { webhookConfigurationRules } from './object/webhooks';
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
