import { Manifest } from '../../../kubernetes/manifest';
import { replicasOf } from '../../../kubernetes/workload';
import { Inventory } from '../../../manifest/inventory';
import { Severity } from '../../../reports/finding';

/**
 * How bad it is that the pods of a set have no DNS names of their own: a single pod that no manifest asks for by its name is reached
 * by its Service all the same.
 */
export function severityOfNoNames(set: Manifest, { manifests }: Inventory): Severity {
  const name = `${set.metadata?.name}-0.`;
  return replicasOf(set) > 1 || manifests.some(manifest => JSON.stringify(manifest).includes(name)) ? 'warning' : 'info';
}
