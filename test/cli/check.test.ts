import { useFolder } from './folder';
import { record } from './recorder';

const TORN = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\napiVersion: v1\nkind: Namespace\nmetadata: {name: b}\n';
const CLEAN = 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n';

const folder = useFolder();

test('clean manifests end with 0', () => {
  const { code, out } = record(['check', folder.write('a.yaml', CLEAN)]);

  expect(code).toBe(0);
  expect(out).toBe('nothing found (1 object in 1 file checked for Kubernetes 1.36)\n');
});

test('errors end with 1 and are shown with file, line, object and fix', () => {
  const file = folder.write('a.yaml', TORN);

  const { code, out, err } = record(['check', folder.path]);

  expect(code).toBe(1);
  expect(err).toBe('');
  expect(out).toContain(`${file}\n  4:1      error  Namespace b  /apiVersion  incomplete-document\n`);
  expect(out).toContain("fix: a line '---' is missing before line 4\n");
});

test('standard input is read for -', () => {
  const { code, out } = record(['check', '-'], { input: TORN });

  expect(code).toBe(1);
  expect(out).toContain('standard input\n  4:1 ');
});

test('JSON and JSON lines are read like YAML', () => {
  folder.write('a.json', JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' } }));
  folder.write('b.jsonl', ['b', 'c'].map(name => JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })).join('\n'));

  expect(record(['check', folder.path]).out).toBe('nothing found (3 objects in 2 files checked for Kubernetes 1.36)\n');
});

test.each(['json', 'sarif', 'junit', 'github'])('prints %s and nothing else', format => {
  const { code, out, err } = record(['check', '--format', format, '-'], { input: TORN, colours: true });

  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toContain('incomplete-document');
  expect(out).not.toContain('\u001b');
});

test('documents are counted from 0 and lines from 1', () => {
  const { out } = record(['check', '--format=json', '-'], { input: `${CLEAN}---\n${TORN}` });

  expect(JSON.parse(out).findings[0]).toMatchObject({ place: { file: '-', document: 1, line: 9 } });
});

test('an acknowledgement in the config takes a finding away, and is counted', () => {
  const config = folder.write('config.yaml', 'acknowledgements: [{rule: incomplete-document, reason: it is meant}]');

  const { code, out } = record(['check', '--config', config, '-'], { input: TORN });

  expect(code).toBe(0);
  expect(out).toBe('nothing found; 1 acknowledged (1 object in 1 file checked for Kubernetes 1.36)\n');
});

test('an acknowledgement that covers nothing is a warning at its line', () => {
  const config = folder.write('config.yaml', 'acknowledgements:\n  - rule: incomplete-documents\n    reason: it is meant\n');

  const strict = record(['check', '--config', config, '--fail-on', 'warning', '-'], { input: CLEAN });

  expect(record(['check', '--config', config, '-'], { input: CLEAN }).code).toBe(0);
  expect(strict.code).toBe(1);
  expect(strict.out).toContain(`${config}\n  2:5      warning  /acknowledgements/0  unused-acknowledgement\n`
    + "    no check has the id 'incomplete-documents'; did you mean 'incomplete-document'?\n");
});

test('with scope object nothing is said of acknowledgements, since not every check runs', () => {
  const config = folder.write('config.yaml', 'acknowledgements: [{rule: duplicate-object, reason: later}]');

  expect(record(['check', '--scope', 'object', '--config', config, '-'], { input: CLEAN }).out).toContain('nothing found');
});

test.each([
  [['check'], 'nothing to check; name files'],
  [['check', '/no/such'], "cannot read '/no/such'"],
  [['check', '--config', '/no/such', '-'], "cannot read '/no/such'"],
  [['check', '--kubernetes-version', 'latest', '-'], "'kubernetesVersion': 'latest' is no version of Kubernetes that is known here; known are 1.27, 1.28"],
])('%j is wrong usage', (words, message) => {
  const { code, out, err } = record(words);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
});

test('a config that is wrong stops the run and names every place', () => {
  const config = folder.write('config.yaml', 'environmnt: {}\nacknowledgements:\n  - rule: incomplete-document\n    reason: ""\n');

  const { code, err } = record(['check', '--config', config, '-'], { input: CLEAN });

  expect(code).toBe(2);
  expect(err).toContain(`${config}:1:1: unknown key 'environmnt'; did you mean 'environment'?`);
  expect(err).toContain(`${config}:4:5: 'acknowledgements.0.reason' must be text that is not empty`);
});

test('colours only where the terminal has them', () => {
  const coloured = record(['check', '-'], { input: TORN, colours: true }).out;

  expect(coloured).toContain('\u001b[31merror\u001b[39m');
  expect(record(['check', '-'], { input: TORN }).out).not.toContain('\u001b');
});

test('progress is shown to who watches a large run, and cleared at its end', () => {
  const file = folder.write('large.yaml', `${CLEAN}---\n# ${'x'.repeat(6_000_000)}\n`);

  const watched = record(['check', file], { watched: true });

  expect(watched.err).toContain('reading 1 of 1');
  expect(watched.err.endsWith('\r\u001b[K')).toBe(true);
  expect(record(['check', file]).err).toBe('');
});

describe('the version of Kubernetes', () => {
  const DEVICE_CLASS = 'apiVersion: resource.k8s.io/v1\nkind: DeviceClass\nmetadata: {name: gpu}\nspec: {}\n';

  test('is that of the option, else that of the configuration file', () => {
    const config = folder.write('versions.yaml', 'kubernetesVersion: "1.33"');

    expect(record(['check', '-'], { input: DEVICE_CLASS }).code).toBe(0);
    expect(record(['check', '--config', config, '-'], { input: DEVICE_CLASS }).out).toContain('on Kubernetes 1.33: it is there since 1.34');
    expect(record(['check', '--config', config, '--kubernetes-version', '1.34', '-'], { input: DEVICE_CLASS }).code).toBe(0);
  });

  test('may be several: a finding says on which of them it holds', () => {
    const { code, out } = record(['check', '--kubernetes-version', '1.36,1.32,1.33', '-'], { input: `${DEVICE_CLASS}---\n${TORN}` });

    expect(code).toBe(1);
    expect(out).toContain('on Kubernetes 1.32 and 1.33: it is there since 1.34\n');
    expect(out.match(/incomplete-document/g)).toHaveLength(1);
    expect(out).toContain('checked for Kubernetes 1.32, 1.33 and 1.36)');
  });

  test('newer than all that is known is taken for the newest, with a note', () => {
    const { code, out, err } = record(['check', '--kubernetes-version', '1.38', '-'], { input: DEVICE_CLASS });

    expect(code).toBe(0);
    expect(out).toContain('for Kubernetes 1.37');
    expect(err).toContain('Kubernetes 1.38 is newer than what is known here: it is taken for 1.37');
  });

  test('comes with what the cluster has switched on', () => {
    const config = folder.write('switches.yaml', 'featureGates: {ClusterTrustBundle: true}\nruntimeConfig: {certificates.k8s.io/v1beta1: true}');
    const input = 'apiVersion: certificates.k8s.io/v1beta1\nkind: ClusterTrustBundle\nmetadata: {name: a}\nspec: {trustBundle: x}\n';

    expect(record(['check', '-'], { input }).out).toContain('api-off');
    expect(record(['check', '--config', config, '-'], { input }).out).not.toContain('api-off');
  });

  test('a gate that is locked on the version of the option is an error', () => {
    const config = folder.write('locked.yaml', 'kubernetesVersion: "1.28"\nfeatureGates: {SidecarContainers: false}');

    expect(record(['check', '--config', config, '-'], { input: CLEAN }).code).toBe(0);
    expect(record(['check', '--config', config, '--kubernetes-version', '1.36', '-'], { input: CLEAN })).toMatchObject({
      code: 2, err: expect.stringContaining("'featureGates.SidecarContainers': 'SidecarContainers' is locked on Kubernetes 1.36"),
    });
  });
});
