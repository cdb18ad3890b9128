import { CustomKinds } from '../../../src/checks/custom-resources/custom-kinds';

const version = (name: string, more: object = {}) => ({ name, served: true, storage: false, schema: { openAPIV3Schema: { type: 'object' } }, ...more });
const definition = (versions: unknown, scope = 'Namespaced') => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.example.com' },
  spec: { group: 'example.com', scope, names: { kind: 'Widget', plural: 'widgets' }, versions },
});

test('a kind is known in each version that its definition names', () => {
  const kinds = CustomKinds.of([definition([version('v1'), version('v2', { served: false })])]);

  expect(kinds.find('example.com/v1', 'Widget')).toEqual({
    apiVersion: 'example.com/v1', kind: 'Widget', namespaced: true, served: true, deprecation: undefined, dropsStatus: false, schema: { type: 'object' },
  });
  expect(kinds.find('example.com/v2', 'Widget')?.served).toBe(false);
  expect(kinds.find('example.com/v3', 'Widget')).toBeUndefined();
  expect(kinds.servedVersions('example.com', 'Widget')).toEqual(['example.com/v1']);
});

test('a deprecated version has a warning, the own one or the usual one', () => {
  const kinds = CustomKinds.of([definition([version('v1', { deprecated: true }), version('v2', { deprecated: true, deprecationWarning: 'use v3' })])]);

  expect(kinds.find('example.com/v1', 'Widget')?.deprecation).toBe('example.com/v1 Widget is deprecated');
  expect(kinds.find('example.com/v2', 'Widget')?.deprecation).toBe('use v3');
});

test.each([['no list', 'x'], ['a list of anything', [1, null, 'a']], ['nothing', undefined]])('versions that are %s define nothing', (_, versions) => {
  const kinds = CustomKinds.of([definition(versions)]);

  expect(kinds.find('example.com/v1', 'Widget')).toBeUndefined();
});

test('objects of a cluster-scoped kind are in no namespace', () => {
  const kinds = CustomKinds.of([definition([version('v1')], 'Cluster')]);

  expect(kinds.find('example.com/v1', 'Widget')?.namespaced).toBe(false);
});
