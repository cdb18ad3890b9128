import { Schema, schemaOfField } from './schema';
import { RESERVED_WORDS, celFieldName } from '../../kubernetes/cel/field-name';
import { isRecord } from '../../kubernetes/manifest';

/**
 * A value as rules in CEL see it: integers as integers, fields under the names that CEL can spell, and
 * nothing that the schema does not name.
 */
export function celValue(value: unknown, schema: Schema | undefined): unknown {
  if (typeof value === 'number') { return Number.isInteger(value) && schema?.type !== 'number' ? BigInt(value) : value; }
  if (typeof value === 'string') { return celText(value, schema?.format); }
  if (Array.isArray(value)) { return value.map(item => celValue(item, schema?.items)); }
  if (!isRecord(value)) { return value; }
  const isMap = schema === undefined || schema.additionalProperties !== undefined;
  const fields = Object.entries(value).filter(([name, field]) => field !== null && (isMap || schemaOfField(schema, name)));
  const seen = Object.fromEntries(fields.map(([name, field]) =>
    [isMap ? name : celFieldName(name), celValue(field, schema && schemaOfField(schema, name))]));
  return isMap ? seen : withOwnNames(seen, fields.map(([name]) => name));
}

/** A field that is called as a word of CEL is found under this name, too, and still counts once. */
function withOwnNames(seen: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  const own = names.filter(name => RESERVED_WORDS.has(name)).map(name => [name, { value: seen[celFieldName(name)], enumerable: false }]);
  return Object.defineProperties(seen, Object.fromEntries(own));
}

function celText(text: string, format: unknown): unknown {
  const isTime = format === 'date-time' || format === 'date';
  return isTime && !Number.isNaN(Date.parse(text)) ? new Date(text) : text;
}
