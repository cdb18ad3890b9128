import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import fc from 'fast-check';
import {
  Backup, CassandraRing, HeadlessService, MariaDbReplication, MongoReplicaSet, MySqlReplication, Namespace, NfsBackend, NfsStorage, NodeAgent,
  NodeStorage, PostgreSqlCluster, PostgreSqlPooler, PostgreSqlWalArchive, RabbitMqCluster,
  RedisReplication, RestoreCheck, SnapshotBackup, StatefulApp, StatelessApp, StorageClass, Task,
  VolumeAttributesClass, ZooKeeperEnsemble,
} from '../src';
import { HOSTILE_VALUES } from './support/hostile-values';
import { DATABASE } from '../src/constructs/databases/database-fields';
import { DATABASE_SERVER } from '../src/constructs/databases/database-server-fields';
import { POD_SETTING_FIELDS } from '../src/constructs/databases/pod-setting-fields';
import { POSTGRESQL } from '../src/constructs/databases/postgresql/postgresql-fields';
import { REDIS_USER } from '../src/constructs/databases/redis/redis-user-fields';
import { POD_FIELDS } from '../src/constructs/pod/pod-fields';

/** No single prop may hold a synthesis up for more time of the processor. */
const PATIENCE_MICROSECONDS = 5_000_000;

type Build = (scope: Construct, props: any) => unknown;
type Subject = readonly [name: string, base: Record<string, unknown>, props: readonly string[], build: Build];

const image = 'a:1';
const POD = Object.keys(POD_FIELDS);
const WORKLOAD = ['replicas', 'autoscaling', 'clientService', 'serviceMonitor', 'podMonitor'];
const ADDITIONS = ['addEnv', 'addVolume', 'addPodVolume', 'addSidecar', 'addInitContainer'];
const SETTINGS = Object.keys(POD_SETTING_FIELDS);
const RUN = [...SETTINGS, 'name', 'schedule', 'timeZone', 'activeDeadline', 'size', 'storage'];
const dumped = (scope: Construct) => new RedisReplication(scope, 'db', { passwordSecret: 'auth' });

const PRESETS = { RedisReplication, ZooKeeperEnsemble, MariaDbReplication, MySqlReplication, MongoReplicaSet, CassandraRing, RabbitMqCluster };

/** Those that have databases and users of their own. */
const SERVERS: ReadonlySet<string> = new Set(['MariaDbReplication', 'MySqlReplication', 'MongoReplicaSet']);

const SUBJECTS: readonly Subject[] = [
  ['StatefulApp', { image, volumes: [{ name: 'data', mountPath: '/data', size: undefined }] },
    [...POD, ...WORKLOAD, 'serviceName', 'podManagementPolicy', 'updateStrategy', 'minReady', 'revisionHistoryLimit', 'startOrdinal', 'claimRetention', 'maxUnavailable', 'unhealthyPodEvictionPolicy'],
    (scope, props) => new StatefulApp(scope, 'app', props)],
  ['StatelessApp', { image }, [...POD, ...WORKLOAD], (scope, props) => new StatelessApp(scope, 'app', props)],
  ['what is added to an app', {}, ADDITIONS, (scope, props) => {
    const app: any = new StatelessApp(scope, 'app', { image });
    const given = ADDITIONS.filter(name => Object.hasOwn(Object(props), name));
    for (const name of given) { app[name](props[name], props[name]); }
    if (given.length === 0) { app.addVolume(props); }
  }],
  ['NodeAgent', { image }, [...POD, 'controlPlane', 'hostDirectories'], (scope, props) => new NodeAgent(scope, 'app', props)],
  ['Task', { image }, [...POD, 'schedule', 'timeZone', 'restartPolicy', 'backoffLimit', 'activeDeadline', 'ttlAfterFinished'], (scope, props) => new Task(scope, 'app', props)],
  ['HeadlessService', { selector: { app: 'a' } }, ['name', 'selector', 'ports', 'publishNotReadyAddresses', 'labels'], (scope, props) => new HeadlessService(scope, 'app', props)],
  ['Namespace', {}, ['name', 'podSecurity', 'labels'], (scope, props) => new Namespace(scope, 'app', props)],
  ['StorageClass', { provisioner: 'example.com/nfs' }, ['name', 'provisioner', 'parameters', 'volumeBindingMode', 'allowVolumeExpansion', 'mountOptions', 'reclaimPolicy', 'isDefault'],
    (scope, props) => new StorageClass(scope, 'app', props)],
  ['VolumeAttributesClass', { driverName: 'example.com', parameters: { a: 'b' } }, ['name', 'driverName', 'parameters'], (scope, props) => new VolumeAttributesClass(scope, 'app', props)],
  ['NfsStorage', { server: '192.0.2.1', path: '/data' }, ['server', 'path', 'mountOptions', 'name', 'backend'], (scope, props) => new NfsStorage(scope, 'app', props)],
  ['static volumes of NFS', {}, ['subDir', 'replicas'], (scope, props) => {
    const { storage } = new NfsStorage(scope, 'nfs', { server: '192.0.2.1', path: '/data', backend: NfsBackend.staticVolumes(props) });
    new StatelessApp(scope, 'app', { image, volumes: [{ name: 'data', mountPath: '/data', storage }] });
  }],
  ['NodeStorage', { nodes: ['a'], path: '/data' }, ['nodes', 'path', 'storageClassName', 'volume'], (scope, props) => new NodeStorage(scope, 'app', props)],
  ...Object.entries(PRESETS).map(([name, Preset]): Subject => [name, {}, Object.keys((SERVERS.has(name) ? DATABASE_SERVER : DATABASE).fields), (scope, props) => new Preset(scope, 'db', props)]),
  ['a user of Redis', { name: 'shop' }, Object.keys(REDIS_USER.fields), (scope, props) => new RedisReplication(scope, 'db', { users: [props] })],
  ['PostgreSqlCluster', {}, Object.keys(POSTGRESQL.fields), (scope, props) => new PostgreSqlCluster(scope, 'db', props)],
  ['PostgreSqlPooler', { users: ['shop'] }, ['name', 'database', 'users', 'readOnly', 'replicas', 'poolMode', 'defaultPoolSize', 'maxClientConnections', 'configuration', 'memory', 'tlsSecret', 'image', 'imagePullSecrets', 'placement', 'allowFrom'],
    (scope, props) => new PostgreSqlPooler(scope, 'pooler', { database: new PostgreSqlCluster(scope, 'db', { users: [{ name: 'shop' }] }), ...props } as any)],
  ['PostgreSqlWalArchive', {}, [...SETTINGS, 'name', 'database', 'keep', 'size', 'storage', 's3', 'backup'], (scope, props) => new PostgreSqlWalArchive(scope, 'wal', { database: new PostgreSqlCluster(scope, 'db'), ...props })],
  ['Backup', {}, [...RUN, 'keep', 'database', 's3'], (scope, props) => new Backup(scope, 'backup', { database: dumped(scope), ...props })],
  ['RestoreCheck', {}, [...RUN, 'maxAge', 'backup', 'fromS3'], (scope, props) => new RestoreCheck(scope, 'check', { backup: new Backup(scope, 'backup', { database: dumped(scope) }), ...props })],
  ['SnapshotBackup', { claimNames: ['a'], volumeSnapshotClassName: 'b' }, [...SETTINGS, 'name', 'schedule', 'timeZone', 'activeDeadline', 'keep', 'claimNames', 'volumeSnapshotClassName'],
    (scope, props) => new SnapshotBackup(scope, 'backup', props)],
];

/** A prop that holds the value, or holds it one level deeper. */
function placed(prop: string, value: unknown, depth: number): Record<string, unknown> {
  const fields = Object.fromEntries(['name', 'port', 'image', 'path', 'mountPath', 'size', 'secretName', 'content', 'key'].map(name => [name, value]));
  return { [prop]: [value, [value], fields, [fields]][depth] };
}

/** What synthesis says of these props; undefined if it writes them. Anything but a refusal is thrown. */
function refusal(build: Build, props: unknown): string | undefined {
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'web' });
  build(chart, props);
  try {
    app.synthYaml();
    return undefined;
  } catch (error: any) {
    if (!/^Validation failed with the following errors:/.test(error.message)) { throw error; }
    return error.message;
  }
}

describe.each(SUBJECTS)('%s', (_, base, props, build) => {
  test('says of every value what is wrong with it, soon and in few words, or takes it', () => {
    fc.assert(fc.property(fc.constantFrom(...props), fc.constantFrom(...HOSTILE_VALUES), fc.nat(3), (prop, value, depth) => {
      const before = process.cpuUsage();

      const message = refusal(build, { ...base, ...placed(prop, value, depth) });

      expect(process.cpuUsage(before).user).toBeLessThan(PATIENCE_MICROSECONDS);
      expect((message ?? '').length).toBeLessThan(20_000);
      expect(message ?? '').not.toMatch(/cannot find a .*child|TypeError|undefined is not|is not a function|Cannot read/);
    }), { numRuns: 40 });
  });

  test.each([null, 5, 'text', [], () => 'x', new Map()])('refuses %p instead of props', wrong => {
    const message = refusal(build, wrong);

    expect(message === undefined || message.includes('[chart/')).toBe(true);
  });
});
