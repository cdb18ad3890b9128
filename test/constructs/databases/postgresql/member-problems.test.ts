import { defaultSynchronousMembers, memberProblems } from '../../../../src/constructs/databases/postgresql/member-problems';

test('without a word a write survives the loss of any minority', () => {
  const synchronous = [1, 3, 4, 5].map(defaultSynchronousMembers);

  expect(synchronous).toEqual([0, 1, 1, 2]);
  expect([1, 3, 4, 5].flatMap(replicas => memberProblems(replicas))).toEqual([]);
});

test('two members must choose, and are told what each choice costs', () => {
  const [problem] = memberProblems(2);

  expect(problem).toMatch(/synchronousMembers: 1.*none is lost.*synchronousMembers: 0.*on one disk.*replicas: 3/);
  expect([memberProblems(2, 0), memberProblems(2, 1)]).toEqual([[], []]);
});

test.each([[0], [6], [-1], [2.5], [NaN]])('%d members are refused', replicas => {
  expect(memberProblems(replicas)).toEqual([expect.stringContaining("'replicas' must be from 1 to 5")]);
});

test.each([[3, 3, 'from 0 to 2'], [1, 1, 'from 0 to 0'], [3, -1, 'from 0 to 2'], [3, 0.5, 'from 0 to 2'], [2, 2, 'from 0 to 1']])('of %d members %d beside the primary cannot have each write', (replicas, synchronous, range) => {
  const problems = memberProblems(replicas, synchronous);

  expect(problems).toEqual([expect.stringContaining(range)]);
});
