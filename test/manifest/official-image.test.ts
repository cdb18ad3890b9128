import { officialImage, usesAnyway } from '../../src/manifest/official-image';

test.each([
  ['postgres:17.2', '/var/lib/postgresql/data'],
  ['docker.io/library/postgres:18@sha256:0123', '/var/lib/postgresql/18/docker'],
  ['postgres', undefined],
  ['postgres:latest', undefined],
  ['redis', '/data'],
  ['example.com/postgres:17.2', undefined],
  ['bitnami/postgres:17.2', undefined],
  ['constructor:1', undefined],
  [17, undefined],
])('%j keeps its data in %j', (image, directory) => {
  expect(officialImage(image)?.data?.directory).toBe(directory);
});

test.each([
  ['postgres:17.2', 'PGDATA', '/var/lib/postgresql/data', true],
  ['postgres:18.1', 'PGDATA', '/var/lib/postgresql/data', false],
  ['example.com:5000/mirror/mysql:8.4', '--datadir', '/var/lib/mysql', true],
  ['zookeeper:3.9', 'ZOO_DATA_LOG_DIR', '/datalog', true],
  ['zookeeper:3.9', 'PGDATA', '/data', false],
  ['example.com/db:1', '--dir', '/data', true],
])('%s with %s %s: the usual directory is %j', (image, setting, directory, expected) => {
  expect(usesAnyway(image, setting, directory)).toBe(expected);
});
