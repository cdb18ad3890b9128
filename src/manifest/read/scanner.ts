/** Thrown where a document has something that is left to the `yaml` library. */
export const NOT_PLAIN = new Error('not plain');

export const REST_OF_LINE = /(?: +#[^\n]*| *)(?:\n|$)/y;
const BLANK_LINES = /(?: *(?:#[^\n]*)?\n)*/y;
export const SPACES = / */y;
const LAST_COMMENT = /#[^\n]*$/y;

/** Goes over a YAML document, line by line and piece by piece. */
export class Scanner {
  /** Where we are. */
  protected at = 0;
  /** How far the first key or dash of the line is indented; -1 at the end of the text. */
  protected indent = 0;

  constructor(protected readonly source: string) {}

  /** Goes over the end of this line, and to the next one that holds anything. */
  protected endLine() {
    this.take(REST_OF_LINE);
    this.beginLine();
  }

  protected beginLine() {
    this.take(BLANK_LINES);
    const spaces = this.take(SPACES).length;
    const isEnd = this.at === this.source.length || this.is(LAST_COMMENT);
    this.indent = isEnd ? -1 : spaces;
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
