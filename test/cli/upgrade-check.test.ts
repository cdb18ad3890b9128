import { useFolder } from './folder';
import { record } from './recorder';

const folder = useFolder();
const SET = [
  'apiVersion: apps/v1', 'kind: StatefulSet', 'metadata: {name: db}', 'spec:', '  serviceName: db', '  selector: {matchLabels: {app: db}}',
  '  updateStrategy: {rollingUpdate: {maxUnavailable: 2}}',
  '  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: "postgres:17.2"}]}}', '',
].join('\n');
const FLOW = 'apiVersion: flowcontrol.apiserver.k8s.io/v1beta3\nkind: FlowSchema\nmetadata: {name: a}\nspec: {priorityLevelConfiguration: {name: a}}\n';

test('nothing changes: exit code 0, and one line', () => {
  expect(record(['upgrade-check', '--from', '1.34', '--to', '1.36', '-'], { input: SET })).toEqual({
    code: 0, err: '', out: 'nothing found (1 object in 1 file checked for the upgrade from Kubernetes 1.34 to 1.36)\n',
  });
});

test('what is refused makes the exit code 1; a warning does so if asked', () => {
  expect(record(['upgrade-check', '--from', '1.31', '--to', '1.32', '-'], { input: FLOW }).code).toBe(1);
  expect(record(['upgrade-check', '--from', '1.36', '--to', '1.37', '-'], { input: SET }).code).toBe(0);
  expect(record(['upgrade-check', '--from', '1.36', '--to', '1.37', '--fail-on', 'warning', '-'], { input: SET }).code).toBe(1);
});

test('the text has the place, the version and what to do', () => {
  const { out } = record(['upgrade-check', '--from', '1.36', '--to', '1.37', '-'], { input: SET });

  expect(out).toContain('  7:36     warning  StatefulSet default/db  /spec/updateStrategy/rollingUpdate/maxUnavailable  field-obeyed\n');
  expect(out).toContain("    from Kubernetes 1.37 on: 'maxUnavailable' was dropped so far; now it is obeyed");
  expect(out).toContain('1 warning (1 object in 1 file checked for the upgrade from Kubernetes 1.36 to 1.37)');
});

test.each([
  ['json', (out: string) => JSON.parse(out).findings[0].since],
  ['sarif', (out: string) => JSON.parse(out).runs[0].results[0].properties.since],
  ['markdown', (out: string) => /from Kubernetes (1\.\d+) on: 'maxUnavailable'/.exec(out)?.[1]],
  ['github', (out: string) => /from Kubernetes (1\.\d+) on/.exec(out)?.[1]],
  ['junit', (out: string) => /from Kubernetes (1\.\d+) on/.exec(out)?.[1]],
])('%s has the version in which it changes', (format, sinceIn) => {
  const { out } = record(['upgrade-check', '--from', '1.36', '--to', '1.37', '--format', format, '-'], { input: SET });

  expect(sinceIn(out)).toBe('1.37');
});

test('the configuration file says where it starts, what is switched on, and what is accepted', () => {
  const config = folder.write('c.yaml', 'kubernetesVersion: "1.36"\nacknowledgements: [{rule: field-obeyed, reason: tested}]');
  const switched = folder.write('s.yaml', 'kubernetesVersion: "1.36"\nfeatureGates: {MaxUnavailableStatefulSet: true}');

  expect(record(['upgrade-check', '--config', config, '--to', '1.37', '-'], { input: SET }).out).toMatch(/^nothing found; 1 acknowledged/);
  expect(record(['upgrade-check', '--config', switched, '--to', '1.37', '-'], { input: SET }).out).toMatch(/^nothing found \(/);
});

test.each([
  [['upgrade-check', '--from', '1.33', '--to', '1.36'], 'nothing to check'],
  [['upgrade-check', '-'], "'--from' is missing"],
  [['upgrade-check', '-'], "'--to' is missing"],
  [['upgrade-check', '--from', '1.36', '--to', '1.33', '-'], "'--to 1.33' is not newer than 1.36"],
  [['upgrade-check', '--from', '1.36', '--to', '1.36', '-'], 'is not newer'],
  [['upgrade-check', '--from', '1.5', '--to', '1.36', '-'], "'--from': '1.5' is no version of Kubernetes that is known here"],
  [['upgrade-check', '--from', '1.33,1.34', '--to', '1.36', '-'], 'name one version'],
])('%j is wrong usage', (words, message) => {
  const { code, err } = record(words, { input: SET });

  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('explain knows the rules of an upgrade', () => {
  expect(record(['explain', 'sets-restart']).out).toContain('docs/upgrade-check.md#sets-restart');
});

test('each cluster goes its own way, and one that is there already is told', () => {
  const config = folder.write('c.yaml', [
    'clusters:',
    "  - { name: eu, paths: [dist/eu], kubernetesVersion: '1.35' }",
    "  - { name: us, paths: [dist/us], kubernetesVersion: '1.36' }",
    "  - { name: asia, paths: [dist/asia], kubernetesVersion: '1.37' }",
  ].join('\n'));
  for (const region of ['eu', 'us', 'asia']) { folder.write(`dist/${region}/db.yaml`, SET); }

  const { out, err } = record(['upgrade-check', '--config', config, '--to', '1.37', `${folder.path}/dist`]);

  expect(err).toBe('cdk8s-stateful: cluster asia runs 1.37 already; nothing is said of it\n');
  expect(out).toMatch(/^2 clusters: eu, us\nKubernetes 1.35 in cluster eu; 1.36 in cluster us\n/);
  expect(out).toContain('In clusters eu and us\n');
  expect(out).toContain("from Kubernetes 1.37 on: 'maxUnavailable' was dropped so far");
});

test('where clusters are declared without a version, it must be given', () => {
  const config = folder.write('c.yaml', 'clusters:\n  - { name: eu, paths: [dist/eu] }\n');
  const file = folder.write('dist/eu/db.yaml', SET);

  expect(record(['upgrade-check', '--config', config, '--to', '1.37', file])).toMatchObject({ code: 2, err: expect.stringContaining("'--from' is missing") });
  expect(record(['upgrade-check', '--config', config, '--from', '1.36', '--to', '1.37', file]).out).toMatch(/^1 cluster: eu\n/);
});
