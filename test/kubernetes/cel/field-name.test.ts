import { celFieldName } from '../../../src/kubernetes/cel/field-name';

test.each([
  ['replicas', 'replicas'],
  ['if', '__if__'],
  ['namespace', '__namespace__'],
  ['a-b.c/d', 'a__dash__b__dot__c__slash__d'],
  ['a__b', 'a__underscores__b'],
])('the field %s is %s in a rule', (name, spelt) => {
  expect(celFieldName(name)).toBe(spelt);
});
