import { parseArguments } from './arguments';
import { Command, EXIT } from './command';
import { COMMANDS } from './commands';
import { commandHelp, programHelp } from './help';
import { Terminal, processTerminal } from './terminal';
import { UsageError } from './usage-error';
import { isWriteError } from '../manifest/write/write-error';
import { didYouMean } from '../reports/did-you-mean';
import { printable } from '../reports/printable';
import { optimizeLater } from '../synthesis/compiler';

/** Runs one command line and returns the exit code, at once or as a promise, as the command does; whatever goes wrong is said in words. */
export function main(words: readonly string[], terminal: Terminal): number | Promise<number> {
  const [name, ...rest] = words;
  try {
    const code = runCommand(name, rest, terminal);
    return typeof code === 'number' ? code : code.catch(error => failed(error, name, terminal));
  } catch (error) {
    return failed(error, name, terminal);
  }
}

/** Says what went wrong. */
function failed(error: unknown, name: string | undefined, terminal: Terminal): number {
  if (error instanceof UsageError) {
    const help = COMMANDS.some(command => command.name === name) ? `cdk8s-stateful ${name} --help` : 'cdk8s-stateful --help';
    terminal.err([...error.problems.map(problem => `cdk8s-stateful: ${printable(problem)}`), `See '${help}'.`, ''].join('\n'));
    return EXIT.usage;
  }
  if (isWriteError(error)) {
    terminal.err(`cdk8s-stateful: ${printable(error.message)}\n`);
    return EXIT.usage;
  }
  terminal.err(`cdk8s-stateful: this should not have happened: ${process.env.DEBUG && error instanceof Error ? error.stack : String(error)}\n`
    + 'Please report it with the command line and the file: https://github.com/cdk8s-stateful/cdk8s-stateful/issues\n'
    + 'DEBUG=1 shows where it happened.\n');
  return EXIT.usage;
}

function runCommand(name: string | undefined, rest: readonly string[], terminal: Terminal): number | Promise<number> {
  if (name === '--version') {
    terminal.out(`${version()}\n`);
    return EXIT.clean;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const about = findCommand(rest[0]);
    terminal.out(about ? commandHelp(about) : programHelp(COMMANDS));
    return EXIT.clean;
  }
  if (name === undefined) { throw new UsageError(["no command; 'cdk8s-stateful check <folder>' checks manifests"]); }
  const command = findCommand(name);
  if (!command) { throw new UsageError([unknownCommand(name)]); }
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.out(commandHelp(command));
    return EXIT.clean;
  }
  return command.run(parseArguments(rest, command.options), terminal);
}

function findCommand(name: string | undefined): Command | undefined {
  return COMMANDS.find(command => command.name === name)?.load();
}

function unknownCommand(name: string): string {
  const names = COMMANDS.map(command => command.name);
  return `unknown ${name.startsWith('-') ? 'option' : 'command'} '${name}'${didYouMean(name, [...names, '--help', '--version'])}`;
}

function version(): string {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('../../package.json').version;
}

/** What `bin/cdk8s-stateful` calls. The exit code is set, not forced, so that everything printed arrives. */
export async function run(): Promise<void> {
  optimizeLater();
  const code = await main(process.argv.slice(2), processTerminal());
  // The terminal has set it if the result could not be written.
  process.exitCode ??= code;
}
