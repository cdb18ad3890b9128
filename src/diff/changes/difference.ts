import { itemKey } from '../../kubernetes/api-server/apply';
import { isRecord } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { sameQuantity } from '../../kubernetes/quantity';
import { Shape, childShape } from '../../kubernetes/shapes/shape';

/** One field that differs; a mapping or an item that is only on one side is one change. */
export interface Difference {
  /** JSON pointer: into the new object, or into the old one where the field is gone. */
  readonly path: string;
  readonly before: any;
  readonly after: any;
}

/** Every difference between two objects as the server stores them. */
export function differencesOf(before: any, after: any, shape: Shape | undefined): Difference[] {
  const found: Difference[] = [];
  collect(before, after, shape, '', found);
  return found;
}

function collect(before: any, after: any, shape: Shape | undefined, path: string, found: Difference[]) {
  if (before === after) { return; }
  if (isRecord(before) && isRecord(after)) { return collectFields(before, after, shape, path, found); }
  if (Array.isArray(before) && Array.isArray(after)) {
    if (shape?.keys) { return collectItems(before, after, shape, path, found); }
    if (sameList(before, after, shape)) { return; }
  }
  if (shape?.quantity && sameQuantity(before, after)) { return; }
  found.push({ path, before, after });
}

function collectFields(before: Record<string, any>, after: Record<string, any>, shape: Shape | undefined, path: string, found: Difference[]) {
  for (const key of Object.keys(before)) {
    collect(before[key], Object.hasOwn(after, key) ? after[key] : undefined, childShape(shape, key), path + pointer(key), found);
  }
  for (const key of Object.keys(after)) {
    if (!Object.hasOwn(before, key)) { collect(undefined, after[key], childShape(shape, key), path + pointer(key), found); }
  }
}

function collectItems(before: any[], after: any[], shape: Shape, path: string, found: Difference[]) {
  const old = new Map(before.map((item, index) => [itemKey(item, shape), index]));
  const seen = new Set<string>();
  after.forEach((item, index) => {
    const key = itemKey(item, shape);
    const at = old.get(key);
    seen.add(key);
    collect(at === undefined ? undefined : before[at], item, shape.items, path + pointer(index), found);
  });
  for (const [key, index] of old) {
    if (!seen.has(key)) { found.push({ path: path + pointer(index), before: before[index], after: undefined }); }
  }
}

function sameList(before: any[], after: any[], shape: Shape | undefined): boolean {
  return before.length === after.length && before.every((item, index) => {
    const found: Difference[] = [];
    collect(item, after[index], shape?.items, '', found);
    return found.length === 0;
  });
}
