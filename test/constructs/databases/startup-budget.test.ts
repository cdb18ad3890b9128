import { Chart, Size, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import { CassandraRing } from '../../../src/constructs/databases/cassandra/cassandra-ring';
import { MariaDbReplication } from '../../../src/constructs/databases/mariadb/mariadb-replication';
import { MongoReplicaSet } from '../../../src/constructs/databases/mongo/mongo-replica-set';
import { MySqlReplication } from '../../../src/constructs/databases/mysql/mysql-replication';
import { RabbitMqCluster } from '../../../src/constructs/databases/rabbitmq/rabbitmq-cluster';
import { RedisReplication } from '../../../src/constructs/databases/redis/redis-replication';
import { startupBudget } from '../../../src/constructs/databases/startup-budget';
import { ZooKeeperEnsemble } from '../../../src/constructs/databases/zookeeper/zookeeper-ensemble';

test.each([
  ['100 MiB', Size.mebibytes(100), 120],
  ['90 GiB', Size.gibibytes(90), 120],
  ['90 GiB and 1 MiB', Size.mebibytes(90 * 1024 + 1), 121],
  ['1 TiB', Size.tebibytes(1), 30 + 1024],
])('a member with %s has two hours, or half an hour and a minute for each GiB that was begun', (_name, size, minutes) => {
  const budget = startupBudget(size);

  expect(budget.toMinutes()).toBe(minutes);
});

test.each<[string, (chart: Construct, size: Size) => Construct]>([
  ['CassandraRing', (chart, size) => new CassandraRing(chart, 'db', { size })],
  ['MariaDbReplication', (chart, size) => new MariaDbReplication(chart, 'db', { size })],
  ['MongoReplicaSet', (chart, size) => new MongoReplicaSet(chart, 'db', { size })],
  ['MySqlReplication', (chart, size) => new MySqlReplication(chart, 'db', { size })],
  ['RabbitMqCluster', (chart, size) => new RabbitMqCluster(chart, 'db', { size })],
  ['RedisReplication', (chart, size) => new RedisReplication(chart, 'db', { size })],
  ['ZooKeeperEnsemble', (chart, size) => new ZooKeeperEnsemble(chart, 'db', { size })],
])('a member of %s is not killed while it copies a volume of 2 TiB', (_name, add) => {
  const chart = new Chart(Testing.app(), 'chart', { namespace: 'db' });

  add(chart, Size.tebibytes(2));

  const set = Testing.synth(chart).find(object => object.kind === 'StatefulSet');
  const { periodSeconds, failureThreshold } = set.spec.template.spec.containers[0].startupProbe;
  expect(periodSeconds * failureThreshold).toBe((30 + 2048) * 60);
});
