import { commandField } from '../../src/props/command-field';
import { everyProblem, noProblems } from '../../src/props/fields';

function problemsOf(value: unknown): string[] {
  const problems = noProblems();
  commandField('server').check(value, 'command', problems);
  return everyProblem(problems);
}

test('a command is a list of words', () => {
  expect(problemsOf(['sleep', '3600 s'])).toEqual([]);
  expect(problemsOf([])).toEqual([]);
  expect(problemsOf('sleep 3600')).toEqual(['\'command\' must be a list, got \'sleep 3600\'; write \'command: ["sleep", "3600"]\'']);
});

test('a whole line is no program', () => {
  expect(problemsOf(['sleep 3600'])).toEqual(['\'command\' begins with a whole line, and a command begins with the file that is run; write \'command: ["sleep", "3600"]\'']);
});
