import { isScript, startsOwnServer } from '../../src/manifest/own-server';

test.each([
  [{}, true],
  [{ args: ['--a', 'b'] }, true],
  [{ args: ['mysqld', '--a'] }, true],
  [{ args: ['psql', '-h', 'db'] }, false],
  [{ command: ['mysqld'] }, false],
])('%j starts the server of its image: %s', (container, expected) => {
  const starts = startsOwnServer(container);

  expect(starts).toBe(expected);
});

test.each([
  [{ args: ['-c', 'pg_dump a > b'] }, true],
  [{ args: ['-ec', 'a; b'] }, true],
  [{ args: ['-c', 'max_connections=300'] }, false],
  [{ args: ['-c', 'log_line_prefix = %m %p'] }, false],
  [{ command: ['sh'], args: ['-c', 'pg_dump a > b'] }, false],
])('%j are arguments of a shell: %s', (container, expected) => {
  const is = isScript(container);

  expect(is).toBe(expected);
});
