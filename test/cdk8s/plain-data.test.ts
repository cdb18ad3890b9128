import { Lazy, Size } from 'cdk8s';
import { Cpu, k8s } from 'cdk8s-plus-27';
import { plain, plainAffinity, plainContainer, plainResources, plainToleration, plainVolume } from '../../src/cdk8s/plain-data';

test('quantities inside become plain values', () => {
  expect(plain({ resourceFieldRef: { resource: 'limits.memory', divisor: k8s.Quantity.fromString('1Mi') }, list: [1, null] })).toEqual({
    resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' }, list: [1, null],
  });
});

test('a container gets the field names of YAML', () => {
  const container = plainContainer({ name: 'a', ports: [{ containerPort: 80, hostIp: '127.0.0.1' }], readinessProbe: { httpGet: { port: k8s.IntOrString.fromNumber(80) } } });

  expect(container.ports).toEqual([{ containerPort: 80, hostIP: '127.0.0.1' }]);
  expect(container.readinessProbe).toEqual({ httpGet: { port: 80 } });
});

test.each<k8s.Volume>([
  { name: 'a', awsElasticBlockStore: { volumeId: 'vol-1' } },
  { name: 'a', azureDisk: { diskName: 'd', diskUri: 'u' } },
  { name: 'a', fc: { targetWwNs: ['5'], lun: 1 } },
  { name: 'a', flocker: { datasetUuid: 'u' } },
  { name: 'a', photonPersistentDisk: { pdId: 'p' } },
  { name: 'a', vsphereVolume: { volumePath: 'p', storagePolicyId: 's' } },
  { name: 'a', scaleIo: { gateway: 'g', system: 's', secretRef: { name: 's' } } },
  { name: 'a', downwardApi: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
  { name: 'a', projected: { sources: [{ downwardApi: { items: [] } }, { configMap: { name: 'c', items: [{ key: 'k', path: 'p' }] } }] } },
  { name: 'a', csi: { driver: 'd', volumeAttributes: { volumeId: 'kept' } } },
])('a volume gets the field names of YAML, as cdk8s-plus writes it: %j', volume => {
  expect(plainVolume(volume)).toEqual(JSON.parse(JSON.stringify(k8s.toJson_Volume(volume))));
});

test('affinity and tolerations keep what they say', () => {
  const term = { labelSelector: { matchLabels: { app: 'web' } }, topologyKey: 'kubernetes.io/hostname' };

  expect(plainAffinity({ podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } }))
    .toMatchObject({ podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } });
  expect(plainToleration({ key: 'dedicated', operator: 'Exists' })).toEqual({ key: 'dedicated', operator: 'Exists' });
});

test('resources become requests and limits, and what is not said does not appear', () => {
  expect(plainResources({
    cpu: { request: Cpu.millis(250), limit: Cpu.units(1) }, memory: { request: Size.mebibytes(128) }, ephemeralStorage: { limit: Size.gibibytes(1) },
  })).toEqual({ requests: { cpu: '250m', memory: '128Mi' }, limits: { 'cpu': '1', 'ephemeral-storage': '1Gi' } });
  expect(plainResources({})).toEqual({});
});

test('fields of other versions of Kubernetes are kept, and so is what is plain already', () => {
  const container: any = { name: 'a', restartPolicy: 'Always', env: [{ name: 'A', valueFrom: { fileKeyRef: { key: 'a' } } }], livenessProbe: { tcpSocket: { port: 80 } } };

  expect(plainContainer(container)).toEqual(container);
});

test('what cdk8s works out at synthesis stays', () => {
  const lazy = Lazy.any({ produce: () => 'late' });

  expect(plain({ args: [lazy] }).args[0]).toBe(lazy);
});
