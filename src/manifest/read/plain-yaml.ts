import { Places } from './places';
import { isReservedWord, plainScalar } from './plain-scalar';
import { NOT_PLAIN, REST_OF_LINE, SPACES, Scanner } from './scanner';
import { Span } from './text';
import { pointer } from '../../kubernetes/pointer';

/** Nested more deeply than any manifest. */
const MAX_DEPTH = 60;

/** Characters that mean a line break or nothing at all to one reader and not to another. */
// eslint-disable-next-line no-control-regex -- these are the ones
const STRANGE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]/;

const KEY = /(?:\.?[A-Za-z_][\w./-]*|[1-9]\d{0,14})(?=:(?:[ \n]|$))/y;
const QUOTED = /"[^"\\\n]*(?:\\["\\/bfnrt][^"\\\n]*)*"|'[^'\n]*(?:''[^'\n]*)*'/y;
const COLON = /:(?=[ \n]|$)/y;
/** Up to a comment, a colon that ends a key, or the end of the line. */
const PLAIN = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s]))(?:[^\n#:]+|(?<=\S)#|:(?=\S))*/y;
const FLOW_PLAIN = /(?:[A-Za-z_/.\d]|-(?=[A-Za-z\d]))[\w./+=@%-]*(?= *[,\]}])/y;
const QUOTED_KEY = new RegExp(`(?:${QUOTED.source})${COLON.source}`, 'y');
/** Lines of blanks alone at the beginning or the end of a text. */
const EDGE_OF_BLANKS = /^\n* +\n|\n +\n+$/;
const LONGEST_KEY = 1000;
const ITEM = /-(?=[ \n]|$)/y;
/** `|` and the indentation of the first line that is not empty. A tab there is refused by kubectl, so it is nothing plain. */
const TEXT_BEGIN = /\|([+-]?)(?: +#[^\n]*| *)\n(?=(( *\n)*)( *)[^ \n\t])/y;

/**
 * Reads a document of the YAML that people and programs mostly write: mappings and lists by indentation, texts and numbers
 * on one line, texts of several lines after `|`. It is many times as fast as the `yaml` library and gives the same value.
 *
 * @param places is filled with the places of all keys and items, and with the scalars without quotes
 * @returns undefined if the document has anything else, or anything wrong: then the library must read it
 */
export function readPlainYaml(text: string, span: Span, places?: Places): { readonly value: unknown } | undefined {
  const source = text.slice(span.start, span.end);
  if (STRANGE.test(source)) { return undefined; }
  try {
    return { value: new PlainYaml(source, places).document() };
  } catch (error) {
    // Patterns give up on texts of many million characters.
    if (error === NOT_PLAIN || error instanceof RangeError) { return undefined; }
    throw error;
  }
}

class PlainYaml extends Scanner {
  private depth = 0;

  constructor(source: string, private readonly places?: Places) {
    super(source);
  }

  public document(): unknown {
    if (this.source.startsWith('---')) {
      this.at = 3;
      this.endLine();
    } else {
      this.beginLine();
    }
    this.note('');
    const value = this.block('');
    if (this.indent >= 0) { throw NOT_PLAIN; }
    return value;
  }

  /** The mapping or list that begins here. */
  private block(path: string): unknown {
    if (++this.depth > MAX_DEPTH) { throw NOT_PLAIN; }
    const value = this.is(ITEM) ? this.list(path) : this.mapping(path);
    this.depth -= 1;
    return value;
  }

  private mapping(path: string): Record<string, unknown> {
    const { indent } = this;
    const mapping: Record<string, unknown> = {};
    do {
      const begin = this.at;
      const key = this.key(mapping);
      const below = this.pathOf(path, key);
      this.note(below, begin);
      mapping[key] = this.valueOfKey(indent, below);
    } while (this.goesOn(indent));
    return mapping;
  }

  private list(path: string): unknown[] {
    const { indent } = this;
    const list: unknown[] = [];
    do {
      list.push(this.item(indent, this.pathOf(path, list.length)));
      // The list of a key may be indented no further than the key, and ends where the next key begins.
    } while (this.goesOn(indent) && this.is(ITEM));
    return list;
  }

  /** True if the next line may be of the same block, false if the block has ended. */
  private goesOn(indent: number): boolean {
    if (this.indent > indent) { throw NOT_PLAIN; }
    return this.indent === indent;
  }

  private key(mapping: Record<string, unknown>): string {
    const key = this.quoted() ?? this.take(KEY);
    this.take(COLON);
    if (isReservedWord(key) || key === '__proto__' || key.length > LONGEST_KEY || Object.hasOwn(mapping, key)) { throw NOT_PLAIN; }
    return key;
  }

  private valueOfKey(indent: number, path: string): unknown {
    if (!this.is(REST_OF_LINE)) {
      this.take(SPACES);
      return this.inLine(indent, path);
    }
    this.endLine();
    return this.indent > indent || this.indent === indent && this.is(ITEM) ? this.block(path) : null;
  }

  private item(indent: number, path: string): unknown {
    this.take(ITEM);
    if (this.is(REST_OF_LINE)) {
      this.endLine();
      if (this.indent <= indent) { throw NOT_PLAIN; }
      this.note(path);
      return this.block(path);
    }
    const spaces = this.take(SPACES).length;
    this.note(path);
    if (!this.is(ITEM) && !this.isKey()) { return this.inLine(indent, path); }
    this.indent = indent + 1 + spaces;
    return this.block(path);
  }

  /** A value that begins in the line of its key or item, which is indented this far. */
  private inLine(indent: number, path: string): unknown {
    if (this.source[this.at] === '|') { return this.text(indent); }
    const value = this.isFlow() ? this.flow(path) : this.quoted() ?? this.plain(path);
    this.endLine();
    // It may go on in lines that are indented further.
    if (this.indent > indent) { throw NOT_PLAIN; }
    return value;
  }

  private plain(path: string): unknown {
    const begin = this.at;
    const text = this.take(PLAIN).trimEnd();
    this.at = begin + text.length;
    return this.resolved(text, path);
  }

  private resolved(text: string, path: string): unknown {
    const value = plainScalar(text);
    if (text.includes('\t') || typeof value === 'number' && !Number.isFinite(value)) { throw NOT_PLAIN; }
    this.places?.scalars.set(path, text);
    return value;
  }

  private quoted(): string | undefined {
    const quote = this.source[this.at];
    if (quote !== '"' && quote !== "'") { return undefined; }
    const text = this.take(QUOTED);
    if (text.includes('\t')) { throw NOT_PLAIN; }
    if (quote === "'") { return text.slice(1, -1).replaceAll("''", "'"); }
    return text.includes('\\') ? JSON.parse(text) : text.slice(1, -1);
  }

  /** The lines after `|`, which are indented further than their key or item. */
  private text(indent: number): string {
    const [, chomping, , , { length }] = this.match(TEXT_BEGIN);
    if (length <= indent) { throw NOT_PLAIN; }
    const { lines, margin } = patternsFor(length);
    const text = this.take(lines).replace(margin, '');
    const begin = this.at;
    if (EDGE_OF_BLANKS.test(text)) { throw NOT_PLAIN; }
    // A comment may end a text only where it stands no deeper than the key.
    if (this.take(SPACES).length > indent) { throw NOT_PLAIN; }
    this.at = begin;
    this.beginLine();
    switch (chomping) {
      case '+': return text;
      case '-': return text.replace(/\n+$/, '');
      default: return text.replace(/\n+$/, '\n');
    }
  }

  private isFlow(): boolean {
    const first = this.source[this.at];
    return first === '[' || first === '{';
  }

  /** A value within `[a, b]` or `{a: b}`, all on one line. */
  private flow(path: string): unknown {
    if (!this.isFlow()) { return this.quoted() ?? this.resolved(this.take(FLOW_PLAIN), path); }
    if (++this.depth > MAX_DEPTH) { throw NOT_PLAIN; }
    const value = this.source[this.at] === '[' ? this.flowList(path) : this.flowMapping(path);
    this.depth -= 1;
    return value;
  }

  private flowList(path: string): unknown[] {
    const list: unknown[] = [];
    this.flowParts(']', () => {
      const below = this.pathOf(path, list.length);
      this.note(below);
      list.push(this.flow(below));
    });
    return list;
  }

  private flowMapping(path: string): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    this.flowParts('}', () => {
      const begin = this.at;
      const key = this.key(mapping);
      const below = this.pathOf(path, key);
      this.note(below, begin);
      this.take(SPACES);
      mapping[key] = this.flow(below);
    });
    return mapping;
  }

  private flowParts(end: string, readPart: () => void) {
    this.at += 1;
    this.take(SPACES);
    for (let more = this.source[this.at] !== end; more;) {
      readPart();
      this.take(SPACES);
      more = this.source[this.at] === ',';
      if (!more) { break; }
      this.at += 1;
      this.take(SPACES);
    }
    if (this.source[this.at] !== end) { throw NOT_PLAIN; }
    this.at += 1;
  }

  private isKey(): boolean {
    return this.is(KEY) || this.is(QUOTED_KEY);
  }

  private pathOf(parent: string, part: string | number): string {
    return this.places ? parent + pointer(part) : '';
  }

  private note(path: string, offset = this.at) {
    this.places?.offsets.set(path, offset);
  }
}

/** Patterns of texts that are indented this far: all of their lines, and what is no part of them. */
const textPatterns = new Map<number, { readonly lines: RegExp; readonly margin: RegExp }>();

function patternsFor(indent: number) {
  const known = textPatterns.get(indent);
  if (known) { return known; }
  const patterns = {
    lines: new RegExp(`(?: {${indent}}[^\\n]*\\n| {0,${indent}}\\n)+`, 'y'),
    margin: new RegExp(`^ {1,${indent}}`, 'gm'),
  };
  textPatterns.set(indent, patterns);
  return patterns;
}
