/** What keeps kubectl from reading a document, before anything else in it is looked at. */
export interface Refusal {
  readonly offset: number;
  readonly message: string;
  readonly fix: string;
}

// eslint-disable-next-line no-control-regex -- these are the ones
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
/** After nothing but comments and the mark of a document. */
const DIRECTIVE = /^\ufeff?(?:[ \t]*(?:#[^\n]*)?\r?\n)*%/;

/** Why kubectl does not read this text; undefined if it does, or if its grammar is to say. */
export function refusalOf(source: string): Refusal | undefined {
  const control = CONTROL.exec(source);
  if (control) { return controlCharacter(control[0].charCodeAt(0), control.index); }
  const directive = DIRECTIVE.exec(source);
  return directive ? {
    offset: directive[0].length - 1,
    message: 'a line that begins with % is a directive of YAML, and kubectl reads no file that has one',
    fix: 'remove the line',
  } : undefined;
}

function controlCharacter(code: number, offset: number): Refusal {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return code === 0
    ? { offset, message: `the text holds the character ${name}, as files do that are no text or are UTF-16 without a byte order mark`, fix: 'save the file as UTF-8' }
    : { offset, message: `the text holds the control character ${name}, which no YAML may hold`, fix: `remove it; where it is meant, write "\\${escapeOf(code)}" in double quotes` };
}

function escapeOf(code: number): string {
  return code > 0xff ? `u${code.toString(16)}` : `x${code.toString(16).padStart(2, '0')}`;
}
