import { Document, YAMLMap, isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
import { isMergeKey, keyName } from './tree-value';
import { pointer } from '../../kubernetes/pointer';

/** A key that its mapping holds already. */
export interface RepeatedKey {
  readonly name: string;
  readonly path: string;
  readonly offset: number;
}

/** What one walk over a YAML tree shows. */
export interface Survey {
  readonly repeated: readonly RepeatedKey[];
  /** Keys that are mappings, lists or null. */
  readonly notText: readonly { readonly path: string; readonly offset: number }[];
  /** Keys without quotes that are no text, such as `on`, and become another text. */
  readonly changed: readonly (RepeatedKey & { readonly written: string })[];
  /** Keys that hold a character which looks like a space or like nothing. */
  readonly strange: readonly (RepeatedKey & { readonly character: string })[];
  readonly aliases: number;
  /** How many values there are when every alias is written out. */
  readonly size: number;
}

/** Spaces that are none to YAML, and characters that nobody sees. */
const STRANGE = /[\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff]/;

/** A word after a star that names nothing: mostly text, such as `*.example.com`. */
export class MissingAnchorError extends Error {
  public readonly fix: string;

  constructor(word: string) {
    super(`*${word} is an alias to YAML, and nothing in the document has the anchor &${word}`);
    this.fix = `put it in quotes, if text is meant: "*${word}"`;
  }
}

/**
 * Walks the tree once. Throws if an alias contains itself or has no anchor.
 */
export function surveyTree(tree: Document): Survey {
  const repeated: RepeatedKey[] = [];
  const notText: { path: string; offset: number }[] = [];
  const changed: (RepeatedKey & { written: string })[] = [];
  const strange: (RepeatedKey & { character: string })[] = [];
  const anchors = new Map<string, number | undefined>();
  let aliases = 0;

  const checkKey = (one: RepeatedKey, written: string) => {
    const character = STRANGE.exec(one.name)?.[0];
    if (character !== undefined) { strange.push({ ...one, character }); }
    if (one.name !== written) { changed.push({ ...one, written }); }
  };
  const measureMap = (map: YAMLMap, path: string): number => {
    let size = 1;
    const seen = new Set<string>();
    for (const { key, value } of map.items) {
      const offset = isNode(key) ? key.range?.[0] ?? 0 : 0;
      if (isScalar(key) && key.anchor) { anchors.set(key.anchor, 1); }
      if (isMergeKey(key)) {
        size += measure(value, path);
        continue;
      }
      const name = keyName(key);
      const one = { name: name ?? '', path: name === undefined ? path : path + pointer(name), offset };
      if (name === undefined) { notText.push(one); } else if (seen.has(name)) { repeated.push(one); }
      if (name !== undefined && isScalar(key)) { checkKey(one, String(key.value ?? '')); }
      seen.add(one.name);
      size += measure(value, one.path);
    }
    return size;
  };
  const measure = (node: unknown, path: string): number => {
    if (isAlias(node)) {
      aliases += 1;
      const size = anchors.get(node.source);
      if (!anchors.has(node.source)) { throw new MissingAnchorError(node.source); }
      if (size === undefined) { throw new Error(`the alias *${node.source} contains itself`); }
      return size;
    }
    const anchor = isNode(node) && !isAlias(node) ? node.anchor : undefined;
    if (anchor) { anchors.set(anchor, undefined); }
    let size = 1;
    if (isMap(node)) {
      size = measureMap(node, path);
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => { size += measure(item, path + pointer(index)); });
    }
    if (anchor) { anchors.set(anchor, size); }
    return size;
  };

  const size = measure(tree.contents, '');
  return { repeated, notText, changed, strange, aliases, size };
}

/** Where a field stands: its key, its list item, or the nearest value around it that exists. */
export function offsetOf(tree: Document, segments: readonly string[]): number {
  let node: unknown = tree.contents;
  let offset = isNode(node) ? node.range?.[0] ?? 0 : 0;
  for (const segment of segments) {
    if (isAlias(node)) { node = node.resolve(tree); }
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.filter(item => keyName(item.key) === segment).at(-1);
      if (!pair) { return offset; }
      offset = isNode(pair.key) ? pair.key.range?.[0] ?? offset : offset;
      next = pair.value;
    } else if (isSeq(node)) {
      next = node.items[Number(segment)];
      if (!isNode(next)) { return offset; }
      offset = next.range?.[0] ?? offset;
    } else {
      return offset;
    }
    node = next;
  }
  return offset;
}

/** How a scalar without quotes is written; undefined if there is none. */
export function scalarAt(tree: Document, segments: readonly string[]): string | undefined {
  let node: unknown = tree.contents;
  for (const segment of segments) { node = partOf(isAlias(node) ? node.resolve(tree) : node, segment); }
  if (isAlias(node)) { node = node.resolve(tree); }
  return isScalar(node) && node.type === 'PLAIN' ? node.source : undefined;
}

function partOf(node: unknown, segment: string): unknown {
  if (isMap(node)) { return node.items.filter(item => keyName(item.key) === segment).at(-1)?.value; }
  return isSeq(node) ? node.items[Number(segment)] : undefined;
}
