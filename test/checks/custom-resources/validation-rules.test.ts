import { Schema } from '../../../src/checks/custom-resources/schema';
import { ValidationRules } from '../../../src/checks/custom-resources/validation-rules';

const ruled = (schema: object, ...rules: object[]): Schema => ({ ...schema, 'x-kubernetes-validations': rules });
const size = { type: 'integer' };

function problems(value: object, schema: Schema, old?: object): string[] {
  const found: string[] = [];
  new ValidationRules(({ check, path, message }) => found.push(`${check!.id} ${path}: ${message}`)).object({ value, old }, schema);
  return found;
}

test('a rule that does not hold is reported where it stands, in its own words or in ours', () => {
  const schema = {
    type: 'object',
    properties: {
      list: {
        type: 'array',
        items: ruled({ type: 'object', properties: { size } },
          { rule: 'self.size > 1', message: 'too small' }, { rule: 'self.size > 0' }, { rule: 'self.size > 2', messageExpression: "'got ' + string(self.size)", fieldPath: '.size' }),
      },
    },
  };

  expect(problems({ list: [{ size: 5 }, { size: 0 }] }, schema)).toEqual([
    'custom-resource-rule /list/1: too small',
    "custom-resource-rule /list/1: the rule 'self.size > 0' does not hold",
    'custom-resource-rule /list/1/size: got 0',
  ]);
});

test('a rule sees what every object has', () => {
  const schema = ruled({ type: 'object' }, { rule: "self.metadata.name.startsWith('a')" });

  expect(problems({ metadata: { name: 'abc' } }, schema)).toEqual([]);
  expect(problems({ metadata: { name: 'x' } }, schema)).toHaveLength(1);
});

test('a rule about the value from before is asked where there is one', () => {
  const schema = { type: 'object', properties: { spec: ruled({ type: 'object', properties: { size } }, { rule: 'self.size >= oldSelf.size', message: 'it only grows' }) } };

  expect(problems({ spec: { size: 1 } }, schema)).toEqual([]);
  expect(problems({ spec: { size: 1 } }, schema, { spec: { size: 2 } })).toEqual(['custom-resource-rule /spec: it only grows']);
  expect(problems({ spec: { size: 3 } }, schema, { spec: { size: 2 } })).toEqual([]);
});

test('items of a list with keys are compared with those of the same keys', () => {
  const items = ruled({ type: 'object', properties: { name: { type: 'string' }, size } }, { rule: 'self.size == oldSelf.size', message: 'it is fixed' });
  const schema = { type: 'object', properties: { list: { 'type': 'array', items, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] } } };

  expect(problems({ list: [{ name: 'b', size: 2 }, { name: 'a', size: 3 }] }, schema, { list: [{ name: 'a', size: 1 }, { name: 'b', size: 2 }] }))
    .toEqual(['custom-resource-rule /list/1: it is fixed']);
});

test('a rule that breaks off, and one that nobody here can evaluate', () => {
  const schema = ruled({ type: 'object', properties: { size } }, { rule: 'self.size > 0' }, { rule: 'format.uuid().validate(self.metadata.name).hasValue()' });

  expect(problems({ metadata: { name: 'a' } }, schema)).toEqual([
    "custom-resource-rule : the rule 'self.size > 0' breaks off: No such key: size",
    expect.stringContaining("custom-resource-rule-not-checked : the rule 'format.uuid().validate(self.metadata.name).hasValue()' was not evaluated"),
  ]);
});
