import { FieldType } from '../../kubernetes/api/field-type';
import { ApiModel } from '../../kubernetes/api/model';
import { itemKey, keysOf } from '../../kubernetes/api-server/item-key';
import { groupOf, isRecord } from '../../kubernetes/manifest';
import { pointer, segmentsOf } from '../../kubernetes/pointer';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { World } from '../changes/world';

/** Parts that never change, which the server compares as they stand: the order of containers, variables, mounts, ... counts. */
const ORDERED: Readonly<Record<string, string>> = {
  '/Pod': '/spec',
  'batch/Job': '/spec/template',
  'apps/StatefulSet': '/spec/volumeClaimTemplates',
};

/** Elsewhere a list that is merged item by item is the same list in any order. Apply takes over the order of the manifest. */
function reordered({ before, after }: Update, { model }: World): ChangeStatement[] {
  const part = ORDERED[`${groupOf(after.apiVersion)}/${after.kind}`];
  if (part === undefined) { return []; }
  const keys = segmentsOf(part);
  const of = (object: unknown) => keys.reduce<unknown>((value, key) => isRecord(value) ? value[key] : undefined, object);
  const type = keys.reduce<FieldType | undefined>((holder, key) => model.part(holder, key), model.objectType(after.apiVersion, after.kind));
  const found: ChangeStatement[] = [];
  collect(of(before), of(after), type, part, found, model);
  return found;
}

function collect(before: unknown, after: unknown, type: FieldType | undefined, path: string, found: ChangeStatement[], model: ApiModel) {
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

function collectItems(before: Items, after: Items, type: FieldType, path: string, found: ChangeStatement[], model: ApiModel) {
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
  if (isInOrder) { return; }
  found.push({ path, part: path.slice(1).replace(/\//g, '.'), message: 'the API server refuses this: the items are the same in another order, and here the order counts' });
}

export const LIST_ORDER_RULES: readonly Rule[] = [{
  id: 'list-order',
  title: 'Another order of what never changes',
  effect: 'refused',
  kinds: ['Pod', 'Job', 'StatefulSet'],
  fields: 'lists in the spec of a Pod and in the template of a Job; spec.volumeClaimTemplates of a StatefulSet',
  why: 'the server compares these parts as they stand, and the same containers, variables or templates in another order are a change',
  fix: 'keep the order of the old manifest',
  updated: reordered,
}];
