import { Property } from '../../../scripts/api-model/documents';
import { spell } from '../../../scripts/api-model/spelling';

const ref = (type: string): Property => ({ allOf: [{ $ref: `#/components/schemas/io.k8s.${type}` }] });
const nameOf = (type: string) => type.slice(type.lastIndexOf('.') + 1);
const list = (more: Partial<Property>): Property => ({ type: 'array', items: ref('core.Container'), ...more });

test.each<[Property, string]>([
  [{ type: 'string' }, 'string'],
  [{ type: 'string', format: 'byte' }, 'string'],
  [{ type: 'integer', format: 'int32' }, 'int32'],
  [{ type: 'integer' }, 'int64'],
  [{ type: 'number', format: 'double' }, 'number'],
  [{}, 'any'],
  [ref('api.resource.Quantity'), 'quantity'],
  [ref('meta.v1.Time'), 'time'],
  [ref('core.Container'), '@Container'],
  [{ ...ref('core.Container'), 'x-kubernetes-map-type': 'atomic' }, '-@Container'],
  [{ type: 'object', additionalProperties: ref('api.resource.Quantity') }, '{}quantity'],
  [{ 'type': 'object', 'additionalProperties': { type: 'string' }, 'x-kubernetes-map-type': 'atomic' }, '{-}string'],
  [list({}), '[]@Container'],
  [list({ 'x-kubernetes-list-type': 'atomic', 'x-kubernetes-patch-strategy': 'merge', 'x-kubernetes-patch-merge-key': 'name' }), '[]@Container'],
  [list({ 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['port', 'protocol'] }), '[port,protocol]@Container'],
  [list({ 'x-kubernetes-list-type': 'set' }), '[*]@Container'],
  [list({ 'x-kubernetes-patch-strategy': 'merge,retainKeys', 'x-kubernetes-patch-merge-key': 'name' }), '[name]@Container'],
  [list({ 'x-kubernetes-patch-strategy': 'merge' }), '[*]@Container'],
  [list({ 'x-kubernetes-patch-strategy': 'replace' }), '[]@Container'],
])('%j is %s', (property, spelling) => {
  expect(spell(property, undefined, nameOf)).toBe(spelling);
});

test('an enum has its values, or the items of a list have', () => {
  const values = ['Audit', 'Deny?Gate'];

  expect(spell({ type: 'string' }, { values, ofItems: false }, nameOf)).toBe('=Audit|Deny?Gate');
  expect(spell({ type: 'array', items: { type: 'string' } }, { values, ofItems: true }, nameOf)).toBe('[]=Audit|Deny?Gate');
});

test('a value that cannot be written is an error', () => {
  expect(() => spell({ type: 'string' }, { values: ['a|b'], ofItems: false }, nameOf)).toThrow("cannot write the value 'a|b'");
});
