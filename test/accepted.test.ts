import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import fc from 'fast-check';
import {
  Backup, CassandraRing, HeadlessService, IDumpable, MariaDbReplication, MongoReplicaSet, MySqlReplication, Namespace, NfsBackend, NfsStorage,
  NodeAgent, NodeStorage, NodeVolume, PostgreSqlCluster, RabbitMqCluster, RedisReplication, RestoreCheck, SnapshotBackup, StatefulApp, StatelessApp,
  StorageClass, Task, ZooKeeperEnsemble,
} from '../src';
import * as random from './support/random-props';
import { checkManifests } from '../src/checks/run';

/** An app that has a volume of a storage. */
function user(scope: Construct, storage: StorageClass['storage'], replicas: number) {
  new StatefulApp(scope, 'user', { image: 'a:1', replicas, volumes: [{ name: 'data', mountPath: '/data', size: random.SIZE, storage }] });
}

const DATABASE: IDumpable = { dumpMethod: { image: 'a:1', user: 999, files: [{ path: '/scripts/dump.sh', content: 'true' }], dumpCommand: ['a'], restoreCommand: ['b'] } };

const presets = fc.constantFrom(
  RedisReplication, MariaDbReplication, MySqlReplication, MongoReplicaSet, CassandraRing, PostgreSqlCluster, RabbitMqCluster, ZooKeeperEnsemble,
);

const backends = fc.oneof(
  random.subdirectory.map(options => NfsBackend.subdirectoryProvisioner(options)),
  random.csi.map(options => NfsBackend.csiDriver(options)),
  fc.constant(NfsBackend.staticVolumes()),
);

type Build = (scope: Construct, props: any) => unknown;

const CONSTRUCTS: readonly (readonly [name: string, props: fc.Arbitrary<any>, build: Build])[] = [
  ['StatefulApp', random.statefulApp, (scope, props) => new StatefulApp(scope, 'app', props)],
  ['StatelessApp', random.statelessApp, (scope, props) => new StatelessApp(scope, 'app', props)],
  ['NodeAgent', random.nodeAgent, (scope, props) => new NodeAgent(scope, 'app', props)],
  ['Task', random.task, (scope, props) => new Task(scope, 'app', props)],
  ['HeadlessService', random.headlessService, (scope, props) => new HeadlessService(scope, 'app', props)],
  ['Namespace', random.namespace, (scope, props) => new Namespace(scope, 'app', props)],
  ['StorageClass', random.storageClass, (scope, props) => user(scope, new StorageClass(scope, 'app', props).storage, 1)],
  ['NfsStorage', fc.tuple(random.nfs, backends), (scope, [props, backend]) => user(scope, new NfsStorage(scope, 'app', { ...props, backend }).storage, 2)],
  ['NodeStorage', fc.tuple(random.nodeStorage, fc.constantFrom(NodeVolume.local(), NodeVolume.hostPath())), (scope, [props, volume]) =>
    user(scope, new NodeStorage(scope, 'app', { ...props, volume }).storage, 1)],
  ['a database', fc.tuple(random.database, presets), (scope, [props, Preset]) => new Preset(scope, 'db', props)],
  ['Backup', random.backup, (scope, props) => new Backup(scope, 'backup', { ...props, database: DATABASE })],
  ['RestoreCheck', random.restoreCheck, (scope, props) => new RestoreCheck(scope, 'check', { ...props, backup: new Backup(scope, 'backup', { database: DATABASE }) })],
  ['SnapshotBackup', random.snapshotBackup, (scope, props) => new SnapshotBackup(scope, 'backup', props)],
];

/** The objects of a chart, or nothing if a construct is refused. */
function objectsOf(build: Build, props: unknown) {
  const chart = new Chart(new App(), 'chart', { namespace: 'web' });
  build(chart, props);
  const refused = chart.node.findAll().some(({ node }) => node.validate().length > 0);
  return refused ? [] : chart.node.findAll().filter(one => 'toJson' in one && !Chart.isChart(one)).map((one: any) => one.toJson());
}

test.each(CONSTRUCTS)('what %s accepts, the checks accept', (_, props, build) => {
  fc.assert(fc.property(props, given => {
    const objects = objectsOf(build, given);

    const errors = checkManifests(objects).filter(({ severity }) => severity === 'error');

    expect(errors).toEqual([]);
  }));
});
