import { found, object } from '../support';

const release = (spec: object) => object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', { spec: { chart: { spec: { chart: 'redis' } }, ...spec } }, 'db');
const kustomization = (spec: object) => object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { spec: { path: './apps', prune: true, ...spec } });
const application = (path: string, automated: object, destination: object = { name: 'in-cluster', namespace: 'shop' }) =>
  object('argoproj.io/v1alpha1', 'Application', { spec: { source: { path }, destination, syncPolicy: { automated } } });

test.each([
  ['name', { releaseName: 'shop-db' }, '/spec/releaseName'],
  ['name, by its namespace', { targetNamespace: 'shop' }, '/spec/releaseName'],
  ['namespace', { releaseName: 'db', targetNamespace: 'shop' }, '/spec/targetNamespace'],
  ['storage', { storageNamespace: 'shop' }, '/spec/storageNamespace'],
  ['chart', { chart: { spec: { chart: 'valkey' } } }, '/spec/chart/spec/chart'],
])('release-moved: another %s is another release', (_, spec, path) => {
  expect(found('release-moved', [release({})], [release(spec)])).toMatchObject([{ effect: 'strands-data', severity: 'error', path }]);
});

test.each([
  ['what is the default is written', { releaseName: 'db', storageNamespace: 'data' }],
  ['the version changes', { chart: { spec: { chart: 'redis', version: '2.x' } } }],
  ['it is suspended', { releaseName: 'shop-db', suspend: true }],
])('release-moved: is no danger if %s', (_, spec) => {
  expect(found('release-moved', [release({})], [release(spec)])).toEqual([]);
});

test.each([
  ['a Kustomization of Flux', kustomization({}), kustomization({ path: './clusters/a/apps' }), '/spec/path'],
  ['its objects under other names', kustomization({}), kustomization({ namePrefix: 'dev-' }), '/spec/namePrefix'],
  ['an Application of Argo CD', application('apps', { prune: true }), application('apps/prod', { prune: true }), '/spec/source/path'],
  ['its namespace', application('apps', { prune: true }), application('apps', { prune: true }, { name: 'in-cluster', namespace: 'prod' }), '/spec/destination/namespace'],
])('pruned-source-moved: %s', (_, before, after, path) => {
  expect(found('pruned-source-moved', [before], [after])).toMatchObject([{ effect: 'deletes-data', severity: 'error', path }]);
});

test.each([
  ['the same path is written in another way', kustomization({}), kustomization({ path: 'apps/' })],
  ['nothing is pruned', kustomization({ prune: false }), kustomization({ prune: false, path: 'b' })],
  ['it is suspended for the move', kustomization({}), kustomization({ path: 'b', suspend: true })],
  ['Argo CD asks first', application('apps', {}), application('apps/prod', {})],
])('pruned-source-moved: is no danger if %s', (_, before, after) => {
  expect(found('pruned-source-moved', [before], [after])).toEqual([]);
});

test.each([
  ['another name', { name: 'prod-2' }, '/spec/destination/name'],
  ['another address', { server: 'https://10.0.0.1:6443' }, '/spec/destination/server'],
])('destination-moved: %s of a cluster is another cluster', (_, destination, path) => {
  expect(found('destination-moved', [application('apps', {})], [application('apps', {}, destination)]))
    .toMatchObject([{ effect: 'strands-data', severity: 'error', path, before: 'https://kubernetes.default.svc' }]);
});

test.each([
  ['the address of the same cluster is written', { server: 'https://kubernetes.default.svc' }],
  ['only the namespace changes', { name: 'in-cluster', namespace: 'prod' }],
  ['no cluster is named any more', {}],
])('destination-moved: is no danger if %s', (_, destination) => {
  expect(found('destination-moved', [application('apps', {})], [application('apps', {}, destination)])).toEqual([]);
});
