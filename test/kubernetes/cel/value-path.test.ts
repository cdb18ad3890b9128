import { ValuePath } from '../../../src/kubernetes/cel/value-path';

const self = { most: 1, fields: { a: { most: 2, item: { most: 3 } }, b: { most: 4 } } };

test('a path leads to a type, whatever its first name', () => {
  expect(ValuePath.of('self', 'a', '@items').typeIn(self)?.most).toBe(3);
  expect(ValuePath.of('@items').typeIn(self)?.most).toBe(1);
  expect(ValuePath.of('self', 'c').typeIn(self)).toBeUndefined();
});

test('a later path writes over an earlier one where there is room, as slices of Go do', () => {
  const root = { most: 0, fields: { x: { most: 0, fields: self.fields } } };
  const path = ValuePath.of('self', 'x').with('a');
  const other = { most: 0, fields: { x: { most: 0, fields: { a: root } } } };
  const deep = path.with('x');
  path.with('b');

  expect(deep.typeIn(other)).toBeUndefined();
});
