import { ApiObject } from 'cdk8s';
import {
  CassandraRing, DatabaseNetworkPolicy, MariaDbReplication, MongoReplicaSet, MySqlReplication, PostgreSqlCluster, RabbitMqCluster,
  RedisReplication, ZooKeeperEnsemble,
} from '../../../src';
import { built, newChart, refusals } from '../../support/synth';

describe.each([CassandraRing, MariaDbReplication, MongoReplicaSet, MySqlReplication, PostgreSqlCluster, RabbitMqCluster, RedisReplication, ZooKeeperEnsemble])('%p', Preset => {
  test('tells every prop of a wrong type and builds nothing', () => {
    const chart = newChart();

    const preset = new Preset(chart, 'db', { size: '10Gi', storage: 'fast', replica: 3 } as any);

    expect(refusals(chart)).toEqual([
      "[chart/db] 'size' must be a Size, got '10Gi'; write 'size: Size.gibibytes(10)'",
      '[chart/db] \'storage\' must be a Storage, got \'fast\'; write \'storage: Storage.dynamic({ storageClassName: "fast" })\'',
      "[chart/db] there is no prop 'replica'; did you mean 'replicas'?",
    ]);
    expect(built(preset)).toEqual([]);
  });

  test.each([
    ['tlsSecret', '', "'tlsSecret' must be the name of a Secret, got ''; leave it out for connections that are not encrypted"],
    ['passwordSecret', '', "'passwordSecret' must be the name of a Secret, got ''; leave it out for one that is generated in the cluster"],
    ['tlsSecret', 'Db_TLS', "'tlsSecret' must be the name of a Secret (lower case letters, digits, `-` and `.`, each part beginning and ending with a letter or digit, at most 253 characters), got 'Db_TLS'; write 'tlsSecret: \"db-tls\"'"],
  ])('refuses %s of no Secret, %p, in its own words, and builds nothing', (prop, name, message) => {
    const chart = newChart();

    const preset = new Preset(chart, 'db', { [prop]: name });

    expect(refusals(chart)).toEqual([`[chart/db] ${message}`]);
    expect(built(preset)).toEqual([]);
  });

  test.each([
    ['storageSize', "did you mean 'size'?"],
    ['version', "did you mean 'image'?"],
    ['tolerations', "write 'placement: { nodeSelector: { disk: \"ssd\" } }'"],
    ['password', "write 'passwordSecret: \"db-auth\"', the name of a Secret with the key 'password'"],
    ['storageClassName', "write 'storage: Storage.dynamic({ storageClassName: \"fast\" })'"],
    ['env', "ApiObject.of(database) is its StatefulSet, which can be patched: see 'In production' in docs/databases.md"],
  ])('tells where to find what %s stands for elsewhere', (prop, answer) => {
    const chart = newChart();

    new Preset(chart, 'db', { [prop]: 'x' } as any);

    expect(refusals(chart)).toEqual([`[chart/db] there is no prop '${prop}'; ${answer}`]);
  });

  test.each([
    [{ networkPolicy: { allowFrom: [] } }, "write 'networkPolicy: DatabaseNetworkPolicy.restricted({ allowFrom: … })'"],
    [{ networkPolicy: false }, "write 'networkPolicy: DatabaseNetworkPolicy.none()'"],
    [{ tlsSecret: true }, "write 'tlsSecret: \"db-tls\"'"],
    [{ resources: { requests: {} } }, "write 'resources: { cpu: { request: Cpu.millis(500) } }'"],
    [{ networkPolicy: DatabaseNetworkPolicy.restricted({ from: [] } as any) }, "there is no prop 'from'; did you mean 'allowFrom'?"],
  ])('%#: proposes what can be typed', (props, answer) => {
    const chart = newChart();

    new Preset(chart, 'db', props as any);

    expect(refusals(chart)).toEqual([expect.stringContaining(answer)]);
  });

  test('patches its StatefulSet', () => {
    const preset = new Preset(newChart(), 'db');

    const { kind, name } = ApiObject.of(preset);

    expect([kind, name]).toEqual(['StatefulSet', 'db']);
  });

  test('speaks of its own name, and not of those that come from it', () => {
    const chart = newChart();

    new Preset(chart, 'db', { name: 'x'.repeat(52) });

    expect(refusals(chart)).toEqual([expect.stringMatching(/^\[chart\/db\] 'name' must be lower case letters.* at most 51 characters/)]);
  });
});
