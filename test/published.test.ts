import { spawnSync } from 'child_process';
import { existsSync, readFileSync, readdirSync } from 'fs';
import { builtinModules } from 'module';
import { join, relative, resolve } from 'path';
import { EXAMPLES, filesOfExample } from './support/examples';
import { catalogue } from '../src/checks/catalogue';
import { shownExample } from '../src/checks/example-text';
import { checkDocuments } from '../src/checks/run';
import { readDocuments } from '../src/manifest/read/read';

// What `npx projen compile` makes of src is tested here: run it first, and again after every change.
const ROOT = resolve(__dirname, '..');
const SHARED = ['lib/shared/checks.js', 'lib/shared/diff.js', 'lib/shared/lock.js'];
const LIBRARY = ['lib/index.js', 'lib/synthesis/checks-of-app.js', ...SHARED];
const API_DATA = ['gates', 'kinds', 'fields'].map(data => `lib/kubernetes/api/${data}.generated.js`);
const COMMANDS = [
  'lib/cli/main.js',
  'lib/cli/check.js',
  'lib/cli/explain.js',
  'lib/cli/change-commands.js',
  'lib/cli/lock.js',
  'lib/cli/graph.js',
  'lib/cli/describe.js',
  'lib/cli/import.js',
  'lib/cli/completion.js',
  'lib/cli/init.js',
];
const FILES_WITH_PACKAGES = ['lib/checks/custom-resources/cel.js', 'lib/graph/graphviz.js', 'lib/graph/html.js'];

/** Users install them when they want what needs them. */
const OPTIONAL = ['@resvg/resvg-js'];

/** The file as users get it: `npx projen compile` makes it. */
function published(file: string) {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require(join(ROOT, file));
}

function runNode(program: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--eval', program], { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) { throw new Error(stderr); }
  return stdout;
}

/** The files of this library that a program with the published one has loaded when it ends. */
function loadedBy(program: string): string[] {
  const files: string[] = JSON.parse(runNode(`(async () => { ${program}; console.log(JSON.stringify(Object.keys(require.cache))) })()`));
  return files.map(file => relative(ROOT, file).replaceAll('\\', '/')).filter(file => !file.startsWith('node_modules/cdk8s'));
}

function commandLine(...words: string[]) {
  return spawnSync(join(ROOT, 'bin/cdk8s-stateful'), words, { encoding: 'utf8' });
}

const SMALL_APP = `
  const { ApiObject, App, Chart } = require('cdk8s');
  const { StatefulApp } = require('cdk8s-stateful');
  const app = new App();
  const chart = new Chart(app, 'chart');
  new StatefulApp(chart, 'web', { image: 'httpd:2.4.62', replicas: 3, ports: [{ name: 'http', port: 8080 }] });
`;

const ofOurs = (files: readonly string[]) => files.filter(file => !file.startsWith('node_modules/'));

test.each([...LIBRARY, ...COMMANDS])('%s is plain ASCII, which takes half the memory and is read faster', file => {
  // eslint-disable-next-line no-control-regex
  const isPlain = /^[\x00-\x7f]*$/.test(readFileSync(join(ROOT, file), 'latin1'));

  expect(isPlain).toBe(true);
});

test('an app loads one file, its synthesis those of the checks', () => {
  expect(ofOurs(loadedBy(SMALL_APP))).toEqual(['lib/index.js']);
  expect(ofOurs(loadedBy(`${SMALL_APP} app.synthYaml()`))).toEqual(['lib/index.js', 'lib/synthesis/checks-of-app.js', 'lib/shared/checks.js', ...API_DATA]);
});

test('what users ask for in code loads no other files', () => {
  const asked = (program: string) => ofOurs(loadedBy(`const { ManifestCheck, ManifestDiff, ManifestValidation } = require('cdk8s-stateful'); ${program}`));
  const ofChecks = ['lib/index.js', 'lib/shared/checks.js', ...API_DATA];

  expect(asked("ManifestCheck.of([{ apiVersion: 'v1', kind: 'Pod' }]).toString()")).toEqual(ofChecks);
  expect(asked("ManifestDiff.of([{ apiVersion: 'v1', kind: 'Pod' }], []).toText()").sort()).toEqual([...ofChecks, 'lib/shared/diff.js'].sort());
});

/** Files that run in containers, for a construct reads them when it is made. */
const SCRIPTS = [['src/constructs/databases', 'lib'], ['src/diff/plan', 'lib/shared']].flatMap(([from, to]) =>
  readdirSync(join(ROOT, from), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.\w+$/.test(name) && !name.endsWith('.ts'))
    .map(name => ({ source: join(from, name), copy: join(to, name) })));

test('each file that runs in containers is in the package', () => {
  const bytes = (file: string) => existsSync(join(ROOT, file)) && readFileSync(join(ROOT, file), 'utf8');

  expect(SCRIPTS.length).toBeGreaterThan(100);
  expect(SCRIPTS.filter(({ source, copy }) => bytes(copy) !== bytes(source))).toEqual([]);
});

test.each(EXAMPLES)('the published library writes what the sources write: example %s', name => {
  expect(filesOfExample(name, published('lib/index.js'))).toEqual(filesOfExample(name));
});

test('each other file of code in the package is one that something loads', () => {
  const files = readdirSync(join(ROOT, 'lib'), { recursive: true, encoding: 'utf8' }).map(file => `lib/${file.replaceAll('\\', '/')}`);
  const code = files.filter(file => file.endsWith('.js') && !SCRIPTS.some(({ copy }) => copy === file));

  expect(code.sort()).toEqual([...LIBRARY, ...COMMANDS, ...API_DATA, ...FILES_WITH_PACKAGES, 'lib/cli/usage-error.js', 'lib/manifest/read/yaml-text.js'].sort());
});

test('its synthesis loads no other package but what cdk8s needs', () => {
  const ofCdk8s = new Set(loadedBy("require('cdk8s')"));

  expect(loadedBy(`${SMALL_APP} app.synthYaml()`).filter(file => file.startsWith('node_modules/') && !ofCdk8s.has(file))).toEqual([]);
});

test('the published checks find what the checks in src find', () => {
  const documents = [...catalogue().values()].flatMap(({ id, bad = '', good = '' }) => [...readDocuments(bad, `${id}/bad.yaml`), ...readDocuments(good, `${id}/good.yaml`)]);
  const expected = checkDocuments(documents);

  const found = published('lib/shared/checks.js')['checks/run'].checkDocuments(documents);

  expect(found).toEqual(expected);
  expect(found.length).toBeGreaterThan(200);
});

test('the published checks carry no examples, which no synthesis shows', () => {
  const withExamples = [...LIBRARY, 'lib/cli/check.js'].filter(file => /[{,](?:bad|good):/.test(readFileSync(join(ROOT, file), 'utf8')));

  expect(withExamples).toEqual([]);
});

test('the published command line explains each check with its examples', () => {
  const checks = [...catalogue().values()].filter(({ bad }) => bad);

  const texts: string[] = JSON.parse(runNode(`
    const { main } = require('./lib/cli/main');
    console.log(JSON.stringify(${JSON.stringify(checks.map(({ id }) => id))}.map(id => {
      let text = '';
      main(['explain', id], { out: more => { text += more; }, err() {} });
      return text;
    })));
  `));
  const lines = (text: string) => text.split('\n').map(line => line.trim()).filter(line => line !== '');
  const missing = checks.filter(({ bad, good }, i) => !lines(shownExample(`${bad}\n${good}`)).every(line => lines(texts[i]).includes(line)));

  expect(missing.map(({ id }) => id)).toEqual([]);
});

test('the published command line knows wrong usage from a mistake of ours', () => {
  const { status, stderr } = commandLine('explain', 'no-such-check');

  expect(status).toBe(2);
  expect(stderr).toContain("See 'cdk8s-stateful explain --help'.");
});

test.each([
  ['graph', ['--out', 'package.json/x.svg']],
  ['import', ['--out', 'package.json/x.ts']],
  ['lock', ['--file', 'package.json/x.yaml']],
])('%s tells in one line that a file cannot be written', (command, options) => {
  const { status, stderr } = commandLine(command, ...options, 'templates/init/test/cache.snapshot.yaml');

  expect({ status, stderr }).toEqual({ status: 2, stderr: `cdk8s-stateful: cannot write '${options[1]}': a part of its path is a file\n` });
});

test('a command loads what it needs and nothing else', () => {
  const check = (file: string) => loadedBy(`require('./lib/cli/main').main(['check', '${file}'], { out() {}, err() {} })`);
  const ofCheck = ['lib/cli/main.js', 'lib/cli/usage-error.js', 'lib/cli/check.js', 'lib/shared/checks.js', ...API_DATA];

  expect(check('scripts/kubernetes/claim-stages.yaml')).toEqual(ofCheck);
  expect(check('package-lock.json').filter(file => !file.startsWith('node_modules/yaml/'))).toEqual([...ofCheck, 'lib/manifest/read/yaml-text.js']);
});

test('help loads no command, no schema and no parser', () => {
  expect(loadedBy("require('./lib/cli/main').main(['--help'], { out() {}, err() {} })")).toEqual(['lib/cli/main.js', 'lib/cli/usage-error.js']);
});

test('only a picture that is laid out loads Graphviz', () => {
  const route = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'a' }, spec: { defaultBackend: { service: { name: 'b' } } } };
  const graph = (format: string) => ofOurs(loadedBy(`
    await require('./lib/cli/main').main(['graph', '-', '--format', '${format}'], { input: () => '${JSON.stringify(route)}', out() {}, err() {} })`));
  const ofGraph = graph('mermaid');

  expect(graph('svg')).toEqual([...ofGraph, 'lib/graph/graphviz.js']);
  expect(graph('html').filter(file => file.startsWith('lib/graph/'))).toEqual(['lib/graph/html.js', 'lib/graph/graphviz.js']);
});

// `completion` asks each command for its options, that of pictures too.
test('no other command loads anything of pictures', () => {
  const file = 'scripts/kubernetes/claim-stages.yaml';
  const lines = [['check', file], ['diff', file, file], ['describe', file], ['lock', '--check', file], ['import', file], ['explain', 'image-tag'],
    ['upgrade-check', '--from', '1.35', '--to', '1.36', file], ['check', '--help']];

  const loaded = ofOurs(loadedBy(`for (const line of ${JSON.stringify(lines)}) { await require('./lib/cli/main').main(line, { out() {}, err() {} }) }`));

  expect(loaded).toEqual(expect.arrayContaining(['check', 'change-commands', 'describe', 'lock', 'import', 'explain'].map(name => `lib/cli/${name}.js`)));
  expect(loaded.filter(name => name.includes('graph'))).toEqual([]);
});

test('what the files that are loaded require is in the package, comes with Node or with a peer, or is optional', () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const known = new Set([...builtinModules, ...Object.keys({ ...dependencies, ...peerDependencies }), ...OPTIONAL]);
  const required = [...LIBRARY, ...COMMANDS, ...FILES_WITH_PACKAGES].flatMap(file => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\brequire\("(?:node:)?((?:@[^/"]+\/)?[^./"][^/"]*)[^"]*"\)/g)].map(match => match[1]));

  expect(new Set(required)).toContain('cdk8s');
  expect([...new Set(required)].filter(name => !known.has(name))).toEqual([]);
});

test('what stops a synthesis begins with one short line of our code, which Node shows before the message', () => {
  const { stderr } = spawnSync(process.execPath, ['--eval', `${SMALL_APP} new StatefulApp(chart, 'Wrong!', { image: 'httpd:2.4.62' }); app.synth()`], { cwd: ROOT, encoding: 'utf8' });

  expect(stderr.indexOf('Error: ')).toBeGreaterThan(0);
  expect(stderr.slice(0, stderr.indexOf('Error: ')).split('\n').filter(line => line.length > 200)).toEqual([]);
  expect(stderr).toContain('Wrong!');
});

test('each class has the tag by which other languages know it, and its name', () => {
  const { types, version } = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'));
  const classes = Object.values<{ kind: string; name: string; fqn: string }>(types).filter(({ kind }) => kind === 'class');
  const library = published('lib/index.js');

  expect(classes.length).toBeGreaterThan(30);
  expect(classes.map(({ name }) => library[name][Symbol.for('jsii.rtti')])).toEqual(classes.map(({ fqn }) => ({ fqn, version })));
  expect(classes.map(({ name }) => library[name].name.replace(/^_/, ''))).toEqual(classes.map(({ name }) => name));
});
