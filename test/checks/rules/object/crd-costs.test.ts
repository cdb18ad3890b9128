import { costsOf } from '../../../../src/checks/rules/object/crd-costs';
import { ApiModel } from '../../../../src/kubernetes/api/model';

const model = ApiModel.of('1.36');
const rule = (schema: object, expression: string) => ({ ...schema, 'x-kubernetes-validations': [{ rule: expression }] });
const spec = (properties: object, expression: string) => ({ type: 'object', properties: { spec: rule({ type: 'object', properties }, expression) } });
const list = (limits: object) => ({ type: 'array', ...limits, items: { type: 'string', maxLength: 20 } });
const PAIRS = 'self.list.all(x, self.list.exists_one(y, x == y))';

test('a list without a limit costs too much, and the message names the limit', () => {
  const [found] = costsOf(spec({ list: list({}) }, PAIRS), model);

  expect(found).toEqual({
    place: '/properties/spec/x-kubernetes-validations/0/rule',
    text: 'the server estimates that this costs up to more than 100 times as much as it may',
    fix: 'write maxItems of .spec.list, or a simpler rule',
  });
});

test('with a limit it does not', () => {
  expect(costsOf(spec({ list: list({ maxItems: 100 }) }, PAIRS), model)).toEqual([]);
});

test('a rule of an item counts for each item', () => {
  const item = rule({ type: 'string', maxLength: 1000 }, "self.matches('abcdefgh')");
  const all = (limits: object) => costsOf({ type: 'object', properties: { list: { type: 'array', ...limits, items: item } } }, model).map(({ fix }) => fix);

  expect(all({ maxItems: 10 })).toEqual([]);
  expect(all({})).toEqual(['write maxItems of .list, or a simpler rule']);
});

test('all rules together have a limit, too', () => {
  const one = spec({ text: { type: 'string', maxLength: 100_000 } }, "self.text.matches('[a-z]{3,8}[0-9]+[a-z]{3,8}[0-9]+[a-z]{3,8}[0-9]+[a-z]{3,8}[0-9]+[a-z]{3,8}[0-9]+')").properties.spec;
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`f${index}`, one]));

  expect(costsOf({ type: 'object', properties: { one } }, model)).toEqual([]);
  expect(costsOf({ type: 'object', properties: many }, model)).toMatchObject([{ place: '' }]);
});
