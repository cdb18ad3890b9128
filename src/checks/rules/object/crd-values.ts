import { isGiven, isText } from './rule';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';

/** What keeps a schema from taking a value; undefined if nothing is known to. */
export function valueFault(value: unknown, schema: Record<string, any>): string | undefined {
  if (value === null) { return undefined; }
  const isFree = schema['x-kubernetes-int-or-string'] === true || !isText(schema.type);
  if (!isFree && !isOfType(value, schema.type)) { return `${show(value)} is not of the type ${schema.type}`; }
  const words = listOf(schema.enum);
  if (words.length > 0 && typeof value !== 'object' && !words.includes(value)) { return `${show(value)} is not in enum`; }
  if (typeof value === 'number') { return numberFault(value, schema); }
  if (typeof value === 'string') { return lengthFault([...value].length, schema, 'Length', 'characters'); }
  if (Array.isArray(value)) { return lengthFault(value.length, schema, 'Items', 'items') ?? firstFault(value.map(item => valueFault(item, recordOf(schema.items)))); }
  return isRecord(value) ? objectFault(value, schema) : undefined;
}

export function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'array': return Array.isArray(value);
    case 'object': return isRecord(value);
    case 'integer': return typeof value === 'number' && Number.isInteger(value);
    default: return typeof value === type;
  }
}

function firstFault(faults: readonly (string | undefined)[]): string | undefined {
  return faults.find(fault => fault !== undefined);
}

function numberFault(value: number, { minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Record<string, any>): string | undefined {
  if (typeof minimum === 'number' && (value < minimum || (exclusiveMinimum === true && value === minimum))) { return `${value} is below the minimum`; }
  if (typeof maximum === 'number' && (value > maximum || (exclusiveMaximum === true && value === maximum))) { return `${value} is above the maximum`; }
  return undefined;
}

function lengthFault(length: number, schema: Record<string, any>, what: string, unit: string): string | undefined {
  const [least, most] = [schema[`min${what}`], schema[`max${what}`]];
  if (typeof least === 'number' && length < least) { return `it has ${length} ${unit}, and at least ${least} are wanted`; }
  return typeof most === 'number' && length > most ? `it has ${length} ${unit}, and at most ${most} are allowed` : undefined;
}

/** Fields that the schema does not name would be dropped, so a default cannot have them. */
function objectFault(value: Record<string, any>, schema: Record<string, any>): string | undefined {
  const { properties, additionalProperties } = schema;
  const missing = listOf(schema.required).find(name => !Object.hasOwn(value, name) && !isGiven(recordOf(recordOf(properties)[name]).default));
  if (missing !== undefined) { return `it has no ${show(missing)}`; }
  const keepsAll = schema['x-kubernetes-preserve-unknown-fields'] === true || schema['x-kubernetes-embedded-resource'] === true;
  return firstFault(Object.entries(value).map(([name, field]) => {
    const own = recordOf(properties)[name];
    if (isRecord(own)) { return valueFault(field, own); }
    if (isRecord(additionalProperties)) { return valueFault(field, additionalProperties); }
    return keepsAll || additionalProperties === true ? undefined : `the schema does not name ${show(name)}`;
  }));
}
