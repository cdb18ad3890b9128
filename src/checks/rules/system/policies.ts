import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';

/** Kinds of other enforcers, which may let through what NetworkPolicies do not. */
export const OTHER_POLICIES = ['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy', 'GlobalNetworkPolicy', 'AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'];

/** True if a NetworkPolicy closes the way in. Without types it does, and the way out if it has rules for it. */
export function isForIngress({ spec }: Manifest): boolean {
  const types = listOf(recordOf(spec).policyTypes);
  return types.length === 0 || types.includes('Ingress');
}
