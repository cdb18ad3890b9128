import { printable } from './printable';

/**
 * Text from manifests as Markdown that shows it and does nothing else: no
 * HTML, no links, no table cells, and nobody is mentioned. Pieces between
 * backticks become code.
 */
export function markdown(text: string): string {
  const pieces = text.split('`');
  // A backtick without a partner is a character like any other.
  const last = pieces.length % 2 === 0 ? pieces.length - 1 : pieces.length;
  return pieces.map((piece, index) => {
    if (index === last) { return `\\\`${plain(piece)}`; }
    return index % 2 === 1 ? code(piece) : plain(piece);
  }).join('');
}

/** Text as code, whatever it holds; for the cell of a table. */
export function code(text: string): string {
  if (text.trim() === '') { return plain(text); }
  const fence = '`'.repeat(longestRun(text) + 1);
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + padding + oneLine(text).replace(/\|/g, '\\|') + padding + fence;
}

/** Lines as a block of code, indented as a part of a list. */
export function codeBlock(lines: readonly string[], language: string, indent: string): string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [fence + language, ...lines, fence].map(line => line && indent + line);
}

/** Text as HTML, for a `<summary>`: Markdown is not read there. */
export function html(text: string): string {
  return silent(oneLine(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'));
}

function plain(text: string): string {
  return silent(oneLine(text).replace(/[\\`*_[\]~|]/g, '\\$&').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'));
}

/** An invisible character keeps `@team` from being notified, and `#1` and addresses from being links. */
function silent(text: string): string {
  return text.replace(/@(?=\w)/g, '@\u200b').replace(/#(?=\d)/g, '#\u200b').replace(/:\/\/|\bwww\./gi, '$&\u200b');
}

function oneLine(text: string): string {
  return printable(text.replace(/\s*[\r\n]\s*/g, ' '));
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}
