import { ObjectCheck } from '../engine/object-check';
import { mutatingBindingRules, mutatingPolicyRules, validatingBindingRules, validatingPolicyRules } from './object/admission-policies';
import { apiServiceRules } from './object/api-services';
import { autoscalerRules } from './object/autoscalers';
import { certificateRequestRules } from './object/certificate-requests';
import { claimTemplateRules } from './object/claim-templates';
import { claimRules } from './object/claims';
import { csiDriverRules, csiNodeRules, priorityClassRules, runtimeClassRules, storageCapacityRules, volumeAttachmentRules } from './object/cluster-kinds';
import { configMapRules, secretRules } from './object/config-data';
import { customResourceDefinitionRules } from './object/custom-resource-definitions';
import { deviceClassRules, resourceClaimRules, resourceClaimTemplateRules } from './object/device-claims';
import { disruptionBudgetRules } from './object/disruption-budgets';
import { endpointSliceRules, endpointsRules } from './object/endpoints';
import { eventRules } from './object/events';
import { flowSchemaRules } from './object/flow-schemas';
import { ingressClassRules, ingressRules } from './object/ingresses';
import { cronJobRules, jobRules } from './object/jobs';
import { limitRangeRules } from './object/limit-ranges';
import { mandatoryFlowControlRules } from './object/mandatory-flow-control';
import { namespaceRules } from './object/namespaces';
import { networkPolicyRules } from './object/network-policies';
import { nodeRules } from './object/nodes';
import { objectMetaRules } from './object/object-meta';
import { persistentVolumeRules } from './object/persistent-volumes';
import { podCertificateRequestRules } from './object/pod-certificate-requests';
import { podRules } from './object/pod-rules';
import { podTemplateRules } from './object/pod-templates';
import { priorityLevelRules } from './object/priority-levels';
import { quotaRules } from './object/quotas';
import { bindingRules, roleRules } from './object/rbac';
import { resourceSliceRules } from './object/resource-slices';
import { controllerRevisionRules } from './object/revisions';
import { serviceRangeRules } from './object/service-ranges';
import { serviceRules } from './object/services';
import { statefulSetNameRules } from './object/stateful-set-name';
import { attributesClassRules, storageClassRules } from './object/storage-classes';
import { trustBundleRules } from './object/trust-bundles';
import { daemonSetRules, deploymentRules, statefulSetRules } from './object/update-strategy';
import { webhookConfigurationRules } from './object/webhooks';
import { workloadRules } from './object/workloads';
import { WARNING_CHECKS } from './warnings/warnings';

/** The server's own rules, kind by kind: what no schema and no table of formats can say; and what it warns of. */
export const RULE_CHECKS: readonly ObjectCheck[] = [
  objectMetaRules, namespaceRules,
  podRules, podTemplateRules,
  workloadRules, statefulSetRules, claimTemplateRules, statefulSetNameRules, deploymentRules, daemonSetRules,
  jobRules, cronJobRules, controllerRevisionRules,
  serviceRules, endpointsRules, endpointSliceRules,
  ingressRules, ingressClassRules, networkPolicyRules, serviceRangeRules,
  persistentVolumeRules, claimRules, storageClassRules, attributesClassRules,
  disruptionBudgetRules, autoscalerRules,
  roleRules, bindingRules,
  configMapRules, secretRules,
  quotaRules, limitRangeRules,
  priorityClassRules, csiDriverRules, csiNodeRules, storageCapacityRules, volumeAttachmentRules, nodeRules, runtimeClassRules,
  certificateRequestRules, podCertificateRequestRules, trustBundleRules,
  webhookConfigurationRules, customResourceDefinitionRules, apiServiceRules, flowSchemaRules, mandatoryFlowControlRules, priorityLevelRules,
  eventRules,
  validatingPolicyRules, validatingBindingRules, mutatingPolicyRules, mutatingBindingRules,
  resourceClaimRules, resourceClaimTemplateRules, deviceClassRules, resourceSliceRules,
  ...WARNING_CHECKS,
];
