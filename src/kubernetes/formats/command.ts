/** What only a shell understands. */
const FOR_A_SHELL = /[|&;<>$`"'*?~(){}[\]\\\n]/;

/** Longer lines are not repeated. */
const MOST_LETTERS = 100;

/**
 * The first word of a command is the file that is run, without a shell. Where it is a whole line, `sleep 3600`: how the command must be
 * written; otherwise undefined. A program of Windows may have blanks in its path.
 */
export function commandOfLine(program: string): string | undefined {
  const line = program.trim();
  if (!/\s/.test(line) || /\\|^[A-Za-z]:/.test(program)) { return undefined; }
  const words = FOR_A_SHELL.test(line) ? ['sh', '-c', line.includes('\n') || line.length > MOST_LETTERS ? '<the line>' : line] : line.split(/\s+/);
  return `[${words.map(word => JSON.stringify(word)).join(', ')}]`;
}
