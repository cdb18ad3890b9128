import { Chart, Testing } from 'cdk8s';
import { Cluster } from '../../src/checks/configuration/cluster';
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

test('each object can be checked alone', () => {
  const { findings } = ManifestCheck.of([pod, broken], { checkEachAlone: true, acknowledgements: [{ rule: 'missing-secret', reason: 'by hand' }] });

  expect(findings.map(({ rule }) => rule)).toEqual(['schema-unknown-field']);
});

test('the version of Kubernetes counts', () => {
  const claim = { apiVersion: 'resource.k8s.io/v1', kind: 'DeviceClass', metadata: { name: 'a' }, spec: {} };

  expect(ManifestCheck.of([claim], { checkEachAlone: true, kubernetesVersion: 'v1.33' }).errors()).toHaveLength(1);
  expect(ManifestCheck.of([claim], { checkEachAlone: true }).errors()).toEqual([]);
});

test('what cannot be checked is refused, all of it at once', () => {
  expect(() => ManifestCheck.of([undefined as any, { kind: 'Pod' }], { kubernetesVersion: 'latest' })).toThrow([
    "'kubernetesVersion': 'latest' is no version of Kubernetes that is known here; known are 1.27, 1.28, 1.29, 1.30, 1.31, 1.32, 1.33, 1.34, 1.35, 1.36, 1.37, and their patches such as 1.35.3",
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

describe('the cluster', () => {
  const deviceClass = { apiVersion: 'resource.k8s.io/v1', kind: 'DeviceClass', metadata: { name: 'a' }, spec: {} };

  test('says the versions, and a finding says on which of them it holds', () => {
    const check = ManifestCheck.of([deviceClass], { cluster: new Cluster('prod', { kubernetesVersion: '1.33,1.38' }) });

    expect(check.kubernetesVersions).toEqual(['1.33', '1.37']);
    expect(check.notes).toEqual(['Kubernetes 1.38 is newer than what is known here: it is taken for 1.37']);
    expect(check.findings).toMatchObject([{ rule: 'unknown-kind', kubernetesVersions: ['1.33'] }]);
    expect(check.toText()).toContain('on Kubernetes 1.33: it is there since 1.34');
  });

  test('says what exists there, together with the environment', () => {
    const secret = (name: string) => ({ kind: 'Secret', name });
    const reader = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'a', image: 'a:1', envFrom: [{ secretRef: { name: 'one' } }, { secretRef: { name: 'two' } }] }] } };
    const cluster = new Cluster('prod', { environment: { objects: [secret('one')] } });
    const missing = (options: object) => ManifestCheck.of([reader], options).findings.filter(({ rule }) => rule === 'missing-secret').length;

    expect([missing({}), missing({ cluster }), missing({ cluster, environment: { objects: [secret('two')] } })]).toEqual([2, 1, 0]);
  });

  test('the version of the options comes first', () => {
    const cluster = new Cluster('prod', { kubernetesVersion: '1.33' });

    expect(ManifestCheck.of([deviceClass], { cluster, kubernetesVersion: '1.34' }).findings).toEqual([]);
  });
});
