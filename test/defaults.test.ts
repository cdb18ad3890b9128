import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { publicTypes } from '../scripts/api/assembly';
import * as library from '../src';

const { Chart, Size, Testing } = cdk8s;
const {
  Backup, Checks, Cluster, HeadlessService, HealthCheck, ManifestDiff, Namespace, NfsBackend, NfsStorage, NodeAgent, NodeStorage, NodeVolume,
  PostgreSqlCluster, PostgreSqlPooler, PostgreSqlWalArchive, RedisReplication, RestoreCheck, SnapshotBackup, StatefulApp,
  StatelessApp, Storage, StorageClass, Task, UpdateStrategy,
} = library;

type Props = Record<string, any>;
type Add = (chart: cdk8s.Chart, props: Props) => void;

const IMAGE = 'example:1';
const SIZE = Size.gibibytes(1);
const DATA = { name: 'data', mountPath: '/data', size: SIZE };
const PORT = { name: 'http', port: 8080 };

const app = (props: Props): Add => chart => { new StatefulApp(chart, 'app', { image: IMAGE, ports: [PORT], ...props }); };
const nfs = (backend?: library.NfsBackend): Add => chart => {
  const { storage } = new NfsStorage(chart, 'nfs', { server: '192.0.2.1', path: '/data', backend });
  app({ volumes: [{ ...DATA, storage }] })(chart, {});
};
const disks = (volume?: library.NodeVolume): Add => chart => {
  const { storage } = new NodeStorage(chart, 'disks', { path: '/mnt', nodes: ['a'], volume });
  app({ volumes: [{ ...DATA, storage }] })(chart, {});
};

/** How props of each kind reach a manifest. */
const USES: Record<string, Add> = {
  Autoscaling: (chart, props) => app({
    autoscaling: { maxReplicas: 3, ...props }, resources: { cpu: { request: kplus.Cpu.millis(100) } },
  })(chart, {}),
  BackupProps: (chart, props) => new Backup(chart, 'backup', { database: new RedisReplication(chart, 'db'), ...props }),
  ConfigFile: (chart, props) => app({ files: [{ path: '/etc/a', content: 'a', ...props }] })(chart, {}),
  ContainerOptions: (chart, props) => app(props)(chart, {}),
  DatabaseProps: (chart, props) => new RedisReplication(chart, 'db', props),
  EmptyDirStorageOptions: (chart, props) => app({ volumes: [{ ...DATA, storage: Storage.emptyDir(props) }] })(chart, {}),
  ExistingClaimOptions: (chart, props) => app({ volumes: [{ ...DATA, storage: Storage.existingClaim('pages', props) }] })(chart, {}),
  HeadlessServiceProps: (chart, props) => new HeadlessService(chart, 'app', { selector: { app: 'a' }, ...props }),
  HealthCheckOptions: (chart, props) => app({ healthCheck: HealthCheck.exec(['true'], props) })(chart, {}),
  HostDirectory: (chart, props) => new NodeAgent(chart, 'agent', { image: IMAGE, hostDirectories: [{ path: '/var/log', ...props }] }),
  HostPathVolumeOptions: (chart, props) => disks(NodeVolume.hostPath(props))(chart, {}),
  HttpHealthCheckOptions: (chart, props) => app({ healthCheck: HealthCheck.http(props) })(chart, {}),
  NamedPort: (chart, props) => app({ ports: [{ ...PORT, ...props }] })(chart, {}),
  NamespaceProps: (chart, props) => new Namespace(chart, 'shop', props),
  NfsCsiDriverOptions: (chart, props) => nfs(NfsBackend.csiDriver(props))(chart, {}),
  NfsStorageProps: (chart, { backend }) => nfs(backend)(chart, {}),
  NodeAgentProps: (chart, props) => new NodeAgent(chart, 'agent', { image: IMAGE, ...props }),
  NodeStorageProps: (chart, { volume }) => disks(volume)(chart, {}),
  Placement: (chart, props) => app({ placement: props })(chart, {}),
  PodCertificate: (chart, props) => {
    Checks.of(chart).cluster(new Cluster('prod', { kubernetesVersion: '1.37' }));
    app({ podCertificates: [{ signerName: 'example.com/a', mountPath: '/tls', ...props }] })(chart, {});
  },
  PodOptions: (chart, props) => app(props)(chart, {}),
  PodVolume: (chart, props) => app({ podVolumes: [{ volume: { name: 'a', emptyDir: {} }, mountPath: '/a', ...props }] })(chart, {}),
  PostgreSqlPoolerProps: (chart, props) => new PostgreSqlPooler(chart, 'pooler', { database: new PostgreSqlCluster(chart, 'db', { users: [{ name: 'shop' }] }), users: ['shop'], ...props }),
  PostgreSqlWalArchiveProps: (chart, props) => new PostgreSqlWalArchive(chart, 'wal', { database: new PostgreSqlCluster(chart, 'db'), ...props }),
  RedisReplicationProps: (chart, props) => new RedisReplication(chart, 'db', props),
  RedisUser: (chart, props) => new RedisReplication(chart, 'db', { users: [{ name: 'shop', ...props }] }),
  ResizePolicy: (chart, props) => app({ resizePolicy: props })(chart, {}),
  RestoreCheckProps: (chart, props) => {
    const backup = new Backup(chart, 'backup', { database: new RedisReplication(chart, 'db') });
    new RestoreCheck(chart, 'check', { backup, ...props });
  },
  RollingUpdateOptions: (chart, props) => app({ updateStrategy: UpdateStrategy.rollingUpdate(props) })(chart, {}),
  S3Location: (chart, props) => new Backup(chart, 'backup', { database: new RedisReplication(chart, 'db'), s3: { bucket: 'backups', credentialsSecret: 'login', ...props } }),
  ScratchDirectory: (chart, props) => app({ scratch: [{ mountPath: '/tmp', ...props }] })(chart, {}),
  SnapshotBackupProps: (chart, props) => new SnapshotBackup(chart, 'snapshots', { claimNames: ['data-db-0'], volumeSnapshotClassName: 'fast', ...props }),
  DatabaseGrant: (chart, props) => new PostgreSqlCluster(chart, 'db', { databases: [{ name: 'shop' }], users: [{ name: 'reader', grants: [{ database: 'shop', ...props }] }] }),
  StatefulAppProps: (chart, props) => app({ volumes: [DATA], ...props })(chart, {}),
  StatelessAppProps: (chart, props) => new StatelessApp(chart, 'app', { image: IMAGE, ports: [PORT], ...props }),
  StaticNfsOptions: (chart, props) => nfs(NfsBackend.staticVolumes(props))(chart, {}),
  StorageClassProps: (chart, props) => new StorageClass(chart, 'fast', { provisioner: 'example.com/disk', ...props }),
  SubdirectoryProvisionerOptions: (chart, props) => nfs(NfsBackend.subdirectoryProvisioner(props))(chart, {}),
  TaskProps: (chart, props) => new Task(chart, 'task', { image: IMAGE, ...props }),
  VolumeProps: (chart, props) => app({ volumes: [{ ...DATA, ...props }] })(chart, {}),
};

/** Their defaults are seen in what is found, not in a manifest: the tests of their files show them. */
const ELSEWHERE = ['Environment', 'ManifestCheckOptions', 'ManifestValidationProps'];

const DEFAULTS = publicTypes().filter(({ datatype }) => datatype).flatMap(({ name, properties = [] }) => properties
  .filter(({ optional, docs }) => optional && docs?.default && !docs.default.startsWith('- '))
  .map(({ name: prop, docs }) => ({ name, prop, value: docs!.default! })));

/** The value of a default as the docstring has it. */
function valueOf(text: string): unknown {
  const names = { ...cdk8s, ...kplus, ...library };
  return new Function(...Object.keys(names), `return ${text};`)(...Object.values(names));
}

function manifestsWith(add: Add, props: Props): object[] {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'shop' });
  add(chart, props);
  return Testing.synth(chart);
}

test('every kind of props with a default is here', () => {
  const kinds = [...new Set(DEFAULTS.map(({ name }) => name))].sort();

  expect([...Object.keys(USES), ...ELSEWHERE].sort()).toEqual(kinds);
});

test.each(DEFAULTS.filter(({ name }) => !ELSEWHERE.includes(name)).map(({ name, prop, value }) => [name, prop, value]))('%s.%s is %s by default', (name, prop, value) => {
  const without = manifestsWith(USES[name], {});

  const given = manifestsWith(USES[name], { [prop]: valueOf(value) });

  // Kubernetes fills in many fields that are left out: both are compared as the API server has them.
  expect(ManifestDiff.of(without, given).changes).toEqual([]);
});
