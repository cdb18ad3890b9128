import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { ApiObject, App, AppProps, Chart, Include, JsonPatch, Lazy, ResolutionContext, Testing, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { Cluster } from '../../src/checks/configuration/cluster';
import { Checks } from '../../src/synthesis/checks';
import { LinearApp } from '../../src/synthesis/linear-app';
import { FILE_LIST } from '../../src/synthesis/output-folder';
import { AppRecipe, appRecipe, build } from '../support/random-app';

const folders: string[] = [];

afterAll(() => folders.forEach(folder => fs.rmSync(folder, { recursive: true, force: true })));

function newFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linear-app-'));
  folders.push(folder);
  return folder;
}

/** Everything below a folder but the list that only LinearApp writes; folders end with a slash. */
function filesIn(folder: string): Record<string, string> {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    .map(entry => ({ isFile: entry.isFile(), full: path.join(entry.parentPath, entry.name) }))
    .filter(({ full }) => path.basename(full) !== FILE_LIST);
  return Object.fromEntries(entries.map(({ isFile, full }) => [path.relative(folder, full) + (isFile ? '' : '/'), isFile ? fs.readFileSync(full, 'utf8') : '']).sort());
}

type Outcome = { files: Record<string, string>; yaml: string } | { error: string };

function outcome(AppClass: typeof App, recipe: AppRecipe): Outcome {
  const outdir = newFolder();
  try {
    const app = new AppClass({ outdir, ...recipe.props });
    build(app, recipe);
    app.synth();
    return { files: filesIn(outdir), yaml: app.synthYaml() };
  } catch (error) {
    return { error: kindOf(error as Error) };
  } finally {
    fs.rmSync(outdir, { recursive: true, force: true });
  }
}

/** Our messages about dependencies say more than those of cdk8s. */
function kindOf({ message }: Error): string {
  if (message.startsWith('Dependency cycle detected')) { return 'cycle'; }
  return /cannot find a parent chart|is in no chart/.test(message) ? 'no chart' : message;
}

test('writes what App writes, for every app', () => {
  fc.assert(fc.property(appRecipe, recipe => {
    const expected = outcome(App, recipe);

    expect(outcome(LinearApp, recipe)).toEqual(expected);
  }), { numRuns: 2000 });
});

const ALL_TYPES = [
  YamlOutputType.FILE_PER_APP, YamlOutputType.FILE_PER_CHART, YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
];

test.each(ALL_TYPES)(
  'includes YAML files as App does, output type %s', yamlOutputType => {
    const file = path.join(newFolder(), 'system.yaml');
    fs.writeFileSync(file, 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b, namespace: x}\ndata: {a: "1"}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {clusterIP: None}\n');
    const [linear, plain] = [LinearApp, App].map(AppClass => {
      const app = new AppClass({ outdir: newFolder(), yamlOutputType, recordConstructMetadata: true });
      const included = new Include(new Chart(app, 'included', { namespace: 'web', labels: { team: 'a' } }), 'system', { url: file });
      new ApiObject(new Chart(app, 'first'), 'late', { apiVersion: 'v1', kind: 'Secret' }).addDependency(included);
      app.synth();
      return filesIn(app.outdir);
    });

    expect(linear).toEqual(plain);
    expect(Object.keys(linear)).toContain('construct-metadata.json');
  });

function appWith(...objects: string[]): LinearApp {
  const app = new LinearApp({ outdir: newFolder() });
  const chart = new Chart(app, 'chart');
  for (const id of objects) { configMap(chart, id); }
  return app;
}

function configMap(scope: Construct, id: string, data?: any): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: id }, data });
}

test('validates every construct once', () => {
  const app = appWith('a', 'b');
  new Chart(app, 'other');
  const validate = jest.fn(() => []);
  app.node.addValidation({ validate });

  app.synth();

  expect(validate).toHaveBeenCalledTimes(1);
});

test('reports what validations say, as App does, and writes nothing', () => {
  const app = appWith('a');
  app.node.findChild('chart').node.addValidation({ validate: () => ['no', 'never'] });

  expect(() => app.synth()).toThrow('Validation failed with the following errors:\n  [chart] no\n  [chart] never');
  expect(filesIn(app.outdir)).toEqual({});
});

test('a cycle is reported with every construct on it', () => {
  const app = appWith('a', 'b', 'c', 'outside');
  const [a, b, c, outside] = app.node.findChild('chart').node.children as ApiObject[];
  a.addDependency(b);
  b.addDependency(c);
  c.addDependency(a);
  outside.addDependency(a);

  expect(() => app.synth()).toThrow('Dependency cycle detected: chart/a => chart/b => chart/c => chart/a');
});

test('a cycle between charts says which constructs cause it', () => {
  const app = new LinearApp({ outdir: newFolder() });
  const web = configMap(new Chart(app, 'web'), 'server');
  const db = configMap(new Chart(app, 'db'), 'primary');
  const user = configMap(db.node.scope!, 'user');
  web.addDependency(db);
  user.addDependency(web);

  expect(() => app.charts).toThrow([
    'Dependency cycle detected: web => db => web',
    '  \'web\' waits for \'db\': \'web/server\' depends on \'db/primary\'',
    '  \'db\' waits for \'web\': \'db/user\' depends on \'web/server\'',
  ].join('\n'));
});

test('a chart cannot wait for a chart that contains it', () => {
  const app = new LinearApp({ outdir: newFolder() });
  const outer = new Chart(app, 'outer');
  const inner = new Chart(outer, 'inner');
  inner.addDependency(outer);

  expect(() => app.synthYaml()).toThrow('Dependency cycle detected: outer => outer/inner => outer\n  \'outer\' waits for \'outer/inner\': contains it');
});

test('objects that a construct makes wait for each other are a cycle', () => {
  const app = appWith('a', 'b', 'c');
  const chart = app.node.findChild('chart');
  chart.node.addDependency(chart);

  expect(() => app.synth()).toThrow('Dependency cycle detected: chart/a => chart/b => chart/a\n  \'chart\' depends on \'chart\', and both of them hold these objects');
});

test('an object that depends on itself is written all the same', () => {
  const app = appWith('a');
  const [a] = app.node.findChild('chart').node.children as ApiObject[];
  a.addDependency(a);

  expect(app.synthYaml()).toContain('name: a');
});

test('a dependency of the app itself is refused by its path', () => {
  const app = appWith('a');
  app.node.addDependency(app.node.findChild('chart'));

  expect(() => app.synth()).toThrow('\'the app\' takes part in a dependency and is in no chart; declare it between charts or what is inside of charts');
});

test('what was removed from the tree is no dependency any more, and what took its place is', () => {
  const [linear, plain] = [LinearApp, App].map(AppClass => {
    const app = new AppClass({ outdir: newFolder() });
    const chart = new Chart(app, 'chart');
    const a = configMap(chart, 'a');
    const gone = new Construct(chart, 'group');
    configMap(gone, 'b');
    a.addDependency(gone, configMap(chart, 'z'));
    chart.node.tryRemoveChild('group');
    configMap(new Construct(chart, 'group'), 'b', { replaced: 'true' });
    return app.synthYaml();
  });

  expect(linear).toBe(plain);
});

test('a chain of 12,000 objects is written in its order', () => {
  const app = new LinearApp({ outdir: newFolder() });
  const chart = new Chart(app, 'chart');
  const objects = Array.from({ length: 12_000 }, (_, i) => configMap(chart, `object-${i}`));
  objects.slice(1).forEach((next, i) => objects[i].addDependency(next));

  const names = [...app.synthYaml().matchAll(/name: object-(\d+)/g)].map(([, number]) => Number(number));

  expect(names).toEqual(Array.from({ length: 12_000 }, (_, i) => 11_999 - i));
});

test('charts that depend on each other with many objects are no all-to-all', () => {
  const app = new LinearApp({ outdir: newFolder() });
  const charts = Array.from({ length: 20 }, (_, i) => new Chart(app, `chart-${i}`));
  for (const chart of charts) {
    for (let i = 0; i < 200; i++) { configMap(chart, `object-${i}`); }
  }
  charts.slice(1).forEach((next, i) => charts[i].addDependency(next));

  expect(app.charts.map(chart => chart.node.id)).toEqual(charts.map(chart => chart.node.id).reverse());
});

test('a chart that renders itself is asked to', () => {
  class Wrapped extends Chart {
    public toJson(): any[] {
      return [{ apiVersion: 'v1', kind: 'List', metadata: { name: 'all' }, items: super.toJson() }];
    }
  }
  const app = new LinearApp({ outdir: newFolder() });
  configMap(new Wrapped(app, 'chart'), 'a');

  expect(app.synthYaml()).toContain('kind: List\nmetadata:\n  name: all\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n');
});

test('resolvers, lazy values and patches work as with App', () => {
  const resolvers = [{ resolve: (context: ResolutionContext) => { if (context.value === 'secret') { context.replaceValue('public'); } } }];
  const [linear, plain] = [LinearApp, App].map(AppClass => {
    const app = new AppClass({ outdir: newFolder(), resolvers });
    const object = configMap(new Chart(app, 'chart'), 'a', { word: 'secret', lazy: Lazy.any({ produce: () => 'secret' }) });
    object.addJsonPatch(JsonPatch.add('/data/patched', 'yes'));
    return app.synthYaml();
  });

  expect(linear).toBe(plain);
  expect(linear).toContain('lazy: public\n  word: public\n  patched: "yes"');
});

test('Testing.synth renders its charts', () => {
  const app = appWith('a');

  expect(Testing.synth(app.node.findChild('chart') as Chart)).toMatchObject([{ kind: 'ConfigMap', metadata: { name: 'a' } }]);
});

test.each<[string, AppProps, string[]]>([
  ['objects of two namespaces', { yamlOutputType: YamlOutputType.FILE_PER_RESOURCE }, ['ConfigMap.a.k8s.yaml', 'ConfigMap.a.two.k8s.yaml', 'ConfigMap.a.two-2.k8s.yaml']],
  ['objects of one chart', { yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE }, ['chart/', 'chart/ConfigMap.a.k8s.yaml', 'chart/ConfigMap.a.two.k8s.yaml', 'chart/ConfigMap.a.two-2.k8s.yaml']],
])('%s never overwrite each other', (_name, props, names) => {
  const app = new LinearApp({ outdir: newFolder(), ...props });
  const chart = new Chart(app, 'chart');
  for (const [id, namespace] of [['first', 'one'], ['second', 'two'], ['third', 'two']]) {
    new ApiObject(chart, id, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a', namespace } });
  }

  app.synth();

  expect(Object.keys(filesIn(app.outdir)).sort()).toEqual([...names].sort());
});

test('charts of one name never overwrite each other', () => {
  const app = new LinearApp({ outdir: newFolder() });
  const scope = new Construct(app, 'scope');
  configMap(new Chart(scope, 'a'), 'one');
  configMap(new Chart(new Construct(scope, 'Default'), 'a'), 'two');

  app.synth();

  expect(Object.values(filesIn(app.outdir)).sort()).toEqual([expect.stringContaining('name: one'), expect.stringContaining('name: two')]);
});

test('`cdk8s synth` finds the files', () => {
  const folder = newFolder();
  const main = path.join(folder, 'main.js');
  const library = path.resolve('src/synthesis/linear-app.ts');
  fs.writeFileSync(main, [
    'const { Chart, ApiObject } = require("cdk8s");',
    `const { LinearApp } = require(${JSON.stringify(library)});`,
    'const app = new LinearApp();',
    'new ApiObject(new Chart(app, "web"), "a", { apiVersion: "v1", kind: "ConfigMap" });',
    'app.synth();',
  ].join('\n'));
  fs.symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));

  const run = spawnSync('npx', ['cdk8s', 'synth', '--check-upgrade=false', '--app', `npx tsx ${main}`, '--output', 'manifests'], { cwd: folder, encoding: 'utf8' });

  expect(run.stdout).toContain('manifests/web.k8s.yaml');
  expect(filesIn(path.join(folder, 'manifests'))).toEqual({ 'web.k8s.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web-a-c833529f\n' });
});

test('of an app for several clusters, each gets a folder of its name, and what is for all stands above', () => {
  const outdir = newFolder();
  const app = new LinearApp({ outdir });
  for (const name of ['prod/eu', '../us', 'base']) {
    const chart = new Chart(app, name.replace(/\W/g, ''));
    if (name !== 'base') { Checks.of(chart).cluster(new Cluster(name)); }
    new ApiObject(chart, 'a', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } });
  }

  app.synth();
  const files = fs.readdirSync(outdir, { recursive: true }).map(String).filter(file => file.endsWith('.yaml')).sort();

  expect(files.map(file => file.replace(/-c8\w+/, ''))).toEqual(['base.k8s.yaml', 'prod/eu/prodeu.k8s.yaml', 'us/us.k8s.yaml']);
});
