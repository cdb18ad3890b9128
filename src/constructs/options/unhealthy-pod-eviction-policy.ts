/**
 * Whether pods that run but are not ready may be evicted when a node is drained.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy
 */
export enum UnhealthyPodEvictionPolicy {
  /** They always may: they serve nobody, and a broken app does not block the drain. */
  ALWAYS_ALLOW = 'AlwaysAllow',
  /** They may while enough others are ready: for members that count although they are not ready, such as those that vote while they catch up. */
  IF_HEALTHY_BUDGET = 'IfHealthyBudget',
}
