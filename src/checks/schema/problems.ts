import { FieldType } from '../../kubernetes/api/field-type';
import { lifetimeOfField } from '../../kubernetes/api/lifetime';
import { ApiModel } from '../../kubernetes/api/model';
import { StructType } from '../../kubernetes/api/struct-type';
import { Format } from '../../kubernetes/formats/format';
import { pointer } from '../../kubernetes/pointer';
import { closest } from '../../reports/did-you-mean';
import { onVersion } from '../../reports/on-versions';
import { RuleInfo } from '../../reports/rule';
import { show } from '../../reports/show';
import { Problem } from '../engine/check';
import { CHECKS } from '../formats/checks';

/** The walk knows where it is. */
type Unplaced = Omit<Problem, 'path'>;

const pod = (container: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n  - {name: web, image: "httpd:2.4"${container}}\n`;
const GOOD = pod(', ports: [{containerPort: 80, protocol: TCP}]');

export const schemaUnknownField: RuleInfo = {
  id: 'schema-unknown-field',
  why: 'the API server refuses fields that it does not know, or drops them without a word, so what they say never happens',
  bad: pod(', imagePulPolicy: Always'),
  good: GOOD,
};

export const schemaType: RuleInfo = {
  id: 'schema-type',
  why: 'the API server cannot decode an object with a value of the wrong type',
  bad: pod(', ports: [{containerPort: "80"}]'),
  good: GOOD,
};

export const schemaRequired: RuleInfo = {
  id: 'schema-required',
  why: 'the API server refuses an object without this field',
  bad: pod(', ports: [{protocol: TCP}]'),
  good: GOOD,
};

export const schemaEnum: RuleInfo = {
  id: 'schema-enum',
  why: 'only certain words are understood here; the API server refuses others',
  bad: pod(', ports: [{containerPort: 80, protocol: http}]'),
  good: GOOD,
};

/** What a walk along the schema may report. */
export const SCHEMA_CHECKS: readonly RuleInfo[] = [schemaUnknownField, schemaType, schemaRequired, schemaEnum];

export function unknownField(name: string, struct: StructType, model: ApiModel, trail: readonly (string | number)[]): Unplaced {
  const elsewhen = inOtherVersion(name, struct, model);
  if (elsewhen) { return elsewhen; }
  const fields = struct.names();
  const home = fields.map(field => struct.field(field)!).find(({ type }) => type.holds === 'struct' && model.type(type.struct!)!.field(name));
  const word = closest(name, fields);
  const place = home && pointer(...trail.slice(0, -1), home.name, name);
  return {
    check: schemaUnknownField,
    message: `${struct.name} has no field ${show(name)}${place ? `; it belongs at ${place}` : word ? `; did you mean '${word}'?` : ''}`,
    fix: place ? `move it to ${place}` : word ? `write '${word}'` : `remove it; ${struct.name} has ${fields.join(', ')}`,
  };
}

/** A field that an older or a newer version of Kubernetes has. */
function inOtherVersion(name: string, struct: StructType, model: ApiModel): Unplaced | undefined {
  const { since, until } = lifetimeOfField(struct.name, name) ?? {};
  const none = `${struct.name} has no field ${show(name)} ${onVersion(model)}`;
  if (since !== undefined && !model.isSince(since)) {
    return { check: schemaUnknownField, message: `${none}: it is there since ${since}`, fix: `remove it, or upgrade the cluster to Kubernetes ${since}` };
  }
  return until !== undefined && model.isSince(until)
    ? { check: schemaUnknownField, message: `${none}: it is gone since ${until}`, fix: 'remove it' }
    : undefined;
}

export function missing(name: string, struct: StructType): Unplaced {
  return { check: schemaRequired, message: `${struct.name} needs '${name}', which is missing`, fix: `add '${name}'` };
}

export function notOneOf(value: string, words: readonly string[]): Unplaced {
  const word = closest(value, words);
  return {
    check: schemaEnum,
    message: `${show(value)} is not one of ${words.join(', ')}`,
    fix: word ? `write '${word}'` : `write one of ${words.join(', ')}`,
  };
}

export function brokenFormat({ family, mustBe }: Format, value: unknown): Unplaced {
  return { check: CHECKS[family], message: `${value === '' ? 'it is empty' : show(value)}, but it must be ${mustBe}`, fix: `write ${mustBe}` };
}

const WANTED: Readonly<Record<FieldType['holds'], string>> = {
  string: 'text',
  boolean: 'true or false',
  int32: 'a whole number of 32 bits',
  int64: 'a whole number of 64 bits',
  number: 'a number',
  quantity: "a quantity such as '500m' or '10Gi'",
  intOrString: 'a whole number or text',
  time: "a time such as '2024-01-31T12:00:00Z'",
  microTime: "a time such as '2024-01-31T12:00:00.000000Z'",
  any: 'anything',
  enum: 'text',
  list: 'a list',
  map: 'a mapping',
  struct: 'a mapping',
};

/** @param written how the value stands in the text, if that is known */
export function wrongType(type: FieldType, value: unknown, written?: string): Unplaced {
  return { check: schemaType, message: `${valueInWords(value, written)}, but ${WANTED[type.holds]} is wanted`, fix: rightType(type, value, written) };
}

/** A number or truth value as the text that it was meant to be: as it is written, and not as it is understood. */
export function inQuotes(value: unknown, written = String(value)): string {
  return `put it in quotes: "${written}"`;
}

/** `8080 is a number`, or `0022 is read as 18`. */
export function valueInWords(value: unknown, written?: string): string {
  if (typeof value === 'object') { return value === null ? 'it is null' : `it is ${nameOf(value)}`; }
  return written === undefined || written === String(value) ? `${show(value)} is ${nameOf(value)}` : `${written} is read as ${show(value)}`;
}

function rightType({ holds, values = [] }: FieldType, value: unknown, written?: string): string {
  const scalar = typeof value !== 'object';
  if (holds === 'string' && scalar) { return inQuotes(value, written); }
  if (holds === 'enum') { return `write one of ${values.join(', ')}`; }
  if (typeof value === 'string' && holds.startsWith('int') && /^-?\d+$/.test(value)) { return `write it without quotes: ${value}`; }
  if (typeof value === 'string' && holds === 'boolean' && /^(true|false)$/.test(value)) { return `write it without quotes: ${value}`; }
  if (holds === 'list') { return 'write a list: start each item with `- `'; }
  return `write ${WANTED[holds]}`;
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) { return 'a list'; }
  return typeof value === 'object' ? 'a mapping' : typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'true or false' : 'a number';
}
