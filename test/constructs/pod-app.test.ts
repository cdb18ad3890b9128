import { ApiObject, Chart, JsonPatch, Size } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-27';
import { NodeAgent, PodApp, PodOptions, StatefulApp, StatelessApp, Storage, Task } from '../../src';
import { newChart, only, synth } from '../support/synth';

const IMAGE = 'a:1';
const DATA = { name: 'data', mountPath: '/data', size: Size.gibibytes(1) };
const CACHE = { name: 'cache', mountPath: '/cache', storage: Storage.emptyDir() };
const CERTS = { volume: { name: 'certs', csi: { driver: 'csi.cert-manager.io' } }, mountPath: '/certs' };
const SIDECAR = { name: 'log', image: 'b:1' };
const FIRST = { name: 'setup', image: 'c:1' };

const APPS: readonly (readonly [string, (chart: Chart, props?: Partial<PodOptions>) => PodApp])[] = [
  ['StatefulApp', (chart, props) => new StatefulApp(chart, 'app', { image: IMAGE, ...props })],
  ['StatelessApp', (chart, props) => new StatelessApp(chart, 'app', { image: IMAGE, ...props })],
  ['NodeAgent', (chart, props) => new NodeAgent(chart, 'app', { image: IMAGE, hostDirectories: [{ path: '/var/log' }], ...props })],
  ['Task', (chart, props) => new Task(chart, 'app', { image: IMAGE, ...props })],
  ['Task with a schedule', (chart, props) => new Task(chart, 'app', { image: IMAGE, schedule: '0 3 * * *', ...props })],
];

test.each(APPS)('what is added to a %s is what its props would have given', (_, make) => {
  const [added, given] = [newChart(), newChart()];
  const app = make(added, { volumes: [DATA], env: { LEVEL: 'info' } });

  app.addEnv('POD_NAME', EnvValue.fromValue('$(LEVEL)'));
  app.addVolume(CACHE);
  app.addPodVolume(CERTS);
  app.addSidecar(SIDECAR);
  app.addInitContainer(FIRST);

  make(given, {
    volumes: [DATA, CACHE], podVolumes: [CERTS], env: { LEVEL: 'info' }, envValues: { POD_NAME: EnvValue.fromValue('$(LEVEL)') }, sidecars: [SIDECAR], initContainers: [FIRST],
  });
  expect(synth(added)).toEqual(synth(given));
});

test.each(APPS)('a claim that is added to a %s is made once', (_, make) => {
  const [added, given] = [newChart(), newChart()];
  const app = make(added);

  app.addVolume(DATA);
  app.addEnv('LEVEL', EnvValue.fromValue('info'));

  make(given, { volumes: [DATA], envValues: { LEVEL: EnvValue.fromValue('info') } });
  // It comes after the app, which waits for it.
  expect(synth(added)).toHaveLength(synth(given).length);
  expect(synth(added)).toEqual(expect.arrayContaining(synth(given)));
});

test('the pods of a StatefulApp hold claims of a volume that was added', () => {
  const app = new StatefulApp(newChart(), 'db', { image: IMAGE, replicas: 2 });

  app.addVolume(DATA);

  expect(app.claimName('data', 1)).toBe('data-db-1');
});

test('patches hold for what is added later', () => {
  const chart = newChart();
  const app = new StatefulApp(chart, 'db', { image: IMAGE });
  ApiObject.of(app).addJsonPatch(JsonPatch.replace('/spec/template/spec/containers/0/image', 'a:2'));

  app.addSidecar(SIDECAR);

  expect(only(chart, 'StatefulSet').spec.template.spec.containers.map(({ image }: any) => image)).toEqual(['a:2', 'b:1']);
});

test('a volume for one node is added to a StatelessApp with one pod, and makes it let go first', () => {
  const chart = newChart();

  new StatelessApp(chart, 'web', { image: IMAGE }).addVolume(DATA);

  expect(only(chart, 'Deployment').spec.strategy).toEqual({ type: 'Recreate' });
});
