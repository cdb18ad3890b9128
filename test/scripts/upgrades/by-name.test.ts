import { byName, pathByName } from '../../../scripts/upgrades/by-name';

const spec = { containers: [{ name: 'a', args: ['x'] }, { name: 'b', volumeMounts: [{ name: 'v', mountPath: '/v' }] }] };

test('items are found by what names them, others by their position', () => {
  expect(byName(spec)).toEqual({ containers: { a: { name: 'a', args: { 0: 'x' } }, b: { name: 'b', volumeMounts: { 'v/v': { name: 'v', mountPath: '/v' } } } } });
});

test('a path is found again by the same names', () => {
  expect(pathByName(spec, '/containers/1/volumeMounts/0/mountPath')).toBe('/containers/b/volumeMounts/v~1v/mountPath');
  expect(pathByName(spec, '/containers/0/args/0')).toBe('/containers/a/args/0');
});
