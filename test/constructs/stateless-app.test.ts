import { ApiObject, Size } from 'cdk8s';
import { Cpu, PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import { ClientService, NetworkPeer, StatelessApp, StatelessAppProps, Storage } from '../../src';
import { newChart, only, refusals, synth } from '../support/synth';

const IMAGE = 'nginx:1.27.3';
const PORTS = [{ name: 'http', port: 8080 }];
const DATA = { name: 'data', mountPath: '/data', size: Size.gibibytes(1) };

test('is a Deployment with a client Service for its ports', () => {
  const chart = newChart();

  const app = new StatelessApp(chart, 'web', { image: IMAGE, ports: PORTS });

  expect(synth(chart).map(({ kind, metadata }) => `${kind} ${metadata?.name}`)).toEqual(['ServiceAccount web', 'Service web-client', 'Deployment web']);
  expect(only(chart, 'Service').spec).toMatchObject({ type: 'ClusterIP', selector: app.selectorLabels });
  expect(only(chart, 'Deployment').spec).toMatchObject({ replicas: 1, selector: { matchLabels: app.selectorLabels } });
  expect(ApiObject.of(app).kind).toBe('Deployment');
  expect(app.serviceAccount.name).toBe('web');
});

test('without ports there is no Service', () => {
  const chart = newChart();

  const app = new StatelessApp(chart, 'worker', { image: IMAGE });

  expect(app.service).toBeUndefined();
  expect(synth(chart).map(({ kind }) => kind)).toEqual(['ServiceAccount', 'Deployment']);
});

test('several pods get a budget, a scaled app an autoscaler and no replicas', () => {
  const chart = newChart();

  new StatelessApp(chart, 'web', { image: IMAGE, resources: { cpu: { request: Cpu.millis(100) } }, autoscaling: { minReplicas: 2, maxReplicas: 4 } });

  expect(only(chart, 'Deployment').spec.replicas).toBeUndefined();
  expect(only(chart, 'HorizontalPodAutoscaler').spec).toMatchObject({ scaleTargetRef: { kind: 'Deployment', name: 'web' }, minReplicas: 2, maxReplicas: 4 });
  expect(only(chart, 'PodDisruptionBudget').spec.maxUnavailable).toBe(1);
});

test('a volume that one node may mount is let go before the next pod takes it', () => {
  const chart = newChart();

  new StatelessApp(chart, 'web', { image: IMAGE, volumes: [DATA] });

  expect(only(chart, 'Deployment').spec.strategy).toEqual({ type: 'Recreate' });
  expect(only(chart, 'PersistentVolumeClaim')).toMatchObject({ metadata: { name: 'web-data' }, spec: { accessModes: ['ReadWriteOnce'] } });
  expect(only(chart, 'Deployment').spec.template.spec.volumes).toEqual([{ name: 'data', persistentVolumeClaim: { claimName: 'web-data' } }]);
});

test('pods share a volume that many nodes may mount', () => {
  const chart = newChart();

  new StatelessApp(chart, 'web', { image: IMAGE, replicas: 3, volumes: [{ ...DATA, accessModes: [PersistentVolumeAccessMode.READ_WRITE_MANY] }] });

  expect(only(chart, 'Deployment').spec).not.toHaveProperty('strategy');
  expect(only(chart, 'PersistentVolumeClaim').spec.accessModes).toEqual(['ReadWriteMany']);
});

class NodeDirectory extends Storage {
  public isShared() { return false; }
  public bind() { return { volumeSource: { hostPath: { path: '/opt/cache' } } }; }
}

test.each<[string, Storage]>([
  ['emptyDir', Storage.emptyDir()],
  ['ephemeral', Storage.ephemeral()],
  ['hostPath', new NodeDirectory()],
])('each of several pods has its own %s, and old pods and new ones stand side by side', (source, storage) => {
  const chart = newChart();

  new StatelessApp(chart, 'web', { image: IMAGE, replicas: 3, volumes: [{ ...DATA, storage }] });

  expect(only(chart, 'Deployment').spec).not.toHaveProperty('strategy');
  expect(only(chart, 'Deployment').spec.template.spec.volumes).toEqual([{ name: 'data', [source]: expect.anything() }]);
});

test('files, a NetworkPolicy and another type of Service come with their props', () => {
  const chart = newChart();

  new StatelessApp(chart, 'web', {
    image: IMAGE, ports: PORTS, files: [{ path: '/etc/a', content: 'a' }], allowFrom: [NetworkPeer.namespace('shop')], clientService: ClientService.nodePort(),
  });

  expect(only(chart, 'ConfigMap').data).toEqual({ 'etc.a': 'a' });
  expect(only(chart, 'NetworkPolicy').spec.ingress).toHaveLength(2);
  expect(only(chart, 'Service').spec.type).toBe('NodePort');
});

test.each<[string, Partial<StatelessAppProps>, string]>([
  ['negative replicas', { replicas: -1 }, "'replicas' must be a whole number from 0 to 150000, the most pods that a cluster is made for, got -1"],
  ['pods on many nodes with a volume for one', { replicas: 2, volumes: [DATA] }, "volume 'data' can be mounted on one node only, and all 2 pods share it"],
  ['a client Service without ports', { clientService: ClientService.clusterIp() }, "'clientService' needs a port"],
])('%s is refused', (_, props, message) => {
  const chart = newChart();

  new StatelessApp(chart, 'web', { image: IMAGE, ...props });

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});

test('labels of claims stand beside those of the app', () => {
  const chart = newChart();

  new StatelessApp(chart, 'web', { image: IMAGE, volumes: [{ ...DATA, claimLabels: { team: 'data' } }] });

  expect(only(chart, 'PersistentVolumeClaim').metadata?.labels).toEqual({ 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web', 'team': 'data' });
});
