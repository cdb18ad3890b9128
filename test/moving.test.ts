import { App, Chart, Size } from 'cdk8s';
import { Cpu, PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import fc from 'fast-check';
import * as library from '../src';
import {
  Backup, CassandraRing, Checks, ClientService, Cluster, HeadlessService, HealthCheck, MariaDbReplication, MongoReplicaSet, MySqlReplication,
  Namespace, NetworkPeer, NfsBackend, NfsStorage, NodeAgent, NodeStorage, PostgreSqlCluster, PostgreSqlPooler, PostgreSqlWalArchive, RabbitMqCluster,
  RedisReplication, RestoreCheck,
  SnapshotBackup, StatefulApp, StatelessApp, StorageClass, Task, VolumeAttributesClass, ZooKeeperEnsemble,
} from '../src';
import { synth } from './support/synth';

const IMAGE = 'a:1';
const PORTS = [{ name: 'http', port: 80 }];
const FILES = [{ path: '/etc/a', content: 'a' }];
const DATA = { name: 'data', mountPath: '/data', size: Size.gibibytes(1) };

/** One of everything that a user can put into a chart, with as many objects as it can have. */
const CONSTRUCTS: Readonly<Record<string, (scope: Construct) => void>> = {
  StatefulApp: scope => {
    const app = new StatefulApp(scope, 'app', {
      image: IMAGE,
      ports: PORTS,
      files: FILES,
      volumes: [DATA],
      healthCheck: HealthCheck.tcp(),
      clientService: ClientService.clusterIp(),
      resources: { cpu: { request: Cpu.millis(1) } },
      autoscaling: { maxReplicas: 3 },
      allowFrom: [NetworkPeer.namespace('shop')],
    });
    expect(app.serviceAccount.name).toBe('app');
  },
  StatelessApp: scope => new StatelessApp(scope, 'app', { image: IMAGE, ports: PORTS, files: FILES, volumes: [DATA] }),
  NodeAgent: scope => new NodeAgent(scope, 'app', { image: IMAGE, files: FILES, hostDirectories: [{ path: '/var/log' }] }),
  Task: scope => new Task(scope, 'app', { image: IMAGE, files: FILES, volumes: [DATA] }),
  CronJob: scope => new Task(scope, 'app', { image: IMAGE, schedule: '@daily' }),
  HeadlessService: scope => new HeadlessService(scope, 'app', { selector: { app: 'a' } }),
  Namespace: scope => new Namespace(scope, 'app'),
  StorageClass: scope => new StorageClass(scope, 'app', { provisioner: 'example.com/disk' }),
  VolumeAttributesClass: scope => {
    Checks.of(scope).cluster(new Cluster('prod', { kubernetesVersion: '1.36' }));
    return new VolumeAttributesClass(scope, 'fast', { driverName: 'example.com/disk', parameters: { iops: '4000' } });
  },
  NfsStorage: scope => new NfsStorage(scope, 'nfs', { server: '192.0.2.1', path: '/data' }),
  NfsStorageCsi: scope => new NfsStorage(scope, 'nfs', { server: '192.0.2.1', path: '/data', backend: NfsBackend.csiDriver() }),
  NfsStorageStatic: scope => {
    const { storage } = new NfsStorage(scope, 'nfs', { server: '192.0.2.1', path: '/data', backend: NfsBackend.staticVolumes() });
    new StatefulApp(scope, 'app', { image: IMAGE, replicas: 2, volumes: [{ ...DATA, storage, accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY] }] });
  },
  NodeStorage: scope => {
    const { storage } = new NodeStorage(scope, 'disks', { path: '/mnt/disk', nodes: ['a', 'b'] });
    new StatefulApp(scope, 'app', { image: IMAGE, replicas: 2, volumes: [{ ...DATA, storage }] });
  },
  RedisReplication: scope => new RedisReplication(scope, 'cache', { metrics: true }),
  MariaDbReplication: scope => new MariaDbReplication(scope, 'db', { metrics: true }),
  MySqlReplication: scope => new MySqlReplication(scope, 'db', { metrics: true }),
  MongoReplicaSet: scope => new MongoReplicaSet(scope, 'db', { metrics: true }),
  PostgreSqlCluster: scope => new PostgreSqlCluster(scope, 'db', { metrics: true, users: [{ name: 'shop' }] }),
  PostgreSqlPooler: scope => new PostgreSqlPooler(scope, 'pooler', { database: new PostgreSqlCluster(scope, 'db', { users: [{ name: 'shop' }] }), users: ['shop'] }),
  PostgreSqlWalArchive: scope => {
    const database = new PostgreSqlCluster(scope, 'db');
    const s3 = { bucket: 'backups', credentialsSecret: 'login' };
    new PostgreSqlWalArchive(scope, 'wal', { database, s3, backup: new Backup(scope, 'backup', { database, s3 }) });
  },
  RabbitMqCluster: scope => new RabbitMqCluster(scope, 'queues', { metrics: true }),
  CassandraRing: scope => new CassandraRing(scope, 'ring', { metrics: true }),
  Backup: scope => new Backup(scope, 'backup', { database: new RedisReplication(scope, 'cache') }),
  RestoreCheck: scope => {
    const database = new RedisReplication(scope, 'cache');
    new RestoreCheck(scope, 'check', { backup: new Backup(scope, 'backup', { database }) });
  },
  SnapshotBackup: scope => new SnapshotBackup(scope, 'snapshots', { claimNames: new CassandraRing(scope, 'ring').claimNames, volumeSnapshotClassName: 'fast' }),
  ZooKeeperEnsemble: scope => new ZooKeeperEnsemble(scope, 'zk', { metrics: true }),
};

const id = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9-]{0,20}$/);

/** The manifests that a construct makes below these scopes of a chart, sorted. */
function manifests(add: (scope: Construct) => void, chartId: string, scopes: readonly string[]): string[] {
  const chart = new Chart(new App(), chartId, { namespace: 'web' });
  add(scopes.reduce<Construct>((scope, next) => new Construct(scope, next), chart));
  return synth(chart).map(manifest => JSON.stringify(manifest)).sort();
}

test.each(Object.entries(CONSTRUCTS))('moving a %s or renaming its chart changes nothing', (_, add) => {
  const before = manifests(add, 'chart', []);

  expect(before.length).toBeGreaterThan(0);
  fc.assert(fc.property(id, fc.array(id, { maxLength: 4 }), (chartId, scopes) => {
    expect(manifests(add, chartId, scopes)).toEqual(before);
  }), { numRuns: 50 });
});

test('every construct of the library is moved', () => {
  const constructs = Object.entries<any>(library).filter(([, member]) => member.prototype instanceof Construct && !(member.prototype instanceof App));

  // Nobody makes a PodApp: the four apps are kinds of it.
  expect(Object.keys(CONSTRUCTS)).toEqual(expect.arrayContaining(constructs.map(([name]) => name).filter(name => name !== 'PodApp')));
});
