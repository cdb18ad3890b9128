import { DocumentProblem, ParsedText, SourceDocument } from './document';
import { readJson } from './json-text';
import { Position, Text } from './text';
import { YamlReader } from './yaml-reader';
import { splitDocuments } from './yaml-stream';
import { isManifest, isRecord } from '../../kubernetes/manifest';
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
  const text = new Text(content);
  const yaml = new YamlReader(text);
  const parsed = readJson(text, yaml) ?? splitDocuments(text).map(span => yaml.read(span));
  return parsed.flatMap((part, document) => objectsOf(part, file, document));
}

function objectsOf(part: ParsedText, file: string, document: number): SourceDocument[] {
  if (part.problems.length === 0 && (part.value === null || part.value === undefined)) { return []; }
  const items = listItems(part.value, '');
  if (!items) { return [sourceDocument(part, file, document, '', part.value, part.problems)]; }
  const ofList = part.problems.length > 0 ? [sourceDocument(part, file, document, '', undefined, part.problems)] : [];
  return [...ofList, ...items.map(({ value, path }) => sourceDocument(part, file, document, path, value, []))];
}

function sourceDocument(
  part: ParsedText, file: string, document: number, base: string, value: unknown, problems: readonly DocumentProblem[],
): SourceDocument {
  const positionOf = (path: string) => part.positionOf(base + path);
  const places = { positionOf, writtenAt: (path: string) => part.writtenAt(base + path) };
  if (isManifest(value)) { return { file, document, value, manifest: value, problems, ...places }; }
  const all = problems.length > 0 ? problems : [notAManifest(value, positionOf(''))];
  return { file, document, value, problems: all, ...places };
}

/** The objects of a list such as `kubectl get -o yaml` prints, with their place in it. */
function listItems(value: unknown, path: string): { value: unknown; path: string }[] | undefined {
  if (!isManifest(value) || !value.kind.endsWith('List') || !Array.isArray(value.items)) { return undefined; }
  const kind = value.kind.slice(0, -'List'.length);
  return value.items.flatMap((item, index) => {
    const itemPath = path + pointer('items', index);
    // A server's typed list leaves out what its items have in common.
    const whole = kind !== '' && isRecord(item) && !item.kind ? { ...item, apiVersion: item.apiVersion ?? value.apiVersion, kind } : item;
    return listItems(whole, itemPath) ?? [{ value: whole, path: itemPath }];
  });
}

function notAManifest(value: unknown, position: Position): DocumentProblem {
  const problem = { rule: 'not-a-manifest', path: '', position } as const;
  if (!isRecord(value)) {
    const what = Array.isArray(value) ? 'a list' : 'a single value';
    return { ...problem, message: `the document is ${what}, not an object`, fix: "write a mapping that starts with 'apiVersion' and 'kind'" };
  }
  const missing = ['apiVersion', 'kind'].filter(field => typeof value[field] !== 'string' || value[field] === '');
  return {
    ...problem,
    message: `the document has no ${missing.join(' and no ')}, so it is not a Kubernetes object`,
    fix: `add ${missing.join(' and ')}; if this is a fragment of another manifest, move it there`,
  };
}
