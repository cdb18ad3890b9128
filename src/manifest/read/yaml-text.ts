import { CST, Composer, Document, ParseOptions, Parser, YAMLError } from 'yaml';
import { MAX_DEPTH } from './bounded';
import { DocumentProblem, ParsedText } from './document';
import { Position, Span, Text } from './text';
import { RepeatedKey, Survey, offsetOf, scalarAt, surveyTree } from './yaml-tree';
import { pointer, segmentsOf } from '../../kubernetes/pointer';

/** Aliases that make a document larger than this many values are there to do harm; kubectl refuses them too. */
const MAX_EXPANDED_NODES = 1_000_000;
const MAX_ALIASES = 10_000;

/** Indentation within a quoted text does not count, so it may be added where it is missing. */
const INSERTED = ' '.repeat(40);
const MAX_INSERTIONS = 20;

const INT = 'tag:yaml.org,2002:int';
const FLOAT = 'tag:yaml.org,2002:float';

/** kubectl's parser reads YAML 1.1 with exceptions: `22:22` and `2024-01-01` are text, `.` is no number, and `0o17` is one. */
function tagsOfKubectl(tags: readonly any[]): any[] {
  return [
    { tag: INT, default: true, test: /^[-+]?0o[0-7]+$/, resolve: (text: string) => parseInt(text.replace('0o', ''), 8), stringify: String },
    ...tags
      .filter(tag => tag.format !== 'TIME' && tag.tag !== 'tag:yaml.org,2002:timestamp')
      .map(tag => tag.tag === FLOAT && tag.test.test('.') ? { ...tag, test: /^[-+]?(?:\.[0-9]+|[0-9][0-9_]*\.[0-9_]*)$/ } : tag),
  ];
}

const OPTIONS: ParseOptions & Record<string, unknown> = {
  version: '1.1',
  logLevel: 'silent',
  prettyErrors: false,
  // Comparing every key with every other is quadratic; we look for equal keys ourselves.
  uniqueKeys: false,
  customTags: (tags: any[]) => tagsOfKubectl(tags),
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
      const tree = this.parse(span);
      if (tree.errors.length > 0) { return failed(this.syntaxProblem(span, tree.errors[0])); }
      const survey = surveyTree(tree);
      assertBounded(survey);
      return { value: tree.toJS({ maxAliasCount: -1 }), problems: this.keyProblems(span, survey) };
    } catch (error) {
      return failed(this.problem(span, 'unreadable', `the document cannot be read: ${reasonOf(error)}`,
        'write the values out instead of using aliases, and nest less deeply'));
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

  private treeOf(span: Span): Document {
    if (this.last?.span !== span) {
      this.insertions.delete(span);
      this.last = { span, tree: this.parse(span) };
    }
    return this.last.tree;
  }

  private parse(span: Span): Document {
    let source = this.text.content.slice(span.start, span.end);
    let tree = parseSource(source);
    for (let insertions = 0; insertions < MAX_INSERTIONS && isOutdentedQuote(tree.errors[0]); insertions++) {
      const newline = source.indexOf('\n', tree.errors[0].pos[0]);
      if (newline < 0) { break; }
      source = source.slice(0, newline + 1) + INSERTED + source.slice(newline + 1);
      this.insertions.set(span, [...this.insertions.get(span) ?? [], newline]);
      tree = parseSource(source);
    }
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

  private syntaxProblem(span: Span, { code, message, pos: [offset] }: YAMLError): DocumentProblem {
    const rule = message.split('\n')[0];
    const strange = /(?:^|\n)[ \t]*\u00a0/.exec(this.text.content.slice(span.start, span.end));
    if (strange) {
      const { line } = this.text.positionAt(span.start + strange.index + strange[0].length);
      return this.problem(span, 'syntax', `not YAML: ${rule}; line ${line} is indented with a non-breaking space (U+00A0)`,
        'replace these by plain spaces; they come from copying out of a web page', offset);
    }
    const fix = code === 'TAB_AS_INDENT' ? 'indent with spaces' : 'correct the line; text with special characters goes in quotes';
    return this.problem(span, 'syntax', `not YAML: ${rule}`, fix, offset);
  }

  private keyProblems(span: Span, { repeated, notText }: Survey): DocumentProblem[] {
    const atRoot = repeated.filter(({ path, name }) => path === pointer(name));
    const repeatedAtRoot = atRoot.some(({ name }) => name === 'apiVersion' || name === 'kind') ? atRoot : [];
    const pathsAtRoot = new Set(repeatedAtRoot.map(({ path }) => path));
    return [
      ...this.incompleteProblem(span, repeatedAtRoot),
      ...repeated.filter(({ path }) => !pathsAtRoot.has(path)).map(({ name, path, offset }) => this.problem(span, 'duplicate-key',
        `the key '${name}' appears twice in one mapping; only the last one counts`, 'remove one of them', offset, path)),
      ...notText.map(({ path, offset }) => this.problem(span, 'syntax',
        'a key of a mapping is not text', 'write the key as text, in quotes', offset, path)),
    ];
  }

  /** Two manifests in one mapping: all their keys clash, but what the author forgot is one line. */
  private incompleteProblem(span: Span, repeatedAtRoot: readonly RepeatedKey[]): DocumentProblem[] {
    if (repeatedAtRoot.length === 0) { return []; }
    const [{ path, offset }] = repeatedAtRoot;
    const { line } = this.positionAt(span, offset);
    const keys = [...new Set(repeatedAtRoot.map(({ name }) => name))].join(', ');
    return [this.problem(span, 'incomplete-document',
      `two manifests in one document: ${keys} ${repeatedAtRoot.length > 1 ? 'appear' : 'appears'} twice, and what the second repeats of the first is lost`,
      `a line '---' is missing before line ${line}`, offset, path)];
  }
}

function parseSource(source: string): Document {
  const tokens = [...new Parser().parse(source)];
  assertShallow(tokens);
  const [tree] = new Composer(OPTIONS).compose(tokens, true, source.length);
  return tree as Document;
}

/** A quoted text whose next line is not indented far enough: wrong by the letter, and read by kubectl all the same. */
function isOutdentedQuote(error: YAMLError | undefined): boolean {
  return error?.code === 'MISSING_CHAR' && error.message.startsWith('Missing closing');
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
