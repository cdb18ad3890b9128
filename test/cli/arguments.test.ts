import fc from 'fast-check';
import { parseArguments } from '../../src/cli/arguments';
import { CommandOption } from '../../src/cli/option';
import { UsageError } from '../../src/cli/usage-error';

const OPTIONS: readonly CommandOption[] = [
  { name: 'format', value: 'format', choices: ['text', 'json'], default: 'text', description: '' },
  { name: 'config', value: 'file', description: '' },
  { name: 'accept', value: 'id', multiple: true, description: '' },
  { name: 'plan', description: '' },
];

function problemsOf(...words: string[]): readonly string[] {
  try {
    parseArguments(words, OPTIONS);
    return [];
  } catch (error) {
    if (error instanceof UsageError) { return error.problems; }
    throw error;
  }
}

test('options and files may stand in any order', () => {
  const args = parseArguments(['a.yaml', '--format', 'json', '-', '--config=c.yaml', 'b.yaml', '--plan'], OPTIONS);

  expect(args.positionals).toEqual(['a.yaml', '-', 'b.yaml']);
  expect(args.value('format')).toBe('json');
  expect(args.value('config')).toBe('c.yaml');
  expect(args.has('plan')).toBe(true);
});

test('what is not given has its default, or nothing', () => {
  const args = parseArguments([], OPTIONS);

  expect(args.value('format')).toBe('text');
  expect(args.value('config')).toBeUndefined();
  expect(args.has('plan')).toBe(false);
  expect(args.all('accept')).toEqual([]);
});

test('after -- everything is a file', () => {
  expect(parseArguments(['--', '--format'], OPTIONS).positionals).toEqual(['--format']);
});

test('an option that may be repeated keeps every value', () => {
  expect(parseArguments(['--accept', 'D1', '--accept', 'D4'], OPTIONS).all('accept')).toEqual(['D1', 'D4']);
});

test.each([
  [['--fromat', 'json'], "unknown option '--fromat'; did you mean '--format'?"],
  [['-x'], "unknown option '-x'"],
  [['--format', 'jsn'], "'--format jsn' is not one of text, json; did you mean 'json'?"],
  [['--format'], "option '--format' needs one of text, json, such as '--format text'"],
  [['--config', '--plan'], "option '--config' needs a file, such as '--config file'"],
  [['--config='], "option '--config' needs a file, such as '--config file'"],
  [['--plan=yes'], "option '--plan' takes no value; write '--plan' alone"],
  [['--config', 'a', '--config', 'b'], "option '--config' is given twice; give it once"],
])('%j is refused with what to type instead', (words, problem) => {
  expect(problemsOf(...words)).toContain(problem);
});

test('everything that is wrong is said at once', () => {
  expect(problemsOf('--fromat=json', '--plan=1', '--format=yaml')).toHaveLength(3);
});

test('whatever the words are, they are read or refused, never worse', () => {
  const word = fc.oneof(fc.string(), fc.constantFrom('--format', '--plan', '--', '-', '--format=json', '-f', '--=x', '--__proto__'));

  fc.assert(fc.property(fc.array(word), words => {
    expect(Array.isArray(problemsOf(...words))).toBe(true);
  }));
});
