import { examplesOf } from '../../src/checks/rule-examples';

test('the examples of a rule are those that stand beside it', () => {
  const rule = { id: 'a', why: 'b', bad: 'kind: A', good: 'kind: B' };

  expect(examplesOf(rule)).toEqual({ bad: 'kind: A', good: 'kind: B' });
});
