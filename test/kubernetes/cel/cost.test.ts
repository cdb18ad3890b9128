import { CelEnvironment } from '../../../src/kubernetes/cel/compile';
import { costOf } from '../../../src/kubernetes/cel/cost';

const environment: CelEnvironment = { variables: { self: 'Self' }, objects: { Self: { size: 'int', name: 'string', list: 'list<string>' } }, holds: () => true };
const self = { most: 0, fields: { size: { most: 0 }, name: { most: 40, lacks: 'maxLength of .name' }, list: { most: 100, item: { most: 20 } } } };
const cost = (text: string) => costOf(text, environment, self)?.cost;

test.each([
  ['self.size > 3', 3],
  ["self.name == 'abc'", 3],
  ["self.name.matches('abcd')", 7],
  ["self.list.all(x, x == 'a')", 503],
  ["self.list.map(x, x + 'b').all(y, y == 'b')", 2014],
])('%s costs %d', (text, most) => {
  expect(cost(text)).toBe(most);
});

test('a text that is made of another value has no bound', () => {
  expect(cost("'at most ' + string(self.size)")).toBe(Infinity);
});

test('what is no expression costs nothing that is known', () => {
  expect(cost('self.size +')).toBeUndefined();
});

test('what an expression goes through is told', () => {
  const { through } = costOf("self.name == 'a'", environment, self)!;

  expect([...through].map(({ lacks }) => lacks)).toEqual(['maxLength of .name']);
});
