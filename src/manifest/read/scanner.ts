/** Thrown where a document has something that is left to the `yaml` library. */
export const NOT_PLAIN = new Error('not plain');

const REST_OF_LINE = /(?: +#[^\n]*| *)(?:\n|$)/y;
const BLANK_LINES = /(?: *(?:#[^\n]*)?\n)*/y;
const LAST_COMMENT = /#[^\n]*$/y;

const LINE_END = 0x0a;
const SPACE = 0x20;
const HASH = 0x23;
const DASH = 0x2d;

/**
 * Goes over a YAML document, line by line and piece by piece. Single characters are looked at before patterns are asked,
 * for this is done several times in each line.
 */
export class Scanner {
  /** Where we are. */
  protected at = 0;
  /** How far the first key or dash of the line is indented; -1 at the end of the text. */
  protected indent = 0;

  constructor(protected readonly source: string) {}

  /** Goes over the end of this line, and to the next one that holds anything. */
  protected endLine() {
    if (this.source.charCodeAt(this.at) === LINE_END) { this.at += 1; } else { this.take(REST_OF_LINE); }
    this.beginLine();
  }

  protected beginLine() {
    const begin = this.at;
    this.indent = this.spaces();
    // Most lines begin with a letter or a dash, and these are neither empty nor comments.
    if (this.source.charCodeAt(this.at) > HASH) { return; }
    this.at = begin;
    this.take(BLANK_LINES);
    const indent = this.spaces();
    const isEnd = this.at === this.source.length || this.is(LAST_COMMENT);
    this.indent = isEnd ? -1 : indent;
  }

  /** Goes over spaces, and returns how many they are. */
  protected spaces(): number {
    const begin = this.at;
    while (this.source.charCodeAt(this.at) === SPACE) { this.at += 1; }
    return this.at - begin;
  }

  /** True where nothing but a comment follows in this line. */
  protected isEndOfLine(): boolean {
    const first = this.source.charCodeAt(this.at);
    const next = first === SPACE ? this.source.charCodeAt(this.at + 1) : first;
    return !(next > HASH) && this.is(REST_OF_LINE);
  }

  /** True at the dash of a list item. */
  protected isItem(): boolean {
    if (this.source.charCodeAt(this.at) !== DASH) { return false; }
    const next = this.source.charCodeAt(this.at + 1);
    return next === SPACE || next === LINE_END || this.at + 1 === this.source.length;
  }

  protected is(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.source);
  }

  protected match(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.source);
    if (!match) { throw NOT_PLAIN; }
    this.at = pattern.lastIndex;
    return match;
  }

  /** Goes over what fits the pattern. */
  protected take(pattern: RegExp): string {
    const begin = this.at;
    if (!this.is(pattern)) { throw NOT_PLAIN; }
    this.at = pattern.lastIndex;
    return this.source.slice(begin, this.at);
  }
}
