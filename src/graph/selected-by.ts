import { GraphTooLarge } from './graph-builder';
import { groupBy } from '../manifest/group-by';
import { Pods } from '../manifest/references/pods';
import { References } from '../manifest/references/references';
import { Selection, SelectionRelation } from '../manifest/references/selections';

/** Pods that are looked at for one kind of selector; more is no picture. */
const MOST_MATCHES = 1_000_000;

/**
 * Which pods are selected by anything, asked from the side of the selectors: those that are written alike pick their pods once.
 *
 * @throws GraphTooLarge
 */
export function selectedBy(
  relation: SelectionRelation, references: References, most: number = MOST_MATCHES,
): ReadonlyMap<Pods, readonly (readonly Selection[])[]> {
  const found = new Map<Pods, (readonly Selection[])[]>();
  let left = most;
  const keyOf = ({ selector, namespaces, namespaceSelector }: Selection) => JSON.stringify([selector, namespaces, namespaceSelector]);
  const alike = groupBy(references.selectionsFor(relation), keyOf);
  for (const selections of alike.values()) {
    for (const pods of references.selected(selections[0])) {
      if (--left < 0) { throw new GraphTooLarge(); }
      const lists = found.get(pods);
      if (lists) { lists.push(selections); } else { found.set(pods, [selections]); }
    }
  }
  return found;
}
