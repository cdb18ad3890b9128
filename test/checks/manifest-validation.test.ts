import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ManifestValidation } from '../../src/checks/manifest-validation';
import { FindingSeverity } from '../../src/reports/finding-severity';

const ROOT = resolve(__dirname, '../..');
const CDK8S = join(ROOT, 'node_modules/cdk8s-cli/bin/cdk8s');

/** A pod that reads a Secret which nobody has written; all constructs are of cdk8s itself. */
const APP = `
  const { ApiObject, App, Chart } = require('${ROOT}/node_modules/cdk8s');
  const app = new App();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new ApiObject(chart, 'pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [
    { name: 'web', image: 'httpd:2.4.62', envFrom: [{ secretRef: { name: 'login' } }] },
  ] } });
  app.synth();
`;

/** An app of ours with a typing error in a patch. */
const BROKEN_APP = `
  const { ApiObject, App, Chart, JsonPatch } = require('${ROOT}/node_modules/cdk8s');
  const { StatefulApp } = require('${ROOT}');
  const app = new App();
  const web = new StatefulApp(new Chart(app, 'shop'), 'web', { image: 'httpd:2.4.62' });
  ApiObject.of(web).addJsonPatch(JsonPatch.add('/spec/replcas', 3));
  app.synth();
`;

/** Runs the real `cdk8s synth` in a folder of its own, with what `npx projen compile` makes of src: run that first, and again after every change. */
function synth(app: string, properties = '{}') {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-synth-'));
  const config = `language: typescript\napp: node main.js\nvalidations:\n  - {package: '${ROOT}', version: 0.0.0, class: ManifestValidation, properties: ${properties}}\n`;
  for (const [name, content] of Object.entries({ 'main.js': app, 'cdk8s.yaml': config })) {
    writeFileSync(join(folder, name), content);
  }
  const reports = join(folder, 'reports.json');
  const { status, stdout, stderr } = spawnSync(process.execPath, [CDK8S, 'synth', '--check-upgrade=false', '--validation-reports-output-file', reports], {
    cwd: folder, encoding: 'utf8',
  });
  return { status, stdout, stderr, report: existsSync(reports) ? JSON.parse(readFileSync(reports, 'utf8')).reports[0] : undefined };
}

test('cdk8s synth reports findings with construct, file and line; warnings do not fail it', () => {
  const { status, report } = synth(APP);

  expect(report.violations).toEqual([{
    ruleName: 'missing-secret',
    recommendation: "warning in Pod shop/web: Pod 'web' reads Secret 'login' in namespace 'shop', which is neither among the manifests nor declared",
    fix: expect.stringMatching(/in cdk8s-stateful\.yaml write environment: \{objects: \[\{kind: Secret, namespace: shop, name: login\}\]\}; https:.*#missing-secret$/),
    violatingConstructs: [{
      resourceName: 'web',
      constructPath: 'shop/pod',
      manifestPath: 'dist/shop.k8s.yaml',
      locations: ['line 10, column 13: /spec/containers/0/envFrom/0/secretRef/name'],
    }],
  }]);
  expect(report.summary).toMatchObject({ status: 'success', metadata: { Objects: '1', Acknowledged: '0' } });
  expect(status).toBe(0);
});

test('cdk8s synth fails with exit code 2 if warnings are to fail it', () => {
  const { status, stdout } = synth(APP, '{failOn: warning}');

  expect(status).toBe(2);
  expect(stdout).toContain('missing-secret (1 occurrences)');
});

test('the checks of our constructs fail cdk8s synth before anything is written', () => {
  const { status, stdout, stderr } = synth(BROKEN_APP);

  expect(status).toBe(1);
  expect(stdout).not.toContain('.k8s.yaml');
  expect(stderr).toMatch(/\[cdk8s-stateful checks\] 1 error: [^]*shop\/web\/Default\n {2}error {2}StatefulSet default\/web {2}\/spec\/replcas {2}schema-unknown-field\n.*did you mean 'replicas'/);
});

test('properties that it does not know are refused, with those it knows', () => {
  const props = { failOn: FindingSeverity.INFO, conifg: 'a.yaml' };

  expect(() => new ManifestValidation(props)).toThrow(
    "cdk8s.yaml: properties of the validation plugin ManifestValidation: 'failOn' must be error or warning, got 'info'; unknown property 'conifg'; known are failOn, config and crds",
  );
});
