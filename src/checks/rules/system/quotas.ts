import { Manifest, listOf, recordOf } from '../../../kubernetes/manifest';
import { Inventory } from '../../../manifest/inventory';

/** The quotas that count every Pod; those with scopes count some only. */
export function quotasOfAllPods(inventory: Inventory): Manifest[] {
  return inventory.ofKind('ResourceQuota').filter(({ spec }) => {
    const { scopes, scopeSelector } = recordOf(spec);
    return listOf(scopes).length === 0 && scopeSelector === undefined;
  });
}
