import { CompletedCommand } from './completed-command';

/** The script for bash. Names of files are left to the shell (`-o default`). */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  return `# bash completion for cdk8s-stateful
_cdk8s_stateful() {
  local word="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${names} --help --version' -- "$word"))
    return
  fi
  case "$command $previous" in
${commands.flatMap(({ name, options }) => options.map(option => valueCase(name, option)).filter(line => line !== '')).join('\n')}
  esac
  case "$command $word" in
${commands.map(({ name, options }) => `    '${name} -'*) COMPREPLY=($(compgen -W '${[...options.map(option => `--${option.name}`), '--help'].join(' ')}' -- "$word")) ;;`).join('\n')}
    'explain '*) COMPREPLY=($(compgen -W "$("\${COMP_WORDS[0]}" explain 2>/dev/null | cut -d ' ' -f 1)" -- "$word")) ;;
    'completion '*) COMPREPLY=($(compgen -W 'bash zsh fish' -- "$word")) ;;
    'help '*) COMPREPLY=($(compgen -W '${names}' -- "$word")) ;;
  esac
}
complete -o default -F _cdk8s_stateful cdk8s-stateful
`;
}

function valueCase(command: string, { name, value, choices }: CompletedCommand['options'][number]): string {
  if (choices) { return `    '${command} --${name}') COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$word")); return ;;`; }
  return value ? `    '${command} --${name}') return ;;` : '';
}
