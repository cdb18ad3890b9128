import { App, Chart, Size } from 'cdk8s';
import { EnvValue, k8s } from 'cdk8s-plus-27';
import { Checks, Cluster, RecursiveReadOnly, StatefulApp, StatefulAppProps, StatelessApp } from '../../../src';
import { newChart, refusals } from '../../support/synth';

const IMAGE = 'a:1';
const DATA = { name: 'data', mountPath: '/data', size: Size.gibibytes(1) };

function problemsAfter(add: (app: StatefulApp) => void, props: Partial<StatefulAppProps> = {}): string[] {
  const chart = newChart();
  add(new StatefulApp(chart, 'db', { image: IMAGE, ...props }));
  return refusals(chart);
}

test.each<[string, (app: StatefulApp) => void, string]>([
  ['a variable with a plain value that is there', app => app.addEnv('LEVEL', EnvValue.fromValue('b')), "'LEVEL' stands in 'env' and in 'envValues'; remove one"],
  ['a variable that was added before', app => { app.addEnv('A', EnvValue.fromValue('a')); app.addEnv('A', EnvValue.fromValue('b')); }, "there is a variable 'A' already; remove one of the two"],
  ['a name that is none', app => app.addEnv('A B', EnvValue.fromValue('b')), "each name in 'envValues' must be"],
  ['no name', app => app.addEnv(undefined as any, EnvValue.fromValue('b')), "'name' must be text, got undefined"],
  ['a plain text as a value', app => app.addEnv('A', 'b' as any), "'envValues.A' must be an EnvValue"],
  ['a variable that refers to none', app => app.addEnv('A', EnvValue.fromValue('$(B)')), "'A' refers to '$(B)', and there is no such variable"],
  ['a volume without a size', app => app.addVolume({ name: 'more', mountPath: '/more' }), "volume 'more': 'size' is missing"],
  ['a volume at a path that is taken', app => app.addVolume({ ...DATA, name: 'more' }), "two things are mounted at '/data'"],
  ['a volume of a name that is taken', app => app.addPodVolume({ volume: { name: 'data', emptyDir: {} } }), "two volumes are called 'data'"],
  ['nothing', app => app.addSidecar(undefined as any), "'sidecars[0]' must be an object, got undefined"],
])('%s is refused', (_, add, message) => {
  const problems = problemsAfter(add, { env: { LEVEL: 'a' }, volumes: [DATA] });

  expect(problems).toEqual([expect.stringContaining(message)]);
});

test('all problems are told, of props and of what was added', () => {
  const problems = problemsAfter(app => {
    app.addEnv('A B', EnvValue.fromValue('b'));
    app.addVolume({ name: 'more', mountPath: 'more', size: Size.gibibytes(1) });
  }, { replicas: -1 });

  expect(problems).toEqual([
    expect.stringContaining("'replicas' must be"), expect.stringContaining("each name in 'envValues'"), expect.stringContaining("'volumes[0].mountPath'"),
  ]);
});

test('props of a wrong type are told once, whatever is added', () => {
  const problems = problemsAfter(app => app.addEnv('A', EnvValue.fromValue('b')), { image: 7 as any });

  expect(problems).toEqual([expect.stringContaining("'image' must be text")]);
});

test('several pods cannot share a volume for one node that was added', () => {
  const chart = newChart();

  new StatelessApp(chart, 'web', { image: IMAGE, replicas: 2 }).addVolume(DATA);

  expect(refusals(chart)).toEqual([expect.stringContaining("volume 'data' can be mounted on one node only")]);
});

test('what was added needs the version that a prop would need', () => {
  const chart = new Chart(new App(), 'chart', { namespace: 'web' });
  Checks.of(chart).cluster(new Cluster('prod', { kubernetesVersion: '1.30' })).exists('Namespace', 'web');

  const app = new StatefulApp(chart, 'db', { image: IMAGE });
  app.addVolume({ ...DATA, readOnly: true, recursiveReadOnly: RecursiveReadOnly.ENABLED });
  app.addPodVolume({ volume: { name: 'plugins', image: { reference: 'b:1' } } as k8s.Volume });

  expect(refusals(chart)).toEqual([expect.stringContaining("'recursiveReadOnly"), expect.stringContaining("'podVolumes.volume.image'")]);
});
