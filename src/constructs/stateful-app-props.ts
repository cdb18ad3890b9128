import { Duration } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import { Autoscaling } from './options/autoscaling';
import { ClaimRetention } from './options/claim-retention';
import { ClientService } from './options/client-service';
import { MetricsEndpoint } from './options/metrics-endpoint';
import { UnhealthyPodEvictionPolicy } from './options/unhealthy-pod-eviction-policy';
import { UpdateStrategy } from './options/update-strategy';
import { PodOptions } from './pod/pod-options';

/**
 * Properties of a StatefulApp.
 */
export interface StatefulAppProps extends PodOptions {
  /**
   * Number of pods.
   *
   * @default 1
   */
  readonly replicas?: number;

  /**
   * Let the cluster choose the number of pods by their load, instead of
   * `replicas`.
   *
   * @default - the number of pods is fixed
   */
  readonly autoscaling?: Autoscaling;

  /**
   * Name of the headless Service that gives the pods their DNS names.
   *
   * @default - the app's name
   */
  readonly serviceName?: string;

  /**
   * How clients reach the app. Without it there is no client Service.
   *
   * @default - clients use the DNS names of the pods
   */
  readonly clientService?: ClientService;

  /**
   * Start and stop pods one by one in their order, or all at once.
   *
   * @default PodManagementPolicy.ORDERED_READY
   */
  readonly podManagementPolicy?: kplus.PodManagementPolicy;

  /**
   * When pods are replaced after a change.
   *
   * @default UpdateStrategy.rollingUpdate()
   */
  readonly updateStrategy?: UpdateStrategy;

  /**
   * How long a pod must be ready before the next one is replaced.
   *
   * @default Duration.seconds(0)
   */
  readonly minReady?: Duration;

  /**
   * How many earlier versions are kept for a rollback. It cannot change once
   * deployed, before Kubernetes 1.33.
   *
   * @default - Kubernetes' default, 10
   */
  readonly revisionHistoryLimit?: number;

  /**
   * Ordinal of the first pod.
   *
   * @default 0
   */
  readonly startOrdinal?: number;

  /**
   * What happens to the claims of pods that are removed.
   *
   * @default ClaimRetention.retain()
   */
  readonly claimRetention?: ClaimRetention;

  /**
   * How many pods may be evicted at once when nodes are drained. There is no
   * PodDisruptionBudget for a single pod.
   *
   * @default 1
   */
  readonly maxUnavailable?: number;

  /**
   * Whether pods that are not ready may be evicted, too, when nodes are drained.
   *
   * @default UnhealthyPodEvictionPolicy.ALWAYS_ALLOW
   */
  readonly unhealthyPodEvictionPolicy?: UnhealthyPodEvictionPolicy;

  /**
   * Let Prometheus read the metrics of all pods by way of the headless Service:
   * a ServiceMonitor, which reads each pod once.
   *
   * @default - there is no ServiceMonitor
   */
  readonly serviceMonitor?: MetricsEndpoint;

  /**
   * The same by way of the pods themselves: a PodMonitor, which reads ports of
   * `sidecars` too.
   *
   * @default - there is no PodMonitor
   */
  readonly podMonitor?: MetricsEndpoint;
}
