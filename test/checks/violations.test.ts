import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Violation, reportViolations } from '../../src/checks/violations';
import { BAD_WIDGET, WIDGET_DEFINITION } from '../support/custom-resources';

/** What a context of cdk8s-cli would have been told about a manifest. */
function violationsOf(
  yaml: string, config?: string, files: Readonly<Record<string, string>> = {}, crds?: readonly string[],
): { violations: Violation[]; status: string } {
  const folder = mkdtempSync(join(tmpdir(), 'violations-'));
  const write = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  Object.entries(files).forEach(([name, content]) => write(name, content));
  const violations: Violation[] = [];
  let status = '';
  reportViolations({
    manifests: [write('app.k8s.yaml', yaml)],
    report: { addViolation: violation => violations.push(violation), submit: result => { status = result; } },
  }, { config: write('config.yaml', config ?? ''), crds: crds?.map(name => join(folder, name)) });
  return { violations, status };
}

test('errors come first and fail the synthesis; what is only worth knowing is left out', () => {
  const yaml = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nspec: {containers: [{name: a, image: "a:latest", ports: [{containerPort: 0x1ffff}]}]}\n';

  const { violations, status } = violationsOf(yaml);

  expect(violations.map(({ ruleName }) => ruleName)).toEqual(['format-port', 'image-tag']);
  expect(status).toBe('failure');
});

test('an acknowledgement that covers nothing is told with its file', () => {
  const { violations, status } = violationsOf('apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n', 'acknowledgements: [{rule: image-tag, reason: one only}]\n');

  expect(violations).toEqual([expect.objectContaining({
    ruleName: 'unused-acknowledgement',
    violatingResources: [expect.objectContaining({ manifestPath: expect.stringMatching(/config\.yaml$/) })],
  })]);
  expect(status).toBe('success');
});

test.each([
  'environment: {objects: [{kind: Secret, name: login}]}\n',
  'acknowledgements: [{rule: missing-secret, object: Pod/a, reason: made by hand}]\n',
])('what the configuration file says is not reported: %s', config => {
  const yaml = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: "a:1", envFrom: [{secretRef: {name: login}}]}]}\n';

  expect(violationsOf(yaml).violations).toHaveLength(1);
  expect(violationsOf(yaml, config).violations).toEqual([]);
});

test.each([
  ['the configuration file', 'crds: [widgets.yaml]\n', undefined],
  ['the properties of the plugin', undefined, ['widgets.yaml']],
])('definitions come from %s', (_, config, crds) => {
  const files = { 'widgets.yaml': WIDGET_DEFINITION };

  const { violations } = violationsOf(BAD_WIDGET, config, files, crds);

  expect(violations.map(({ ruleName }) => ruleName)).toEqual(['custom-resource-value']);
  expect(violationsOf(BAD_WIDGET).violations).toEqual([]);
});
