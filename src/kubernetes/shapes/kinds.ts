import { groupOf } from '../manifest';
import { CLUSTER_SHAPES } from './cluster';
import { CONFIG_MAP, LEASE, LIMIT_RANGE, OTHER, RESOURCE_QUOTA, SECRET } from './config';
import { ENDPOINTS, ENDPOINT_SLICE, INGRESS, NETWORK_POLICY, ROLE_BINDING, SERVICE, WEBHOOK_CONFIGURATION } from './network';
import { POD, POD_TEMPLATE_OBJECT } from './pod';
import { Shape } from './shape';
import { CSI_DRIVER, PERSISTENT_VOLUME, PERSISTENT_VOLUME_CLAIM, STORAGE_CLASS } from './storage';
import {
  CRON_JOB, DAEMON_SET, DEPLOYMENT, HORIZONTAL_POD_AUTOSCALER, JOB, POD_DISRUPTION_BUDGET, PRIORITY_CLASS,
  REPLICATION_CONTROLLER, REPLICA_SET, SERVICE_ACCOUNT, STATEFUL_SET,
} from './workloads';

/** By `group/Kind`: one shape for all versions of a kind. */
const SHAPES: Readonly<Record<string, Shape>> = {
  '/Pod': POD,
  '/PodTemplate': POD_TEMPLATE_OBJECT,
  '/ReplicationController': REPLICATION_CONTROLLER,
  '/Service': SERVICE,
  '/Endpoints': ENDPOINTS,
  '/ConfigMap': CONFIG_MAP,
  '/Secret': SECRET,
  '/PersistentVolumeClaim': PERSISTENT_VOLUME_CLAIM,
  '/PersistentVolume': PERSISTENT_VOLUME,
  '/ServiceAccount': SERVICE_ACCOUNT,
  '/ResourceQuota': RESOURCE_QUOTA,
  '/LimitRange': LIMIT_RANGE,
  'apps/StatefulSet': STATEFUL_SET,
  'apps/Deployment': DEPLOYMENT,
  'apps/DaemonSet': DAEMON_SET,
  'apps/ReplicaSet': REPLICA_SET,
  'batch/Job': JOB,
  'batch/CronJob': CRON_JOB,
  'autoscaling/HorizontalPodAutoscaler': HORIZONTAL_POD_AUTOSCALER,
  'policy/PodDisruptionBudget': POD_DISRUPTION_BUDGET,
  'scheduling.k8s.io/PriorityClass': PRIORITY_CLASS,
  'storage.k8s.io/StorageClass': STORAGE_CLASS,
  'storage.k8s.io/CSIDriver': CSI_DRIVER,
  'networking.k8s.io/NetworkPolicy': NETWORK_POLICY,
  'networking.k8s.io/Ingress': INGRESS,
  'discovery.k8s.io/EndpointSlice': ENDPOINT_SLICE,
  'rbac.authorization.k8s.io/RoleBinding': ROLE_BINDING,
  'rbac.authorization.k8s.io/ClusterRoleBinding': ROLE_BINDING,
  'coordination.k8s.io/Lease': LEASE,
  ...CLUSTER_SHAPES,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': WEBHOOK_CONFIGURATION,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': WEBHOOK_CONFIGURATION,
};

/** How objects of this kind are defaulted, merged and compared. */
export function shapeOf(apiVersion: string, kind: string): Shape {
  const name = `${groupOf(apiVersion)}/${kind}`;
  return Object.hasOwn(SHAPES, name) ? SHAPES[name] : OTHER;
}
