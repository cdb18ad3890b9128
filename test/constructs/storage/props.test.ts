import { Size } from 'cdk8s';
import { Construct } from 'constructs';
import {
  ClientService, HeadlessService, HealthCheck, Namespace, NfsBackend, NfsStorage, NodeStorage, StatefulApp,
  StatelessApp, Storage, StorageClass, UpdateStrategy,
} from '../../../src';
import { built, newChart, only, refusals } from '../../support/synth';

type Make = new (scope: Construct, id: string, props: any) => Construct;

test.each<[Make, string, object | undefined, string]>([
  [NfsStorage, 'no server', { path: '/x' }, "'server' is missing; write 'server: \"192.168.1.21\"'"],
  [NfsStorage, 'no path', { server: '10.0.0.1' }, "'path' is missing"],
  [NfsStorage, 'no props', undefined, 'props must be an object, got undefined; write \'{ server: "192.168.1.21", path: "/nfsdata" }\''],
  [NfsStorage, 'the name of a backend', { server: '10.0.0.1', path: '/x', backend: 'csi' }, "'backend' must be an NfsBackend, got 'csi'"],
  [NfsStorage, 'a URL without a path', { server: 'nfs://10.0.0.1', path: '/x' }, "got 'nfs://10.0.0.1'; write 'server: \"10.0.0.1\"'"],
  [NfsStorage, 'a URL with a path', { server: 'nfs://10.0.0.1/data', path: '/x' }, 'write \'server: "10.0.0.1", path: "/data"\''],
  [NfsStorage, 'a soft mount', { server: '10.0.0.1', path: '/x', mountOptions: ['soft'] }, "'mountOptions' must not hold 'soft', which turns a slow server into lost writes"],
  [NfsStorage, 'an option of the driver', { server: '10.0.0.1', path: '/x', backend: NfsBackend.csiDriver({ subDir: 5 as any }) }, "'subDir' must be text, got 5"],
  [NfsStorage, 'an option of static volumes', { server: '10.0.0.1', path: '/x', backend: NfsBackend.staticVolumes({ replicas: '3' as any }) }, "'replicas' must be a number, got '3'; write 'replicas: 3'"],
  [StorageClass, 'no provisioner', {}, "'provisioner' is missing; write 'provisioner: \"ebs.csi.aws.com\"'"],
  [StorageClass, 'another policy', { provisioner: 'a.b', reclaimPolicy: 'delete' }, "got 'delete'; write 'reclaimPolicy: \"Delete\"'"],
  [NodeStorage, 'one node as text', { nodes: 'node-a', path: '/x' }, "'nodes' must be a list, got 'node-a'"],
  [HeadlessService, 'no selector', {}, "'selector' is missing"],
  [Namespace, 'another standard', { podSecurity: 'strict' }, "'podSecurity' must be one of"],
])('%p with %s is refused', (Class, _, props, message) => {
  const chart = newChart();

  const construct = new Class(chart, 'it', props);

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
  expect(built(construct)).toEqual([]);
});

const DATA = { name: 'data', mountPath: '/data', size: Size.gibibytes(1) };

test.each<[string, object, string]>([
  ['Storage.dynamic', { volumes: [{ ...DATA, storage: Storage.dynamic('fast' as any) }] }, "volume 'data': props must be an object, got 'fast'; write '{ storageClassName: \"fast\" }'"],
  ['Storage.ephemeral', { volumes: [{ ...DATA, storage: Storage.ephemeral({ storageClass: 'fast' } as any) }] }, "there is no prop 'storageClass'; did you mean 'storageClassName'?"],
  ['Storage.emptyDir', { volumes: [{ ...DATA, storage: Storage.emptyDir({ medium: 'memory' as any }) }] }, "got 'memory'; write 'medium: \"Memory\"'"],
  ['Storage.existingClaim', { volumes: [{ ...DATA, storage: Storage.existingClaim('a', { readOnly: 'true' as any }) }] }, "'readOnly' must be true or false"],
  ['Storage.existingClaim without a name', { volumes: [{ ...DATA, storage: Storage.existingClaim(undefined as any) }] }, "'claimName' must be lower case letters"],
  ['HealthCheck.http', { ports: [{ name: 'http', port: 80 }], healthCheck: HealthCheck.http('/' as any) }, 'a health check: props must be an object, got \'/\'; write \'{ path: "/health" }\''],
  ['HealthCheck.tcp', { ports: [{ name: 'http', port: 80 }], healthCheck: HealthCheck.tcp({ interval: 5 as any }) }, "write 'interval: Duration.seconds(5)'"],
  ['HealthCheck.grpc', { ports: [{ name: 'http', port: 80 }], healthCheck: HealthCheck.grpc({ port: 80 as any }) }, "a health check: 'port' must be text, got 80"],
  ['HealthCheck.exec', { healthCheck: HealthCheck.exec('redis-cli ping' as any) }, "a health check: 'command' must be a list, got 'redis-cli ping'"],
  ['UpdateStrategy.rollingUpdate', { updateStrategy: UpdateStrategy.rollingUpdate({ partition: '2' as any }) }, "'updateStrategy': 'partition' must be a number, got '2'"],
  ['ClientService.nodePort', { ports: [{ name: 'http', port: 80 }], clientService: ClientService.nodePort({ nodePort: '30080' as any }) }, "'clientService': 'nodePort' must be a number"],
])('wrong options of %s refuse the app', (_, props, message) => {
  const chart = newChart();

  new StatefulApp(chart, 'app', { image: 'a:1', ...props });

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});

describe('a volume without a size', () => {
  const UNSIZED = { name: 'data', mountPath: '/data' };

  test.each([Storage.dynamic(), Storage.ephemeral(), Storage.existingClaims()])('is refused where a claim or its template is written', storage => {
    const chart = newChart();

    new StatefulApp(chart, 'app', { image: 'a:1', volumes: [{ ...UNSIZED, storage }] });

    expect(refusals(chart)).toEqual(["[chart/app] volume 'data': 'size' is missing, and a claim must ask for one; write 'size: Size.gibibytes(10)'"]);
  });

  test('is an emptyDir without a limit', () => {
    const chart = newChart();

    new StatelessApp(chart, 'app', { image: 'a:1', volumes: [{ ...UNSIZED, storage: Storage.emptyDir() }] });

    expect(only(chart, 'Deployment').spec.template.spec.volumes).toEqual([{ name: 'data', emptyDir: {} }]);
  });

  test.each([[Storage.existingClaim('pages'), 'pages'], [Storage.existingClaims(), 'app-data']])('is a claim that exists', (storage, claimName) => {
    const chart = newChart();

    new StatelessApp(chart, 'app', { image: 'a:1', volumes: [{ ...UNSIZED, storage }] });

    expect(only(chart, 'Deployment').spec.template.spec.volumes).toEqual([{ name: 'data', persistentVolumeClaim: { claimName } }]);
  });
});
