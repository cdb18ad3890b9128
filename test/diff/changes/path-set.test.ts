import { PathSet } from '../../../src/diff/changes/path-set';

test.each([
  ['/a/b', true], ['/a/b/c', true], ['/a', true], ['', true], ['/a/bc', false], ['/b', false], ['/a/c', false],
])('%s is one of the paths, below or above: %s', (path, expected) => {
  const paths = new PathSet(['/a/b']);

  expect(paths.touches(path)).toBe(expected);
});
