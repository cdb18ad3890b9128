import { Chart, Cron, Duration, Lazy, Size, Testing } from 'cdk8s';
import { Cpu, EnvValue, ServiceAccount } from 'cdk8s-plus-27';
import { ClaimRetention, ClientService, HealthCheck, NetworkPeer, NfsStorage, Spread, StatefulApp, StatefulAppProps, Storage, Task, UpdateStrategy } from '../../src';
import { newChart, refusals } from '../support/synth';

const DATA = { name: 'data', mountPath: '/data', size: Size.gibibytes(1) };

function problemsOf(props: object, chart = newChart()) {
  new StatefulApp(chart, 'app', { image: 'a:1', ...props });
  return refusals(chart);
}

test('values of every class are accepted', () => {
  const chart = Testing.chart();
  const props: Partial<StatefulAppProps> = {
    volumes: [{ ...DATA, storage: Storage.emptyDir() }],
    ports: [{ name: 'http', port: 80 }],
    healthCheck: HealthCheck.http(),
    updateStrategy: UpdateStrategy.onDelete(),
    claimRetention: ClaimRetention.retain(),
    clientService: ClientService.clusterIp(),
    placement: { spread: Spread.none() },
    terminationGracePeriod: Duration.minutes(1),
    allowFrom: [NetworkPeer.namespace('web')],
    resources: { cpu: { request: Cpu.units(1) }, memory: { limit: Size.gibibytes(1) } },
    envValues: { A: EnvValue.fromValue('') },
    existingServiceAccount: ServiceAccount.fromServiceAccountName(chart, 'account', 'default'),
    args: [Lazy.any({ produce: () => 'late' })],
  };

  expect(problemsOf(props)).toEqual([]);
});

test.each<[string, object, string]>([
  ['size as text', { volumes: [{ ...DATA, size: '512Mi' }] }, "'volumes[0].size' must be a Size, got '512Mi'; write 'size: Size.mebibytes(512)'"],
  ['size as a number', { volumes: [{ ...DATA, size: 10 }] }, "got 10; write 'size: Size.gibibytes(10)'"],
  ['a size that is none', { volumes: [{ ...DATA, size: 'big' }] }, "write 'size: Size.gibibytes(10)'"],
  ['seconds as a number', { terminationGracePeriod: 30 }, "must be a Duration, got 30; write 'terminationGracePeriod: Duration.seconds(30)'"],
  ['a duration as text', { minReady: '5m' }, "write 'minReady: Duration.minutes(5)'"],
  ['the name of a class', { volumes: [{ ...DATA, storage: 'fast' }] }, "write 'storage: Storage.dynamic({ storageClassName: \"fast\" })'"],
  ['a check as in YAML', { healthCheck: { http: '/' } }, "must be a HealthCheck, got { http: '/' }; write 'healthCheck: HealthCheck.http({ path: \"/\" })'"],
  ['an exec check as in YAML', { livenessCheck: { exec: {} } }, 'write \'livenessCheck: HealthCheck.exec(["redis-cli", "ping"])'],
  ['a TCP check as in YAML', { readinessCheck: { tcpSocket: {} } }, "write 'readinessCheck: HealthCheck.tcp()'"],
  ['a strategy as a word', { updateStrategy: 'OnDelete' }, "write 'updateStrategy: UpdateStrategy.onDelete()'"],
  ['a retention as a word', { claimRetention: 'Delete' }, "write 'claimRetention: ClaimRetention.deleteAlways()'"],
  ['a Service as a word', { clientService: 'LoadBalancer' }, "write 'clientService: ClientService.loadBalancer()'"],
  ['a spread as a word', { placement: { spread: 'zone' } }, "'placement.spread' must be a Spread, got 'zone'; write 'spread: Spread.preferred()'"],
  ['an address range as text', { allowFrom: ['10.0.0.0/8'] }, "'allowFrom[0]' must be a NetworkPeer, got '10.0.0.0/8'; write 'NetworkPeer.ipBlock(\"10.0.0.0/8\")'"],
  ['an app as a peer', { allowFrom: [{ selectorLabels: {} }] }, "write 'NetworkPeer.app(app)'"],
  ['resources as in YAML', { resources: { requests: { cpu: '100m' } } }, "'resources' has no 'requests'; write 'resources: { cpu: { request: Cpu.millis(100) }"],
  ['CPU as text', { resources: { cpu: { request: '250m' } } }, "'resources.cpu.request' must be a Cpu, got '250m'; write 'request: Cpu.millis(250)'"],
  ['a plain value among those from elsewhere', { envValues: { A: 'plain' } }, "'envValues.A' must be an EnvValue (plain values belong into 'env'), got 'plain'"],
  ['an empty name of a Secret', { secretFiles: [{ secretName: '', mountPath: '/tls' }] }, "'secretFiles[0].secretName' must be the name of a Secret, got ''; write 'secretName: \"tls\"'"],
  ['the path of a Secret', { envFrom: [{ secretName: 'shop/DB_login' }] }, 'at most 253 characters), got \'shop/DB_login\'; write \'secretName: "shop-db-login"\''],
  ['an empty name of a ConfigMap', { envFrom: [{ configMapName: ' ' }] }, "'envFrom[0].configMapName' must be the name of a ConfigMap, got ' '; write 'configMapName: \"settings\"'"],
  ['an empty name in a list', { imagePullSecrets: [''] }, "'imagePullSecrets[0]' must be the name of a Secret, got ''; write '\"registry\"'"],
  ['a name of signs only', { imagePullSecrets: ['__'] }, "got '__'; write '\"registry\"'"],
  ['an empty priority class', { placement: { priorityClassName: '' } }, "'placement.priorityClassName' must be the name of a PriorityClass, got ''; leave it out for the cluster's default"],
  ['a number for a name', { imagePullSecrets: [5] }, "'imagePullSecrets[0]' must be text, got 5"],
  ['variables under another name', { environment: {} }, "there is no prop 'environment'; did you mean 'env'?"],
  ['probes under another name', { probes: {} }, "there is no prop 'probes'; write 'healthCheck: HealthCheck.http"],
  ['the name of an account', { existingServiceAccount: 'default' }, 'write \'existingServiceAccount: ServiceAccount.fromServiceAccountName(chart, "account", "default")\''],
])('%s is refused with what to write', (_, props, message) => {
  expect(problemsOf(props)).toEqual([expect.stringContaining(message)]);
});

test('a construct that holds a storage is refused with where the storage is', () => {
  const chart = newChart();
  const storage = new NfsStorage(chart, 'files', { server: '192.168.1.21', path: '/nfsdata' });

  expect(problemsOf({ volumes: [{ ...DATA, storage }] }, chart)).toEqual([expect.stringContaining("got NfsStorage {…}; write 'storage: files.storage'")]);
});

test("cdk8s' Cron is refused with its text", () => {
  const chart: Chart = newChart();

  new Task(chart, 'task', { image: 'a:1', schedule: Cron.daily() as any });

  expect(refusals(chart)).toEqual(["[chart/task] 'schedule' must be text, got Cron {…}; write 'schedule: \"0 0 * * *\"'"]);
});
