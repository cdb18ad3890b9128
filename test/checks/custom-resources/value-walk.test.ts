import { Schema } from '../../../src/checks/custom-resources/schema';
import { ValueWalk } from '../../../src/checks/custom-resources/value-walk';

function problems(value: unknown, schema: Schema): string[] {
  const found: string[] = [];
  new ValueWalk(({ check, path, message }) => found.push(`${check!.id} ${path}: ${message}`)).value(value, schema, '');
  return found;
}

const object = (properties: object, more: object = {}) => ({ type: 'object', properties, ...more });
const text = { type: 'string' };

test.each<[string, unknown, Schema, string[]]>([
  ['a field that is misspelt', { sise: 1 }, object({ size: { type: 'integer' } }), ["schema-unknown-field /sise: the definition has no field 'sise'; did you mean 'size'?"]],
  ['a field where the schema names none', { a: 1 }, { type: 'object' }, ["schema-unknown-field /a: the definition has no field 'a' here"]],
  ['the wrong type', { size: '1' }, object({ size: { type: 'integer' } }), ["schema-type /size: '1' is text, but the type integer is wanted"]],
  ['null where it is not allowed', { a: null }, object({ a: text }), ['schema-type /a: it is null, but the type string is wanted']],
  ['a field that is missing', {}, object({ a: text }, { required: ['a'] }), ["schema-required /a: the definition wants 'a', which is missing"]],
  ['a word that is not in the list', { a: 'z' }, object({ a: { type: 'string', enum: ['x', 'y'] } }), ["schema-enum /a: 'z' is not one of 'x', 'y'"]],
  ['a value beyond its limit', [1, 0], { type: 'array', items: { type: 'integer', minimum: 1 } }, ['custom-resource-value /1: 0 must be 1 or more']],
  ['a text that does not match', 'B', { type: 'string', pattern: '^[a-z]$' }, ["custom-resource-value : 'B' must match ^[a-z]$"]],
  ['an item twice in a set', ['a', 'a'], { 'type': 'array', 'items': text, 'x-kubernetes-list-type': 'set' }, ["custom-resource-value /1: the list has 'a' already"]],
  [
    'two items with one key', [{ a: 1 }, { a: 1 }],
    { 'type': 'array', 'items': object({ a: { type: 'integer' } }), 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['a'] },
    ['custom-resource-value /1: the list has an item with the same a already'],
  ],
  ['neither an integer nor a text', 1.5, { 'x-kubernetes-int-or-string': true }, ['schema-type : 1.5 is a number, but the type integer or string is wanted']],
  ['an embedded object without a kind', { apiVersion: 'v1' }, { 'type': 'object', 'x-kubernetes-embedded-resource': true }, ["schema-required /kind: the definition wants 'kind', which is missing"]],
  ['an embedded object with an empty kind', { apiVersion: 'v1', kind: '' }, { 'type': 'object', 'x-kubernetes-embedded-resource': true }, ["custom-resource-value /kind: 'kind' is empty"]],
  ['none of anyOf', 5, { type: 'integer', anyOf: [{ maximum: 1 }, { minimum: 9 }] }, ['custom-resource-value : the value meets none of the conditions of anyOf in the definition']],
  ['two of oneOf', { a: 'x', b: 'y' }, object({ a: text, b: text }, { oneOf: [{ required: ['a'] }, { required: ['b'] }] }),
    ['custom-resource-value : the value meets 2 of the conditions of oneOf, and exactly one is wanted in the definition']],
  ['what not says', 'x', { type: 'string', not: { enum: ['x'] } }, ['custom-resource-value : the value meets the condition of not in the definition']],
  ['a condition on a part', { a: [1, 2] }, object({ a: { type: 'array', items: { type: 'integer' } } }, { allOf: [{ properties: { a: { items: { maximum: 1 } } } }] }),
    ['custom-resource-value /a/1: 2 must be 1 or less']],
])('%s is reported', (_, value, schema, wanted) => {
  expect(problems(value, schema)).toEqual(wanted);
});

test.each<[string, unknown, Schema]>([
  ['null where it is allowed', null, { type: 'string', nullable: true }],
  ['any field of a map', { a: 'x', b: 'y' }, { type: 'object', additionalProperties: text }],
  ['any field where unknown ones are kept', { a: { b: 1 } }, { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true }],
  ['an integer or a text', ['1', 2], { type: 'array', items: { 'x-kubernetes-int-or-string': true } }],
  ['a whole number that is written with a point', 1.0, { type: 'integer' }],
  ['a pattern that JavaScript cannot read', 'x', { type: 'string', pattern: '(?P<a>y)' }],
  ['one of anyOf', 9, { type: 'integer', anyOf: [{ maximum: 1 }, { minimum: 9 }] }],
])('%s is fine', (_, value, schema) => {
  expect(problems(value, schema)).toEqual([]);
});
