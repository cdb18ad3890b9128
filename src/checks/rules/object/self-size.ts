import { Validity } from '../../../kubernetes/api/lifetime';
import { REQUEST_SIZE } from '../../../kubernetes/api-server/request-size';
import { celFieldName } from '../../../kubernetes/cel/field-name';
import { SizedType } from '../../../kubernetes/cel/value-path';
import { isRecord, listOf, recordOf, textOf } from '../../../kubernetes/manifest';

type Schema = Readonly<Record<string, any>>;
type Holds = (validity: Validity) => boolean;

type Limit = 'maxItems' | 'maxProperties' | 'maxLength';

/** A part of a schema: how much it lets in at most, and how short it may be in JSON. */
export interface SizedSchema extends SizedType {
  readonly least: number;
  readonly item?: SizedSchema;
}

const LENGTH_OF_EITHER = { since: '1.34' };
const LENGTH_OF_ENUM = { since: '1.29' };

/** Texts in a format, with the length of the longest and the shortest one; `byte` may have a limit. */
const FORMATS: Readonly<Record<string, readonly [number, number]>> = { 'duration': [32, 3], 'date': [12, 12], 'date-time': [32, 21] };
const SCALARS: Readonly<Record<string, number>> = { boolean: 4, number: 1, integer: 1 };

/** How large a value may be by its schema, which is at a place such as `.spec.ports[].name`; undefined for what expressions do not see. */
export function sizedSchema(schema: Schema, isRoot: boolean, holds: Holds, at = ''): SizedSchema | undefined {
  const { type, format, items, properties, additionalProperties } = schema;
  const below = (other: Schema, where: string) => sizedSchema(other, other['x-kubernetes-embedded-resource'] === true, holds, `${at}${where}`);
  if (schema['x-kubernetes-int-or-string'] === true) { return { least: 1, ...bounded(schema, at, 'maxLength', holds(LENGTH_OF_EITHER) ? 4 : 0, REQUEST_SIZE - 2) }; }
  if (type === 'array') {
    const item = isRecord(items) ? below(items, '[]') : undefined;
    return item && { least: 2, item, ...bounded(schema, at, 'maxItems', 1, Math.floor((REQUEST_SIZE - 2) / (item.least + 1))) };
  }
  if (type === 'object' && isRecord(additionalProperties)) {
    const item = below(additionalProperties, '.*');
    return item && { least: 2, item, key: { most: 0 }, ...bounded(schema, at, 'maxProperties', 1, Math.floor((REQUEST_SIZE - 2) / (item.least + 6))) };
  }
  if (type === 'object') { return sizedObject(isRoot ? { ...schema, properties: withHead(recordOf(properties), holds) } : schema, below); }
  if (type !== 'string') { return Object.hasOwn(SCALARS, textOf(type)) ? { most: 0, least: SCALARS[textOf(type)] } : undefined; }
  if (Object.hasOwn(FORMATS, textOf(format))) { return { most: FORMATS[format][0], least: FORMATS[format][1] }; }
  const choices = format !== 'byte' && schema.maxLength === undefined && holds(LENGTH_OF_ENUM) ? listOf(schema.enum) : [];
  if (choices.length > 0) { return { least: 2, most: Math.max(...choices.map(choice => new TextEncoder().encode(textOf(choice)).length)) }; }
  return { least: 2, ...bounded(schema, at, 'maxLength', format === 'byte' ? 1 : 4, REQUEST_SIZE - 2) };
}

/** With a limit times a factor, or without one; a factor of 0 makes nothing of the limit. */
function bounded(schema: Schema, at: string, limit: Limit, factor: number, boundless: number): { most: number; lacks?: string } {
  const written = schema[limit];
  if (typeof written === 'number' && factor > 0) { return { most: Math.max(0, written) * factor }; }
  return { most: boundless, ...factor > 0 && { lacks: `${limit} of ${at === '' ? 'the whole' : at}` } };
}

function sizedObject(schema: Schema, below: (other: Schema, where: string) => SizedSchema | undefined): SizedSchema {
  const required = new Set<unknown>(listOf(schema.required));
  const fields: Record<string, SizedSchema> = {};
  let least = 2;
  for (const [name, property] of Object.entries(recordOf(schema.properties))) {
    const field = isRecord(property) ? below(property, `.${name}`) : undefined;
    if (!field) { continue; }
    fields[celFieldName(name)] = field;
    if (required.has(name) && isUndefined(property.default)) { least += new TextEncoder().encode(name).length + field.least + 4; }
  }
  return { most: 0, least, fields };
}

const isUndefined = (value: unknown) => value === undefined || value === null;

const TEXT = { type: 'string' };
const NAMES = ['name', 'generateName'];
/** Names have a limit of their own; a generated part has one character at least. */
const LENGTH_OF_NAMES = { since: '1.37' };

/** Expressions about whole objects see these, whatever the schema says; before 1.37 it is asked only if it has all of them. */
function withHead(properties: Schema, holds: Holds): Schema {
  const { kind, apiVersion, metadata } = properties;
  const named = recordOf(recordOf(metadata).properties);
  if (kind?.type === 'string' && apiVersion?.type === 'string' && metadata?.type === 'object' && NAMES.every(name => named[name]?.type === 'string')) { return properties; }
  const text = (name: string, most: number) => holds(LENGTH_OF_NAMES) ? { ...TEXT, maxLength: Math.min(most, named[name]?.maxLength ?? most) } : TEXT;
  return { ...properties, kind: TEXT, apiVersion: TEXT, metadata: { type: 'object', properties: { name: text('name', 253), generateName: text('generateName', 252) } } };
}
