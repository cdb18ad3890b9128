/** What to write where a text is not YAML, by the code of the error and the lines around it. */
export function syntaxFix(code: string, rule: string, text: string, offset: number): string {
  if (code === 'TAB_AS_INDENT') { return 'indent with spaces'; }
  if (/\balias\b/.test(rule)) { return 'put text that begins with * in quotes: "*/5 * * * *", "*.example.com"'; }
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [line, next = ''] = text.slice(start).split('\n');
  if (code === 'BAD_SCALAR_START') { return `put the text in quotes: ${quoted(text.slice(offset).split('\n')[0])}`; }
  if (code === 'BLOCK_AS_IMPLICIT_KEY') { return nestedFix(line, next) ?? USUAL; }
  return USUAL;
}

const USUAL = 'correct the line; text with special characters goes in quotes';

/** A key after a value: of the next line, which begins too far to the right, or of a text with a colon in it. */
function nestedFix(line: string, next: string): string | undefined {
  const [, before = '', key, value = ''] = /^([\s-]*)(?:([\w./-]+):\s+)?(.*)$/.exec(line) ?? [];
  const [indent = ''] = /^\s*/.exec(next) ?? [];
  if (key !== undefined && /^\s*[\w./-]+:(\s|$)/.test(next) && indent.length > before.length) {
    return `begin '${next.trim()}' in the same column as '${key}:' before it, which has a value already`;
  }
  return /:(\s|$)/.test(value) ? `put the text in quotes: ${quoted(value)}` : undefined;
}

/** Single quotes leave all but themselves as it stands. */
function quoted(text: string): string {
  const plain = text.trim();
  return plain.includes("'") ? JSON.stringify(plain) : `'${plain}'`;
}
