import { PathPattern } from '../../../src/checks/configuration/path-pattern';

test.each([
  ['dist/prod', 'dist/prod/a.yaml', true],
  ['dist/prod/', 'dist/prod/db/a.yaml', true],
  ['./dist/prod', 'dist/prod', true],
  ['dist/prod', 'dist/prod-eu/a.yaml', false],
  ['dist/*', 'dist/prod/eu/a.yaml', true],
  ['dist/*.yaml', 'dist/a.yaml', true],
  ['dist/*.yaml', 'dist/prod/a.yaml', false],
  ['dist/**/eu', 'dist/eu/a.yaml', true],
  ['dist/**/eu/**', 'dist/prod/x/eu/a.yaml', true],
  ['dist/shop-{eu,us}?.yaml', 'dist/shop-us1.yaml', true],
  ['dist/shop-{eu,us}?.yaml', 'dist/shop-us.yaml', false],
  ['dist/a+b(c).yaml', 'dist/a+b(c).yaml', true],
  ['dist/{a', 'dist/{a/b.yaml', true],
  ['.', 'any/file.yaml', true],
])('%s means %s: %s', (pattern, path, expected) => {
  expect(new PathPattern(pattern).matches(path)).toBe(expected);
});
