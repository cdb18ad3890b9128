import { Command } from './command';
import { CommandOption } from './option';
import { wrapped } from '../reports/wrap';

/** What a terminal shows that nobody made wider. */
const COLUMNS = 80;

/** The help of the whole program: it fits a screen of 24 lines. */
export function programHelp(commands: readonly { readonly name: string; readonly summary: string }[]): string {
  return [
    'Usage: cdk8s-stateful <command> [options]',
    '',
    'Says offline what Kubernetes would refuse, what would never work, and what a',
    'change would do to the data.',
    '',
    'Commands:',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...columns([['--help', 'show this help; after a command, the help of that command'], ['--version', 'show the version']]),
    '',
    'Exit codes: 0 nothing found, 1 findings, 2 wrong usage or an unreadable file.',
    '',
  ].join('\n');
}

/** The help of one command. */
export function commandHelp({ name, usage, description, options, examples }: Command): string {
  return [
    ...wrapped(`Usage: cdk8s-stateful ${name} `, usage, COLUMNS),
    '',
    ...wrapped('', description.replace(/\n/g, ' '), COLUMNS),
    '',
    'Options:',
    ...columns([...options.map(option => [optionWords(option), optionDescription(option)] as const), ['--help', 'show this help']]),
    '',
    'Examples:',
    ...examples.flatMap(([line, purpose]) => [`  # ${purpose}`, `  ${line}`]),
    '',
  ].join('\n');
}

function optionWords({ name, value }: CommandOption): string {
  return value ? `--${name} <${value}>` : `--${name}`;
}

function optionDescription({ description, choices, default: standard }: CommandOption): string {
  const notes = [choices && choices.join(', '), standard !== undefined && `default: ${standard}`].filter(Boolean);
  return notes.length > 0 ? `${description} (${notes.join('; ')})` : description;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.flatMap(([left, right]) => wrapped(`  ${left.padEnd(width)}  `, right, COLUMNS));
}
