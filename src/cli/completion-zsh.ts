import { CompletedCommand } from './completed-command';

/** The script for zsh: it may be sourced, or put into a folder of \`fpath\`. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  return `#compdef cdk8s-stateful
compdef _cdk8s_stateful cdk8s-stateful
# zsh completion for cdk8s-stateful
_cdk8s_stateful() {
  local -a commands ids
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${escaped(name)}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    compadd -- --help --version
    return
  fi
  case "$words[2]" in
${commands.map(commandCase).join('\n')}
    help) _describe command commands ;;
  esac
}
if [ "$funcstack[1]" = "_cdk8s_stateful" ]; then _cdk8s_stateful; fi
`;
}

const REST: Readonly<Record<string, string>> = {
  explain: '_arguments "$options[@]" "*:id:($ids)"',
  completion: '_arguments "$options[@]" "*:shell:(bash zsh fish)"',
};

function commandCase({ name, options }: CompletedCommand): string {
  const prepare = name === 'explain' ? '\n      ids=(${(f)"$("$words[1]" explain 2>/dev/null | cut -d " " -f 1)"})' : '';
  return [
    `    ${name})${prepare}`,
    `      local -a options=(${[...options.map(optionSpec), quoted('--help[show this help]')].join(' ')})`,
    '      shift words; (( CURRENT-- ))',
    `      ${REST[name] ?? '_arguments "$options[@]" "*:file:_files"'} ;;`,
  ].join('\n');
}

function optionSpec({ name, description, value, choices, multiple }: CompletedCommand['options'][number]): string {
  const action = choices ? `(${choices.join(' ')})` : value === 'file' || value === 'folder' ? '_files' : '';
  return quoted(`${multiple ? '*' : ''}--${name}[${description.replace(/[\\[\]:]/g, '\\$&')}]${value ? `:${escaped(value)}:${action}` : ''}`);
}

/** A colon parts a word from its description. */
function escaped(text: string): string {
  return text.replace(/:/g, '\\:');
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, "'\\''")}'`;
}
