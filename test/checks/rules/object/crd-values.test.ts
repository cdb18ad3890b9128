import { valueFault } from '../../../../src/checks/rules/object/crd-values';

const PORT = { type: 'object', required: ['name', 'port'], properties: { name: { type: 'string', maxLength: 3 }, port: { type: 'integer', default: 80 } } };

describe('a value for a schema', () => {
  test.each<[unknown, Record<string, any>]>([
    ['a', { type: 'string', enum: ['a', 'b'], minLength: 1 }],
    ['ää', { type: 'string', maxLength: 2 }],
    [3, { type: 'integer', minimum: 3, maximum: 3 }],
    [0.5, { type: 'number', minimum: 0, exclusiveMinimum: true }],
    ['25%', { 'x-kubernetes-int-or-string': true }],
    [true, { type: 'boolean' }],
    [null, { type: 'string', nullable: true }],
    [[{ name: 'a' }], { type: 'array', items: PORT, maxItems: 1 }],
    [{ any: 'x' }, { type: 'object', additionalProperties: { type: 'string' } }],
    [{ any: { x: 1 } }, { 'type': 'object', 'x-kubernetes-preserve-unknown-fields': true }],
    [{}, { type: 'object' }],
  ])('%j fits', (value, schema) => {
    expect(valueFault(value, schema)).toBeUndefined();
  });

  test.each<[unknown, Record<string, any>, string]>([
    [1, { type: 'string' }, 'type string'],
    [1.5, { type: 'integer' }, 'type integer'],
    ['c', { type: 'string', enum: ['a', 'b'] }, 'enum'],
    [4, { type: 'integer', maximum: 3 }, 'above'],
    [3, { type: 'integer', maximum: 3, exclusiveMaximum: true }, 'above'],
    [0, { type: 'integer', minimum: 1 }, 'below'],
    ['', { type: 'string', minLength: 1 }, 'at least 1'],
    [['a', 'b'], { type: 'array', items: { type: 'string' }, maxItems: 1 }, 'at most 1'],
    [[1], { type: 'array', items: { type: 'string' } }, 'type string'],
    [{ port: 1 }, PORT, "'name'"],
    [{ name: 'long' }, PORT, 'at most 3'],
    [{ name: 'a', other: 1 }, PORT, "does not name 'other'"],
    [{ a: 1 }, { type: 'object', additionalProperties: { type: 'string' } }, 'type string'],
  ])('%j does not fit %j', (value, schema, fault) => {
    expect(valueFault(value, schema)).toContain(fault);
  });
});
