import * as fc from 'fast-check';
import { needed, patched, patchesBetween } from '../../src/import/patches';
import { sameData } from '../../src/kubernetes/manifest';

const anyData = fc.object({ maxDepth: 3, values: [fc.string(), fc.integer(), fc.boolean()] });

test('applied, the patches make the other value', () => {
  fc.assert(fc.property(anyData, anyData, (from, to) => sameData(patched(from, patchesBetween(from, to)), to)));
});

test('a patch is as small as what differs', () => {
  const patches = patchesBetween({ a: [{ 'b': 1, 'c/d': 2 }], e: 1 }, { a: [{ b: 3 }], f: [4] });

  expect(patches).toEqual([
    { op: 'remove', path: '/e' },
    { op: 'remove', path: '/a/0/c~1d' },
    { op: 'replace', path: '/a/0/b', value: 3 },
    { op: 'add', path: '/f', value: [4] },
  ]);
});

test('patches that make no difference are left out', () => {
  const patches = patchesBetween({ a: 1, b: 1 }, { a: 2, b: 2 });

  expect(needed(patches, some => some.some(({ path }) => path === '/b'))).toEqual([{ op: 'replace', path: '/b', value: 2 }]);
});

test('an item of a list is added where it stands, by its name', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(name => ({ name }));

  expect(patchesBetween([a, c], [a, b, { ...c, x: 1 }])).toEqual([{ op: 'add', path: '/1', value: b }, { op: 'add', path: '/2/x', value: 1 }]);
  expect(patchesBetween([a, b], [a])).toEqual([{ op: 'replace', path: '', value: [a] }]);
});

test('without the patch that makes its place, a patch is nothing', () => {
  expect(patched([{ a: 1 }], [{ op: 'add', path: '/1/b', value: 2 }])).toBeUndefined();
});
