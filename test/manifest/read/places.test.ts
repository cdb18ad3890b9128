import { Places } from '../../../src/manifest/read/places';

test('a field that is missing stands where the nearest value around it begins', () => {
  const places = new Places();
  places.offsets.set('', 0).set('/a', 0).set('/a/b', 5);

  const found = ['/a/x/y', '/a/b/0', '/x'].map(path => places.offsetOf(path));

  expect(found).toEqual([0, 5, 0]);
});
