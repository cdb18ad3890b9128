import { boundlessText } from '../../../src/kubernetes/cel/boundless';
import { CelEnvironment } from '../../../src/kubernetes/cel/compile';

const environment: CelEnvironment = {
  variables: { 'self': 'Self', 'self.size': 'int', 'self.name': 'string', 'self.list': 'list<int>', 'self.data': 'bytes' },
  objects: { Self: { size: 'int', name: 'string', list: 'list<int>', data: 'bytes' } },
  holds: () => true,
};

test.each([
  "'at most ' + string(self.size)",
  "'it is ' + string(self.name)",
  "'a' + (self.size > 3 ? 'b' : string(self.size))",
  "string(self.size).matches('^1')",
  'self.name.startsWith(string(self.size))',
  "self.size > 0 || string(self.size).contains('1')",
  "string(self.size).find('[0-9]') == 'a'",
  'isQuantity(string(self.size))',
])('%s costs too much', expression => {
  expect(boundlessText(expression, environment)).toBeDefined();
});

test.each([
  'string(self.size)',
  "string(self.size) == '1'",
  "'a' + self.name",
  "string(self.size).startsWith('1')",
  "'a' + string(self.data)",
  "self.size > 3 ? string(self.size) : 'a'",
  "self.list.all(x, 'a' + string(x) == 'a1')",
  'self.size +',
])('nothing is said of %s', expression => {
  expect(boundlessText(expression, environment)).toBeUndefined();
});
