import { parseDocument } from 'yaml';
import { valueOfTree } from '../../../src/manifest/read/tree-value';

const valueOf = (source: string) => valueOfTree(parseDocument(source, { version: '1.1', schema: 'failsafe', resolveKnownTags: false, uniqueKeys: false, logLevel: 'silent' }));

test.each<[string, string, unknown]>([
  ['what is merged counts more than what stands before it, and less than what follows', 'b: &b {x: 1, z: 2}\nc: {x: 0, <<: *b, z: 3}\n', { b: { x: 1, z: 2 }, c: { x: 1, z: 3 } }],
  ['of a list that is merged the first counts, and it may be merged twice', 'c: {<<: [{x: 1}, {x: 2, w: 2}], <<: {z: 3}}\n', { c: { x: 1, w: 2, z: 3 } }],
  ['a key in quotes is no merge', 'c: {"<<": {x: 1}}\n', { c: { '<<': { x: 1 } } }],
  ['base64 becomes text', 'a: !!binary aGk=\n', { a: 'hi' }],
  ['tags say what a scalar is', 'a: !!str 1\nb: !!int "7"\nc: !x 3\nd: ! 4\ne: !!float 1\n', { a: '1', b: 7, c: '3', d: '4', e: 1 }],
  ['aliases are values and keys', 'a: &a b\n*a : [*a]\n&k c: *k\n', { a: 'b', b: ['b'], c: 'c' }],
  ['keys are text', 'on: 1\n1.10: 2\n!!binary aGk=: 3\n', { true: 1, 1.1: 2, hi: 3 }],
])('%s', (_, source, value) => {
  expect(valueOf(source)).toEqual(value);
});

test('a number that JSON does not have is told with its place, and read as the text that is meant', () => {
  const problems: unknown[] = [];
  const document = parseDocument('a: .inf\nb: -.NaN\nc: [.Inf]\n', { version: '1.1', schema: 'failsafe', resolveKnownTags: false });

  const value = valueOfTree(document, ({ offset, fix }) => { problems.push([offset, fix]); });

  expect(value).toEqual({ a: '.inf', b: '-.NaN', c: ['.Inf'] });
  expect(problems).toEqual([[3, 'put it in quotes: ".inf"'], [21, 'put it in quotes: ".Inf"']]);
});

test.each([
  ['a merge of a text', 'a: {<<: b}', 'takes a mapping'],
  ['no base64', 'a: !!binary "%%%"', 'not base64'],
  ['a number that JSON does not have', 'a: .inf', 'no number of JSON'],
  ['a tag that lies', 'a: !!int b', 'not what its tag says'],
  ['a line that ends in a text', 'a: b\u2028c', 'U+2028'],
])('%s is refused', (_, source, message) => {
  expect(() => valueOf(source)).toThrow(message);
});
