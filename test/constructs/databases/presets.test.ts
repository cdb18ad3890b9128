import { ApiObject, App, Chart, Size, Testing } from 'cdk8s';
import { Construct } from 'constructs';
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
import { listOf, Manifest } from '../../../src/kubernetes/manifest';
import { podTemplateOf } from '../../../src/kubernetes/workload';
import { restrictedViolations } from '../../support/pod-security';

/** What all presets have in common. */
interface Preset extends Construct {
  readonly port: number;
  readonly passwordSecret: string;
  connectionString(): string;
}

interface Presets { [name: string]: new (scope: Construct, id: string, props?: DatabaseProps) => Preset }

/** Those whose members vote. */
const VOTING: Presets = { RedisReplication, ZooKeeperEnsemble, MariaDbReplication, MySqlReplication, MongoReplicaSet };
/** Those whose pods have no rights in the cluster. */
const WITHOUT_RIGHTS: Presets = { ...VOTING, CassandraRing, RabbitMqCluster };
const PRESETS: Presets = { ...WITHOUT_RIGHTS, PostgreSqlCluster };

function chartIn(namespace?: string): Chart {
  return new Chart(Testing.app(), 'test', { namespace });
}

function only(manifests: Manifest[], kind: string): any {
  const found = manifests.filter(manifest => manifest.kind === kind);
  expect(found).toHaveLength(1);
  return found[0];
}

function synthOf(PresetClass: Presets[string], props: object = {}): Manifest[] {
  const chart = chartIn('data');
  new PresetClass(chart, 'db', props);
  return Testing.synth(chart);
}

describe.each(Object.entries(PRESETS))('%s', (_, PresetClass) => {
  const synth = (props?: DatabaseProps) => synthOf(PresetClass, props);

  test('has three members that start together and keep their data', () => {
    const { spec } = only(synth(), 'StatefulSet');

    expect(spec).toMatchObject({ replicas: 3, podManagementPolicy: 'Parallel', persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' } });
    expect(spec.volumeClaimTemplates.map(({ metadata }: any) => metadata.name)).toEqual(['data']);
  });

  test('satisfies Pod Security restricted with every option', () => {
    const templates = synth({ tlsSecret: 'tls', metrics: true }).flatMap(manifest => podTemplateOf(manifest) ?? []);

    expect(templates.flatMap(restrictedViolations)).toEqual([]);
  });

  test.each([{}, { tlsSecret: 'tls', metrics: true, replicas: 5 }])('passes every check with %p', props => {
    const findings = checkManifests(synth(props), { environment: { objects: [{ kind: 'Secret', namespace: 'data', name: 'tls' }] } }).filter(({ severity }) => severity !== 'info');

    expect(findings.map(({ rule, severity, path, message }) => ({ rule, severity, path, message }))).toEqual([]);
  });

  test('names the pods before they are ready, so that members find each other', () => {
    const set = only(synth(), 'StatefulSet');

    const headless = synth().find(({ kind, metadata }) => kind === 'Service' && metadata?.name === set.spec.serviceName)!;

    expect(headless.spec).toMatchObject({ clusterIP: 'None', publishNotReadyAddresses: true });
    expect(set.spec.template.spec.dnsConfig.options).toContainEqual({ name: 'timeout', value: '1' });
  });

  test('refuses to make a password where it does not know the namespace', () => {
    const chart = chartIn();

    new PresetClass(chart, 'db');

    expect(() => Testing.synth(chart)).toThrow(/the chart has none; write .* or give the name of a Secret that exists/);
  });

  test('says where clients connect', () => {
    const preset = new PresetClass(chartIn('data'), 'db');

    expect(preset.port).toBeGreaterThan(0);
    expect(preset.passwordSecret).toBe('db-auth');
    expect(preset.connectionString()).toContain(`.data.svc.cluster.local:${preset.port}`);
  });

  test('sends clients to ports that its containers have', () => {
    const manifests = synth({ tlsSecret: 'tls' });
    const containers = only(manifests, 'StatefulSet').spec.template.spec.containers;
    const names = containers.flatMap((container: any) => listOf(container.ports)).map(({ name }: any) => name);

    const targets = manifests.filter(({ kind }) => kind === 'Service').flatMap(({ spec }) => listOf(spec.ports)).map(({ targetPort }) => targetPort).filter(Boolean);

    expect(targets.filter(target => !names.includes(target))).toEqual([]);
  });

  test('replaces its pods when a script changes', () => {
    const { template } = only(synth(), 'StatefulSet').spec;

    expect(template.metadata.annotations['checksum/files']).toMatch(/^[0-9a-f]{32}$/);
  });

  test('writes the same wherever it stands in the tree', () => {
    const chart = chartIn('data');

    new PresetClass(new Construct(chart, 'platform'), 'db');

    expect(Testing.synth(chart)).toEqual(synth());
  });
});

describe.each(Object.entries(WITHOUT_RIGHTS))('%s', (_, PresetClass) => {
  const synth = (props?: DatabaseProps) => synthOf(PresetClass, props);

  test('makes its password in the cluster, with the right to create Secrets and no other', () => {
    const manifests = synth();

    expect(manifests.filter(({ kind }) => kind === 'Secret')).toEqual([]);
    expect(only(manifests, 'Role').rules).toEqual([{ apiGroups: [''], resources: ['secrets'], verbs: ['create'] }]);
    expect(only(manifests, 'Job').spec.ttlSecondsAfterFinished).toBe(600);
    expect(only(manifests, 'RoleBinding').subjects).toEqual([{ kind: 'ServiceAccount', name: 'db-auth-create', namespace: 'data' }]);
  });

  test('takes a password that exists', () => {
    const manifests = synth({ passwordSecret: 'mine' });

    expect(manifests.filter(({ kind }) => kind === 'Job')).toEqual([]);
    const [{ env }] = only(manifests, 'StatefulSet').spec.template.spec.containers;
    expect(env).toContainEqual({ name: expect.any(String), valueFrom: { secretKeyRef: { name: 'mine', key: 'password' } } });
  });
});

describe.each(Object.entries(VOTING))('%s', (_, PresetClass) => {
  test.each([[3, 1], [5, 2], [7, 3]])('keeps a majority of %i members when nodes are drained', (replicas, maxUnavailable) => {
    const budget = only(synthOf(PresetClass, { replicas }), 'PodDisruptionBudget');

    expect(budget.spec.maxUnavailable).toBe(maxUnavailable);
  });

  test.each([
    [1, "write 'replicas: 3'"],
    [2, "write 'replicas: 3'"],
    [4, "write 'replicas: 5'"],
    [11, "write 'replicas: 9'"],
    [3.5, "write 'replicas: 3'"],
  ])('refuses %d members and says why', (replicas, instead) => {
    const attempt = () => synthOf(PresetClass, { replicas });

    expect(attempt).toThrow(instead);
  });
});

test.each<[string, Presets[string], Size, string]>([
  ['ZooKeeper', ZooKeeperEnsemble, Size.gibibytes(1), '1Gi'],
  ['MariaDB', MariaDbReplication, Size.gibibytes(2), '2Gi'],
  ['MySQL', MySqlReplication, Size.gibibytes(2), '2Gi'],
  ['MongoDB', MongoReplicaSet, Size.gibibytes(2), '2Gi'],
  ['Cassandra', CassandraRing, Size.gibibytes(5), '5Gi'],
  ['PostgreSQL', PostgreSqlCluster, Size.gibibytes(2), '2Gi'],
  ['RabbitMQ', RabbitMqCluster, Size.gibibytes(2), '2Gi'],
])('%s without props is what its docs say', (_, PresetClass, memory, limit) => {
  const manifests = synthOf(PresetClass);

  const [server] = only(manifests, 'StatefulSet').spec.template.spec.containers;
  expect(server.resources).toEqual({ requests: { memory: limit }, limits: { memory: limit } });
  expect(manifests).toEqual(synthOf(PresetClass, { memory, replicas: 3, metrics: false }));
});

test('Redis without props has no limit of memory', () => {
  const manifests = synthOf(RedisReplication);

  const [server] = only(manifests, 'StatefulSet').spec.template.spec.containers;
  expect(server.resources).toBeUndefined();
  expect(manifests).toEqual(synthOf(RedisReplication, { replicas: 3, metrics: false }));
});

test('Redis: the Service of the primary leads to the proxy, and the others to the server and to Sentinel', () => {
  const chart = chartIn('data');
  new RedisReplication(chart, 'cache', { memory: Size.mebibytes(512) });

  const manifests = Testing.synth(chart);

  const target = (name: string) => (manifests.find(({ kind, metadata }) => kind === 'Service' && metadata?.name === name) as any).spec.ports[0].targetPort;
  expect([target('cache'), target('cache-read'), target('cache-sentinel')]).toEqual(['primary', 'redis', 'sentinel']);
});

test('Redis: the proxy is probed on its port', () => {
  const chart = chartIn('data');
  new RedisReplication(chart, 'cache');

  const { containers } = only(Testing.synth(chart), 'StatefulSet').spec.template.spec;

  expect(containers.find(({ name }: any) => name === 'proxy').livenessProbe.tcpSocket).toEqual({ port: 6380 });
});

test('Redis: two thirds of the memory are for data', () => {
  const chart = chartIn('data');
  new RedisReplication(chart, 'cache', { memory: Size.mebibytes(768) });

  const manifests = Testing.synth(chart);

  const [server] = only(manifests, 'StatefulSet').spec.template.spec.containers;
  expect(server.resources).toEqual({ requests: { memory: '512Mi' }, limits: { memory: '768Mi' } });
  const files = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata?.name === 'cache-files')!;
  expect(files.data['scripts.redis-extra.conf']).toBe('maxmemory 512mb\n');
});

const MEMBERS = (port: number) => [0, 1, 2].map(ordinal => `db-${ordinal}.db-members.data.svc.cluster.local:${port}`).join(',');

test.each<[string, (chart: Chart, props: DatabaseProps) => string, string, string]>([
  ['Redis', (chart, props) => new RedisReplication(chart, 'db', props).connectionString(), 'redis://db.data.svc.cluster.local:6379', 'rediss://db.data.svc.cluster.local:6379'],
  ['ZooKeeper', (chart, props) => new ZooKeeperEnsemble(chart, 'db', props).connectionString(), MEMBERS(2181), MEMBERS(2181)],
  ['MariaDB', (chart, props) => new MariaDbReplication(chart, 'db', props).connectionString('a b'), 'mysql://db.data.svc.cluster.local:3306/a%20b', 'mysql://db.data.svc.cluster.local:3306/a%20b'],
  ['MySQL', (chart, props) => new MySqlReplication(chart, 'db', props).connectionString('shop'), 'mysql://db.data.svc.cluster.local:3306/shop', 'mysql://db.data.svc.cluster.local:3306/shop'],
  ['MongoDB', (chart, props) => new MongoReplicaSet(chart, 'db', props).connectionString('shop'), `mongodb://${MEMBERS(27017)}/shop?replicaSet=db`, `mongodb://${MEMBERS(27017)}/shop?replicaSet=db&tls=true`],
  ['PostgreSQL', (chart, props) => new PostgreSqlCluster(chart, 'db', props).connectionString('a b'), 'postgresql://db.data.svc.cluster.local:5432/a%20b', 'postgresql://db.data.svc.cluster.local:5432/a%20b?sslmode=verify-full'],
  ['RabbitMQ', (chart, props) => new RabbitMqCluster(chart, 'db', props).connectionString(), MEMBERS(5672), MEMBERS(5671)],
  ['Cassandra', (chart, props) => new CassandraRing(chart, 'db', props).connectionString(), MEMBERS(9042), MEMBERS(9042)],
])('%s: the connection string is what its drivers ask for', (_, connect, plain, secure) => {
  const strings = [{}, { tlsSecret: 'tls' }].map(props => connect(chartIn('data'), props));

  expect(strings).toEqual([plain, secure]);
});

test.each<[string, Presets[string], number]>([
  ['Redis', RedisReplication, 48],
  ['ZooKeeper', ZooKeeperEnsemble, 640],
  ['MariaDB', MariaDbReplication, 1152],
  ['MySQL', MySqlReplication, 1152],
  ['MongoDB', MongoReplicaSet, 1280],
  ['Cassandra', CassandraRing, 2048],
  ['PostgreSQL', PostgreSqlCluster, 256],
  ['RabbitMQ', RabbitMqCluster, 512],
])('%s says how much memory it needs at least', (_, PresetClass, least) => {
  const attempt = (memory: Size) => () => synthOf(PresetClass, { memory });

  expect(attempt(Size.mebibytes(least))).not.toThrow();
  expect(attempt(Size.kibibytes(least * 1024 - 1))).toThrow(`'memory' must be at least ${least} MiB, for `);
});

test.each(['heap', 'cache', 'bufferPool'])("an engine's own word %p leads to memory", word => {
  const attempt = () => synthOf(MariaDbReplication, { [word]: Size.gibibytes(1) });

  expect(attempt).toThrow(`there is no prop '${word}'`);
  expect(attempt).toThrow("did you mean 'memory'?");
});

test('the StatefulSet can be patched', () => {
  const chart = new Chart(new App(), 'test', { namespace: 'data' });

  const redis = new RedisReplication(chart, 'cache');

  expect(ApiObject.of(redis.node.defaultChild!).kind).toBe('StatefulSet');
});
