import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { Pods } from '../../../manifest/references/pods';
import { References } from '../../../manifest/references/references';

/** Kinds of other enforcers, which may let through what NetworkPolicies do not. */
export const OTHER_POLICIES = ['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy', 'GlobalNetworkPolicy', 'AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'];

/** True if a NetworkPolicy closes the way in. Without types it does, and the way out if it has rules for it. */
export function isForIngress({ spec }: Manifest): boolean {
  const types = listOf(recordOf(spec).policyTypes);
  return types.length === 0 || types.includes('Ingress');
}

/** The ports of each rule that lets these pods in, or addresses, which may be theirs. */
export function openingsFor(policy: Manifest, pods: Pods, references: References): unknown[][] {
  return listOf(recordOf(policy.spec).ingress).map(recordOf).flatMap(({ from, ports }, i) => {
    const isOpen = listOf(from).length === 0 || listOf(from).map(recordOf).some((peer, j) => {
      const selection = references.selectionAt(policy, `/spec/ingress/${i}/from/${j}`);
      return isRecord(peer.ipBlock) || selection !== undefined && references.selects(selection, pods);
    });
    return isOpen ? [listOf(ports)] : [];
  });
}
