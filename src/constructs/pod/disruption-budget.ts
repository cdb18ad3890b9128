import { Construct } from 'constructs';
import { Identity } from '../../cdk8s/identity';
import type { PodDisruptionBudget } from '../../kubernetes/api/types.generated';
import { addObject } from '../../synthesis/add-object';
import { UnhealthyPodEvictionPolicy } from '../options/unhealthy-pod-eviction-policy';

/**
 * Adds the budget that lets a node be drained without taking more pods at
 * once. Unless somebody says otherwise, pods that are not ready may always be
 * evicted, so that a broken app does not block the drain.
 */
export function addDisruptionBudget(
  scope: Construct, identity: Identity, maxUnavailable = 1, unhealthyPodEvictionPolicy = UnhealthyPodEvictionPolicy.ALWAYS_ALLOW,
): void {
  addObject<PodDisruptionBudget>(scope, 'DisruptionBudget', {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: identity.metadata(),
    spec: {
      maxUnavailable,
      selector: { matchLabels: identity.selectorLabels },
      unhealthyPodEvictionPolicy,
    },
  });
}
