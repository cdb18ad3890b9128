import fc from 'fast-check';
import { withoutConsequences } from '../../src/checks/consequences';
import { ManifestCheck } from '../../src/checks/manifest-check';
import { checkDocuments } from '../../src/checks/run';
import { readDocuments } from '../../src/manifest/read/read';
import { Finding } from '../../src/reports/finding';

const POD_SPEC = 'containers: [{name: a, image: "a:1"}]';
const DEPLOYMENT = (spec: string) => `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, namespace: shop}\nspec: ${spec}\n`;
const POD = (spec: string) => `apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\nspec: ${spec}\n`;
const TEMPLATE = `{metadata: {labels: {app: a}}, spec: {${POD_SPEC}}}`;
const errors = (text: string) => withoutConsequences(checkDocuments(readDocuments(text, 'a.yaml'), { scope: 'object' }))
  .filter(({ severity }) => severity === 'error').map(({ rule, path }) => `${rule} ${path}`);

test.each([
  [DEPLOYMENT(`{selecter: {matchLabels: {app: a}}, template: ${TEMPLATE}}`), '/spec/selecter'],
  [DEPLOYMENT(`{selector: {matchLabels: {app: a}}, podTemplate: ${TEMPLATE}}`), '/spec/podTemplate'],
  [DEPLOYMENT('{selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {container: [{name: a, image: "a:1"}]}}}'), '/spec/template/spec/container'],
  [POD('{containers: [{nam: a, image: "a:1"}]}'), '/spec/containers/0/nam'],
  [POD('{containers: [{name: a, image: "a:1", ports: [{port: 80}]}]}'), '/spec/containers/0/ports/0/port'],
  [POD(`{${POD_SPEC}, volumes: [{name: v, persistentVolumeClaim: {claim: x}}]}`), '/spec/volumes/0/persistentVolumeClaim/claim'],
  ['apiVersion: v1\nkind: ConfigMap\nmetadata: {nam: a}\n', '/metadata/nam'],
  ['apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {selector: {app: a}, port: [{port: 80}]}\n', '/spec/port'],
  ['apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: a}\nspec: {accessMode: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}\n', '/spec/accessMode'],
  ['apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: a}\nprovisoner: x/y\n', '/provisoner'],
])('that a field is missing is not said beside its misspelt name: %#', (text, path) => {
  expect(errors(text)).toEqual([`schema-unknown-field ${path}`]);
});

test('another field that is missing, one that holds nothing under its wrong name, and a second object are told', () => {
  expect(errors(POD('{containers: [{nam: a}]}'))).toEqual(['schema-unknown-field /spec/containers/0/nam', 'schema-required /spec/containers/0/image']);
  expect(errors(POD('{containers: [{nam: "", image: "a:1"}]}'))).toContain('schema-required /spec/containers/0/name');
  expect(errors(`${POD('{containers: [{nam: a, image: "a:1"}]}')}---\n${POD('{containers: [{image: "a:1"}]}')}`)).toContain('schema-required /spec/containers/0/name');
});

test('a default that follows is told: it may be what is wrong', () => {
  const job = 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec: {template: {spec: {restartpolicy: Always, containers: [{name: a, image: "a:1"}]}}}\n';

  expect(errors(job)).toContain('restart-policy /spec/template/spec/restartPolicy');
});

test('an acknowledged misspelling hides nothing', () => {
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ nam: 'a', image: 'a:1' }] } };
  const rules = (acknowledgements: { rule: string; reason: string }[]) =>
    ManifestCheck.of([pod], { checkEachAlone: true, acknowledgements }).findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

  expect(rules([])).toEqual(['schema-unknown-field']);
  expect(rules([{ rule: 'schema-unknown-field', reason: 'a test' }])).toEqual(['schema-required']);
});

test('whatever is found, only what says that a field is missing is left out, and only where its name was meant', () => {
  const finding = fc.record({
    rule: fc.constantFrom('schema-unknown-field', 'schema-required', 'object-name', 'restart-policy'),
    path: fc.constantFrom('/spec/a', '/spec/b', '/spec/c/a'),
    meant: fc.option(fc.constantFrom(['a'], ['b']), { nil: undefined }),
  });
  fc.assert(fc.property(fc.array(finding), some => {
    const all = some.map((one): Finding => ({ ...one, severity: 'error', message: '', fix: '', object: { apiVersion: 'v1', kind: 'Pod', name: 'a' } }));
    const meant = new Set(some.filter(({ rule }) => rule === 'schema-unknown-field')
      .flatMap(({ path, meant: names = [] }) => names.map(name => `${path.slice(0, path.lastIndexOf('/'))}/${name}`)));

    const left = withoutConsequences(all);

    expect(left.map(({ rule, path }) => [rule, path])).toEqual(some
      .filter(({ rule, path }) => !(['schema-required', 'object-name'].includes(rule) && meant.has(path))).map(({ rule, path }) => [rule, path]));
  }));
});
