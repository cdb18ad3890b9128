import { Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { Cluster } from '../../../src/checks/configuration/cluster';
import { checkManifests } from '../../../src/checks/run';
import { CassandraRing } from '../../../src/constructs/databases/cassandra/cassandra-ring';
import { DatabaseProps } from '../../../src/constructs/databases/database-props';
import { MariaDbReplication } from '../../../src/constructs/databases/mariadb/mariadb-replication';
import { MongoReplicaSet } from '../../../src/constructs/databases/mongo/mongo-replica-set';
import { MySqlReplication } from '../../../src/constructs/databases/mysql/mysql-replication';
import { PostgreSqlCluster } from '../../../src/constructs/databases/postgresql/postgresql-cluster';
import { RabbitMqCluster } from '../../../src/constructs/databases/rabbitmq/rabbitmq-cluster';
import { RedisReplication } from '../../../src/constructs/databases/redis/redis-replication';
import { ZooKeeperEnsemble } from '../../../src/constructs/databases/zookeeper/zookeeper-ensemble';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Checks } from '../../../src/synthesis/checks';
import { newChart } from '../../support/synth';

type Preset = new (scope: Construct, id: string, props?: DatabaseProps) => Construct;
const PRESETS: Record<string, Preset> = {
  RedisReplication, ZooKeeperEnsemble, MariaDbReplication, MySqlReplication, MongoReplicaSet, CassandraRing, PostgreSqlCluster, RabbitMqCluster,
};

const synthFor = (PresetClass: Preset, kubernetesVersion?: string) => {
  const chart = newChart('data');
  if (kubernetesVersion) { Checks.of(chart).cluster(new Cluster('prod', { kubernetesVersion })); }
  new PresetClass(chart, 'db', { metrics: true });
  return Testing.synth(chart);
};

describe('for a cluster of a declared version', () => {
  test.each([
    ['RedisReplication', ['db', 'sentinel'], ['proxy']],
    ['MySqlReplication', ['db'], ['proxy']],
    ['MariaDbReplication', ['db', 'answers'], []],
    ['MongoReplicaSet', ['db'], []],
    ['CassandraRing', ['db', 'metrics'], []],
    ['PostgreSqlCluster', ['db'], ['proxy']],
  ])('proxies of %s start before the server and stop after it, and the server waits for no exporter', (name, beside, native) => {
    const { containers, initContainers } = synthFor(PRESETS[name], '1.29').find(({ kind }) => kind === 'StatefulSet')!.spec.template.spec;

    const first = ['names', undefined];
    expect(containers.map((container: any) => container.name)).toEqual(beside);
    expect(initContainers.map((container: any) => [container.name, container.restartPolicy])).toEqual([first, ...native.map(helper => [helper, 'Always'])]);
  });

  test.each(['1.27', '1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.36', '1.37'])('passes every check on %s', version => {
    const manifests = Object.values(PRESETS).map(PresetClass => synthFor(PresetClass, version));

    const environment = { objects: [{ kind: 'Namespace', name: 'data' }] };
    const findings = manifests.flatMap(some => checkManifests(some, { model: ApiModel.of(version), environment }));

    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('Services find the proxy by its number, for 1.29 to 1.32 do not know its name', () => {
    const ports = ['RedisReplication', 'MySqlReplication', 'PostgreSqlCluster'].map(name => synthFor(PRESETS[name], '1.29')
      .find(({ kind, metadata }) => kind === 'Service' && metadata?.name === 'db')!.spec.ports[0].targetPort);

    expect(ports).toEqual([6380, 3307, 5433]);
  });

  test('an older one writes what no version at all writes', () => {
    const [older, none] = [synthFor(MySqlReplication, '1.28'), synthFor(MySqlReplication)];

    expect(older).toEqual(none);
  });
});

test.each([
  ['RedisReplication', 'IfHealthyBudget'],
  ['MariaDbReplication', 'IfHealthyBudget'],
  ['MySqlReplication', 'IfHealthyBudget'],
  ['MongoReplicaSet', 'IfHealthyBudget'],
  ['PostgreSqlCluster', 'IfHealthyBudget'],
  ['ZooKeeperEnsemble', 'AlwaysAllow'],
  ['RabbitMqCluster', 'AlwaysAllow'],
  ['CassandraRing', 'AlwaysAllow'],
])('a member of %s that is not ready is evicted by %s', (name, policy) => {
  expect(synthFor(PRESETS[name]).find(({ kind }) => kind === 'PodDisruptionBudget')!.spec.unhealthyPodEvictionPolicy).toBe(policy);
});
