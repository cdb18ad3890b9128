import { rulesLoadedLater } from './loaded-later';
import { ObjectCheck } from '../engine/object-check';
import { claimRules } from './object/claims';
import { configMapRules, secretRules } from './object/config-data';
import { disruptionBudgetRules } from './object/disruption-budgets';
import { objectMetaRules } from './object/object-meta';
import { podRules } from './object/pod-rules';
import { serviceRules } from './object/services';
import { statefulSetNameRules } from './object/stateful-set-name';
import { daemonSetRules, deploymentRules, statefulSetRules } from './object/update-strategy';
import { workloadRules } from './object/workloads';
import { RARE_CHECKS } from './rare-rules';

const RBAC = 'rbac.authorization.k8s.io';

/** The server's own rules, kind by kind: what no schema and no table of formats can say. */
export const RULE_CHECKS: readonly ObjectCheck[] = [
  objectMetaRules, rulesLoadedLater(['/Namespace'], ({ namespaceRules }) => namespaceRules),
  podRules,
  workloadRules, statefulSetRules, statefulSetNameRules, deploymentRules, daemonSetRules,
  rulesLoadedLater(['batch/Job'], ({ jobRules }) => jobRules),
  rulesLoadedLater(['batch/CronJob'], ({ cronJobRules }) => cronJobRules),
  serviceRules,
  rulesLoadedLater(['/Endpoints'], ({ endpointsRules }) => endpointsRules),
  rulesLoadedLater(['discovery.k8s.io/EndpointSlice'], ({ endpointSliceRules }) => endpointSliceRules),
  rulesLoadedLater(['networking.k8s.io/Ingress'], ({ ingressRules }) => ingressRules),
  rulesLoadedLater(['networking.k8s.io/IngressClass'], ({ ingressClassRules }) => ingressClassRules),
  rulesLoadedLater(['networking.k8s.io/NetworkPolicy'], ({ networkPolicyRules }) => networkPolicyRules),
  rulesLoadedLater(['/PersistentVolume'], ({ persistentVolumeRules }) => persistentVolumeRules),
  claimRules,
  rulesLoadedLater(['storage.k8s.io/StorageClass'], ({ storageClassRules }) => storageClassRules),
  disruptionBudgetRules,
  rulesLoadedLater(['autoscaling/HorizontalPodAutoscaler'], ({ autoscalerRules }) => autoscalerRules),
  rulesLoadedLater([`${RBAC}/Role`, `${RBAC}/ClusterRole`], ({ roleRules }) => roleRules),
  rulesLoadedLater([`${RBAC}/RoleBinding`, `${RBAC}/ClusterRoleBinding`], ({ bindingRules }) => bindingRules),
  configMapRules, secretRules,
  ...RARE_CHECKS,
];
