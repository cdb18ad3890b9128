import { FieldType } from '../../kubernetes/api/field-type';
import { ApiModel } from '../../kubernetes/api/model';
import { itemKey, keysOf } from '../../kubernetes/api-server/item-key';
import { isRecord } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { sameQuantity } from '../../kubernetes/quantity';

/** One field that differs; a mapping or an item that is only on one side is one change. */
export interface Difference {
  /** JSON pointer: into the new object, or into the old one where the field is gone. */
  readonly path: string;
  readonly before: any;
  readonly after: any;
}

/** Every difference between two objects as the server stores them. */
export function differencesOf(before: any, after: any, type: FieldType, model: ApiModel): Difference[] {
  const found: Difference[] = [];
  collect(before, after, type, '', found, model);
  return found;
}

function collect(before: any, after: any, type: FieldType | undefined, path: string, found: Difference[], model: ApiModel) {
  if (before === after) { return; }
  if (isRecord(before) && isRecord(after)) { return collectFields(before, after, type, path, found, model); }
  if (Array.isArray(before) && Array.isArray(after)) {
    const keys = keysOf(type);
    if (keys) { return collectItems(before, after, { keys, type: type! }, path, found, model); }
    if (sameList(before, after, type, model)) { return; }
  }
  if (type?.holds === 'quantity' && sameQuantity(before, after)) { return; }
  found.push({ path, before, after });
}

type Mapping = Record<string, any>;

function collectFields(before: Mapping, after: Mapping, type: FieldType | undefined, path: string, found: Difference[], model: ApiModel) {
  for (const key of Object.keys(before)) {
    const [old, next] = [before[key], Object.hasOwn(after, key) ? after[key] : undefined];
    if (old !== next) { collect(old, next, model.part(type, key), path + pointer(key), found, model); }
  }
  for (const key of Object.keys(after)) {
    if (!Object.hasOwn(before, key)) { collect(undefined, after[key], undefined, path + pointer(key), found, model); }
  }
}

/** A list whose items are distinguished by keys. */
interface KeyedList {
  readonly keys: readonly string[];
  readonly type: FieldType;
}

function collectItems(before: any[], after: any[], { keys, type }: KeyedList, path: string, found: Difference[], model: ApiModel) {
  const keysIn = (items: any[]) => distinct(items.map(item => itemKey(item, keys, type, model)));
  const old = new Map(keysIn(before).map((key, index) => [key, index]));
  const next = keysIn(after);
  const seen = new Set(next);
  after.forEach((item, index) => {
    const at = old.get(next[index]);
    collect(at === undefined ? undefined : before[at], item, type.item, path + pointer(index), found, model);
  });
  for (const [key, index] of old) {
    if (!seen.has(key)) { found.push({ path: path + pointer(index), before: before[index], after: undefined }); }
  }
}

/** The server takes some lists in which two items have one key: the second one is compared with the second one. */
function distinct(keys: readonly string[]): readonly string[] {
  if (new Set(keys).size === keys.length) { return keys; }
  const count = new Map<string, number>();
  return keys.map(key => {
    const earlier = count.get(key) ?? 0;
    count.set(key, earlier + 1);
    return earlier === 0 ? key : `${key}|${earlier}`;
  });
}

function sameList(before: any[], after: any[], type: FieldType | undefined, model: ApiModel): boolean {
  return before.length === after.length && before.every((item, index) => {
    const found: Difference[] = [];
    collect(item, after[index], type?.item, '', found, model);
    return found.length === 0;
  });
}
