import { matched } from '../../../src/diff/changes/matched';

const object = (value: number, name = 'a') => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' }, data: { value } });

test('objects are on one side, or on both and differ', () => {
  const { removed, added, both, twice } = matched([object(1, 'gone'), object(1), object(1, 'same')], [object(1, 'new'), object(2), object(1, 'same')]);

  expect({ removed, added, both, twice }).toEqual({ removed: [object(1, 'gone')], added: [object(1, 'new')], both: [[object(1), object(2)]], twice: [] });
});

test.each([
  ['one of two changes', [3, 3], [1, 3], [[3, 1]]],
  ['the other of two changes', [3, 5], [3, 1], [[5, 1]]],
  ['a second one comes', [3], [3, 1], [[3, 1]]],
  ['one of two goes', [3, 1], [1], [[3, 1]]],
  ['the same twice becomes one', [3, 3], [3], []],
  ['both stay as they are', [3, 1], [3, 1], []],
  ['both stay in another order', [3, 1], [1, 3], []],
])('of what is there twice, nothing is dropped: %s', (_title, before, after, pairs) => {
  const { both } = matched(before.map(value => object(value)), after.map(value => object(value)));

  expect(both).toEqual(pairs.map(([one, other]) => [object(one), object(other)]));
});

test('what is given twice with different contents is told where it is new', () => {
  expect(matched([object(3)], [object(3), object(1)]).twice).toHaveLength(1);
  expect(matched([], [object(3), object(1)])).toMatchObject({ twice: [[object(3), object(1)]], added: [object(3), object(1)] });
  expect(matched([object(3), object(1)], [object(3), object(1)]).twice).toEqual([]);
  expect(matched([object(3)], [object(1), object(1)]).twice).toEqual([]);
});
