import { k8s } from 'cdk8s-plus-27';
import { NodeAgent, PodVolume, StatefulApp, StatelessApp, Task } from '../../../src';
import { newChart, only, refusals, synth } from '../../support/synth';

const IMAGE = 'a:1';
const CERTS: PodVolume = { volume: { name: 'certs', csi: { driver: 'csi.cert-manager.io', readOnly: true, volumeAttributes: { volumeId: 'kept' } } }, mountPath: '/certs', readOnly: true };

test('any source of a volume stands in the pod as YAML has it', () => {
  const chart = newChart();
  const projected: k8s.Volume = {
    name: 'info',
    projected: { sources: [{ downwardApi: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } }, { serviceAccountToken: { path: 'token', audience: 'vault' } }] },
  };
  const pod: k8s.Volume = { name: 'pod', downwardApi: { items: [{ path: 'memory', resourceFieldRef: { resource: 'limits.memory', containerName: 'db', divisor: k8s.Quantity.fromString('1Mi') } }] } };

  new StatefulApp(chart, 'db', { image: IMAGE, podVolumes: [CERTS, { volume: projected, mountPath: '/info' }, { volume: pod, mountPath: '/pod/memory', subPath: 'memory' }] });

  const { volumes, containers: [{ volumeMounts }] } = only(chart, 'StatefulSet').spec.template.spec;
  expect(volumes).toEqual([
    { name: 'certs', csi: { driver: 'csi.cert-manager.io', readOnly: true, volumeAttributes: { volumeId: 'kept' } } },
    { name: 'info', projected: { sources: [{ downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } }, { serviceAccountToken: { path: 'token', audience: 'vault' } }] } },
    { name: 'pod', downwardAPI: { items: [{ path: 'memory', resourceFieldRef: { resource: 'limits.memory', containerName: 'db', divisor: '1Mi' } }] } },
  ]);
  expect(volumeMounts).toEqual([
    { name: 'certs', mountPath: '/certs', readOnly: true }, { name: 'info', mountPath: '/info' }, { name: 'pod', mountPath: '/pod/memory', subPath: 'memory' },
  ]);
});

test('a volume without a path is for the containers beside the app', () => {
  const chart = newChart();

  new StatelessApp(chart, 'web', {
    image: IMAGE,
    podVolumes: [{ volume: { name: 'socket', emptyDir: {} } }],
    sidecars: [{ name: 'proxy', image: 'b:1', volumeMounts: [{ name: 'socket', mountPath: '/run/proxy' }] }],
  });

  const { volumes, containers: [app, proxy] } = only(chart, 'Deployment').spec.template.spec;
  expect(volumes).toEqual([{ name: 'socket', emptyDir: {} }]);
  expect(app).not.toHaveProperty('volumeMounts');
  expect(proxy.volumeMounts).toEqual([{ name: 'socket', mountPath: '/run/proxy' }]);
});

test('tasks and node agents take them too', () => {
  const chart = newChart();

  new Task(chart, 'report', { image: IMAGE, podVolumes: [CERTS] });
  new NodeAgent(chart, 'logs', { image: IMAGE, podVolumes: [CERTS] });

  const names = synth(chart).filter(({ kind }) => kind === 'Job' || kind === 'DaemonSet').map(({ spec }) => spec.template.spec.volumes[0].name);
  expect(names).toEqual(['certs', 'certs']);
});

test.each<[string, PodVolume[], string]>([
  ['a volume without a source', [{ volume: { name: 'a' } }], "'podVolumes[0].volume' must have one source, got none; write 'configMap: { name: \"settings\" }', for example"],
  ['a volume with two sources', [{ volume: { name: 'a', emptyDir: {}, secret: {} } }], "'podVolumes[0].volume' must have one source, got 'emptyDir' and 'secret'"],
  ['a name that is none', [{ volume: { name: 'My_Certs', emptyDir: {} } }], "got 'My_Certs'; write 'name: \"my-certs\"'"],
  ['a volume without a name', [{ volume: { emptyDir: {} } as any }], "'podVolumes[0].volume.name' is missing; write 'name: \"certs\"'"],
  ['a mount that is none', [{ volume: { name: 'a', emptyDir: {} }, readOnly: true }], "'podVolumes[0]' says how the app mounts the volume, and it does not mount it; write 'mountPath: \"/certs\"' beside it"],
  ['two volumes of one name', [CERTS, { ...CERTS, mountPath: '/other' }], "two volumes are called 'certs'"],
  ['two volumes at one path', [CERTS, { ...CERTS, volume: { name: 'other', emptyDir: {} } }], "two things are mounted at '/certs'"],
  ['something that is no volume', [{ volume: 'certs' as any }], "'podVolumes[0].volume' must be an object, got 'certs'"],
])('%s is refused', (_, podVolumes, message) => {
  const chart = newChart();

  new StatefulApp(chart, 'db', { image: IMAGE, podVolumes });

  expect(refusals(chart)).toEqual([expect.stringContaining(message)]);
});
