import { idOf, idOfNamed, idOfReference } from '../../src/graph/ids';

test('an object and a name of it have the same id', () => {
  expect(idOf({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a', namespace: 'shop' } })).toBe(idOfNamed('', 'Secret', 'shop', 'a'));
  expect(idOf({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'a' } })).toBe(idOfNamed('storage.k8s.io', 'StorageClass', '', 'a'));
});

test('kinds of the same name are told apart by their groups', () => {
  expect(idOfNamed('', 'Service', 'a', 'b')).not.toBe(idOfNamed('serving.knative.dev', 'Service', 'a', 'b'));
});

test('a finding and its object have the same id', () => {
  expect(idOfReference({ apiVersion: 'apps/v1', kind: 'StatefulSet', namespace: 'shop', name: 'db' })).toBe('StatefulSet.apps/shop/db');
});
