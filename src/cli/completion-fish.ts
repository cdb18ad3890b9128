import { CompletedCommand } from './completed-command';

/** The script for fish. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  return [
    '# fish completion for cdk8s-stateful',
    'complete -c cdk8s-stateful -n __fish_use_subcommand -f',
    ...commands.map(({ name, summary }) => `complete -c cdk8s-stateful -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`),
    "complete -c cdk8s-stateful -n __fish_use_subcommand -l help -d 'show this help'",
    "complete -c cdk8s-stateful -n __fish_use_subcommand -l version -d 'show the version'",
    ...commands.flatMap(({ name, options }) => [...options, HELP].map(option => `complete -c cdk8s-stateful -n '__fish_seen_subcommand_from ${name}' ${optionWords(option)}`)),
    "complete -c cdk8s-stateful -n '__fish_seen_subcommand_from explain' -f -a '(cdk8s-stateful explain 2>/dev/null | string split -f 1 \" \")'",
    "complete -c cdk8s-stateful -n '__fish_seen_subcommand_from completion' -f -a 'bash zsh fish'",
    '',
  ].join('\n');
}

const HELP = { name: 'help', description: 'show this help' };

function optionWords({ name, description, value, choices }: CompletedCommand['options'][number]): string {
  const values = choices ? ` -x -a ${quoted(choices.join(' '))}` : value ? ` -r${value === 'file' || value === 'folder' ? ' -F' : ' -f'}` : '';
  return `-l ${name}${values} -d ${quoted(description)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
