import { MAX_DEPTH } from './bounded';
import { DocumentProblem, ParsedText } from './document';
import { Span, Text } from './text';
import { YamlReader } from './yaml-reader';

/** The documents of a text that is JSON, or one JSON object a line; undefined if it is neither, so that it may be YAML. */
export function readJson(text: Text, yaml: YamlReader): ParsedText[] | undefined {
  const first = /^[\s\ufeff]*[{[]/.exec(text.content);
  if (!first) { return undefined; }
  const start = first[0].length - 1;
  const whole = readSpan(text, yaml, { start, end: text.content.length });
  if (whole) { return [whole]; }
  const lines = linesOf(text.content, start);
  if (lines.length < 2 || !readSpan(text, yaml, lines[0])) { return undefined; }
  return lines.map(line => readSpan(text, yaml, line) ?? yaml.read(line));
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
