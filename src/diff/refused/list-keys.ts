import { itemKey, keyPart } from '../../kubernetes/api-server/apply';
import { textOf } from '../../kubernetes/api-server/text';
import { Manifest, isRecord } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { shapeOf } from '../../kubernetes/shapes/kinds';
import { Shape, childShape } from '../../kubernetes/shapes/shape';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';

/**
 * Server-side apply merges some lists item by item. It refuses a manifest in
 * which two items have the same key, or one has none, also where the
 * validation of the object would take it. Lists that are replaced as a whole
 * may hold such lists too.
 */
function brokenLists({ given }: Update): ChangeStatement[] {
  const shape = shapeOf(given.after.apiVersion, given.after.kind);
  const found = faultsIn(given.after, shape);
  if (found.length === 0) { return []; }
  const known = new Set(faultsIn(given.before, shape).map(({ message }) => message));
  return found.filter(({ message }) => !known.has(message));
}

function faultsIn(manifest: Manifest, shape: Shape): ChangeStatement[] {
  const found: ChangeStatement[] = [];
  collect(manifest, shape, '', found);
  return found;
}

function collect(value: unknown, shape: Shape | undefined, path: string, found: ChangeStatement[]) {
  if (!shape) { return; }
  if (Array.isArray(value) && shape.atomic) { return value.forEach((item, index) => collect(item, shape.items, path + pointer(index), found)); }
  if (Array.isArray(value)) { return collectItems(value, shape, path, found); }
  if (!isRecord(value)) { return; }
  for (const [key, child] of Object.entries(value)) {
    if (typeof child === 'object' && child !== null) { collect(child, childShape(shape, key), path + pointer(key), found); }
  }
}

function collectItems(items: readonly unknown[], shape: Shape, path: string, found: ChangeStatement[]) {
  if (!shape.keys && !shape.set) { return; }
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const at = path + pointer(index);
    const missing = isRecord(item) ? shape.keys?.find(key => keyPart(item, key, shape) === undefined) : undefined;
    if (missing !== undefined) {
      found.push(hit(at, `the item has no ${missing}, by which the items of ${nameOf(path)} are distinguished`));
    } else {
      const key = shape.keys ? itemKey(item, shape) : textOf(item);
      if (seen.has(key)) { found.push(hit(at, `${nameOf(path)} has two items with the same ${shape.keys?.join(' and ') ?? 'value'}: ${key.replace('|', ', ')}`)); }
      seen.add(key);
    }
    collect(item, shape.items, at, found);
  });
}

function hit(path: string, fact: string): ChangeStatement {
  return { path, part: path.slice(1).replace(/\//g, '.'), message: `server-side apply refuses this: ${fact}` };
}

/** `env` of `/spec/template/spec/containers/0/env`. */
function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export const LIST_KEY_RULES: readonly Rule[] = [{
  id: 'list-keys',
  title: 'Two items of a list with the same key',
  effect: 'refused',
  kinds: ['every kind'],
  fields: 'lists that are merged item by item: containers, env, ports, volumes, volumeMounts, imagePullSecrets, hostAliases, finalizers, ...',
  why: 'server-side apply tells the items of these lists apart by a key, so each must have one of its own',
  fix: 'remove one of the two, or give it another key',
  updated: brokenLists,
}];
