import { Manifest } from '../../../kubernetes/manifest';
import { replicasOf } from '../../../kubernetes/workload';
import { Inventory } from '../../../manifest/inventory';
import { Severity } from '../../../reports/finding';

/**
 * How bad it is that the pods of a set have no DNS names of their own: a single pod that no manifest asks for by its name is reached
 * by its Service all the same.
 */
export function severityOfNoNames(set: Manifest, inventory: Inventory): Severity {
  return replicasOf(set) > 1 || askedSets(inventory).has(set.metadata?.name) ? 'warning' : 'info';
}

const ASKED = new WeakMap<Inventory, ReadonlySet<unknown>>();

/** The names of sets whose first pod some manifest names with a domain: `db` of `db-0.db`. */
function askedSets(inventory: Inventory): ReadonlySet<unknown> {
  const asked = ASKED.get(inventory) ?? new Set(inventory.manifests.flatMap(manifest => setsIn(JSON.stringify(manifest))));
  ASKED.set(inventory, asked);
  return asked;
}

const OF_A_NAME = /[a-z0-9-]/;

function setsIn(text: string): string[] {
  return [...text.matchAll(/-0\./g)].map(({ index }) => {
    let start = index;
    while (start > 0 && OF_A_NAME.test(text[start - 1])) { start--; }
    return text.slice(start, index);
  });
}
