/**
 * Which pods of a Service its clients are led to.
 *
 * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution
 */
export enum TrafficDistribution {
  /** Pods in the client's zone, if there are any. It needs Kubernetes 1.31; from 1.34 on, write `PREFER_SAME_ZONE`. */
  PREFER_CLOSE = 'PreferClose',
  /** Pods in the client's zone, if there are any. It needs Kubernetes 1.34. */
  PREFER_SAME_ZONE = 'PreferSameZone',
  /** Pods on the client's node, if there are any, else in its zone. It needs Kubernetes 1.34. */
  PREFER_SAME_NODE = 'PreferSameNode',
}
