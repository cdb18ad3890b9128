import { fits, isScalar } from './fits';
import { FieldType } from '../../kubernetes/api/field-type';
import { ApiModel } from '../../kubernetes/api/model';
import { StructType } from '../../kubernetes/api/struct-type';
import { isRecord } from '../../kubernetes/manifest';
import { meantQuantity } from '../../kubernetes/quantity';
import { flow } from '../../reports/flow';
import { withoutCredentials } from '../../reports/secret';

/** What a value of the wrong type was meant to be, as YAML in one line; undefined if nobody can tell. */
export function meantValue(type: FieldType, field: string, value: unknown, model: ApiModel): string | undefined {
  const meant = meantOf(type, field, value, model);
  return meant === undefined || !fits(type, meant, model) ? undefined : shortly(withoutCredentials(meant));
}

/** What is longer is read better where it stands. */
const LONGEST = 100;

function shortly(value: unknown): string | undefined {
  const text = flow(value);
  return text.length > LONGEST ? undefined : text;
}

function meantOf(type: FieldType, field: string, value: unknown, model: ApiModel): unknown {
  if (type.holds === 'list') { return wordsFor(field, value) ?? meantList(type.item!, value, model); }
  if (Array.isArray(value)) { return type.holds === 'map' ? meantMap(value) : value.length === 1 ? value[0] : undefined; }
  switch (type.holds) {
    case 'map': return typeof value === 'string' ? meantMap(value.split(',')) : undefined;
    case 'boolean': return meantBoolean(value);
    case 'quantity': return meantQuantity(value);
    case 'int32': case 'int64': return field.endsWith('Seconds') ? meantSeconds(value) : undefined;
    default: return undefined;
  }
}

/** A line for a shell, as Docker has it, and the API group of core, which is an empty text. */
function wordsFor(field: string, value: unknown): string[] | undefined {
  if (field === 'apiGroups' && value === '') { return ['']; }
  if (!['command', 'args'].includes(field) || typeof value !== 'string' || !/\S\s+\S/.test(value)) { return undefined; }
  const words = value.trim().split(/\s+/);
  if (words.every(word => PLAIN.test(word))) { return words; }
  return field === 'command' ? ['sh', '-c', value.trim()] : undefined;
}

/** A word that a shell would leave as it is. */
const PLAIN = /^[\w.,:/=@%+-]+$/;

const TRUTH: Readonly<Record<string, boolean>> = { true: true, yes: true, on: true, 1: true, false: false, no: false, off: false, 0: false };

function meantBoolean(value: unknown): boolean | undefined {
  const word = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : '';
  return Object.hasOwn(TRUTH, word) ? TRUTH[word] : undefined;
}

const SECONDS_OF: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

/** `60s`, `5m`. */
function meantSeconds(value: unknown): number | undefined {
  const [, digits, unit] = typeof value === 'string' ? /^\s*(\d+)\s*([smh])/i.exec(value) ?? [] : [];
  return digits === undefined || !/^\s*\d+\s*(s|secs?|seconds?|m|mins?|minutes?|h|hours?)\s*$/i.test(value as string) ? undefined : Number(digits) * SECONDS_OF[unit.toLowerCase()];
}

/** A single item, words with commas, variables as a mapping, volumes by their names. */
function meantList(item: FieldType, value: unknown, model: ApiModel): unknown {
  if (typeof value === 'string') { return /\s/.test(value.trim()) || value.trim() === '' ? undefined : value.split(',').map(word => word.trim()); }
  if (!isRecord(value)) { return value === null || value === undefined ? undefined : [value]; }
  if (Object.keys(value).length === 0) { return undefined; }
  const struct = model.type(item.struct ?? '');
  if (fits(item, value, model)) { return [struct ? repaired(struct, value, model) : value]; }
  if (!struct?.field('name')) { return undefined; }
  return Object.entries(value).map(([name, part]) => {
    if (isRecord(part)) { return { name, ...part }; }
    return part !== null && typeof part === 'object' ? undefined : { name, value: isScalar('string', part) ? part : String(part ?? '') };
  });
}

/** The fields of a struct, each with what was meant: a list of one in a mapping of one. */
function repaired(struct: StructType, value: Readonly<Record<string, unknown>>, model: ApiModel): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, part]) => {
    const { type } = struct.field(name)!;
    const itemType = model.type(type.item?.struct ?? '');
    if (Array.isArray(part) && itemType?.field('port')) { return [name, part.map(one => typeof one === 'number' ? { port: one } : one)]; }
    return [name, fits(type, part, model) ? part : meantOf(type, name, part, model) ?? part];
  }));
}

/** Labels as `[app=db]`, `[app: db]` or `app=db`. */
function meantMap(items: readonly unknown[]): Record<string, unknown> | undefined {
  const pairs = items.map((item): readonly unknown[] => {
    if (isRecord(item)) { return Object.entries(item).length === 1 ? Object.entries(item)[0] : []; }
    const [, key, text] = /^\s*([^=:\s]+)\s*[=:]\s*(.*?)\s*$/.exec(String(item)) ?? [];
    return key === undefined ? [] : [key, text];
  });
  return pairs.length > 0 && pairs.every(pair => pair.length === 2) ? Object.fromEntries(pairs) : undefined;
}
