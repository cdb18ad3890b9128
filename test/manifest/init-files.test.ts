import { initFilesOf, isMisspelt } from '../../src/manifest/init-files';

test.each([
  ['postgres:17', 'a.sql.zst', true],
  ['mysql:8.4', 'a.js', false],
  ['mongo:7', 'a.js', true],
])('%s runs %s: %s', (image, file, expected) => {
  const runs = initFilesOf(image)!.pattern.test(file);

  expect(runs).toBe(expected);
});

test('nothing is known of other images', () => {
  const known = initFilesOf('nginx:1.27');

  expect(known).toBeUndefined();
});

test.each([
  ['/docker-entrypoint-initdb.d', false],
  ['/docker-entrypoint-init.d', true],
  ['/docker-entrypoint-initdb', true],
  ['/docker-entrypoint.d', false],
  ['/docker-entrypoint-preinitdb.d', false],
])('%s is misspelt: %s', (directory, expected) => {
  const is = isMisspelt(directory);

  expect(is).toBe(expected);
});
