import { upgradeSteps } from '../../src/manifest/upgrade-steps';

test.each<[string, number[], number[], string[] | undefined]>([
  ['rabbitmq', [3, 8], [3, 12], ['3.9', '3.10', '3.11']],
  ['rabbitmq', [3, 13, 7], [4, 2], []],
  ['rabbitmq', [3, 12], [3, 13], undefined],
  ['rabbitmq', [3, 11], [3, 12], []],
  ['mongo', [4, 4], [6, 0], ['5.0']],
  ['mongo', [6, 0], [7, 0], undefined],
  ['elasticsearch', [7, 10], [8, 15], ['7.17']],
  ['elasticsearch', [7, 10], [7, 17], undefined],
  ['elasticsearch', [7, 17], [8, 15], undefined],
  ['elasticsearch', [8, 2], [8, 19], undefined],
  ['mysql', [5, 7], [8, 4], ['8.0']],
  ['cassandra', [4, 0], [5, 0], undefined],
  ['etcd', [3, 4], [3, 6], ['3.5']],
  ['mysql', [8, 4], [5, 7], undefined],
  ['mysql', [5], [8, 4], undefined],
  ['redis', [6, 2], [8, 0], undefined],
])('%s %j to %j', (name, from, to, between) => {
  expect(upgradeSteps(name, from, to)?.between).toEqual(between);
});

test('what is to be done before a release is told where the release is reached', () => {
  expect(upgradeSteps('rabbitmq', [3, 13], [4, 1])?.first).toContain('feature flags');
  expect(upgradeSteps('rabbitmq', [3, 9], [3, 10])).toBeUndefined();
  expect(upgradeSteps('kafka', [3, 5], [4, 0])?.first).toContain('KRaft');
  expect(upgradeSteps('mongo', [4, 4], [7, 0])?.first).toContain('featureCompatibilityVersion');
});

test('a server that reads its own major version alone is told to be converted', () => {
  expect(upgradeSteps('postgres', [15, 4], [16])?.converted).toContain('pg_dumpall');
  expect(upgradeSteps('postgres', [16, 1], [16, 2])).toBeUndefined();
});
