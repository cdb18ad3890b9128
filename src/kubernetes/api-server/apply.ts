import { itemKey } from './item-key';
import { mergedOrder } from './merge-order';
import { FieldType } from '../api/field-type';
import { ApiModel } from '../api/model';
import { Manifest, isRecord, listOf, recordOf } from '../manifest';

/**
 * What server-side apply makes of the live object: fields of `after` are set,
 * fields that `before` set and `after` does not are removed with all that is
 * in them, and all others (defaults, allocated values) stay as they are.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
export function applied(live: Manifest, before: Manifest, after: Manifest, model: ApiModel): Manifest {
  return merged(live, before, after, model.objectType(after.apiVersion, after.kind), model);
}

function merged(live: any, before: any, after: any, type: FieldType | undefined, model: ApiModel): any {
  // A field that its owner leaves out goes as a whole, with the defaults inside it.
  if (after === undefined) { return before === undefined ? live : undefined; }
  if (typeof after !== 'object' || isAtomic(type, model)) { return after; }
  if (after === null) { return mergedNull(live, before, type, model); }
  if (!Array.isArray(after)) {
    return isRecord(live) ? mergedMap(live, recordOf(before), after, type, model) : after;
  }
  if (Array.isArray(live)) {
    if (type?.keys) { return mergedItems(live, listOf(before), after, type, model); }
    if (type?.set) { return mergedSet(live, listOf(before), after); }
  }
  return after;
}

function isAtomic(type: FieldType | undefined, model: ApiModel): boolean {
  return type !== undefined && (type.atomic === true || (type.struct !== undefined && model.type(type.struct)?.atomic === true));
}

/** To apply, null in place of what it merges is an empty one: only what `before` wrote goes. */
function mergedNull(live: any, before: any, type: FieldType | undefined, model: ApiModel): any {
  if (isRecord(live)) { return mergedMap(live, recordOf(before), {}, type, model); }
  return Array.isArray(live) && (type?.keys || type?.set) ? merged(live, before, [], type, model) : null;
}

type Mapping = Record<string, any>;

function mergedMap(live: Mapping, before: Mapping, after: Mapping, type: FieldType | undefined, model: ApiModel): any {
  const result: Mapping = {};
  for (const key of new Set([...Object.keys(after), ...Object.keys(live)])) {
    const given = own(after, key);
    // Only what holds others is merged.
    const part = typeof given === 'object' ? model.part(type, key) : undefined;
    const value = merged(own(live, key), own(before, key), given, part, model);
    if (value !== undefined && key !== '__proto__') { result[key] = value; }
  }
  // A mapping that loses its last field is gone itself.
  return Object.keys(result).length === 0 && Object.keys(live).length > 0 ? null : result;
}

function mergedItems(live: any[], before: any[], after: any[], type: FieldType, model: ApiModel): any[] {
  const keyOf = (item: unknown) => itemKey(item, type.keys!, type, model);
  const [inLive, owned, given] = [live, before, after].map(items => new Map(items.map(item => [keyOf(item), item])));
  // Two items of a key are refused, but they are not lost on the way there.
  if (given.size < after.length) { return after; }
  return mergedOrder([...inLive.keys()], [...given.keys()]).filter(key => given.has(key) || !owned.has(key)).map(key =>
    given.has(key) ? merged(inLive.get(key), owned.get(key), given.get(key), type.item, model) : inLive.get(key));
}

function mergedSet(live: any[], before: any[], after: any[]): any[] {
  const [given, gone] = [new Set(after), new Set(before)];
  return mergedOrder(live, after).filter(item => given.has(item) || !gone.has(item));
}

function own(map: Mapping, key: string): any {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
