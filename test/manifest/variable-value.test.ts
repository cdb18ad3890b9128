import { Inventory } from '../../src/manifest/inventory';
import { valueOfVariable } from '../../src/manifest/variable-value';

const INVENTORY = new Inventory([
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, data: { a: 'Zmlyc3Q=' }, stringData: { b: 'second' } },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'c' }, data: { a: 'third' } },
]);

test.each([
  [{ value: 'own' }, 'own'],
  [{ valueFrom: { secretKeyRef: { name: 's', key: 'a' } } }, 'first'],
  [{ valueFrom: { secretKeyRef: { name: 's', key: 'b' } } }, 'second'],
  [{ valueFrom: { configMapKeyRef: { name: 'c', key: 'a' } } }, 'third'],
  [{ valueFrom: { configMapKeyRef: { name: 's', key: 'a' } } }, undefined],
  [{ valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }, undefined],
])('the value of %j is %s', (variable, expected) => {
  const value = valueOfVariable(variable, 'default', INVENTORY);

  expect(value).toBe(expected);
});
