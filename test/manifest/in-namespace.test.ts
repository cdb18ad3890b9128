import { inNamespace } from '../../src/manifest/in-namespace';

const object = (apiVersion: string, kind: string, metadata: object = { name: 'a' }, spec = {}) => ({ file: 'a.yaml', manifest: { apiVersion, kind, metadata, spec } });
const namespaces = (documents: ReturnType<typeof object>[], namespace?: string) =>
  inNamespace(documents, namespace).map(({ manifest }) => (manifest.metadata as any)?.namespace);

test('objects that name no namespace are in that of their deployer', () => {
  expect(namespaces([object('v1', 'Secret'), object('v1', 'Secret', { namespace: 'x' }), object('v1', 'Secret', { namespace: '' }), object('v1', 'Node')], 'shop')).toEqual(['shop', 'x', 'shop', undefined]);
});

test('a custom kind is namespaced unless its definition says otherwise', () => {
  const definition = object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {}, { group: 'example.com', scope: 'Cluster', names: { kind: 'Zone' } });

  expect(namespaces([object('example.com/v1', 'Cache'), object('example.com/v1', 'Zone'), definition], 'shop')).toEqual(['shop', undefined, undefined]);
});

test('so is one whose group ends as those of Kubernetes do', () => {
  const definition = object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', {}, { group: 'gateway.networking.k8s.io', scope: 'Cluster', names: { kind: 'GatewayClass' } });

  expect(namespaces([object('gateway.networking.k8s.io/v1', 'GatewayClass'), object('gateway.networking.k8s.io/v1', 'Gateway'), definition], 'shop')).toEqual([undefined, 'shop', undefined]);
});

test('where nobody knows the namespace, and where there is no manifest, nothing is touched', () => {
  const documents: { file: string; manifest?: ReturnType<typeof object>['manifest'] }[] = [object('v1', 'Secret'), { file: 'b.yaml' }];

  expect(inNamespace(documents, undefined)).toBe(documents);
  expect(inNamespace(documents.slice(1), 'shop')).toEqual([{ file: 'b.yaml' }]);
});
