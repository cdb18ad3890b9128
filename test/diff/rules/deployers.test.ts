import { diff } from '../../../src/diff/diff';
import { object } from '../support';

const claim = (annotations: object) =>
  object('v1', 'PersistentVolumeClaim', { metadata: { name: 'files', namespace: 'data', annotations }, spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '1Gi' } } } });
const job = (image: string, metadata: object) =>
  object('batch/v1', 'Job', { metadata: { namespace: 'data', ...metadata }, spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image }] } } } });

const rulesOf = (before: any[], after: any[]) => diff(before, after).changes.map(({ rule, effect }) => `${rule} ${effect}`);

test('a claim that its deployer keeps stays, and its data with it', () => {
  const changes = rulesOf([claim({ 'helm.sh/resource-policy': 'keep' })], []);

  expect(changes).toEqual(['kept-by-deployer in-place']);
});

test('a hook that is written in another way is the same hook', () => {
  const hook = { name: 'a', annotations: { 'helm.sh/hook': 'pre-upgrade' } };
  const before = job('a:1', hook);

  expect(rulesOf([{ ...before, spec: { ...before.spec, backoffLimit: null } }], [before])).toEqual([]);
});

test('an object whose name the server makes up is a new one each time', () => {
  const before = job('a:1', { generateName: 'a-' });

  expect(rulesOf([before], [job('a:2', { generateName: 'a-' })])).toEqual(['added in-place']);
  expect(rulesOf([before], [before])).toEqual([]);
});

test.each([
  ['of Flux, as an annotation', { annotations: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' } }],
  ['of Flux, as a label and in any case', { labels: { 'kustomize.toolkit.fluxcd.io/prune': 'Disabled' } }],
])('a word %s keeps a claim', (_, metadata) => {
  const before = claim({});

  expect(rulesOf([{ ...before, metadata: { ...before.metadata, ...metadata } }], [])).toEqual(['kept-by-deployer in-place']);
});

test('what Flux only creates stays as it is', () => {
  const secret = (value: string, word: string) =>
    object('v1', 'Secret', { metadata: { name: 'a', annotations: { 'kustomize.toolkit.fluxcd.io/ssa': word } }, stringData: { key: value } });

  expect(rulesOf([secret('a', 'IfNotPresent')], [secret('b', 'IfNotPresent')])).toEqual(['left-by-deployer none']);
  expect(rulesOf([secret('a', 'IfNotPresent')], [secret('a', 'IfNotPresent')])).toEqual([]);
  expect(rulesOf([secret('a', 'Merge')], [secret('b', 'Merge')])).not.toContain('left-by-deployer none');
});

test('what no deployer creates is told', () => {
  expect(rulesOf([], [job('a:1', { name: 'a', annotations: { 'argocd.argoproj.io/hook': 'Skip' } })])).toEqual(['left-by-deployer none']);
});

test('a claim that nobody keeps any more is in danger', () => {
  const changes = rulesOf([claim({ 'helm.sh/resource-policy': 'keep' })], [claim({})]);

  expect(changes).toEqual(['protection-removed deletes-data']);
});

test('a claim that another deployer keeps from now on is not', () => {
  const changes = rulesOf([claim({ 'helm.sh/resource-policy': 'keep' })], [claim({ 'kustomize.toolkit.fluxcd.io/prune': 'disabled' })]);

  expect(changes.every(change => change.startsWith('metadata'))).toBe(true);
});

test('nor is a ConfigMap, which holds no data of programs', () => {
  const config = (annotations: object) => object('v1', 'ConfigMap', { metadata: { name: 'a', annotations }, data: { a: 'b' } });

  expect(rulesOf([config({ 'helm.sh/resource-policy': 'keep' })], [config({})])).toEqual(['metadata none']);
});

test.each([
  ['helm.sh/hook', 'test', 'the Job stays as it is for now: Helm (helm.sh/hook: test) deletes it and creates it again when its hook runs, which no update does'],
  ['kustomize.toolkit.fluxcd.io/ssa', 'IfNotPresent', 'the Job stays as it is, for Flux (kustomize.toolkit.fluxcd.io/ssa: IfNotPresent) updates nothing that is there'],
])('what is left as it is by %s: %s is told with what becomes of it', (annotation, value, message) => {
  const metadata = { name: 'a', annotations: { [annotation]: value } };

  const { changes } = diff([job('a:1', metadata)], [job('a:2', metadata)]);

  expect(changes.map(change => change.message)).toEqual([message]);
});
