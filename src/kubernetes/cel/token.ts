/** What keeps an expression from being read or from having a type, with the place in the text. */
export class CelError extends Error {
  public constructor(message: string, public readonly at: number) {
    super(message);
  }
}

export type TokenKind = 'name' | 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'sign' | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly at: number;
}

/** White space and comments are between tokens. */
const BETWEEN = /(?:[\t\n\f\r ]|\/\/[^\n]*)*/y;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const SIGN = /==|!=|<=|>=|&&|\|\||[-+*/%!<>?:.,()[\]{}]/y;
const DOUBLE = /\d+\.\d+(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+|\.\d+(?:[eE][-+]?\d+)?/y;
const INTEGER = /(?:0x[0-9a-fA-F]+|\d+)(u|U)?/y;
const ESCAPE = String.raw`\\(?:[abfnrtv"'\\?${'`'}]|x[0-9a-fA-F]{2}|X[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7]{2})`;
const TEXTS = [
  String.raw`[rR]"""[^]*?"""`, String.raw`[rR]'''[^]*?'''`, String.raw`[rR]"[^"\n\r]*"`, String.raw`[rR]'[^'\n\r]*'`,
  String.raw`"""(?:${ESCAPE}|[^\\])*?"""`, String.raw`'''(?:${ESCAPE}|[^\\])*?'''`,
  String.raw`"(?:${ESCAPE}|[^\\"\n\r])*"`, String.raw`'(?:${ESCAPE}|[^\\'\n\r])*'`,
].join('|');
const TEXT = new RegExp(`([bB]?)(?:${TEXTS})`, 'y');

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    at += matchAt(BETWEEN, text, at)![0].length;
    const token = at === text.length ? { kind: 'end', text: '', at } as const : tokenAt(text, at);
    tokens.push(token);
    if (token.kind === 'end') { return tokens; }
    at += token.text.length;
  }
}

function tokenAt(text: string, at: number): Token {
  const literal = matchAt(TEXT, text, at);
  if (literal) { return { kind: literal[1] ? 'bytes' : 'string', text: literal[0], at }; }
  const double = matchAt(DOUBLE, text, at);
  if (double) { return { kind: 'double', text: double[0], at }; }
  const integer = matchAt(INTEGER, text, at);
  if (integer) { return { kind: integer[1] ? 'uint' : 'int', text: integer[0], at }; }
  const name = matchAt(NAME, text, at);
  if (name) { return { kind: 'name', text: name[0], at }; }
  const sign = matchAt(SIGN, text, at);
  if (sign) { return { kind: 'sign', text: sign[0], at }; }
  throw new CelError(/["']/.test(text[at]) ? 'the text in quotes has no end, or an escape that there is not' : `${JSON.stringify(text[at])} has no meaning`, at);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
