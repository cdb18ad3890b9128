import { hostOf, majorOf } from '../../src/manifest/database-clients';

test.each([
  [['pg_dump', '-h', 'db'], 'db'],
  [['pg_dump', '-hdb'], 'db'],
  [['pg_dump', '--host=db'], 'db'],
  [['pg_dump', '--host', 'db'], 'db'],
  [['pg_dump', 'shop'], undefined],
])('%j calls %s', (words, expected) => {
  const host = hostOf(words);

  expect(host).toBe(expected);
});

test.each([['postgres:16.4-alpine', 16], ['postgres:latest', undefined], ['example.com/postgres:16', undefined]])('the major version of %s is %s', (image, expected) => {
  const major = majorOf(image);

  expect(major).toBe(expected);
});
