import { objectKinds } from '../../../../scripts/conformance/bases';
import { editsOf } from '../../../../scripts/conformance/updates/edits';
import { ApiModel } from '../../../../src/kubernetes/api/model';
import { sameData } from '../../../../src/kubernetes/manifest';

const model = ApiModel.of('1.36');
const kinds = objectKinds(model).filter(({ kind }) => ['ConfigMap', 'Service'].includes(kind));
const edits = editsOf(kinds, model, 1, 300);

test('an edit changes an object, and it is still the same object', () => {
  const wrong = edits.filter(({ before, after }) =>
    sameData(before, after) || before.kind !== after.kind || before.metadata!.name !== after.metadata!.name);

  expect(wrong.map(({ what }) => what)).toEqual([]);
});

test('nearly every field is edited, several times', () => {
  expect(new Set(edits.map(({ field }) => field)).size).toBeGreaterThan(100);
  expect(edits.length).toBe(300);
});

test('the same seed makes the same edits', () => {
  const [first, again, other] = [1, 1, 2].map(seed => JSON.stringify(editsOf(kinds.slice(0, 1), model, seed, 20)));

  expect(first).toBe(again);
  expect(first).not.toBe(other);
});
