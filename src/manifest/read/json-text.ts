import { MAX_DEPTH } from './bounded';
import { DocumentProblem, ParsedText } from './document';
import { endOfJson } from './json-end';
import { Span, Text } from './text';
import { YamlReader } from './yaml-reader';

/** The JSON at the beginning of a text, and where the YAML begins that follows it. */
export interface JsonPart {
  readonly documents: ParsedText[];
  readonly end: number;
}

/** The documents of a text that is JSON: one value, one a line, or one after the other. What follows a value may be YAML. */
export function readJson(text: Text, yaml: YamlReader): JsonPart {
  const first = /^[\s\ufeff]*[{[]/.exec(text.content);
  if (!first) { return { documents: [], end: 0 }; }
  const start = first[0].length - 1;
  const end = text.content.length;
  const whole = readSpan(text, yaml, { start, end });
  if (whole) { return { documents: [whole], end }; }
  const lines = linesOf(text.content, start);
  if (lines.length > 1 && lines.every(line => text.content[line.start] === '{') && readSpan(text, yaml, lines[0])) {
    return { documents: lines.map(line => readSpan(text, yaml, line) ?? yaml.read(line)), end };
  }
  return readOneByOne(text, yaml, start);
}

function readOneByOne(text: Text, yaml: YamlReader, start: number): JsonPart {
  const documents: ParsedText[] = [];
  for (let at = start; ;) {
    const end = endOfJson(text.content, at);
    const document = end === undefined ? undefined : readSpan(text, yaml, { start: at, end });
    if (!document) { return { documents, end: documents.length === 0 ? 0 : at }; }
    documents.push(document);
    const blanks = /[ \t\r]*\n?\s*/y;
    blanks.lastIndex = end!;
    at = end! + blanks.exec(text.content)![0].length;
    if (at === text.content.length) { return { documents, end: at }; }
  }
}

function readSpan(text: Text, yaml: YamlReader, span: Span): ParsedText | undefined {
  const source = text.content.slice(span.start, span.end);
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return undefined;
  }
  const { keys, depth } = measure(value);
  if (depth > MAX_DEPTH) { return yaml.read(span); }
  // JSON.parse keeps the last of two equal keys without a word; fewer keys than the text has means we need to look closer.
  const keysInText = source.match(/"\s*:/g)?.length ?? 0;
  const problems = keysInText > keys ? yaml.read(span).problems.filter(isAboutKeys) : [];
  // JSON is YAML, so the YAML reader knows where everything stands; it is asked only when somebody wants to know.
  return { value, problems, ...yaml.placesOf(span) };
}

function isAboutKeys({ rule }: DocumentProblem): boolean {
  return rule === 'duplicate-key' || rule === 'incomplete-document';
}

/** How many keys there are, and how deep they are nested. Walks without recursion. */
function measure(root: unknown): { keys: number; depth: number } {
  let keys = 0;
  let depth = 0;
  let level: unknown[] = [root];
  while (level.length > 0) {
    const below: unknown[] = [];
    for (const value of level) {
      if (typeof value !== 'object' || value === null) { continue; }
      const children = Object.values(value);
      if (!Array.isArray(value)) { keys += children.length; }
      for (const child of children) { below.push(child); }
    }
    level = below;
    depth += 1;
  }
  return { keys, depth };
}

function linesOf(content: string, start: number): Span[] {
  const spans: Span[] = [];
  for (let at = start; at < content.length;) {
    const newline = content.indexOf('\n', at);
    const end = newline < 0 ? content.length : newline;
    if (/\S/.test(content.slice(at, end))) { spans.push({ start: at, end }); }
    at = end + 1;
  }
  return spans;
}
