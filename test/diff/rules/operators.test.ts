import { found, object } from '../support';

const CLUSTER = object('postgresql.cnpg.io/v1', 'Cluster', { spec: { instances: 3 } }, 'orders');

test('an operator deletes the data of a resource that is gone', () => {
  expect(found('operated-data-removed', [CLUSTER], [])).toMatchObject([{ effect: 'deletes-data', severity: 'error', id: 'operated-data-removed:data/orders' }]);
});

test('under another name an empty database begins', () => {
  expect(found('operated-data-removed', [CLUSTER], [{ ...CLUSTER, metadata: { ...CLUSTER.metadata, name: 'shop' } }])).toHaveLength(1);
});

test('what a deployer keeps is kept', () => {
  const kept = { ...CLUSTER, metadata: { ...CLUSTER.metadata, annotations: { 'helm.sh/resource-policy': 'keep' } } };

  expect(found('operated-data-removed', [kept], [])).toEqual([]);
});

test.each([
  ['a Kustomization of Flux', object('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', { spec: { prune: true } }), ['deletes-data']],
  ['a HelmRelease', object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', { spec: {} }), ['access']],
  ['an Application that leaves its objects', object('argoproj.io/v1alpha1', 'Application', { spec: {} }), []],
])('%s takes along what it applied', (_, removed, effects) => {
  expect(found('deployer-removed', [removed], []).map(({ effect }) => effect)).toEqual(effects);
});
