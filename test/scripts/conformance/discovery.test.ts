import { Client } from '../../../scripts/conformance/client';
import { Discovery } from '../../../scripts/conformance/discovery';

const ANSWERS: Readonly<Record<string, unknown>> = {
  '/apis': { groups: [{ versions: [{ groupVersion: 'apps/v1' }] }] },
  '/api/v1': { resources: [{ name: 'nodes', kind: 'Node', namespaced: false, verbs: ['create', 'delete'] }, { name: 'tokens', kind: 'Token', namespaced: false, verbs: ['create'] }, { name: 'componentstatuses', kind: 'ComponentStatus', namespaced: false, verbs: ['get'] }] },
  '/apis/apps/v1': { resources: [{ name: 'deployments', kind: 'Deployment', namespaced: true, verbs: ['create', 'delete'] }, { name: 'deployments/scale', kind: 'Scale', namespaced: true, verbs: ['create'] }] },
};

const client = { get: async (path: string) => ({ code: 200, body: ANSWERS[path], warnings: [] }) } as unknown as Client;

test('objects are created where their kind is', async () => {
  const discovery = await Discovery.of(client);

  const of = (apiVersion: string, kind: string, metadata?: any) => discovery.collectionOf({ apiVersion, kind, metadata });

  expect(of('v1', 'Node', { name: 'a' })).toBe('/api/v1/nodes');
  expect(of('apps/v1', 'Deployment', { namespace: 'shop' })).toBe('/apis/apps/v1/namespaces/shop/deployments');
  expect(of('apps/v1', 'Deployment', { namespace: ['a'] })).toBe('/apis/apps/v1/namespaces/default/deployments');
});

test('what nobody can create is nowhere', async () => {
  const discovery = await Discovery.of(client);

  expect(['ComponentStatus', 'Nod'].map(kind => discovery.collectionOf({ apiVersion: 'v1', kind }))).toEqual([undefined, undefined]);
});

test('objects are what can be created and deleted', async () => {
  const discovery = await Discovery.of(client);

  expect(discovery.objectKinds().sort()).toEqual(['apps/v1/Deployment', 'v1/Node']);
});
