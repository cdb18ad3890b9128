import { evaluate } from '../../../src/checks/custom-resources/cel';
import { celValue } from '../../../src/checks/custom-resources/cel-values';

const schema = {
  type: 'object',
  properties: {
    'size': { type: 'integer' },
    'share': { type: 'number' },
    'if': { type: 'string' },
    'a-b.c/d__e': { type: 'string' },
    'at': { type: 'string', format: 'date-time' },
    'labels': { type: 'object', additionalProperties: { type: 'integer' } },
    'either': { 'x-kubernetes-int-or-string': true },
  },
};

test('integers are integers, and fields have names that CEL can spell', () => {
  const value = { 'size': 1, 'share': 2, 'if': 'x', 'a-b.c/d__e': 'y', 'labels': { 'a-b': 3 }, 'either': 4 };

  expect(celValue(value, schema)).toEqual({ size: 1n, share: 2, __if__: 'x', a__dash__b__dot__c__slash__d__underscores__e: 'y', labels: { 'a-b': 3n }, either: 4n });
});

test('a field that is called as a word of CEL is found under both names, and counts once', () => {
  const value = celValue({ if: 'x' }, schema);

  expect(evaluate('has(self.if) && self.if == self.__if__ && size(self) == 1', { self: value })).toEqual({ holds: true });
});

test('what the schema does not name is not there, and neither is null', () => {
  expect(celValue({ other: 1, size: null }, schema)).toEqual({});
});

test('a time is a time, if it is one', () => {
  expect(celValue({ at: '2026-01-31T12:00:00Z' }, schema)).toEqual({ at: new Date('2026-01-31T12:00:00Z') });
  expect(celValue({ at: 'never' }, schema)).toEqual({ at: 'never' });
});
