import { statefulSet } from './support';
import { ManifestDiff } from '../../src/diff/manifest-diff';

const [before, after] = [[statefulSet()], [statefulSet({ replicas: 1 })]];

test('dangers have an id, an effect and the claims they concern', () => {
  const [danger] = ManifestDiff.of(before, after).dangers();

  expect(danger).toMatchObject({ id: 'scale-in-leaves-claims:data/db', rule: 'scale-in-leaves-claims', effect: 'stale-data', dangerous: true, kind: 'StatefulSet', namespace: 'data', name: 'db', path: '/spec/replicas' });
  expect(danger.claims).toEqual([1, 2].map(ordinal => ({ namespace: 'data', name: `data-db-${ordinal}`, fate: 'stranded' })));
});

test('an accepted danger is a change, and no danger', () => {
  const diff = ManifestDiff.of(before, after, { acceptedChanges: { 'scale-in-leaves-claims:data/db': 'drained' } });

  expect(diff.dangers()).toEqual([]);
  expect(diff.changes).toHaveLength(1);
  expect(diff.toText()).toContain('accepted: drained');
});

test('an id of an earlier version is accepted, and it is said what to write', () => {
  const diff = ManifestDiff.of(before, after, { acceptedChanges: { 'D5:data/db': 'drained' } });

  expect(diff.dangers()).toEqual([]);
  expect(diff.notes).toEqual(["'D5:data/db' is called 'scale-in-leaves-claims:data/db' now; write that"]);
});

test('the version of Kubernetes counts, and nonsense is refused', () => {
  const limit = [statefulSet({ revisionHistoryLimit: 3 })];

  expect(ManifestDiff.of(before, limit, { kubernetesVersion: '1.32' }).dangers()).toHaveLength(1);
  expect(ManifestDiff.of(before, limit, { kubernetesVersion: 'v1.33.2' }).dangers()).toHaveLength(0);
  expect(() => ManifestDiff.of(before, limit, { kubernetesVersion: 'latest' })).toThrow("'latest' is no version of Kubernetes");
});

test('JSON is the stable report', () => {
  const report = JSON.parse(ManifestDiff.of(before, after).toJson());

  expect(Object.keys(report)).toEqual(['kubernetesVersions', 'changes', 'summary']);
});

test.each<[unknown, unknown, string]>([
  [null, [], "'before' must be a list of manifests, got null; write Testing.synth(chart)"],
  [[], {}, "'after' must be a list of manifests, got {}"],
  [['a'], [], "a manifest is an object with apiVersion and kind, and before[0] is 'a'"],
  [[], [{ a: 1 }], 'after[0] is { a: 1 }'],
])('what is no manifest is told, and not taken for none: %p and %p', (old, next, message) => {
  expect(() => ManifestDiff.of(old as any, next as any)).toThrow(message);
});

test('an empty document is no manifest and no mistake', () => {
  expect(ManifestDiff.of([null as any], []).changes).toEqual([]);
});
