/** Words that a shell takes as they are. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** One word of a shell command, quoted if it needs to be. */
export function word(text: string): string {
  return PLAIN.test(text) ? text : quoted(text);
}

/** A text that the shell takes as it is. */
export function quoted(text: string): string {
  return `'${text.replace(/'/g, '\'\\\'\'')}'`;
}

/** A program and its arguments as a line for a shell. */
export function commandLine(argv: readonly string[]): string {
  return argv.map(word).join(' ');
}
