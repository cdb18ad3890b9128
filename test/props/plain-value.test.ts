import { Size } from 'cdk8s';
import { isTooLong, unwritable } from '../../src/props/plain-value';

const circle: Record<string, unknown> = { name: 'a' };
circle.self = { list: [circle] };

test.each<[string, unknown, string]>([
  ['a Date', { at: new Date(0) }, 'it.at'],
  ['an instance in a list', { sizes: [{ size: Size.gibibytes(1) }] }, 'it.sizes[0].size'],
  ['a function', { env: [1, () => 1] }, 'it.env[1]'],
  ['a symbol', { a: Symbol('b') }, 'it.a'],
  ['a big number', [5n], 'it[0]'],
  ['what holds itself', circle, 'it.self.list[0]'],
])('%s cannot be written, and its place is told', (_, value, place) => {
  expect(unwritable(value, 'it')?.place).toBe(place);
});

test.each<[string, unknown]>([
  ['plain data', { a: [1, 'b', true, null, undefined, { c: {} }] }],
  ['the same thing twice', ((one: object) => ({ one, other: one }))({ a: 1 })],
  ['a mapping without a prototype', Object.assign(Object.create(null), { a: 1 })],
  ['a list with holes', new Array(3)],
  ['what cdk8s-plus calls a Quantity', { memory: new class { public readonly value = '1Gi'; }() }],
  ['what cdk8s works out at synthesis', { a: new class { public produce() { return 1; } }() }],
])('%s can be written', (_, value) => {
  expect(unwritable(value, 'it')).toBeUndefined();
});

test('a text is too long if no request to the API server can hold it', () => {
  expect(isTooLong('x'.repeat(3_145_728))).toBe(false);
  expect(isTooLong('x'.repeat(3_145_729))).toBe(true);
});
