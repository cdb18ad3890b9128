import { parseArgs } from 'util';
import { CommandOption } from './option';
import { UsageError } from './usage-error';
import { didYouMean } from '../reports/did-you-mean';

/** Arguments that fit the options of their command. */
export class Arguments {
  constructor(
    /** What is no option: files, ids. */
    public readonly positionals: readonly string[],
    private readonly values: ReadonlyMap<string, readonly string[]>,
  ) {}

  /** The value of an option; undefined if it was not given and has no default. The last one counts. */
  public value(name: string): string | undefined {
    return this.values.get(name)?.at(-1);
  }

  /** Every value of an option that may be given several times. */
  public all(name: string): readonly string[] {
    return this.values.get(name) ?? [];
  }

  /** Whether a flag was given. */
  public has(name: string): boolean {
    return this.values.has(name);
  }
}

/** Reads the words after a command's name. Throws `UsageError` with everything that is wrong with them. */
export function parseArguments(words: readonly string[], options: readonly CommandOption[]): Arguments {
  const byName = new Map(options.map(option => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(options.map(({ name, value }) => [name, { type: value ? 'string' : 'boolean' }])),
    allowPositionals: true,
    // What is wrong is said by us, all at once and with what to type instead.
    strict: false,
    tokens: true,
  });
  const positionals: string[] = [];
  const values = new Map<string, string[]>();
  const problems: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') { positionals.push(token.value); }
    if (token.kind !== 'option') { continue; }
    const option = byName.get(token.name);
    const problem = option ? valueProblem(option, token.value) : unknownOption(token.rawName, [...byName.keys()]);
    if (problem) { problems.push(problem); }
    values.set(token.name, [...values.get(token.name) ?? [], token.value ?? '']);
  }
  problems.push(...options.filter(({ multiple, name }) => !multiple && (values.get(name)?.length ?? 0) > 1)
    .map(({ name }) => `option '--${name}' is given twice; give it once`));
  if (problems.length > 0) { throw new UsageError(problems); }
  for (const option of options) {
    if (option.default !== undefined && !values.has(option.name)) { values.set(option.name, [option.default]); }
  }
  return new Arguments(positionals, values);
}

function unknownOption(written: string, known: readonly string[]): string {
  return `unknown option '${written}'${didYouMean(written, known.map(name => `--${name}`))}`;
}

function valueProblem({ name, value: placeholder, choices }: CommandOption, value: string | undefined): string | undefined {
  if (!placeholder) { return value === undefined ? undefined : `option '--${name}' takes no value; write '--${name}' alone`; }
  const words = choices ? `one of ${choices.join(', ')}` : `a ${placeholder}`;
  // A next option is not a value that somebody meant.
  if (value === undefined || value === '' || /^-./.test(value)) { return `option '--${name}' needs ${words}, such as '--${name} ${choices?.[0] ?? placeholder}'`; }
  if (choices && !choices.includes(value)) { return `'--${name} ${value}' is not ${words}${didYouMean(value, choices)}`; }
  return undefined;
}
