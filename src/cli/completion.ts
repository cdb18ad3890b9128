import { Command, CommandEntry, EXIT } from './command';
import { CompletedCommand } from './completed-command';
import { bashCompletion } from './completion-bash';
import { fishCompletion } from './completion-fish';
import { zshCompletion } from './completion-zsh';
import { UsageError } from './usage-error';
import { didYouMean } from '../reports/did-you-mean';

/** Makes the script of a shell from what the commands say of themselves. */
const SHELLS: Readonly<Record<string, (commands: readonly CompletedCommand[]) => string>> = {
  bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion,
};

/** The command, for these commands; it is one of them itself. */
export const completionOf = (commands: readonly CommandEntry[]): Command => ({
  name: 'completion',
  usage: `<${Object.keys(SHELLS).join(' | ')}>`,
  description: 'Prints a script by which the shell completes commands, options and their values, ids of explain, and files.',
  options: [],
  examples: [
    ['source <(cdk8s-stateful completion bash)', 'in ~/.bashrc'],
    ['source <(cdk8s-stateful completion zsh)', 'in ~/.zshrc, after compinit'],
    ['cdk8s-stateful completion fish > ~/.config/fish/completions/cdk8s-stateful.fish', 'once'],
  ],
  run: ({ positionals: [shell, ...more] }, terminal) => {
    const names = Object.keys(SHELLS);
    if (shell === undefined || more.length > 0) { throw new UsageError([`one shell is needed: ${names.map(name => `'cdk8s-stateful completion ${name}'`).join(', ')}`]); }
    if (!Object.hasOwn(SHELLS, shell)) { throw new UsageError([`there is no completion for '${shell}'${didYouMean(shell, names) || `; write one of ${names.join(', ')}`}`]); }
    terminal.out(SHELLS[shell](commands.map(({ name, summary, load }) => ({ name, summary, options: load().options }))));
    return EXIT.clean;
  },
});
