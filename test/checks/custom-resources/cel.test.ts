import { evaluate, evaluateText } from '../../../src/checks/custom-resources/cel';

const self = { size: 3n, most: 2n, name: 'a,b', list: [1n, 2n], address: '10Gi' };

test.each<[string, boolean]>([
  ['self.size > 2', true],
  ['has(self.least)', false],
  ["self.name.split(',').size() == 2", true],
  ['self.list.isSorted() && self.list.sum() == 3 && self.list.min() == 1 && self.list.max() == 2', true],
  ['self.list.indexOf(2) == 1 && self.list.lastIndexOf(1) == 0', true],
  ["self.name.find('[b-z]') == 'b' && self.name.replace(',', '') == 'ab' && self.name.charAt(0) == 'a'", true],
  ["isQuantity(self.address) && !isQuantity('x')", true],
])('%s', (rule, holds) => {
  expect(evaluate(rule, { self })).toEqual({ holds });
});

test('a rule that breaks off on a value is an error, as it is for the server', () => {
  expect(evaluate('self.none > 1', { self })).toEqual({ error: 'No such key: none' });
  expect(evaluate('self.list[7] > 1', { self })).toHaveProperty('error');
});

test.each(['isURL(self.name)', 'self.size >', 'self.size'])('what %s says is not known', rule => {
  expect(evaluate(rule, { self })).toHaveProperty('unknown');
});

test('a message is a text, or none', () => {
  expect(evaluateText("'at most ' + string(self.most)", { self })).toBe('at most 2');
  expect(evaluateText('self.most', { self })).toBeUndefined();
  expect(evaluateText('self.none', { self })).toBeUndefined();
  expect(evaluateText('(', { self })).toBeUndefined();
});
