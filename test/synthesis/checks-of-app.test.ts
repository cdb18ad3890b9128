import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Cluster } from '../../src/checks/configuration/cluster';
import { StatefulApp } from '../../src/constructs/stateful-app';
import { Checks } from '../../src/synthesis/checks';

/** A pod that reads a Secret which nobody has written. */
const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: {
    automountServiceAccountToken: false,
    containers: [{ name: 'web', image: 'httpd:2.4.62', envFrom: [{ secretRef: { name: 'login' } }] }],
  },
};

/** An app in an empty working directory, which chart.toJson() and app.synth() may read files from. */
function workspace(files: Readonly<Record<string, string>> = {}): { app: App; chart: Chart } {
  const folder = mkdtempSync(join(tmpdir(), 'checks-of-app-'));
  for (const [name, content] of Object.entries(files)) { writeFileSync(join(folder, name), content); }
  process.chdir(folder);
  const app = Testing.app();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new ApiObject(chart, 'pod', pod);
  Checks.of(chart).enable();
  return { app, chart };
}

/** What a synthesis prints on standard error. */
function warningsOf(app: App): string {
  app.synth();
  return stderr.mock.calls.map(([text]) => text).join('');
}

const before = process.cwd();
let stderr: jest.SpyInstance;
beforeEach(() => { stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true); });
afterEach(() => {
  jest.restoreAllMocks();
  process.chdir(before);
});

test('warnings are printed by app.synth(), with what to write in code', () => {
  const { app } = workspace();

  const warnings = warningsOf(app);

  expect(warnings).toMatch(/^\[cdk8s-stateful checks\] 1 warning for Kubernetes 1\.36\n\nshop\/pod\n {2}warning {2}Pod shop\/web {2}\/spec\/containers\/0\/envFrom\/0\/secretRef\/name {2}missing-secret\n/);
  expect(warnings).toContain("\n    declare: Checks.of(chart).exists('Secret', 'login')\n");
  expect(warnings).toMatch(/\n\nTo learn why: npx cdk8s-stateful explain missing-secret\nIf it is meant: Checks\.of\(construct\)\.acknowledge\('missing-secret', \{ reason: '\.\.\.' \}\)\n\n$/);
});

test('what the message says to write silences it', () => {
  const { app, chart } = workspace();
  Checks.of(chart).exists('Secret', 'login');

  expect(warningsOf(app)).toBe('');
});

test('chart.toJson() warns of nothing', () => {
  const { chart } = workspace();

  Testing.synth(chart);

  expect(stderr).not.toHaveBeenCalled();
});

test('in an environment that is complete, what is missing is an error of the app, and not of a chart for itself', () => {
  const { app, chart } = workspace();
  Checks.of(app).declare({ complete: true }).exists('Namespace', 'shop');

  expect(() => Testing.synth(chart)).not.toThrow();
  expect(() => app.synth()).toThrow(/1 error: [\s\S]*missing-secret/);
});

describe('the configuration file of the working directory', () => {
  test('declares', () => {
    const { app } = workspace({ 'cdk8s-stateful.yaml': 'environment: {objects: [{kind: Secret, namespace: shop, name: login}]}\n' });

    expect(warningsOf(app)).toBe('');
  });

  test('acknowledges, by object', () => {
    const { app } = workspace({ 'cdk8s-stateful.yaml': 'acknowledgements: [{rule: missing-secret, object: Pod/shop/web, reason: made by hand}]\n' });

    expect(warningsOf(app)).toBe('');
  });

  test('acknowledgements of it that cover nothing are reported', () => {
    const { app, chart } = workspace({ 'cdk8s-stateful.yaml': 'acknowledgements: [{rule: missing-secret, object: Pod/shop/other, reason: made by hand}]\n' });
    Checks.of(chart).exists('Secret', 'login');

    expect(warningsOf(app)).toMatch(/^\[cdk8s-stateful checks\] 1 warning for Kubernetes 1\.36\n\ncdk8s-stateful\.yaml\n {2}1:20 {5}warning {2}\/acknowledgements\/0 {2}unused-acknowledgement\n {4}'missing-secret' of Pod\/shop\/other is acknowledged, but not found/);
  });

  test('that cannot be read fails the synthesis, with its line', () => {
    const { app } = workspace({ 'cdk8s-stateful.yaml': 'acknowledgments: []\n' });

    expect(() => app.synth()).toThrow("cdk8s-stateful.yaml:1:1: unknown key 'acknowledgments'; did you mean 'acknowledgements'?");
  });

  test('names the version of the cluster', () => {
    const deviceClass = { apiVersion: 'resource.k8s.io/v1', kind: 'DeviceClass', metadata: { name: 'a' }, spec: {} };
    const { app, chart } = workspace({ 'cdk8s-stateful.yaml': 'kubernetesVersion: "1.34"\n' });
    new ApiObject(chart, 'class', deviceClass);

    expect(() => app.synth()).not.toThrow();
    Checks.of(chart).cluster(new Cluster('old', { kubernetesVersion: '1.33' }));
    expect(() => app.synth()).toThrow(/on Kubernetes 1\.33: it is there since 1\.34/);
  });
});

describe('the lock file of the working directory', () => {
  const lock = [
    'version: 1',
    'systems:',
    '  - {namespace: shop, name: db, serviceName: db, selector: {}, claims: [], retention: {whenDeleted: Retain, whenScaled: Retain}}',
    '',
  ].join('\n');

  /** The same app, written to the folder `dist` of the working directory. */
  function written(): App {
    const app = new App({ outdir: 'dist' });
    Checks.of(new Chart(app, 'shop', { namespace: 'shop' })).enable();
    return app;
  }

  test('fails the app that is written if a system is gone, and no test of a part of it', () => {
    const { app, chart } = workspace({ 'cdk8s-stateful.lock.yaml': lock });

    expect(() => Testing.synth(chart)).not.toThrow();
    expect(() => app.synth()).not.toThrow();
    expect(() => written().synth()).toThrow(/StatefulSet 'shop\/db' is locked, and is not there any more/);
  });

  test('fails the test of a whole app as well, if an identity changes', () => {
    const { app, chart } = workspace({ 'cdk8s-stateful.lock.yaml': lock });
    new StatefulApp(chart, 'db', { image: 'redis:8.2.10-bookworm', ports: [{ name: 'redis', port: 6379 }] });

    expect(() => Testing.synth(chart)).not.toThrow();
    expect(() => app.synth()).toThrow(/selector of StatefulSet 'shop\/db' is locked as \{\}/);
  });

  test('that cannot be understood fails with its problems', () => {
    const { app } = workspace({ 'cdk8s-stateful.lock.yaml': 'version: 2\nsystems: []\n' });

    expect(() => app.synth()).toThrow(/cdk8s-stateful\.lock\.yaml: version: must be 1, got 2/);
  });
});
