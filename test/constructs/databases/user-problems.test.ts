import { secretOfUser, userProblems } from '../../../src/constructs/databases/user-problems';

const RESERVED = { users: ['postgres'], userPrefix: 'pg_' };

test('users of different names fit together', () => {
  expect(userProblems('db', [{ name: 'shop' }, { name: 'reader', passwordSecret: 'mine' }], RESERVED)).toEqual([]);
});

test.each([
  [[{ name: 'a' }, { name: 'a', passwordSecret: 'mine' }], "'users' has 'a' twice; remove one"],
  [[{ name: 'a-b' }, { name: 'a_b' }], "two of 'users' would have the Secret 'db-user-a-b'; give one another name, for '_' and '-' are the same there"],
  [[{ name: 'postgres' }], "'users' has 'postgres', which the server has for itself; choose another name"],
  [[{ name: 'pg_monitor' }], "'users' has 'pg_monitor', which the server has for itself; choose another name"],
])('%j is refused: %s', (users, message) => {
  expect(userProblems('db', users, RESERVED)).toEqual([message]);
});

test('the Secret of a user has the name that is given, or one of its own', () => {
  const names = [{ name: 'shop_reader' }, { name: 'shop', passwordSecret: 'mine' }].map(user => secretOfUser('db', user));

  expect(names).toEqual(['db-user-shop-reader', 'mine']);
});

test('a name of a Secret that would be too long for its Job is refused', () => {
  const problems = userProblems('x'.repeat(40), [{ name: 'y'.repeat(20) }], RESERVED);

  expect(problems).toEqual([expect.stringContaining("at most 56 characters, for the Job that makes it adds '-create'")]);
});
