import { ObjectCheck } from '../object-check';
import { autoscalerRules } from './autoscalers';
import { configMapRules, secretRules } from './config-data';
import { disruptionBudgetRules } from './disruption-budgets';
import { endpointSliceRules, endpointsRules } from './endpoints';
import { ingressClassRules, ingressRules } from './ingresses';
import { cronJobRules, jobRules } from './jobs';
import { namespaceRules } from './namespaces';
import { networkPolicyRules } from './network-policies';
import { objectMetaRules } from './object-meta';
import { claimRules, persistentVolumeRules } from './persistent-volumes';
import { podRules } from './pod-rules';
import { RARE_CHECKS } from './rare';
import { bindingRules, roleRules } from './rbac';
import { serviceRules } from './services';
import { statefulSetNameRules } from './stateful-set-name';
import { storageClassRules } from './storage-classes';
import { daemonSetRules, deploymentRules, statefulSetRules } from './update-strategy';
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
  ...RARE_CHECKS,
];
