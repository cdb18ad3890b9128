import { absentProgram } from '../../src/manifest/image-programs';

test.each([
  ['mongo:7.0', 'mongo', 'write mongosh'],
  ['mongo:latest', 'mongo', 'write mongosh'],
  ['mongo:5.0.2', 'mongo', undefined],
  ['mongo:bionic', 'mongo', undefined],
  ['mariadb:10.11', 'mysqldump', undefined],
  ['docker.io/library/mariadb:11.4', 'mysqldump', 'write mariadb-dump'],
  ['redis:7.4-alpine', 'toString', undefined],
  ['example.com/mongo:7.0', 'mongo', undefined],
])('%s and %s: %j', (image, program, instead) => {
  expect(absentProgram(image, program)).toBe(instead);
});
