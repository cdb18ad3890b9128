import { CST, Composer, Document, ParseOptions, Parser, YAMLError } from 'yaml';
import { MAX_DEPTH } from './bounded';
import { DocumentProblem, ParsedText } from './document';
import { ProblemAt, keyProblems } from './key-problems';
import { refusalOf } from './refused-text';
import { syntaxFix } from './syntax-fix';
import { forbiddenTab } from './tabs';
import { Position, Span, Text } from './text';
import { ValueError, valueOfTree } from './tree-value';
import { MissingAnchorError, Survey, offsetOf, scalarAt, surveyTree } from './yaml-tree';
import { segmentsOf } from '../../kubernetes/pointer';

/** Aliases that make a document larger than this many values are there to do harm; kubectl refuses them too. */
const MAX_EXPANDED_NODES = 1_000_000;
const MAX_ALIASES = 10_000;

/** Indentation within quotes and brackets does not count, so it may be added where it is missing. */
const INSERTED = ' '.repeat(40);
const MAX_INSERTIONS = 20;

const OPTIONS: ParseOptions & Record<string, unknown> = {
  version: '1.1',
  // What a scalar means to kubectl we say ourselves.
  schema: 'failsafe',
  resolveKnownTags: false,
  logLevel: 'silent',
  prettyErrors: false,
  // Comparing every key with every other is quadratic; we look for equal keys ourselves.
  uniqueKeys: false,
};

/** What the text of a document means. */
type ParsedValue = Pick<ParsedText, 'value' | 'problems'>;

/**
 * Reads any YAML, by the `yaml` library. Its trees take a hundred times the memory
 * of the text, so only the last one that somebody asked about is kept.
 */
export class YamlText {
  private last?: { readonly span: Span; readonly tree: Document };
  private readonly insertions = new WeakMap<Span, readonly number[]>();

  constructor(private readonly text: Text) {}

  /** The value of the document in a span of the text, or why it has none. */
  public read(span: Span): ParsedValue {
    const failed = (problem: DocumentProblem) => ({ value: undefined, problems: [problem] });
    try {
      const refusal = refusalOf(this.text.content.slice(span.start, span.end));
      if (refusal) { return failed(this.problem(span, 'syntax', `not YAML: ${refusal.message}`, refusal.fix, refusal.offset)); }
      const tree = this.parse(span);
      if (tree.errors.length > 0) { return failed(this.syntaxProblem(span, tree.errors[0])); }
      const tab = this.tabIn(span, tree);
      if (tab !== undefined) { return failed(this.problem(span, 'syntax', 'not YAML to kubectl: a tab stands where only spaces may, on a line that is blank otherwise or after a dash', 'write spaces', tab)); }
      const survey = surveyTree(tree);
      assertBounded(survey);
      const at: ProblemAt = (rule, message, fix, offset, path) => this.problem(span, rule, message, fix, offset, path);
      const problems: DocumentProblem[] = [];
      const value = valueOfTree(tree, problem => { problems.push(this.valueProblem(span, problem)); });
      return { value, problems: [...problems, ...keyProblems(survey, at, offset => this.positionAt(span, offset).line)] };
    } catch (error) {
      if (error instanceof ValueError) { return failed(this.valueProblem(span, error)); }
      return failed(this.problem(span, 'unreadable', `the document cannot be read: ${reasonOf(error)}`,
        error instanceof MissingAnchorError ? error.fix : 'write the values out instead of using aliases, and nest less deeply'));
    }
  }

  /** Where a field of the document in this span stands. */
  public positionOf(span: Span, path: string): Position {
    try {
      return this.positionAt(span, offsetOf(this.treeOf(span), segmentsOf(path)));
    } catch {
      // Too deep to be parsed: the start of the document is the best there is.
      return this.text.positionAt(span.start);
    }
  }

  /** How a scalar without quotes is written. */
  public writtenAt(span: Span, path: string): string | undefined {
    try {
      return scalarAt(this.treeOf(span), segmentsOf(path));
    } catch {
      return undefined;
    }
  }

  private tabIn(span: Span, tree: Document): number | undefined {
    // Where a text was changed to be read, the places in it are others.
    return this.insertions.has(span) ? undefined : forbiddenTab(tree, withPlainBreaks(this.text.content.slice(span.start, span.end)));
  }

  private treeOf(span: Span): Document {
    if (this.last?.span !== span) {
      this.insertions.delete(span);
      this.last = { span, tree: this.parse(span) };
    }
    return this.last.tree;
  }

  private parse(span: Span): Document {
    let source = withPlainBreaks(this.text.content.slice(span.start, span.end));
    const first = parseSource(source);
    let tree = first;
    const insertions: number[] = [];
    while (insertions.length < MAX_INSERTIONS && isOutdented(tree.errors[0])) {
      const newline = newlineBefore(source, tree.errors[0]);
      if (newline < 0) { break; }
      source = source.slice(0, newline + 1) + INSERTED + source.slice(newline + 1);
      insertions.push(newline);
      tree = parseSource(source);
    }
    // Where it was something else, the first error says it best.
    if (tree.errors.length > 0) { return first; }
    if (insertions.length > 0) { this.insertions.set(span, insertions); }
    return tree;
  }

  /** Where an offset of a parsed document stands, not counting the spaces that were inserted. */
  private positionAt(span: Span, offset: number): Position {
    const before = (this.insertions.get(span) ?? []).filter(offsetOfOne => offsetOfOne < offset).length;
    return this.text.positionAt(span.start + offset - before * INSERTED.length);
  }

  private problem(span: Span, rule: DocumentProblem['rule'], message: string, fix: string, offset = 0, path = ''): DocumentProblem {
    return { rule, path, message, fix, position: this.positionAt(span, offset) };
  }

  private valueProblem(span: Span, { message, fix, offset }: ValueError): DocumentProblem {
    return this.problem(span, 'syntax', `not YAML to kubectl: ${message}`, fix, offset);
  }

  private syntaxProblem(span: Span, { code, message, pos: [offset] }: YAMLError): DocumentProblem {
    const rule = message.split('\n')[0];
    const strange = /(?:^|\n)[ \t]*\u00a0/.exec(this.text.content.slice(span.start, span.end));
    if (strange) {
      const { line } = this.text.positionAt(span.start + strange.index + strange[0].length);
      return this.problem(span, 'syntax', `not YAML: ${rule}; line ${line} is indented with a non-breaking space (U+00A0)`,
        'replace these by plain spaces; they come from copying out of a web page', offset);
    }
    return this.problem(span, 'syntax', `not YAML: ${rule}`, syntaxFix(code, rule, this.text.content.slice(span.start, span.end), offset), offset);
  }
}

/** A carriage return alone ends a line, too, and so does U+0085; the places stay the same. */
function withPlainBreaks(text: string): string {
  return text.replace(/\r(?!\n)|\u0085/g, '\n');
}

function parseSource(source: string): Document {
  const tokens = [...new Parser().parse(source)];
  assertShallow(tokens);
  const [tree] = new Composer(OPTIONS).compose(tokens, true, source.length);
  return tree as Document;
}

/** Lines within quotes or brackets that are not indented far enough: wrong by the letter, and read by kubectl all the same. */
function isOutdented(error: YAMLError | undefined): boolean {
  return error !== undefined && (error.code === 'MISSING_CHAR' && error.message.startsWith('Missing closing')
    || error.code === 'BAD_INDENT' && error.message.startsWith('Flow '));
}

/** The end of the line above the one that is to be indented: after a comma the parser has read the blanks of that line already. */
function newlineBefore(source: string, { code, pos: [offset] }: YAMLError): number {
  const above = source.lastIndexOf('\n', offset - 1);
  const isAtStart = code === 'BAD_INDENT' && above >= 0 && source.slice(above + 1, offset).trim() === '';
  return isAtStart ? above : source.indexOf('\n', offset);
}

/**
 * Throws if collections are nested too deeply. Composing a tree is recursive,
 * and running out of stack in there can end the process; this walk is not.
 */
function assertShallow(tokens: readonly CST.Token[]) {
  const open = tokens.map(token => ({ token, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > MAX_DEPTH) { throw new Error(`it is nested more than ${MAX_DEPTH} deep`); }
    if (token.type === 'document' && token.value) { open.push({ token: token.value, depth }); }
    if (!('items' in token)) { continue; }
    for (const { key, value } of token.items) {
      if (key) { open.push({ token: key, depth: depth + 1 }); }
      if (value) { open.push({ token: value, depth: depth + 1 }); }
    }
  }
}

function assertBounded({ aliases, size }: Survey) {
  if (aliases > MAX_ALIASES) { throw new Error(`it has more than ${MAX_ALIASES} aliases`); }
  if (aliases > 0 && size > MAX_EXPANDED_NODES) { throw new Error(`its aliases make it larger than ${MAX_EXPANDED_NODES} values`); }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split('\n')[0] : String(error);
}
