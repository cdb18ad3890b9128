import { Duration, Size } from 'cdk8s';
import { Cpu, EmptyDirMedium, EnvValue, ImagePullPolicy, PersistentVolumeAccessMode, PodManagementPolicy, Protocol, RestartPolicy, k8s } from 'cdk8s-plus-27';
import * as fc from 'fast-check';
import { AutoscalingMetric, ClaimRetention, ClientService, DatabaseNetworkPolicy, HealthCheck, NetworkPeer, NfsOnDelete, PodSecurity, Spread, Storage, UpdateStrategy, VolumeBindingMode } from '../../src';

/** Most values are good or just good enough, so that half of all props are accepted; a few are not. */
function values<T>(good: readonly T[], bad: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 24, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: fc.constantFrom(...bad) });
}

export const SIZE = Size.gibibytes(1);

const long = (length: number) => 'a'.repeat(length);

export const names = values(
  ['web', 'a', 'a-b', long(40), long(51), long(52), long(56), '9p'], ['', 'A', '-a', 'a-', 'a_b', 'a.b', long(57), long(58), long(63), long(64),
    long(253), 'a b'],
);
export const subdomains = values(['fast', 'a.b', '1.2', long(253)], ['', 'A', 'a..b', '.a', 'a_b', long(254), 'a/b']);
const labelNames = values(['team', 'example.com/team', 'A_b.c', long(63), `${long(253)}/a`], ['', 'a b', 'a/b/c', 'Example.com/a', long(64), '/a', 'a/']);
const labelValues = values(['data', '', 'A_b.c', long(63), '1'], ['a b', '-a', 'a/b', long(64), 'ä']);
const labels = fc.dictionary(labelNames, labelValues, { maxKeys: 2, noNullPrototype: true });
const annotations = fc.dictionary(values(['note', 'Example.com/note', long(63)], ['', 'a b', 'a/b/c', long(64)]), fc.string(), { maxKeys: 2, noNullPrototype: true });
const variableNames = values(['A', '_a', 'a.b', 'A-1', '.a'], ['', '1A', 'A B', 'A=B', '.', '..', '..a', 'ä']);
export const schedules = values(
  ['0 3 * * *', '@daily', '*/5 0-23/2 1,15 JAN-dec Mon', '0 0 ? * 0', '@every 1h30m', ' 0 3 * * * '],
  ['', '0 3 * *', '* * * * 7', '60 * * * *', '5-1 * * * *', '*/0 * * * *', '@reboot', '@Daily', '0 3 * * * *', 'TZ=Europe/Berlin 0 3 * * *',
    'a b c d e'],
);
export const timeZones = values(['Europe/Berlin', 'Etc/UTC', 'UTC'], ['', 'Berlin', 'Local', '+01:00', 'europe/berlin']);
export const images = values(['httpd:2.4.62', 'registry:5000/a/b@sha256:0'], ['', ' ', 'a b', ' a']);
const mountPaths = values(
  ['/data', '/a/b', '/a-b', '/a b', `/${long(300)}`, '/data/', '/a..b', '/ä'], ['', 'data', '/', '/a:b', '/..', '/a/../b', '//', '/./'],
);
export const absolutePaths = values(['/data', '/srv/data', '/a b', '/data/', `/${long(300)}`], ['', 'data', '/', '/..', '/a/../b', '/a:b', '//']);
const filePaths = values(['/etc/a.conf', '/etc/b', `/${long(200)}`, '/etc/a b', '/etc/ä'], ['', 'a', '/', '/..', '/..a', '/etc/', `/${long(254)}`, '/a:b', '/.', '/...']);
const localPaths = values(['data', 'a/b', '..a', './a', ''], ['/a', '..', 'a/../b']);
const dataKeys = values(['tls.crt', '.a', 'A_b-c', long(253)], ['', '.', '..', '..a', 'a/b', 'a b', long(254)]);
export const counts = values([1, 0, 2, 3], [-1, 1.5, NaN, 2 ** 31, Infinity]);
const replicas = values([1, 0, 2, 3], [-1, 1.5, NaN]);
const positive = values([1, 2, 3, 80, 300], [0, -1, 1.5, NaN, 2 ** 31]);
export const ids = values([0, 1000, 65534, 2 ** 31 - 1], [-1, 1.5, 2 ** 31, NaN, 4_294_967_294]);
const portNumbers = values([80, 1, 65535, 8080], [0, -1, 65536, 1.5, NaN]);
const portNames = values(['http', 'a-1', '1a', long(15)], ['', '80', 'HTTP', 'a--b', '-a', 'a_b', long(16)]);
export const sizes = values(
  [Size.gibibytes(1), Size.kibibytes(1), Size.mebibytes(1.5), Size.pebibyte(1)],
  [Size.gibibytes(0), Size.pebibyte(10_000), Size.kibibytes(0.1)],
);
export const durations = values(
  [Duration.seconds(1), Duration.minutes(10), Duration.days(30)], [Duration.seconds(0), Duration.millis(1), Duration.millis(1500),
    Duration.days(100_000)],
);
const texts = fc.string({ maxLength: 9 });
const flags = fc.boolean();
const few = <T>(item: fc.Arbitrary<T>, minLength = 0) => fc.array(item, { minLength, maxLength: 2 });

export const ports = few(fc.record({
  name: portNames, port: portNumbers, servicePort: portNumbers, protocol: fc.constantFrom(Protocol.TCP, Protocol.UDP, Protocol.SCTP),
}, { requiredKeys: ['name', 'port'] }));

const times = fc.record({ interval: durations, timeout: durations, startupBudget: durations, failureBudget: durations }, { requiredKeys: [] });
const urlPaths = values(['/', '/health?a=b', 'health', ''], ['a b', '%', '/ä']);
const checks = fc.oneof(
  fc.tuple(times, urlPaths, flags).map(([options, path, https]) => HealthCheck.http({ ...options, path, https })),
  times.map(options => HealthCheck.tcp(options)),
  fc.tuple(times, texts).map(([options, service]) => HealthCheck.grpc({ ...options, service })),
  fc.tuple(times, few(texts)).map(([options, command]) => HealthCheck.exec(command, options)),
);

export const storages = fc.oneof(
  fc.constantFrom(Storage.dynamic(), Storage.emptyDir(), Storage.emptyDir({ medium: EmptyDirMedium.MEMORY }), Storage.ephemeral(),
    Storage.existingClaims()),
  subdomains.map(storageClassName => Storage.dynamic({ storageClassName })),
  subdomains.map(storageClassName => Storage.ephemeral({ storageClassName })),
  subdomains.map(name => Storage.existingClaim(name)),
);
const accessModes = few(fc.constantFrom(...Object.values(PersistentVolumeAccessMode)));
const volumeNames = values(['data', 'a', long(10), 'logs-1'], ['', 'Data', 'a.b', 'a_b', long(63), long(64), long(250)]);
const volumes = few(fc.record({
  name: volumeNames, mountPath: mountPaths, size: sizes, storage: storages, claimLabels: labels, accessModes, subPath: localPaths, readOnly: flags,
}, { requiredKeys: ['name', 'mountPath', 'size'] }));

const sources: k8s.Volume[] = [
  { name: 'certs', csi: { driver: 'csi.cert-manager.io', readOnly: true } },
  { name: 'info', projected: { sources: [{ downwardApi: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } }, { serviceAccountToken: { path: 'token' } }] } },
  { name: 'shared', emptyDir: {} },
  { name: 'data', nfs: { server: '192.0.2.1', path: '/data' } },
  { name: 'None' },
];
const podVolumes = few(fc.record({ volume: fc.constantFrom(...sources), mountPath: mountPaths, subPath: localPaths, readOnly: flags }, { requiredKeys: ['volume'] }));

const ranges = values(['10.0.0.0/8', 'fd00::/64', '192.0.2.1/32'], ['', '10.0.0.0', '10.0.0.0/33', 'x', '010.0.0.0/8']);
const peers = fc.oneof(
  names.map(name => NetworkPeer.namespace(name)),
  fc.tuple(labels, names).map(([selected, namespace]) => NetworkPeer.pods(selected, namespace)),
  fc.constant(NetworkPeer.ownNamespace()),
  fc.tuple(labels, labels).map(([namespaces, pods]) => NetworkPeer.namespaces(namespaces, pods)),
  fc.tuple(ranges, few(values(['10.1.0.0/16'], ['10.0.0.0/8', 'x', 'fd00::/65'])))
    .map(([range, except]) => NetworkPeer.ipBlock(range, except)),
);
const resources = fc.record({
  cpu: fc.record({ request: fc.constantFrom(Cpu.millis(100), Cpu.units(1)), limit: fc.constantFrom(Cpu.units(1), Cpu.millis(50)) },
    { requiredKeys: ['request'] }),
  memory: fc.record({ request: sizes, limit: sizes }, { requiredKeys: [] }),
  ephemeralStorage: fc.record({ request: sizes, limit: sizes }, { requiredKeys: [] }),
}, { requiredKeys: [] });
const placement = fc.record({
  nodeSelector: labels, priorityClassName: subdomains, spread: fc.constantFrom(Spread.required(), Spread.none(), Spread.preferred()),
}, { requiredKeys: [] });
const envFrom = fc.oneof(
  fc.record({ secretName: subdomains, prefix: variableNames }, { requiredKeys: ['secretName'] }),
  fc.record({ configMapName: subdomains, prefix: variableNames }, { requiredKeys: ['configMapName'] }),
);

/** What every app has. */
const POD = {
  name: names,
  labels,
  selectorLabels: labels,
  podAnnotations: annotations,
  image: images,
  imagePullPolicy: fc.constantFrom(...Object.values(ImagePullPolicy)),
  imagePullSecrets: few(subdomains),
  command: few(texts),
  args: few(texts),
  ports,
  serviceAccountAnnotations: annotations,
  env: fc.dictionary(variableNames, fc.oneof(texts, fc.constantFrom('$(A)', '$(_a)', '$$(A)')), { maxKeys: 2, noNullPrototype: true }),
  envValues: fc.dictionary(variableNames, fc.constant(EnvValue.fromValue('x')), { maxKeys: 1, noNullPrototype: true }),
  envFrom: few(envFrom),
  resources,
  healthCheck: checks,
  startupCheck: checks,
  readinessCheck: checks,
  livenessCheck: checks,
  volumes,
  podVolumes,
  scratch: few(fc.record({ mountPath: mountPaths, sizeLimit: sizes, medium: fc.constantFrom(EmptyDirMedium.DEFAULT, EmptyDirMedium.MEMORY) },
    { requiredKeys: ['mountPath'] })),
  files: few(fc.record({ path: filePaths, content: texts, executable: flags }, { requiredKeys: ['path', 'content'] })),
  secretFiles: few(fc.record({ secretName: subdomains, mountPath: mountPaths, keys: few(dataKeys) }, { requiredKeys: ['secretName', 'mountPath'] })),
  user: ids,
  group: ids,
  readOnlyRootFilesystem: flags,
  automountServiceAccountToken: flags,
  terminationGracePeriod: durations,
  preStop: few(texts, 1),
  placement,
  allowFrom: few(peers),
  allowTo: few(peers),
};

/** The others are left out more often than not: with all of them at once hardly any props would be accepted. */
function propsOf<T extends object>(all: { [K in keyof T]: fc.Arbitrary<T[K]> }, ...required: (keyof T)[]): fc.Arbitrary<any> {
  const rest = (Object.keys(all) as (keyof T)[]).filter(key => !required.includes(key));
  const record = fc.record(all as any, { requiredKeys: required as any }) as fc.Arbitrary<any>;
  return fc.tuple(record, fc.subarray(rest as string[], { maxLength: Math.min(8, rest.length) })).map(([props, kept]) =>
    Object.fromEntries(Object.entries(props).filter(([key]) => required.includes(key as keyof T) || kept.includes(key))));
}

const metrics = few(fc.tuple(values(['requests', 'http.requests:rate5m'], ['', 'a/b', '.']), values(['100', '500m', '2k'], ['', '0', '-1', 'many']), labels).map(
  ([name, average, selected]) => AutoscalingMetric.external(name, average, selected),
));
const monitor = fc.record({ port: portNames, path: urlPaths, interval: durations, labels }, { requiredKeys: [] });
const autoscaling = fc.record({ minReplicas: positive, maxReplicas: positive, cpuUtilization: positive, memoryUtilization: positive, metrics }, { requiredKeys: ['maxReplicas'] });
const clientService = fc.oneof(
  fc.constant(ClientService.clusterIp()),
  values([30000, 32767], [0, 80, 32768, 30000.5]).map(nodePort => ClientService.nodePort({ nodePort })),
  fc.tuple(few(ranges), annotations).map(([sourceRanges, own]) => ClientService.loadBalancer({ sourceRanges, annotations: own })),
);

export const statefulApp = propsOf({
  ...POD,
  replicas,
  autoscaling,
  serviceName: names,
  clientService,
  podManagementPolicy: fc.constantFrom(...Object.values(PodManagementPolicy)),
  updateStrategy: fc.oneof(fc.constant(UpdateStrategy.onDelete()), counts.map(partition => UpdateStrategy.rollingUpdate({ partition }))),
  minReady: durations,
  revisionHistoryLimit: counts,
  startOrdinal: counts,
  claimRetention: fc.constantFrom(ClaimRetention.retain(), ClaimRetention.deleteAlways()),
  maxUnavailable: positive,
  serviceMonitor: monitor,
  podMonitor: monitor,
}, 'image');
export const statelessApp = propsOf({ ...POD, replicas, autoscaling, clientService, serviceMonitor: monitor, podMonitor: monitor }, 'image');
export const nodeAgent = propsOf({
  ...POD,
  controlPlane: flags,
  hostDirectories: few(fc.record({ path: absolutePaths, mountPath: mountPaths, readOnly: flags },
    { requiredKeys: ['path'] })),
}, 'image');
export const task = propsOf({
  ...POD,
  schedule: schedules,
  timeZone: timeZones,
  restartPolicy: fc.constantFrom(...Object.values(RestartPolicy)),
  backoffLimit: counts,
  activeDeadline: durations,
  ttlAfterFinished: durations,
}, 'image');
export const headlessService = propsOf({ name: names, selector: labels, ports, publishNotReadyAddresses: flags, labels }, 'selector');
export const namespace = propsOf({ name: names, podSecurity: fc.constantFrom(...Object.values(PodSecurity)), labels });
const mountOptions = few(values(['hard', 'nfsvers=4.1'], ['', 'a,b', 'a b', 'soft']));
export const storageClass = propsOf({
  name: subdomains,
  provisioner: values(['ebs.csi.aws.com', 'example.com/nfs', 'Example.com/A_b', long(63)], ['', 'a b', 'a/b/c', '/a', long(64)]),
  parameters: fc.dictionary(values(['type', 'a/b', 'a b'], ['']), texts, { maxKeys: 2, noNullPrototype: true }),
  volumeBindingMode: fc.constantFrom(...Object.values(VolumeBindingMode)),
  allowVolumeExpansion: flags,
  mountOptions,
}, 'provisioner');
export const nfs = propsOf({
  server: values(['192.168.1.21', 'nfs.example.com', 'fd00::21', 'NFS'], ['', '192.168.1.300', 'a b', 'nfs_server', '192.168.1.21:/data']),
  path: absolutePaths,
  mountOptions,
  name: names,
}, 'server', 'path');
const patterns = fc.constantFrom('${.PVC.namespace}.${.PVC.name}', '${.PVC.namespace}/${.PVC.name}', 'x', '${.PVC.labels.a}/..');
export const subdirectory = propsOf({
  storageClassName: subdomains,
  provisionerName: values(['example.com/nfs', 'nfs'], ['', 'A', 'a_b', 'a/b/c', `a.b/${long(64)}`]),
  pathPattern: patterns,
  onDelete: fc.constantFrom(...Object.values(NfsOnDelete)),
  image: values(['registry.k8s.io/sig-storage/nfs-subdir-external-provisioner:v4.0.2', 'registry:5000/nfs/provisioner@sha256:0'], ['', 'a b']),
  user: ids,
  group: ids,
});
export const csi = propsOf({ storageClassName: subdomains, onDelete: fc.constantFrom(...Object.values(NfsOnDelete)), mountPermissions: fc.constantFrom('0770', '770', 'x', '0999') });
export const nodeStorage = propsOf({ nodes: few(subdomains, 1), path: absolutePaths, storageClassName: subdomains }, 'nodes', 'path');
const policies = fc.record({ allowFrom: few(peers), metricsFrom: few(peers), allowTo: few(peers) }, { requiredKeys: [] });
export const database = propsOf({
  name: names,
  replicas: values([3, 5], [-1, 0, 1, 2, 1.5, 11]),
  size: sizes,
  memory: values([Size.gibibytes(4)], [Size.mebibytes(1), Size.gibibytes(0)]),
  storage: storages,
  passwordSecret: subdomains,
  tlsSecret: subdomains,
  metrics: flags,
  networkPolicy: fc.oneof(fc.constant(DatabaseNetworkPolicy.none()), policies
    .map(options => DatabaseNetworkPolicy.restricted(options))),
});
const runs = { name: names, schedule: schedules, timeZone: timeZones, activeDeadline: durations };
const keep = positive;
export const backup = propsOf({ ...runs, keep, size: sizes, storage: storages });
export const restoreCheck = propsOf({ ...runs, maxAge: durations, size: sizes, storage: storages });
export const snapshotBackup = propsOf({ ...runs, keep, claimNames: few(subdomains, 1), volumeSnapshotClassName: subdomains }, 'claimNames', 'volumeSnapshotClassName');
