import { Document, YAMLMap, isAlias, isMap, isNode, isScalar, isSeq } from 'yaml';
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
  readonly aliases: number;
  /** How many values there are when every alias is written out. */
  readonly size: number;
}

/**
 * Walks the tree once. Throws if an alias contains itself or has no anchor.
 */
export function surveyTree(tree: Document): Survey {
  const repeated: RepeatedKey[] = [];
  const notText: { path: string; offset: number }[] = [];
  const anchors = new Map<string, number | undefined>();
  let aliases = 0;

  const measureMap = (map: YAMLMap, path: string): number => {
    let size = 1;
    const seen = new Set<string>();
    for (const { key, value } of map.items) {
      const name = keyName(key);
      const offset = isNode(key) ? key.range?.[0] ?? 0 : 0;
      if (name === undefined) {
        notText.push({ path, offset });
      } else if (seen.has(name) && name !== '<<') {
        repeated.push({ name, path: path + pointer(name), offset });
      }
      seen.add(name ?? '');
      size += measure(value, name === undefined ? path : path + pointer(name));
    }
    return size;
  };
  const measure = (node: unknown, path: string): number => {
    if (isAlias(node)) {
      aliases += 1;
      const size = anchors.get(node.source);
      if (size === undefined) { throw new Error(`the alias *${node.source} has no anchor, or contains itself`); }
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
  return { repeated, notText, aliases, size };
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

/** A key as kubectl turns it into text; undefined if it does not. */
function keyName(key: unknown): string | undefined {
  if (isAlias(key)) { return `*${key.source}`; }
  if (!isScalar(key)) { return undefined; }
  const { value } = key;
  return value === null || typeof value === 'object' ? undefined : String(value);
}
