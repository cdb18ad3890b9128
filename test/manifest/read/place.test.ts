import { Place } from '../../../src/manifest/read/place';

test('a field that is missing stands where the nearest value around it begins', () => {
  const document = new Place();
  document.add('a', 0).add('b/c', 5).add(0, 7);

  const found = ['/a/x/y', '/a/b~1c/x', '/a/b~1c/0', '/x', ''].map(path => document.nearest(path).offset);

  expect(found).toEqual([0, 5, 7, 0, 0]);
  expect(document.at('/a/x')).toBeUndefined();
});
