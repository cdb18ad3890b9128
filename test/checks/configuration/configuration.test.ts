import fc from 'fast-check';
import { ConfigurationError, readConfiguration } from '../../../src/checks/configuration/configuration';

const WHOLE = `
kubernetesVersion: "1.29"
environment:
  complete: true
  defaultStorageClass: false
  provisioners: [ebs.csi.aws.com]
  objects:
    - {kind: StorageClass, name: gp3}
    - {kind: Secret, namespace: db, name: password, keys: [password]}
acknowledgements:
  - rule: image-tag
    object: StatefulSet/db/data
    reason: the registry holds one image only
`;

function problemsOf(content: string): readonly string[] {
  try {
    readConfiguration(content, 'c.yaml');
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) { return error.problems; }
    throw error;
  }
}

test('says what exists and what is acknowledged, with its place', () => {
  const configuration = readConfiguration(WHOLE, 'c.yaml');

  expect(configuration).toEqual({
    file: 'c.yaml',
    kubernetesVersion: '1.29',
    environment: {
      complete: true,
      defaultStorageClass: false,
      provisioners: ['ebs.csi.aws.com'],
      objects: [{ kind: 'StorageClass', name: 'gp3' }, { kind: 'Secret', namespace: 'db', name: 'password', keys: ['password'] }],
    },
    acknowledgements: [{
      rule: 'image-tag',
      object: 'StatefulSet/db/data',
      reason: 'the registry holds one image only',
      path: '/acknowledgements/0',
      place: { file: 'c.yaml', document: 0, line: 11, column: 5 },
    }],
  });
});

test('words of an earlier version are read, with a note that says what to write', () => {
  const { acknowledgements } = readConfiguration('acknowledgements: [{id: image-tag, reason: one only}, {id: D5, reason: x}]\n', 'c.yaml');

  expect(acknowledgements).toMatchObject([
    { rule: 'image-tag', reason: 'one only', note: 'rule: image-tag' },
    { rule: 'scale-in-leaves-claims', note: 'rule: scale-in-leaves-claims' },
  ]);
});

test('JSON says the same as YAML', () => {
  const json = JSON.stringify({ environment: { complete: true } });

  expect(readConfiguration(json, 'c.json').environment).toEqual({ complete: true });
});

test.each(['', '# nothing yet\n', '{}'])('%p declares nothing', content => {
  expect(readConfiguration(content, 'c.yaml')).toEqual({ file: 'c.yaml', acknowledgements: [] });
});

test.each([
  ['environmnt: {}', "c.yaml:1:1: unknown key 'environmnt'; did you mean 'environment'?"],
  ['environment:\n  objects:\n    - kind: Secret\n      nam: x', "c.yaml:4:7: unknown key 'nam'; did you mean 'name'?"],
  ['environment:\n  objects:\n    - kind: Secret', "c.yaml:3:7: 'environment.objects.0' lacks 'name'"],
  ['kubernetesVersion: 1.27', "c.yaml:1:1: 'kubernetesVersion' must be text in quotes, such as '1.36' or '1.33,1.36', got 1.27"],
  ['\nkubernetesVersion: "1.5"', "c.yaml:2:1: 'kubernetesVersion': '1.5' is no version of Kubernetes that is known here; known are 1.27, 1.28"],
  ['featureGates: [A]', "c.yaml:1:1: 'featureGates' must be a mapping of names to true or false"],
  ['featureGates:\n  SidecarContainers: maybe', "c.yaml:2:3: 'featureGates.SidecarContainers' must be true or false"],
  ['featureGates:\n  SidecarContainer: true', "c.yaml:2:3: 'featureGates.SidecarContainer': there is no feature gate 'SidecarContainer'; did you mean 'SidecarContainers'"],
  ['runtimeConfig:\n  resource.k8s.io/v9: true', "c.yaml:2:3: 'runtimeConfig.resource.k8s.io/v9': there is no API version 'resource.k8s.io/v9'; did you mean"],
  ['environment:\n  complete: "yes"', "c.yaml:2:3: 'environment.complete' must be true or false, got \"yes\""],
  ['acknowledgements:\n  rule: a', "c.yaml:1:1: 'acknowledgements' must be a list, got {\"rule\":\"a\"}"],
  ['acknowledgements:\n  - rule: a', "c.yaml:2:5: 'acknowledgements.0' lacks 'reason'"],
  ['acknowledgements:\n  - {rule: a, reason: "  "}', "c.yaml:2:15: 'acknowledgements.0.reason' must be text that is not empty, got \"  \""],
  ['acknowledgements:\n  - reason: a', "c.yaml:2:5: 'acknowledgements.0' lacks 'rule'"],
  ['environment: {}\nenvironment: {}', "c.yaml:2:1: the key 'environment' appears twice"],
  ['[a]', 'c.yaml:1:1: the configuration must be a mapping'],
  ['a: [', 'c.yaml:1:5: not YAML'],
  ['environment: {}\n---\nenvironment: {}', 'there is a second document'],
])('%j is refused at its place', (content, problem) => {
  expect(problemsOf(content)).toContainEqual(expect.stringContaining(problem));
});

test('everything that is wrong is said at once', () => {
  expect(problemsOf('environmnt: {}\nacknowledgements: [{rule: a}]\nkubernetesVersion: 1')).toHaveLength(3);
});

test('any text is read or refused with a place, never worse', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), content => {
    for (const problem of problemsOf(content)) { expect(problem).toMatch(/^c\.yaml:\d+:\d+: /); }
  }));
});

test('clusters have a name of their own and paths, and whatever else is said of all', () => {
  const { clusters } = readConfiguration("clusters:\n  - { name: eu, paths: [dist/eu], kubernetesVersion: '1.35', acknowledgements: [{ rule: image-tag, reason: x }] }\n", 'c.yaml');

  expect(clusters).toMatchObject([{ name: 'eu', paths: ['dist/eu'], kubernetesVersion: '1.35', acknowledgements: [{ rule: 'image-tag', path: '/clusters/0/acknowledgements/0', place: { line: 2 } }] }]);
});

test.each([
  ['no paths', '- name: eu', "'clusters.0' lacks 'paths'"],
  ['two of one name', '- { name: eu, paths: [a] }\n  - { name: eu, paths: [b] }', "there are two clusters 'eu'; write the paths of both into one"],
  ['no such version', "- { name: eu, paths: [a], kubernetesVersion: '1.2' }", "'kubernetesVersion': '1.2'"],
])('clusters with %s are refused', (_title, written, message) => {
  expect(() => readConfiguration(`clusters:\n  ${written}\n`, 'c.yaml')).toThrow(message);
});
