import { FieldType } from '../../kubernetes/api/field-type';
import { ApiModel } from '../../kubernetes/api/model';
import { itemKey, keyPart } from '../../kubernetes/api-server/item-key';
import { textOf } from '../../kubernetes/api-server/text';
import { Manifest, isRecord } from '../../kubernetes/manifest';
import { pointer } from '../../kubernetes/pointer';
import { ChangeStatement, Rule } from '../changes/rule';
import { Update } from '../changes/update';
import { World } from '../changes/world';

/**
 * Server-side apply merges some lists item by item. It refuses a manifest in
 * which two items have the same key, or one has none, also where the
 * validation of the object would take it. Lists that are replaced as a whole
 * may hold such lists too.
 */
function brokenLists({ given }: Update, { model }: World): ChangeStatement[] {
  const found = faultsIn(given.after, model);
  if (found.length === 0) { return []; }
  const known = new Set(faultsIn(given.before, model).map(({ message }) => message));
  return found.filter(({ message }) => !known.has(message));
}

function faultsIn(manifest: Manifest, model: ApiModel): ChangeStatement[] {
  const found: ChangeStatement[] = [];
  collect(manifest, model.objectType(manifest.apiVersion, manifest.kind), '', found, model);
  return found;
}

function collect(value: unknown, type: FieldType | undefined, path: string, found: ChangeStatement[], model: ApiModel) {
  if (!type) { return; }
  if (Array.isArray(value)) { return collectItems(value, type, path, found, model); }
  if (!isRecord(value)) { return; }
  for (const key of Object.keys(value)) {
    const child = value[key];
    if (typeof child === 'object' && child !== null) { collect(child, model.part(type, key), path + pointer(key), found, model); }
  }
}

function collectItems(items: readonly unknown[], type: FieldType, path: string, found: ChangeStatement[], model: ApiModel) {
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const at = path + pointer(index);
    if (type.keys || type.set) { collectFaults(item, type, at, seen, found, model); }
    collect(item, type.item, at, found, model);
  });
}

function collectFaults(item: unknown, type: FieldType, at: string, seen: Set<string>, found: ChangeStatement[], model: ApiModel) {
  const list = nameOf(at.slice(0, at.lastIndexOf('/')));
  if (item === null) {
    found.push(hit(at, `an item of ${list} is null${type.keys ? `, and has no ${type.keys.join(' and ')}` : ''}`));
    return;
  }
  const missing = isRecord(item) ? missingKeys(item, type, model) : [];
  if (missing.length > 0 && (missing.length === type.keys!.length || !model.isSince(SOME_KEYS))) {
    found.push(hit(at, `the item has no ${missing[0]}, by which the items of ${list} are distinguished`));
    return;
  }
  const key = type.keys ? itemKey(item, type.keys, type, model) : textOf(item);
  if (seen.has(key)) { found.push(hit(at, `${list} has two items with the same ${type.keys?.join(' and ') ?? 'value'}: ${key.replace('|', ', ')}`)); }
  seen.add(key);
}

function missingKeys(item: Record<string, unknown>, type: FieldType, model: ApiModel): string[] {
  return (type.keys ?? []).filter(key => keyPart(item, key, type, model) === undefined && !hasEmptyDefault(key, type, model));
}

/** Since when an item needs only one of several keys. */
const SOME_KEYS = '1.34';

/** Fields that are not required and have the default of those that are. */
const EMPTY_BY_DEFAULT: Readonly<Record<string, { readonly field: string; readonly since: string }>> = { LocalObjectReference: { field: 'name', since: '1.30' } };

/** The schema gives a required field the default that Go has: an empty text, or 0. */
function hasEmptyDefault(key: string, { item: { struct = '' } = { holds: 'any' } }: FieldType, model: ApiModel): boolean {
  const other = Object.hasOwn(EMPTY_BY_DEFAULT, struct) ? EMPTY_BY_DEFAULT[struct] : undefined;
  return model.type(struct)?.field(key)?.required === true || (other?.field === key && model.isSince(other.since));
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
