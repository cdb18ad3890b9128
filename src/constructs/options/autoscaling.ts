import { AutoscalingMetric } from './autoscaling-metric';

/**
 * How many pods an app has, by its load. The cluster decides; the manifest
 * then says no `replicas`.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/
 */
export interface Autoscaling {
  /**
   * Minimum number of pods, at least 1.
   *
   * @default 1
   */
  readonly minReplicas?: number;

  /** Maximum number of pods. */
  readonly maxReplicas: number;

  /**
   * CPU that the pods should use on average, in percent of what they request.
   *
   * @default - 80, or CPU is not measured where `memoryUtilization` or `metrics` are given
   */
  readonly cpuUtilization?: number;

  /**
   * Memory that the pods should use on average, in percent of what they request.
   * Give it only for programs that give memory back.
   *
   * @default - memory is not measured
   */
  readonly memoryUtilization?: number;

  /**
   * Metrics of the app itself, or of what it works on, such as requests per
   * second or the length of a queue. Of all that is measured, the one that asks
   * for most pods counts.
   *
   * @default - no other metrics
   */
  readonly metrics?: AutoscalingMetric[];

  /**
   * By how much the use may differ from what it should be before the number of
   * pods changes, in percent of it. It needs Kubernetes 1.35.
   *
   * @default - what the cluster says for all autoscalers, usually 10
   */
  readonly tolerance?: number;
}
