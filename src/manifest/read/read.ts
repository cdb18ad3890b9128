import { DocumentProblem, ParsedText, SourceDocument } from './document';
import { identify } from './identify';
import { readJson } from './json-text';
import { Text } from './text';
import { YamlReader } from './yaml-reader';
import { splitDocuments } from './yaml-stream';
import { isRecord, listOf, textOf } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';

/**
 * Reads YAML (any number of documents), JSON or JSON lines. Never throws:
 * whatever is wrong is a problem of its document. Empty documents are counted
 * but not returned. The objects of a `kind: List` are returned one by one.
 *
 * YAML is read as kubectl reads it: version 1.1 without times and dates, so
 * `0644` is octal, `yes` is true and `22:22` is text.
 *
 * @param content what stands in the file
 * @param file the file's name, for findings
 */
export function readDocuments(content: string, file: string): SourceDocument[] {
  const text = new Text(withoutByteOrderMarks(content));
  const yaml = new YamlReader(text);
  const json = readJson(text, yaml);
  const others = splitDocuments(text, json.end).map(piece => yaml.read(piece));
  const parsed = [...json.documents, ...isBraced(content) && json.documents.length === 0 ? others.map(withWarning) : others];
  return withOneTemplate(parsed.flatMap((part, document) => objectsOf(part, file, document)));
}

/** Each document may begin with a byte order mark, where files were joined that have one. That of the file itself is known to the readers. */
function withoutByteOrderMarks(content: string): string {
  return content.includes('\ufeff', 1) ? content.replace(/(^|\n)(---[^\n]*\n)\ufeff/g, '$1$2') : content;
}

/** Of a file that is a template, that is said once. */
function withOneTemplate(documents: SourceDocument[]): SourceDocument[] {
  const templates = documents.filter(({ manifest, problems }) => !manifest && problems.some(({ rule }) => rule === 'template'));
  return templates.length < 2 ? documents : documents.filter(document => document === templates[0] || !templates.includes(document));
}

/** kubectl takes a file that begins with a brace for JSON, and only since 1.33 for YAML if it is none. */
function isBraced(content: string): boolean {
  return /^\s*\{/.test(content);
}

function withWarning(part: ParsedText, index: number): ParsedText {
  if (index > 0 || part.value === undefined) { return part; }
  const problem: DocumentProblem = {
    rule: 'not-json',
    path: '',
    position: part.positionOf(''),
    message: 'the file begins with { and is no JSON, so kubectl refuses it before version 1.33',
    fix: "write JSON: all keys and texts in double quotes, no comma behind the last one; or begin the file with a line '---'",
  };
  return { ...part, problems: [...part.problems, problem] };
}

function objectsOf(part: ParsedText, file: string, document: number): SourceDocument[] {
  if (part.problems.length === 0 && (part.value === null || part.value === undefined)) { return []; }
  const items = listItems(part.value, '');
  if (!items) { return [sourceDocument(part, file, document, '', part.value, part.problems)]; }
  const ofList = part.problems.length > 0 ? [{ ...part, file, document, value: undefined }] : [];
  return [...ofList, ...items.map(({ value, path }) => sourceDocument(part, file, document, path, value, []))];
}

/** Where these are said, nothing was read. */
const NOTHING_READ: ReadonlySet<string> = new Set(['syntax', 'unreadable', 'unread-document', 'template']);

function sourceDocument(
  part: ParsedText, file: string, document: number, base: string, value: unknown, problems: readonly DocumentProblem[],
): SourceDocument {
  const positionOf = (path: string) => part.positionOf(base + path);
  const places = { positionOf, writtenAt: (path: string) => part.writtenAt(base + path) };
  const { manifest, problems: found } = identify(value, () => positionOf(''));
  const all = !manifest && problems.some(({ rule }) => NOTHING_READ.has(rule)) ? problems : [...problems, ...found];
  return { file, document, value, ...manifest && { manifest }, problems: all, ...places };
}

/** The objects of a list such as `kubectl get -o yaml` prints, with their place in it. To kubectl all is a list that has `items`. */
function listItems(value: unknown, path: string): { value: unknown; path: string }[] | undefined {
  if (!isRecord(value) || !textOf(value.kind) || !Array.isArray(value.items) && value.items !== null) { return undefined; }
  const kind = String(value.kind).replace(/List$/, '');
  return listOf(value.items).flatMap((item, index) => {
    const itemPath = path + pointer('items', index);
    // A server's typed list leaves out what its items have in common.
    const whole = kind !== '' && isRecord(item) && !item.kind ? { ...item, apiVersion: item.apiVersion ?? value.apiVersion, kind } : item;
    return listItems(whole, itemPath) ?? [{ value: whole, path: itemPath }];
  });
}
