import { ProblemAt, keyProblems } from '../../../src/manifest/read/key-problems';

test('what an incomplete document repeats is said once, and other keys each', () => {
  const key = (name: string, offset: number) => ({ name, path: `/${name}`, offset });
  const survey = {
    repeated: [key('kind', 10), key('spec', 20), { name: 'x', path: '/spec/x', offset: 25 }],
    notText: [key('', 30)],
    changed: [{ ...key('true', 40), written: 'on' }],
    strange: [{ ...key('a\u00a0', 50), character: '\u00a0' }],
    aliases: 0,
    size: 1,
  };
  const at: ProblemAt = (rule, message, fix, offset, path) => ({ rule, message, fix, path, position: { line: 1, column: offset } });

  const problems = keyProblems(survey, at, () => 2);

  expect(problems.map(({ rule, position: { column } }) => [rule, column])).toEqual([
    ['incomplete-document', 10], ['duplicate-key', 25], ['syntax', 30], ['syntax', 50], ['changed-key', 40],
  ]);
  expect(problems[0].fix).toBe("a line '---' is missing before line 2");
});
