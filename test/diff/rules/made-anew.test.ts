import { diff } from '../../../src/diff/diff';
import { object } from '../support';

const claim = (annotations: object, storageClassName = 'fast') =>
  object('v1', 'PersistentVolumeClaim', { metadata: { name: 'files', namespace: 'data', annotations }, spec: { accessModes: ['ReadWriteOnce'], storageClassName, resources: { requests: { storage: '1Gi' } } } });
const podOf = (image: string) => ({ containers: [{ name: 'main', image }] });
const job = (image: string, annotations: object) =>
  object('batch/v1', 'Job', { metadata: { name: 'a', namespace: 'data', annotations }, spec: { template: { spec: { restartPolicy: 'Never', ...podOf(image) } } } });
const set = (serviceName: string, annotations: object, fields: object = {}, template = 'data') => object('apps/v1', 'StatefulSet', {
  metadata: { name: 'db', namespace: 'data', annotations },
  spec: {
    serviceName,
    selector: { matchLabels: { app: 'db' } },
    template: { metadata: { labels: { app: 'db' } }, spec: podOf('db:1') },
    volumeClaimTemplates: [{ metadata: { name: template }, spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } }],
    ...fields,
  },
});

const changesOf = (before: any, after: any) => diff([before], [after]).changes;
const rulesOf = (before: any, after: any) => changesOf(before, after).map(({ rule, effect }) => `${rule} ${effect}`);

const FLUX_FORCE = { 'kustomize.toolkit.fluxcd.io/force': 'enabled' };
const ARGO_FORCE = { 'argocd.argoproj.io/sync-options': 'Force=true' };
const UPGRADE = { 'helm.sh/hook': 'pre-install,pre-upgrade' };

test('a hook is deleted first, so no field of it is refused', () => {
  expect(rulesOf(job('a:1', UPGRADE), job('a:2', UPGRADE))).toEqual(['recreated-by-deployer in-place']);
});

test.each([['Flux', FLUX_FORCE], ['Argo CD', ARGO_FORCE]])('a Job runs again where %s makes anew what the server refuses', (_, force) => {
  const [change, ...others] = changesOf(job('a:1', force), job('a:2', force));

  expect(change.rule).toBe('recreated-by-deployer');
  expect(change.message).toMatch(/for the server refuses the update: .*: it runs again$/);
  expect(others).toEqual([]);
});

test('what the server accepts is an update in spite of the word', () => {
  const before = set('a', FLUX_FORCE, { replicas: 1 });
  const after = set('a', FLUX_FORCE, { replicas: 3 });

  expect(rulesOf(before, after)).not.toContain('recreated-by-deployer restart');
});

test.each([['Flux', FLUX_FORCE], ['Argo CD', ARGO_FORCE]])('a claim that %s makes anew is empty', (_, force) => {
  const changes = changesOf(claim(force), claim(force, 'other'));

  expect(changes.map(({ rule, effect }) => `${rule} ${effect}`)).toEqual(['data-recreated-by-deployer deletes-data']);
  expect(changes[0].claims).toEqual([{ namespace: 'data', name: 'files', fate: 'deleted' }]);
});

test('a claim that becomes a hook of installations goes with the upgrade', () => {
  expect(rulesOf(claim({}), claim({ 'helm.sh/hook': 'pre-install' }))).toEqual(['data-object-removed deletes-data', 'leaves-release in-place']);
});

test.each([
  ['its claims stay', {}, 'data', 'recreated-by-deployer restart'],
  ['its claims go', { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } }, 'data', 'data-recreated-by-deployer deletes-data'],
  ['its claims are left behind', {}, 'files', 'data-recreated-by-deployer strands-data'],
])('a StatefulSet is made anew: %s', (_, fields, template, expected) => {
  const rules = rulesOf(set('a', FLUX_FORCE, fields), set('b', FLUX_FORCE, fields, template));

  expect(rules).toContain(expected);
  expect(rules.filter(rule => rule.endsWith('refused'))).toEqual([]);
});

test('a hook that Helm does not delete is in its own way', () => {
  const hook = { ...UPGRADE, 'helm.sh/hook-delete-policy': 'hook-failed' };

  expect(rulesOf(job('a:1', hook), job('a:2', hook))).toEqual(['hook-in-the-way in-place']);
});

test('Flux deletes what it cannot make again', () => {
  const invalid = claim(FLUX_FORCE);
  invalid.spec.accessModes = ['ReadWriteTwice'];

  expect(rulesOf(claim(FLUX_FORCE), invalid)).toEqual(['deleted-for-invalid deletes-data']);
});
