import { record, recordLater } from './recorder';
import * as check from '../../src/cli/check';
import { COMMANDS } from '../../src/cli/commands';

test('help lists every command', () => {
  const { code, out } = record(['--help']);

  expect(code).toBe(0);
  for (const { name, summary } of COMMANDS) { expect(out).toMatch(new RegExp(`\\n  ${name} +${summary}\\n`)); }
});

test.each(COMMANDS.map(({ name }) => name))('%s has a help with its options and examples', name => {
  const { code, out } = record([name, '--help']);
  const command = COMMANDS.find(entry => entry.name === name)!.load();

  expect(code).toBe(0);
  expect(command.name).toBe(name);
  expect(command.examples.length).toBeGreaterThan(0);
  expect(out).toBe(record(['help', name]).out);
  for (const option of command.options) { expect(out).toContain(`--${option.name}`); }
});

test('no command is wrong usage and says which to type', () => {
  const { code, out, err } = record([]);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain("'cdk8s-stateful check <folder>'");
});

test('an unknown command is answered with the one that was meant', () => {
  const { code, err } = record(['chekc']);

  expect(code).toBe(2);
  expect(err).toBe("cdk8s-stateful: unknown command 'chekc'; did you mean 'check'?\nSee 'cdk8s-stateful --help'.\n");
});

test('wrong options point to the help of their command', () => {
  const { code, err } = record(['check', '--fromat', 'json']);

  expect(code).toBe(2);
  expect(err).toBe("cdk8s-stateful: unknown option '--fromat'; did you mean '--format'?\nSee 'cdk8s-stateful check --help'.\n");
});

test('shows the version', () => {
  expect(record(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('a mistake of ours is said in words, without a stack trace', () => {
  const run = jest.spyOn(check.check, 'run').mockImplementation(() => { throw new TypeError('x is undefined'); });

  const { code, err } = record(['check', 'dist']);
  run.mockRestore();

  expect(code).toBe(2);
  expect(err).toContain('TypeError: x is undefined\nPlease report it');
  expect(err).not.toMatch(/^\s+at /m);
});

test('so is one of a command that is waited for', async () => {
  const run = jest.spyOn(check.check, 'run').mockImplementation(async () => { throw new TypeError('x is undefined'); });

  const { code, err } = await recordLater(['check', 'dist']);
  run.mockRestore();

  expect(code).toBe(2);
  expect(err).toContain('TypeError: x is undefined\nPlease report it');
});
