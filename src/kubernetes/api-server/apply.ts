import { Manifest, isRecord, listOf, recordOf } from '../manifest';
import { textOf } from './text';
import { shapeOf } from '../shapes/kinds';
import { Shape, childShape } from '../shapes/shape';

/**
 * What server-side apply makes of the live object: fields of `after` are set,
 * fields that `before` set and `after` does not are removed with all that is
 * in them, and all others (defaults, allocated values) stay as they are.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
export function applied(live: Manifest, before: Manifest, after: Manifest): Manifest {
  return merged(live, before, after, shapeOf(after.apiVersion, after.kind));
}

/** What tells the items of a keyed list apart, as one string. */
export function itemKey(item: unknown, shape: Shape): string {
  return (shape.keys ?? []).map(path => textOf(keyPart(item, path, shape) ?? '')).join('|');
}

/** One field of the key, with its default. */
export function keyPart(item: unknown, path: string, shape: Shape): unknown {
  const value = path.split('/').reduce<any>((part, key) => isRecord(part) ? part[key] : undefined, item);
  return value ?? (isRecord(item) ? shape.items?.defaults?.(item)[path] : undefined);
}

function merged(live: any, before: any, after: any, shape: Shape | undefined): any {
  // A field that its owner leaves out goes as a whole, with the defaults inside it.
  if (after === undefined) { return before === undefined ? live : undefined; }
  if (shape?.atomic) { return after; }
  if (after === null) { return mergedNull(live, before, shape); }
  if (isRecord(after)) {
    return isRecord(live) ? mergedMap(live, recordOf(before), after, shape) : after;
  }
  if (Array.isArray(after) && Array.isArray(live)) {
    if (shape?.keys) { return mergedItems(live, listOf(before), after, shape); }
    if (shape?.set) { return mergedSet(live, listOf(before), after); }
  }
  return after;
}

/** To apply, null in place of what it merges is an empty one: only what `before` wrote goes. */
function mergedNull(live: any, before: any, shape: Shape | undefined): any {
  if (isRecord(live)) { return mergedMap(live, recordOf(before), {}, shape); }
  return Array.isArray(live) && (shape?.keys || shape?.set) ? merged(live, before, [], shape) : null;
}

function mergedMap(live: Record<string, any>, before: Record<string, any>, after: Record<string, any>, shape: Shape | undefined): any {
  const result: Record<string, any> = {};
  for (const key of new Set([...Object.keys(after), ...Object.keys(live)])) {
    const value = merged(own(live, key), own(before, key), own(after, key), childShape(shape, key));
    if (value !== undefined && key !== '__proto__') { result[key] = value; }
  }
  // A mapping that loses its last field is gone itself.
  return Object.keys(result).length === 0 && Object.keys(live).length > 0 ? null : result;
}

function mergedItems(live: any[], before: any[], after: any[], shape: Shape): any[] {
  const liveByKey = new Map(live.map(item => [itemKey(item, shape), item]));
  const owned = new Map(before.map(item => [itemKey(item, shape), item]));
  const wanted = new Set<string>();
  const result = after.map(item => {
    const key = itemKey(item, shape);
    wanted.add(key);
    return merged(liveByKey.get(key), owned.get(key), item, shape.items);
  });
  const others = live.filter(item => !wanted.has(itemKey(item, shape)) && !owned.has(itemKey(item, shape)));
  return [...result, ...others];
}

function mergedSet(live: any[], before: any[], after: any[]): any[] {
  const gone = new Set([...before, ...after]);
  return [...after, ...live.filter(item => !gone.has(item))];
}

function own(map: Record<string, any>, key: string): any {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
