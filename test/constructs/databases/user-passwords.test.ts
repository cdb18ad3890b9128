import { MariaDbReplication, MongoReplicaSet, MySqlReplication, PostgreSqlCluster, RedisReplication } from '../../../src';
import { newChart, refusals, synth } from '../../support/synth';

const PROPS = { users: [{ name: 'shop' }, { name: 'reader', passwordSecret: 'mine' }] };

describe.each([
  ['MariaDbReplication', MariaDbReplication], ['MongoReplicaSet', MongoReplicaSet], ['MySqlReplication', MySqlReplication], ['PostgreSqlCluster', PostgreSqlCluster], ['RedisReplication', RedisReplication],
])('%s', (_, Preset) => {
  test('mounts the password of each user as a file, and makes the Secrets that were not given', () => {
    const chart = newChart();
    const database = new Preset(chart, 'db', PROPS);

    const manifests = synth(chart);

    const { volumes, containers } = manifests.find(({ kind }) => kind === 'StatefulSet')!.spec.template.spec;
    const { projected } = volumes.find(({ name }: any) => name === 'passwords');
    expect(projected.sources.slice(-2)).toEqual([
      { secret: { name: 'db-user-shop', items: [{ key: 'password', path: 'users/shop' }] } },
      { secret: { name: 'mine', items: [{ key: 'password', path: 'users/reader' }] } },
    ]);
    expect(containers[0].volumeMounts).toContainEqual({ name: 'passwords', mountPath: '/passwords', readOnly: true });
    expect(manifests.filter(({ kind, metadata }) => kind === 'Job' && metadata!.name!.includes('-user-')).map(({ metadata }) => metadata!.name)).toEqual(['db-user-shop-create']);
    expect([database.userSecret('shop'), database.userSecret('reader')]).toEqual(['db-user-shop', 'mine']);
    expect(() => database.userSecret('nobody')).toThrow("there is no user 'nobody'; write 'shop' or 'reader'");
  });
});

test.each([['MariaDB', MariaDbReplication], ['MongoDB', MongoReplicaSet], ['MySQL', MySqlReplication]])('%s has no extensions, and makes root itself', (server, Preset) => {
  const chart = newChart();
  new Preset(chart, 'db', { databases: [{ name: 'orders', extensions: ['pg_trgm'] }], users: [{ name: 'root' }] });

  const problems = refusals(chart);

  expect(problems).toEqual([
    "[chart/db] 'users' has 'root', which the server has for itself; choose another name",
    `[chart/db] 'databases' has 'orders' with 'extensions', and ${server} has none; leave 'extensions' out`,
  ]);
});

test.each([['MariaDB', MariaDbReplication], ['MongoDB', MongoReplicaSet], ['MySQL', MySqlReplication], ['Redis', RedisReplication]])('%s has no file and no volume for users where none is asked for', (_, Preset) => {
  const chart = newChart();
  new Preset(chart, 'db');

  const { volumes, containers } = synth(chart).find(({ kind }) => kind === 'StatefulSet')!.spec.template.spec;

  expect(volumes.map(({ name }: any) => name)).not.toContain('passwords');
  expect(JSON.stringify(containers[0].volumeMounts)).not.toContain('ensure');
});
