import { execFileSync } from 'node:child_process';
import { record } from './recorder';
import { COMMANDS } from '../../src/cli/commands';

/** What bash offers for the last word of a line; the program itself is a function that lists two ids. */
function offered(...words: readonly string[]): string[] {
  const script = [
    record(['completion', 'bash']).out,
    "cdk8s-stateful() { echo 'headless-service  error  why'; echo 'missing-claim  error  why'; }",
    'COMP_WORDS=("$@"); COMP_CWORD=$(( $# - 1 )); _cdk8s_stateful; printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n');
  return execFileSync('bash', ['-c', script, 'bash', 'cdk8s-stateful', ...words], { encoding: 'utf8' }).split('\n').filter(line => line !== '');
}

test('bash completes commands, options, their values and ids', () => {
  expect(offered('')).toEqual([...COMMANDS.map(({ name }) => name), '--help', '--version']);
  expect(offered('des')).toEqual(['describe']);
  expect(offered('diff', '--pl')).toEqual(['--plan']);
  expect(offered('diff', '--format', 'm')).toEqual(['markdown']);
  expect(offered('explain', 'head')).toEqual(['headless-service']);
  expect(offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
});

test('where a file is wanted, bash completes files', () => {
  expect(offered('check', 'di')).toEqual([]);
  expect(offered('check', '--config', '-')).toEqual([]);
  expect(record(['completion', 'bash']).out).toContain('complete -o default -F _cdk8s_stateful cdk8s-stateful');
});

test('a shell that is not known', () => {
  expect(record(['completion', 'bsh'])).toMatchObject({ code: 2, err: expect.stringContaining("there is no completion for 'bsh'; did you mean 'bash'?") });
  expect(record(['completion'])).toMatchObject({ code: 2, err: expect.stringContaining("'cdk8s-stateful completion bash'") });
});
