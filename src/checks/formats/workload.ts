import { FormatTable, required } from './format';
import { CRON_SCHEDULE } from '../../kubernetes/formats/cron-schedule';
import { DNS_LABEL } from '../../kubernetes/formats/dns-label';
import { NOT_NEGATIVE, POSITIVE, QUANTITY_NOT_NEGATIVE, between } from '../../kubernetes/formats/number';
import { PATH_SEGMENT } from '../../kubernetes/formats/other-names';
import { DOMAIN_PREFIXED_PATH, QUALIFIED_NAME } from '../../kubernetes/formats/qualified-name';
import { TIME_ZONE } from '../../kubernetes/formats/time-zone';
import { NOT_EMPTY, oneOf } from '../../kubernetes/formats/word';

const COUNTS = { replicas: NOT_NEGATIVE, minReadySeconds: NOT_NEGATIVE };
const TARGET = { kind: required(PATH_SEGMENT), name: required(PATH_SEGMENT) };
const MANAGER_NAME = { ...DOMAIN_PREFIXED_PATH, mustBe: `${DOMAIN_PREFIXED_PATH.mustBe}, at most 63 characters`, fits: (value: string) => value.length <= 63 && DOMAIN_PREFIXED_PATH.fits(value) };
/** Gate HPAScaleToZero. */
const LEAST_REPLICAS = { ...POSITIVE, later: [{ since: '1.37', ...NOT_NEGATIVE }] };
const KEEP_OR_DELETE = oneOf('Retain', 'Delete');

/** What the server demands of single fields of workloads and what scales them. */
export const WORKLOAD_FORMATS: FormatTable = {
  'DeploymentSpec': { ...COUNTS, revisionHistoryLimit: NOT_NEGATIVE, progressDeadlineSeconds: NOT_NEGATIVE },
  'ReplicaSetSpec': COUNTS,
  'ReplicationControllerSpec': COUNTS,
  'StatefulSetSpec': COUNTS,
  'StatefulSetOrdinals': { start: NOT_NEGATIVE },
  'RollingUpdateStatefulSetStrategy': { partition: NOT_NEGATIVE },
  'StatefulSetPersistentVolumeClaimRetentionPolicy': { whenDeleted: KEEP_OR_DELETE, whenScaled: KEEP_OR_DELETE },
  'DaemonSetSpec': { minReadySeconds: NOT_NEGATIVE, revisionHistoryLimit: NOT_NEGATIVE },
  'ControllerRevision': { revision: NOT_NEGATIVE },
  'JobSpec': {
    parallelism: NOT_NEGATIVE,
    completions: NOT_NEGATIVE,
    activeDeadlineSeconds: NOT_NEGATIVE,
    backoffLimit: NOT_NEGATIVE,
    ttlSecondsAfterFinished: NOT_NEGATIVE,
    backoffLimitPerIndex: NOT_NEGATIVE,
    maxFailedIndexes: NOT_NEGATIVE,
    managedBy: required(MANAGER_NAME),
  },
  'PodFailurePolicyOnPodConditionsPattern': { type: QUALIFIED_NAME, status: oneOf('True', 'False', 'Unknown') },
  'CronJobSpec': {
    schedule: CRON_SCHEDULE,
    timeZone: TIME_ZONE,
    startingDeadlineSeconds: NOT_NEGATIVE,
    successfulJobsHistoryLimit: NOT_NEGATIVE,
    failedJobsHistoryLimit: NOT_NEGATIVE,
  },
  'HorizontalPodAutoscalerSpec': { minReplicas: LEAST_REPLICAS, maxReplicas: POSITIVE },
  'autoscaling/v1.HorizontalPodAutoscalerSpec': { minReplicas: LEAST_REPLICAS, maxReplicas: POSITIVE, targetCPUUtilizationPercentage: POSITIVE },
  'HPAScalingRules': { tolerance: QUANTITY_NOT_NEGATIVE, stabilizationWindowSeconds: between(0, 3600), selectPolicy: required(oneOf('Max', 'Min', 'Disabled')) },
  'HPAScalingPolicy': { type: required(oneOf('Pods', 'Percent')), value: POSITIVE, periodSeconds: between(1, 1800) },
  'MetricSpec': { type: required(oneOf('Object', 'Pods', 'Resource', 'External', 'ContainerResource')) },
  'MetricTarget': { type: required(oneOf('Utilization', 'Value', 'AverageValue')) },
  'MetricIdentifier': { name: required(PATH_SEGMENT) },
  'ResourceMetricSource': { name: NOT_EMPTY },
  'ContainerResourceMetricSource': { name: NOT_EMPTY, container: required(DNS_LABEL) },
  'CrossVersionObjectReference': TARGET,
  'autoscaling/v1.CrossVersionObjectReference': TARGET,
  'LeaseSpec': { leaseDurationSeconds: POSITIVE, leaseTransitions: NOT_NEGATIVE },
};
