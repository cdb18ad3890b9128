import { textOf } from '../../kubernetes/api-server/text';
import { repositoryOf } from '../../kubernetes/image';
import { Manifest, listOf, recordOf } from '../../kubernetes/manifest';
import { claimTemplatesOf, podTemplateOf } from '../../kubernetes/workload';
import { groupBy } from '../../manifest/group-by';
import { namespaceOf } from '../../manifest/inventory';

/** A set that vanished, and the one that appeared in its place. */
export interface Rename {
  readonly before: Manifest;
  readonly after: Manifest;
}

type Fingerprint = (set: Manifest) => string;

/** What a set is apart from its name, from strict to loose. */
const FINGERPRINTS: readonly Fingerprint[] = [
  set => JSON.stringify([set.metadata?.name, claims(set), images(set)]),
  set => JSON.stringify([namespaceOf(set), claims(set), images(set), labels(set)]),
  set => JSON.stringify([claims(set), images(set), labels(set)]),
];

/** Only if there is one candidate on each side. */
const UNIQUE: Fingerprint = set => JSON.stringify([claims(set), images(set)]);

/** Pairs vanished and new StatefulSets that are the same system under another name. Linear: by index, not by comparison. */
export function findRenames(removed: readonly Manifest[], added: readonly Manifest[]): Rename[] {
  const renames: Rename[] = [];
  let [left, right] = [removed.filter(isSet), added.filter(isSet)];
  for (const fingerprint of [...FINGERPRINTS, UNIQUE]) {
    if (left.length === 0 || right.length === 0) { break; }
    const found = pairs(left, right, fingerprint, fingerprint === UNIQUE);
    renames.push(...found);
    const taken = new Set(found.flatMap(({ before, after }) => [before, after]));
    [left, right] = [left.filter(set => !taken.has(set)), right.filter(set => !taken.has(set))];
  }
  return renames;
}

function pairs(left: readonly Manifest[], right: readonly Manifest[], fingerprint: Fingerprint, onlyUnique: boolean): Rename[] {
  const [old, next] = [groupBy(left, fingerprint), groupBy(right, fingerprint)];
  return [...old].flatMap(([key, sets]) => {
    const candidates = next.get(key) ?? [];
    if (onlyUnique && (sets.length !== 1 || candidates.length !== 1)) { return []; }
    return sets.slice(0, candidates.length).map((before, index) => ({ before, after: candidates[index] }));
  });
}

function isSet(manifest: Manifest): boolean {
  return manifest.kind === 'StatefulSet';
}

function claims(set: Manifest): string[] {
  return claimTemplatesOf(set).map(template => textOf(recordOf(recordOf(template).metadata).name)).sort();
}

/** Images without their tags: a rename and an upgrade often come together. */
function images(set: Manifest): string[] {
  return listOf(podTemplateOf(set)?.spec.containers).map(container => repositoryOf(recordOf(container).image)).sort();
}

/** Labels often repeat the name, so it does not count. */
function labels(set: Manifest): string[] {
  const name = textOf(set.metadata?.name);
  return Object.entries(recordOf(podTemplateOf(set)?.metadata.labels)).map(([key, value]) => `${key}=${value === name ? '*' : textOf(value)}`).sort();
}
