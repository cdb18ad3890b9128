import { diff } from '../../../src/diff/diff';
import { CHANGE_EXAMPLES } from '../../../src/diff/examples/examples';
import { ACCEPTED, REFUSED } from '../../../src/diff/explain';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { LOCK_RULES, lockBreaks, matched, notLockedYet, systemsOf } from '../../../src/lock/lock';
import { readDocuments } from '../../../src/manifest/read/read';

/** A rule that no manifest shows: it is said where another one cannot go on. This list can only get shorter. */
const WITHOUT = ['not-checked'];

/** Rules of which only the wrong change is shown: the right way is to leave it, or is no change of manifests alone. This list can only get shorter. */
const WITHOUT_RIGHT_WAY = [
  'scale-in-leaves-claims', 'retention-becomes-delete', 'scale-out-reuses-claims', 'claim-templates-replaced', 'claim-template-storage-changed',
  'statefulset-history-limit', 'reclaim-becomes-delete', 'data-object-removed', 'single-node-claim-shared', 'csi-driver-immutable',
  'csi-driver-before-1.30', 'csi-node-driver', 'volume-attachment-spec', 'data-directory-moved', 'database-password-changed', 'database-setup-changed',
  'member-tls-switched', 'replicas-left-to-autoscaler', 'list-order', 'controller-revision-data', 'ip-address-parent', 'pod-certificate-request',
  'event-fields', 'system-not-locked', 'release-moved', 'variable-lost-with-its-double',
];

const OF_DIFFER = [...ACCEPTED, ...REFUSED].map(({ id }) => id);
const OF_LOCK: readonly string[] = Object.values(LOCK_RULES).map(({ id }) => id);

function manifestsOf(yaml: string) {
  const documents = readDocuments(yaml, 'example.yaml');
  expect(documents.flatMap(({ problems }) => problems)).toEqual([]);
  return documents.map(({ manifest }) => manifest!);
}

/** The rules that count, until somebody accepts them. */
function differSays(before: string, after: string, version?: string): string[] {
  const { changes } = diff(manifestsOf(before), manifestsOf(after), { model: ApiModel.of(version) });
  return [...new Set(changes.filter(({ severity }) => severity === 'error').map(({ rule }) => rule))].sort();
}

function lockSays(before: string, after: string): string[] {
  const [locked, systems] = [before, after].map(side => systemsOf(manifestsOf(side)));
  const known = new Set(matched(locked, systems).values());
  const breaks = [...lockBreaks(locked, systems), ...systems.filter(system => !known.has(system)).map(system => notLockedYet(system, system.name))];
  return [...new Set(breaks.map(({ rule }) => rule))].sort();
}

test('every rule that has a page has an example, and every example a rule', () => {
  const rules = [...OF_DIFFER, ...OF_LOCK];

  expect(rules.filter(id => !CHANGE_EXAMPLES.has(id))).toEqual(WITHOUT);
  expect([...CHANGE_EXAMPLES.keys()].filter(id => !rules.includes(id))).toEqual([]);
});

test.each([...CHANGE_EXAMPLES])('%s: finds its wrong change, and nothing is wrong with the right one', (id, { before, after, instead, version, also = [] }) => {
  const says = (side: string) => OF_LOCK.includes(id) ? lockSays(before, side) : differSays(before, side, version);

  expect(says(before)).toEqual([]);
  expect(says(after)).toEqual([id, ...also].sort());
  expect(instead === undefined ? [] : says(instead)).toEqual([]);
  expect(instead).not.toBe(before);
});

test('those without a right way are known', () => {
  expect([...CHANGE_EXAMPLES].filter(([, { instead }]) => instead === undefined).map(([id]) => id).sort()).toEqual([...WITHOUT_RIGHT_WAY].sort());
});

test('examples are short', () => {
  const long = [...CHANGE_EXAMPLES].filter(([, { before, after, instead = '' }]) => [before, after, instead].some(yaml => yaml.trimEnd().split('\n').length > 30));

  expect(long.map(([id]) => id)).toEqual([]);
});
