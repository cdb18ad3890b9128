import { Place } from './place';
import { isReservedWord, plainScalar } from './plain-scalar';
import { NOT_PLAIN, Scanner } from './scanner';
import { Span } from './text';

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
/** `|` and the indentation of the first line that is not empty. A tab there is refused by kubectl, so it is nothing plain. */
const TEXT_BEGIN = /\|([+-]?)(?: +#[^\n]*| *)\n(?=(( *\n)*)( *)[^ \n\t])/y;

/**
 * Reads a document of the YAML that people and programs mostly write: mappings and lists by indentation, texts and numbers
 * on one line, texts of several lines after `|`. It is many times as fast as the `yaml` library and gives the same value.
 *
 * @param place that of the document: is filled with the places of all keys and items, and with the scalars without quotes
 * @returns undefined if the document has anything else, or anything wrong: then the library must read it
 */
export function readPlainYaml(text: string, span: Span, place?: Place): { readonly value: unknown } | undefined {
  const source = text.slice(span.start, span.end);
  if (STRANGE.test(source)) { return undefined; }
  try {
    return { value: new PlainYaml(source).document(place) };
  } catch (error) {
    // Patterns give up on texts of many million characters.
    if (error === NOT_PLAIN || error instanceof RangeError) { return undefined; }
    throw error;
  }
}

class PlainYaml extends Scanner {
  private depth = 0;

  public document(place?: Place): unknown {
    if (this.source.startsWith('---')) {
      this.at = 3;
      this.endLine();
    } else {
      this.beginLine();
    }
    if (place) { place.offset = this.at; }
    const value = this.block(place);
    if (this.indent >= 0) { throw NOT_PLAIN; }
    return value;
  }

  /** The mapping or list that begins here. */
  private block(place: Place | undefined): unknown {
    if (++this.depth > MAX_DEPTH) { throw NOT_PLAIN; }
    const value = this.isItem() ? this.list(place) : this.mapping(place);
    this.depth -= 1;
    return value;
  }

  private mapping(place: Place | undefined): Record<string, unknown> {
    const { indent } = this;
    const mapping: Record<string, unknown> = {};
    do {
      const begin = this.at;
      const key = this.key(mapping);
      mapping[key] = this.valueOfKey(indent, place?.add(key, begin));
    } while (this.goesOn(indent));
    return mapping;
  }

  private list(place: Place | undefined): unknown[] {
    const { indent } = this;
    const list: unknown[] = [];
    do {
      list.push(this.item(indent, list.length, place));
      // The list of a key may be indented no further than the key, and ends where the next key begins.
    } while (this.goesOn(indent) && this.isItem());
    return list;
  }

  /** True if the next line may be of the same block, false if the block has ended. */
  private goesOn(indent: number): boolean {
    if (this.indent > indent) { throw NOT_PLAIN; }
    return this.indent === indent;
  }

  private key(mapping: Record<string, unknown>): string {
    const quoted = this.quoted();
    const key = quoted ?? this.take(KEY);
    if (quoted !== undefined && !this.is(COLON)) { throw NOT_PLAIN; }
    this.at += 1;
    if (isReservedWord(key) || key === '__proto__' || key.length > LONGEST_KEY || Object.hasOwn(mapping, key)) { throw NOT_PLAIN; }
    return key;
  }

  private valueOfKey(indent: number, place: Place | undefined): unknown {
    if (!this.isEndOfLine()) {
      this.spaces();
      return this.inLine(indent, place);
    }
    this.endLine();
    return this.indent > indent || this.indent === indent && this.isItem() ? this.block(place) : null;
  }

  private item(indent: number, index: number, list: Place | undefined): unknown {
    this.at += 1;
    if (this.isEndOfLine()) {
      this.endLine();
      if (this.indent <= indent) { throw NOT_PLAIN; }
      return this.block(list?.add(index, this.at));
    }
    const spaces = this.spaces();
    const place = list?.add(index, this.at);
    if (!this.isItem() && !this.isKey()) { return this.inLine(indent, place); }
    this.indent = indent + 1 + spaces;
    return this.block(place);
  }

  /** A value that begins in the line of its key or item, which is indented this far. */
  private inLine(indent: number, place: Place | undefined): unknown {
    if (this.source[this.at] === '|') { return this.text(indent); }
    const value = this.isFlow() ? this.flow(place) : this.quoted() ?? this.plain(place);
    this.endLine();
    // It may go on in lines that are indented further.
    if (this.indent > indent) { throw NOT_PLAIN; }
    return value;
  }

  private plain(place: Place | undefined): unknown {
    const begin = this.at;
    const text = this.take(PLAIN).trimEnd();
    this.at = begin + text.length;
    return this.resolved(text, place);
  }

  private resolved(text: string, place: Place | undefined): unknown {
    const value = plainScalar(text);
    if (text.includes('\t') || typeof value === 'number' && !Number.isFinite(value)) { throw NOT_PLAIN; }
    if (place) { place.scalar = text; }
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
    if (this.spaces() > indent) { throw NOT_PLAIN; }
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
  private flow(place: Place | undefined): unknown {
    if (!this.isFlow()) { return this.quoted() ?? this.resolved(this.take(FLOW_PLAIN), place); }
    if (++this.depth > MAX_DEPTH) { throw NOT_PLAIN; }
    const value = this.source[this.at] === '[' ? this.flowList(place) : this.flowMapping(place);
    this.depth -= 1;
    return value;
  }

  private flowList(place: Place | undefined): unknown[] {
    const list: unknown[] = [];
    this.flowParts(']', () => list.push(this.flow(place?.add(list.length, this.at))));
    return list;
  }

  private flowMapping(place: Place | undefined): Record<string, unknown> {
    const mapping: Record<string, unknown> = {};
    this.flowParts('}', () => {
      const begin = this.at;
      const key = this.key(mapping);
      const below = place?.add(key, begin);
      this.spaces();
      mapping[key] = this.flow(below);
    });
    return mapping;
  }

  private flowParts(end: string, readPart: () => void) {
    this.at += 1;
    this.spaces();
    for (let more = this.source[this.at] !== end; more;) {
      readPart();
      this.spaces();
      more = this.source[this.at] === ',';
      if (!more) { break; }
      this.at += 1;
      this.spaces();
    }
    if (this.source[this.at] !== end) { throw NOT_PLAIN; }
    this.at += 1;
  }

  private isKey(): boolean {
    return this.is(KEY) || this.is(QUOTED_KEY);
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
