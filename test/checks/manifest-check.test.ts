import { Chart, Testing } from 'cdk8s';
import { ManifestCheck } from '../../src/checks/manifest-check';
import { StatefulApp } from '../../src/constructs/stateful-app';

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { containers: [{ name: 'web', image: 'httpd:2.4.62', envFrom: [{ secretRef: { name: 'login' } }] }] },
};
const broken = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, dta: {} };

test('a finding has a rule, severity, object, field, fact, fix and page', () => {
  const [finding, ...others] = ManifestCheck.of([pod, broken]).errors();

  expect(others).toEqual([]);
  expect(finding).toEqual({
    rule: 'schema-unknown-field',
    severity: 'error',
    manifest: 1,
    apiVersion: 'v1',
    kind: 'ConfigMap',
    namespace: 'default',
    name: 'a',
    path: '/dta',
    message: "ConfigMap has no field 'dta'; did you mean 'data'?",
    fix: "write 'data'",
    url: expect.stringMatching(/docs\/checks\.md#schema-unknown-field$/),
  });
});

test('what exists is declared, and a complete environment makes an error of what is missing', () => {
  const objects = [{ kind: 'Namespace', name: 'shop' }, { kind: 'Secret', namespace: 'shop', name: 'login' }];

  expect(ManifestCheck.of([pod]).findings.map(({ rule }) => rule)).toEqual(['missing-namespace', 'missing-secret']);
  expect(ManifestCheck.of([pod], { environment: { complete: true } }).errors()).toHaveLength(2);
  expect(ManifestCheck.of([pod], { environment: { complete: true, objects } }).findings).toEqual([]);
});

test('an acknowledgement in words of an earlier version is read, and it is said what to write', () => {
  const written: any[] = [{ id: 'missing-namespace', reason: 'it exists' }, { id: 'missing-secret', reason: 'made by hand' }];

  const { findings } = ManifestCheck.of([pod], { acknowledgements: written });

  expect(findings).toMatchObject(['missing-namespace', 'missing-secret'].map(rule => ({ rule: 'outdated-acknowledgement', fix: `write rule: ${rule}`, manifest: -1 })));
});

test('findings are acknowledged by rule, object and reason', () => {
  const acknowledgements = [{ rule: 'schema-unknown-field', object: 'ConfigMap/default/a', reason: 'an operator reads it' }];

  expect(ManifestCheck.of([broken], { acknowledgements }).findings).toEqual([]);
  expect(ManifestCheck.of([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } }], { acknowledgements }).findings).toEqual([
    expect.objectContaining({ rule: 'unused-acknowledgement', severity: 'warning', manifest: -1 }),
  ]);
});

test('each object can be judged for itself', () => {
  const { findings } = ManifestCheck.of([pod, broken], { eachForItself: true, acknowledgements: [{ rule: 'missing-secret', reason: 'by hand' }] });

  expect(findings.map(({ rule }) => rule)).toEqual(['schema-unknown-field']);
});

test('the version of Kubernetes counts', () => {
  const budget = { apiVersion: 'policy/v1beta1', kind: 'PodDisruptionBudget', metadata: { name: 'a' }, spec: { minAvailable: 1, selector: { matchLabels: { a: 'b' } } } };

  expect(ManifestCheck.of([budget], { eachForItself: true, kubernetesVersion: 'v1.24' }).errors()).toEqual([]);
  expect(ManifestCheck.of([budget], { eachForItself: true }).errors()).toHaveLength(1);
});

test('what cannot be checked is refused, all of it at once', () => {
  expect(() => ManifestCheck.of([undefined as any, { kind: 'Pod' }], { kubernetesVersion: 'latest' })).toThrow([
    "'kubernetesVersion': 'latest' is no version of Kubernetes; write it like 1.36 or 1.35.4",
    'manifests[0] is no manifest: it needs apiVersion and kind',
    'manifests[1] is no manifest: it needs apiVersion and kind',
  ].join('\n'));
});

test('the text tells people what to do', () => {
  expect(ManifestCheck.of([broken]).toText()).toBe([
    'manifests[0]',
    '  error  ConfigMap default/a  /dta  schema-unknown-field',
    "    ConfigMap has no field 'dta'; did you mean 'data'?",
    "    fix: write 'data'",
  ].join('\n'));
});

test('the text says how to declare what exists', () => {
  expect(ManifestCheck.of([pod]).toText()).toContain("    declare: environment: { objects: [{ kind: 'Secret', namespace: 'shop', name: 'login' }] }");
});

test('a chart of ours has nothing to be said about', () => {
  const chart = new Chart(Testing.app(), 'chart');
  new StatefulApp(chart, 'web', { image: 'httpd:2.4.62', replicas: 3 });

  expect(ManifestCheck.of(Testing.synth(chart)).toText()).toBe('');
});
