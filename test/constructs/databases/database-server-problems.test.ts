import { secretOfUser, databaseServerProblems } from '../../../src/constructs/databases/database-server-problems';

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
  [{ users: [{ name: 'pg_monitor' }] }, "'users' has 'pg_monitor', which the server has for itself; choose another name"],
  [{ databases: [{ name: 'postgres' }] }, "'databases' has 'postgres', which the server makes for itself; choose another name"],
  [{ users: [{ name: 'a-b' }, { name: 'a_b' }] }, "two of 'users' would have the Secret 'db-user-a-b'; give one another name, for '_' and '-' are the same there"],
])('%j is refused: %s', (props, message) => {
  expect(databaseServerProblems('db', props, RESERVED)).toEqual([message]);
});

test('the Secret of a user has the name that is given, or one of its own', () => {
  const names = [{ name: 'shop_reader' }, { name: 'shop', passwordSecret: 'mine' }].map(user => secretOfUser('db', user));

  expect(names).toEqual(['db-user-shop-reader', 'mine']);
});

test('a name of a Secret that would be too long for its Job is refused', () => {
  const problems = databaseServerProblems('x'.repeat(40), { users: [{ name: 'y'.repeat(20) }] }, RESERVED);

  expect(problems).toEqual([expect.stringContaining("at most 56 characters, for the Job that makes it adds '-create'")]);
});

test('extensions are refused where databases have none', () => {
  const problems = databaseServerProblems('db', { databases: [{ name: 'shop', extensions: ['pg_trgm'] }] }, { databases: [], users: [], withoutExtensions: 'MySQL' });

  expect(problems).toEqual(["'databases' has 'shop' with 'extensions', and MySQL has none; leave 'extensions' out"]);
});
