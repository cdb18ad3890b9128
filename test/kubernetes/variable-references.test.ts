import { variableReferences } from '../../src/kubernetes/variable-references';

test.each([
  ['none', 'a $A ${A} (A)', []],
  ['several', '$(A):$(B)/$(A)', ['A', 'B', 'A']],
  ['what is escaped', '$$(A) $$$(B)', ['B']],
  ['what has no end', '$(A', []],
  ['any characters', '$(a b)$()', ['a b', '']],
])('%s', (_, text, names) => {
  expect(variableReferences(text)).toEqual(names);
});
