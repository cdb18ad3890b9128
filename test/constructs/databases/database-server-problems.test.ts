import { databaseServerProblems } from '../../../src/constructs/databases/database-server-problems';

const RESERVED = { databases: ['postgres'], users: ['postgres'], userPrefix: 'pg_' };

test('databases, users and scripts that know each other fit together', () => {
  const problems = databaseServerProblems('db', {
    databases: [{ name: 'shop', owner: 'shop' }],
    users: [{ name: 'shop' }, { name: 'reader', grants: [{ database: 'shop' }] }],
    initScripts: [{ name: 'tables', database: 'shop', content: 'SELECT 1;' }, { name: 'roles', content: 'SELECT 1;' }],
  }, RESERVED);

  expect(problems).toEqual([]);
});

test.each([
  [{ databases: [{ name: 'shop' }, { name: 'shop' }] }, "'databases' has 'shop' twice; remove one"],
  [{ databases: [{ name: 'shop', owner: 'shop' }] }, "'databases[0].owner' of 'shop' is 'shop', who is not among 'users'; add '{ name: \"shop\" }' there"],
  [{ users: [{ name: 'a', grants: [{ database: 'shop' }] }] }, "'users[0].grants[0]' names the database 'shop', which is not among 'databases'; add '{ name: \"shop\" }' there"],
  [{ initScripts: [{ name: 'a', database: 'shop', content: '' }] }, "'initScripts[0]' names the database 'shop', which is not among 'databases'; add '{ name: \"shop\" }' there"],
  [{ initScripts: [{ name: 'a', content: '' }, { name: 'a', content: '' }] }, "'initScripts' has 'a' twice; give one another name"],
  [{ users: [{ name: 'postgres' }] }, "'users' has 'postgres', which the server has for itself; choose another name"],
  [{ databases: [{ name: 'postgres' }] }, "'databases' has 'postgres', which the server makes for itself; choose another name"],
])('%j is refused: %s', (props, message) => {
  expect(databaseServerProblems('db', props, RESERVED)).toEqual([message]);
});

test('extensions are refused where databases have none', () => {
  const problems = databaseServerProblems('db', { databases: [{ name: 'shop', extensions: ['pg_trgm'] }] }, { databases: [], users: [], withoutExtensions: 'MySQL' });

  expect(problems).toEqual(["'databases' has 'shop' with 'extensions', and MySQL has none; leave 'extensions' out"]);
});
