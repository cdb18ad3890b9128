import { ObjectCheck } from '../object-check';
import { apiServiceRules } from './api-services';
import { autoscalerRules } from './autoscalers';
import { certificateRequestRules } from './certificate-requests';
import {
  csiDriverRules, csiNodeRules, priorityClassRules, runtimeClassRules, storageCapacityRules, volumeAttachmentRules,
} from './cluster-kinds';
import { configMapRules, secretRules } from './config-data';
import { customResourceDefinitionRules } from './custom-resource-definitions';
import { disruptionBudgetRules } from './disruption-budgets';
import { endpointSliceRules, endpointsRules } from './endpoints';
import { eventRules } from './events';
import { flowSchemaRules } from './flow-schemas';
import { ingressClassRules, ingressRules } from './ingresses';
import { cronJobRules, jobRules } from './jobs';
import { limitRangeRules } from './limit-ranges';
import { namespaceRules } from './namespaces';
import { networkPolicyRules } from './network-policies';
import { nodeRules } from './nodes';
import { objectMetaRules } from './object-meta';
import { claimRules, persistentVolumeRules } from './persistent-volumes';
import { podRules } from './pod-rules';
import { priorityLevelRules } from './priority-levels';
import { quotaRules } from './quotas';
import { bindingRules, roleRules } from './rbac';
import { serviceRules } from './services';
import { statefulSetNameRules } from './stateful-set-name';
import { storageClassRules } from './storage-classes';
import { daemonSetRules, deploymentRules, statefulSetRules } from './update-strategy';
import { webhookConfigurationRules } from './webhooks';
import { workloadRules } from './workloads';

/** The server's own rules, kind by kind: what no schema and no table of formats can say. */
export const RULE_CHECKS: readonly ObjectCheck[] = [
  objectMetaRules, namespaceRules,
  podRules,
  workloadRules, statefulSetRules, statefulSetNameRules, deploymentRules, daemonSetRules,
  jobRules, cronJobRules,
  serviceRules, endpointsRules, endpointSliceRules,
  ingressRules, ingressClassRules, networkPolicyRules,
  persistentVolumeRules, claimRules, storageClassRules,
  disruptionBudgetRules, autoscalerRules,
  roleRules, bindingRules,
  configMapRules, secretRules,
  quotaRules, limitRangeRules,
  priorityClassRules, csiDriverRules, csiNodeRules, storageCapacityRules, volumeAttachmentRules, nodeRules, runtimeClassRules,
  webhookConfigurationRules, customResourceDefinitionRules, apiServiceRules,
  certificateRequestRules, flowSchemaRules, priorityLevelRules, eventRules,
];
