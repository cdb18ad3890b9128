import { Difference } from './difference';
import { Update } from './update';
import { FieldType } from '../../kubernetes/api/field-type';
import { ApiModel } from '../../kubernetes/api/model';
import { itemKey, keysOf } from '../../kubernetes/api-server/item-key';
import { isRecord } from '../../kubernetes/manifest';
import { pointer, segmentsOf } from '../../kubernetes/pointer';

/**
 * The lists in a part of an object whose items stand in another order than before. Differences leave them out: a list that
 * is merged item by item is the same list in any order, except where the server or a controller compares the text.
 *
 * @param part JSON pointer to the part
 * @returns before and after are the keys of the items
 */
export function reorderedLists({ before, after }: Pick<Update, 'before' | 'after'>, part: string, model: ApiModel): Difference[] {
  const keys = segmentsOf(part);
  const of = (object: unknown) => keys.reduce<unknown>((value, key) => isRecord(value) ? value[key] : undefined, object);
  const type = keys.reduce<FieldType | undefined>((holder, key) => model.part(holder, key), model.objectType(after.apiVersion, after.kind));
  const found: Difference[] = [];
  collect(of(before), of(after), type, part, found, model);
  return found;
}

function collect(before: unknown, after: unknown, type: FieldType | undefined, path: string, found: Difference[], model: ApiModel) {
  if (!type) { return; }
  if (Array.isArray(before) && Array.isArray(after)) {
    if (keysOf(type)) { collectItems(before, after, type, path, found, model); }
  } else if (isRecord(before) && isRecord(after)) {
    for (const key of Object.keys(before)) {
      if (Object.hasOwn(after, key)) { collect(before[key], after[key], model.part(type, key), path + pointer(key), found, model); }
    }
  }
}

type Items = readonly unknown[];

function collectItems(before: Items, after: Items, type: FieldType, path: string, found: Difference[], model: ApiModel) {
  const keyOf = (item: unknown) => itemKey(item, keysOf(type)!, type, model);
  const old = new Map(before.map((item, index) => [keyOf(item), index]));
  let last = -1;
  let isInOrder = true;
  after.forEach((item, index) => {
    const at = old.get(keyOf(item));
    if (at === undefined) { return; }
    isInOrder &&= at > last;
    last = at;
    collect(before[at], item, type.item, path + pointer(index), found, model);
  });
  if (!isInOrder) { found.push({ path, before: [...old.keys()], after: after.map(keyOf) }); }
}
