import { Manifest, sameData } from '../../kubernetes/manifest';
import { groupBy } from '../../manifest/group-by';
import { identityOf } from '../../manifest/inventory';

/** The objects of two sides, by what becomes of each. */
export interface Matched {
  readonly removed: readonly Manifest[];
  readonly added: readonly Manifest[];
  /** On both sides, and not the same text. */
  readonly both: readonly (readonly [before: Manifest, after: Manifest])[];
  /** Of one name, with different contents, on the new side; those that were so on the old side are left out. */
  readonly twice: readonly (readonly Manifest[])[];
}

/** Which object of one side is which of the other. No object is passed over: what is there twice is compared twice. */
export function matched(before: readonly Manifest[], after: readonly Manifest[]): Matched {
  const old = groupBy(before.filter(object => !isGenerated(object)), identityOf);
  const next = groupBy(after.filter(object => !isGenerated(object)), identityOf);
  const removed = [...old].filter(([identity]) => !next.has(identity)).flatMap(([, objects]) => distinct(objects));
  const added = [...next].filter(([identity]) => !old.has(identity)).flatMap(([, objects]) => distinct(objects));
  const pairs = [...next].flatMap(([identity, objects]) => old.has(identity) ? [{ objects, both: paired(old.get(identity)!, objects) }] : []);
  // Each one is new, under a name of its own; those of before stay.
  const known = new Set(before.filter(isGenerated).map(object => JSON.stringify(object)));
  const generated = after.filter(object => isGenerated(object) && !known.has(JSON.stringify(object)));
  const news = [...next].flatMap(([identity, objects]) => old.has(identity) ? [] : [objects]);
  const changed = pairs.filter(({ both }) => both.length > 0).map(({ objects }) => objects);
  return {
    removed,
    added: [...added, ...generated],
    both: pairs.flatMap(({ both }) => both),
    twice: [...changed, ...news].filter(objects => distinct(objects).length > 1),
  };
}

/** True if the server makes up the name. */
function isGenerated({ metadata }: Manifest): boolean {
  return metadata?.name === undefined && typeof metadata?.generateName === 'string';
}

/** What differs between objects of one name: those that are on one side only, each with one of the other side. */
function paired(before: readonly Manifest[], after: readonly Manifest[]): [Manifest, Manifest][] {
  if (before.length === 1 && after.length === 1) { return sameData(before[0], after[0]) ? [] : [[before[0], after[0]]]; }
  const [old, next] = [before, after].map(objects => new Map(objects.map(object => [JSON.stringify(object), object])));
  const gone = [...old].flatMap(([text, object]) => next.has(text) ? [] : [object]);
  const fresh = [...next].flatMap(([text, object]) => old.has(text) ? [] : [object]);
  const count = Math.max(gone.length, fresh.length);
  return Array.from({ length: count }, (_none, index): [Manifest, Manifest] => [gone[index] ?? before.at(-1)!, fresh[index] ?? after.at(-1)!])
    .filter(([one, other]) => !sameData(one, other));
}

/** The same twice is once. */
function distinct(objects: readonly Manifest[]): Manifest[] {
  if (objects.length === 1) { return [...objects]; }
  const byText = new Map(objects.map(object => [JSON.stringify(object), object]));
  return [...byText.values()].filter((object, index, all) => index === 0 || !sameData(object, all[0]));
}
