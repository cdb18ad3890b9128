import { itemKey } from '../../kubernetes/api-server/apply';
import { groupOf, isRecord } from '../../kubernetes/manifest';
import { pointer, segmentsOf } from '../../kubernetes/pointer';
import { shapeOf } from '../../kubernetes/shapes/kinds';
import { Shape, childShape } from '../../kubernetes/shapes/shape';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/** Parts that never change, which the server compares as they stand: the order of containers, variables, mounts, ... counts. */
const ORDERED: Readonly<Record<string, string>> = {
  '/Pod': '/spec',
  'batch/Job': '/spec/template',
  'apps/StatefulSet': '/spec/volumeClaimTemplates',
};

/** Elsewhere a list that is merged item by item is the same list in any order. Apply takes over the order of the manifest. */
function reordered({ before, after }: Update): ChangeStatement[] {
  const part = ORDERED[`${groupOf(after.apiVersion)}/${after.kind}`];
  if (part === undefined) { return []; }
  const keys = segmentsOf(part);
  const of = (object: unknown) => keys.reduce<unknown>((value, key) => isRecord(value) ? value[key] : undefined, object);
  const shape = keys.reduce<Shape | undefined>(childShape, shapeOf(after.apiVersion, after.kind));
  const found: ChangeStatement[] = [];
  collect(of(before), of(after), shape, part, found);
  return found;
}

function collect(before: unknown, after: unknown, shape: Shape | undefined, path: string, found: ChangeStatement[]) {
  if (!shape) { return; }
  if (Array.isArray(before) && Array.isArray(after)) {
    if (shape.keys) { collectItems(before, after, shape, path, found); }
  } else if (isRecord(before) && isRecord(after)) {
    for (const key of Object.keys(before)) {
      if (Object.hasOwn(after, key)) { collect(before[key], after[key], childShape(shape, key), path + pointer(key), found); }
    }
  }
}

function collectItems(before: readonly unknown[], after: readonly unknown[], shape: Shape, path: string, found: ChangeStatement[]) {
  const old = new Map(before.map((item, index) => [itemKey(item, shape), index]));
  let last = -1;
  let isInOrder = true;
  after.forEach((item, index) => {
    const at = old.get(itemKey(item, shape));
    if (at === undefined) { return; }
    isInOrder &&= at > last;
    last = at;
    collect(before[at], item, shape.items, path + pointer(index), found);
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
