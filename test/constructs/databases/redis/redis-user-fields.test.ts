import { REDIS_USER } from '../../../../src/constructs/databases/redis/redis-user-fields';
import { everyProblem, noProblems } from '../../../../src/props/fields';

function problemsOf(user: unknown): string[] {
  const problems = noProblems();
  REDIS_USER.check(user, 'users[0]', problems);
  return everyProblem(problems);
}

test.each([
  [{ name: 'shop' }],
  [{ name: 'shop', keys: ['shop:*', 'a[^b]?{c}'], channels: ['news.*', '__sentinel__:bye'], access: 'read', commands: ['+keys', '-@scripting', '+client|list', '-config', '-ft.search'], passwordSecret: 'mine' }],
])('%j is a user', user => {
  expect(problemsOf(user)).toEqual([]);
});

test.each<[object, unknown]>([
  [{}, "'users[0].name' is missing; write 'name: \"shop\"'"],
  [{ name: 'a', keys: 'shop:*' }, "'users[0].keys' must be a list, got 'shop:*'; write 'keys: [\"shop:*\"]'"],
  [{ name: 'a', keys: ['a b'] }, "'users[0].keys[0]' must be visible ASCII signs without quotes and `\\`, not beginning with `~`, `&` or `%`, at most 256, got 'a b'; write '\"shop:*\"'"],
  [{ name: 'a', keys: ['~shop:*'] }, "'users[0].keys[0]' must be visible ASCII signs without quotes and `\\`, not beginning with `~`, `&` or `%`, at most 256, got '~shop:*'; write '\"shop:*\"'"],
  ...['*', 'a"', '__sentinel__:hello'].map((channel): [object, unknown] => [{ name: 'a', channels: [channel] }, expect.stringMatching(/tells it from `__sentinel__:hello`, where Sentinels believe whoever writes, got .*; write '"shop:\*"'$/)]),
  ...['+config', '+config|get', '+@all', '+@dangerous', '+acl|setuser', '+replicaof', '+@admin'].map((command): [object, unknown] => [{ name: 'a', commands: [command] }, expect.stringContaining('none that makes an administrator of the user, got')]),
  [{ name: 'a', commands: ['keys'] }, "'users[0].commands[0]' must be `+` or `-` and a command (`+keys`, `+client|list`) or a category (`-@scripting`), in lower case, and none that makes an administrator of the user, got 'keys'; write '\"+keys\"'"],
  [{ name: 'a', commands: ['+keys ~*'] }, "'users[0].commands[0]' must be `+` or `-` and a command (`+keys`, `+client|list`) or a category (`-@scripting`), in lower case, and none that makes an administrator of the user, got '+keys ~*'; write '\"+keys\"'"],
  [{ name: 'a', access: 'all' }, "'users[0].access' must be one of 'read', 'write', got 'all'; write 'access: \"read\"'"],
  [{ name: 'a', password: 'x' }, "'users[0]' has no 'password'; write 'passwordSecret', the name of a Secret with the key 'password'"],
  [{ name: 'a', grants: [] }, "'users[0]' has no 'grants'; write 'keys' and 'access'"],
])('%j is refused', (user, message) => {
  expect(problemsOf(user)).toEqual([message]);
});
