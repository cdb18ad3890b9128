import { Chart, Size, Testing, Yaml } from 'cdk8s';
import { Cpu, k8s } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { describeSubjects } from './describe-subjects';
import { Subject, WAYS } from './subject';
import { Cluster as ClusterOfApp } from '../../../src/checks/configuration/cluster';
import { CassandraRing } from '../../../src/constructs/databases/cassandra/cassandra-ring';
import { DatabaseProps } from '../../../src/constructs/databases/database-props';
import { MariaDbReplication } from '../../../src/constructs/databases/mariadb/mariadb-replication';
import { MongoReplicaSet } from '../../../src/constructs/databases/mongo/mongo-replica-set';
import { MySqlReplication } from '../../../src/constructs/databases/mysql/mysql-replication';
import { PostgreSqlCluster } from '../../../src/constructs/databases/postgresql/postgresql-cluster';
import { RabbitMqCluster } from '../../../src/constructs/databases/rabbitmq/rabbitmq-cluster';
import { RedisReplication } from '../../../src/constructs/databases/redis/redis-replication';
import { ZooKeeperEnsemble } from '../../../src/constructs/databases/zookeeper/zookeeper-ensemble';
import { Storage } from '../../../src/constructs/storage/storage';
import { Checks } from '../../../src/synthesis/checks';
import { ALL } from '../../support/all';

type Preset = new (scope: Construct, id: string, props?: DatabaseProps) => Construct;
const PRESETS: Record<string, Preset> = {
  RedisReplication, ZooKeeperEnsemble, MariaDbReplication, MySqlReplication, MongoReplicaSet, CassandraRing, PostgreSqlCluster, RabbitMqCluster,
};

/** One value for each prop besides its default: a variant is any choice among them. */
const CHOICES: Record<string, DatabaseProps> = {
  five: { replicas: 5 },
  metrics: { metrics: true },
  tls: { tlsSecret: 'tls' },
  password: { passwordSecret: 'auth' },
  sized: {
    size: Size.gibibytes(30),
    memory: Size.gibibytes(6),
    storage: Storage.dynamic({ storageClassName: 'standard' }),
    resources: { cpu: { request: Cpu.millis(100) } },
    placement: { tolerations: [{ key: 'databases', operator: 'Exists' }], priorityClassName: 'system-cluster-critical' },
    labels: { team: 'shop' },
    podAnnotations: { 'example.com/cost': 'shop' },
    imagePullSecrets: ['registry'],
    podVolumes: [{ volume: { name: 'settings', configMap: { name: 'settings', optional: true } } as k8s.Volume, mountPath: '/etc/settings' }],
  },
};

function subsets(names: string[]): string[][] {
  return names.reduce<string[][]>((sets, name) => [...sets, ...sets.map(set => [...set, name])], [[]]);
}

const NAMES = Object.keys(CHOICES);
const variants = ALL ? subsets(NAMES) : [[], NAMES];

/** @param minor of the cluster, if it is declared */
function subject(preset: string, choices: string[], minor?: string): Subject {
  const namespace = [preset.toLowerCase(), ...choices, ...minor ? ['declared'] : []].join('-');
  const chart = new Chart(Testing.app(), 'chart', { namespace });
  if (minor) { Checks.of(chart).cluster(new ClusterOfApp('prod', { kubernetesVersion: minor })); }
  new PRESETS[preset](chart, 'db', Object.assign({}, ...choices.map(name => CHOICES[name])));
  return new Subject(namespace, Yaml.stringify(...Testing.synth(chart)));
}

describeSubjects('Databases', minor => Object.keys(PRESETS).flatMap(preset => [
  ...variants.map(choices => subject(preset, choices)), subject(preset, ['metrics'], minor),
]), { ways: ALL ? WAYS : ['server-side'] });
