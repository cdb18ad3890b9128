import { brokenLimits, brokenRange } from '../../../src/checks/custom-resources/limits';

test.each<[unknown, object, string[]]>([
  [0, { minimum: 1 }, ['be 1 or more']],
  [1, { minimum: 1 }, []],
  [1, { minimum: 1, exclusiveMinimum: true }, ['be more than 1']],
  [6, { maximum: 5 }, ['be 5 or less']],
  [5, { maximum: 5, exclusiveMaximum: true }, ['be less than 5']],
  [7, { multipleOf: 5 }, ['be a multiple of 5']],
  [0.3, { multipleOf: 0.1 }, []],
  [1, { multipleOf: -1 }, ['be a multiple of -1']],
  ['ab', { minLength: 3, maxLength: 1 }, ['have at least 3 characters', 'have at most 1 characters']],
  ['😀', { maxLength: 1 }, []],
  [[1], { minItems: 2 }, ['have at least 2 items']],
  [[1, 2], { maxItems: 1 }, ['have at most 1 items']],
  [{ a: 1 }, { minProperties: 2 }, ['have at least 2 fields']],
  [{ a: 1 }, { maxProperties: 0 }, ['have at most 0 fields']],
  ['text', { minimum: 1, minItems: 1 }, []],
  [1, { minimum: 'x' }, []],
])('%p with %p', (value, schema, wanted) => {
  expect([...brokenLimits(value, schema)]).toEqual(wanted);
});

test.each<[unknown, object, string | undefined]>([
  [2 ** 31 - 1, { type: 'integer', format: 'int32' }, undefined],
  [2 ** 31, { type: 'integer', format: 'int32' }, 'be an integer that 32 bits can hold'],
  [-(2 ** 31) - 1, { type: 'integer', format: 'int32' }, 'be an integer that 32 bits can hold'],
  [2 ** 31, { type: 'integer' }, undefined],
  [1e19, { type: 'integer' }, 'be an integer that 64 bits can hold'],
  [1e40, { type: 'number', format: 'float' }, 'be a number that 32 bits can hold'],
  [1e40, { type: 'number' }, undefined],
  [1, { type: 'integer', minimum: 0.5 }, 'have a minimum in its schema that is an integer of 64 bits'],
  [1, { type: 'integer', format: 'int32', maximum: 2 ** 31 }, 'have a maximum in its schema that is an integer of 32 bits'],
  ['text', { type: 'integer' }, undefined],
])('the range of %p with %p', (value, schema, wanted) => {
  expect(brokenRange(value, schema)).toBe(wanted);
});
