import { fits } from './fits';
import { todaysFields } from './former-field';
import { Stray, homeOf, longerName, wrappedFields } from './misplaced-field';
import { FieldType } from '../../kubernetes/api/field-type';
import { lifetimeOfField } from '../../kubernetes/api/lifetime';
import { ApiModel } from '../../kubernetes/api/model';
import { StructType } from '../../kubernetes/api/struct-type';
import { Format } from '../../kubernetes/formats/format';
import { meantQuantity } from '../../kubernetes/quantity';
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

export function unknownField(stray: Stray, model: ApiModel): Unplaced {
  const { name, levels } = stray;
  const { struct } = levels.at(-1)!;
  const today = todaysFields(stray);
  if (today) { return { check: schemaUnknownField, message: `${struct.name} has no field ${show(name)}${today.why}`, fix: today.fix }; }
  const elsewhen = inOtherVersion(name, struct, model);
  const meant = advice(stray, model);
  if (elsewhen) { return meant?.fix.startsWith('move') ? { ...elsewhen, fix: elsewhen.fix.replace('remove it', meant.fix) } : elsewhen; }
  return {
    check: schemaUnknownField,
    message: `${struct.name} has no field ${show(name)}${meant?.why ?? ''}`,
    fix: meant?.fix ?? withoutAdvice(struct),
  };
}

/** What to do about a field that its struct does not have; undefined if nothing comes near. */
function advice(stray: Stray, model: ApiModel): { readonly why: string; readonly fix: string } | undefined {
  const { name, value, levels } = stray;
  const { struct } = levels.at(-1)!;
  const names = struct.names();
  const misspelled = (word: string | undefined) => word && { why: `; did you mean '${word}'?`, fix: `write '${word}'` };
  const wrapped = wrappedFields(stray, model);
  if (wrapped.length > 0) { return { why: `; what is in it belongs to the ${struct.name} itself`, fix: `move what is in it one level up: ${wrapped.join(', ')}` }; }
  const slip = misspelled(longerName(stray, model) ?? closest(name, names.filter(field => fits(struct.field(field)!.type, value, model))));
  if (slip) { return slip; }
  const home = homeOf(stray, model);
  return home ? { why: `; it belongs at ${home}`, fix: `move it to ${home}` } : misspelled(closest(name, names)) || undefined;
}

/** Where a field that is removed would open what was to be closed, or lose what was to be kept. */
const NEVER_LESS = /Selector|NetworkPolicy|SecurityContext|Capabilities|Volume|Claim|StorageClass|Rule|Role/;

function withoutAdvice(struct: StructType): string {
  const known = `${struct.name} has ${struct.names().join(', ')}`;
  return NEVER_LESS.test(struct.name) ? `say with other fields what it is to do; ${known}` : `remove it; ${known}`;
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

export function brokenFormat(format: Format, value: unknown): Unplaced {
  const { family, mustBe } = format;
  const near = typeof value === 'string' && /[a-z0-9]/i.test(value) ? format.nearest?.(value) : undefined;
  const isMeant = near !== undefined && near !== value && format.fits(near);
  return {
    check: CHECKS[family],
    message: `${value === '' ? 'it is empty' : show(value)}, but it must be ${mustBe}`,
    fix: !isMeant ? `write ${mustBe}` : family === 'word' ? `write '${near}'` : `write '${near}', for example`,
  };
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

/** A selector of plain labels that is written like one with conditions. */
export function noMatchLabels(): Unplaced {
  return {
    check: schemaType,
    message: "this selector is a mapping of labels, and has no 'matchLabels'",
    fix: "write the labels that stand in 'matchLabels' into the selector itself",
  };
}

/** @param written how the value stands in the text, if that is known */
export function wrongType(type: FieldType, value: unknown, written?: string): Unplaced {
  return { check: schemaType, message: `${valueInWords(value, written)}, but ${WANTED[type.holds]} is wanted`, fix: rightType(type, value, written) };
}

/** A single value where a mapping is wanted: often the value of one of its fields. */
export function noStruct(type: FieldType, value: unknown, model: ApiModel, written?: string): Unplaced {
  const meant = typeof value === 'object' ? undefined : meantMapping(model.type(type.struct!)!, value, model);
  const problem = wrongType(type, value, written);
  return meant === undefined ? problem : { ...problem, fix: `write {${meant}}` };
}

/** `strategy: Recreate`, `env: [A=b]`, `ports: [80]`, `imagePullSecrets: [login]`. */
function meantMapping(struct: StructType, value: unknown, model: ApiModel): string | undefined {
  const fields = struct.names().map(name => struct.field(name)!);
  const words = fields.filter(({ type }) => type.holds === 'enum' && fits(type, value, model));
  if (words.length === 1) { return `${words[0].name}: ${value}`; }
  const [, name, text] = (struct.field('value') && /^([\w.-]+)=(.*)$/.exec(String(value))) ?? [];
  if (name !== undefined) { return `name: ${name}, value: "${text}"`; }
  const [needed, ...more] = struct.required.length > 0 ? struct.required : ['name'];
  const only = more.length === 0 ? struct.field(needed) : undefined;
  return only && fits(only.type, value, model) ? `${only.name}: ${value}` : undefined;
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
  const quantity = holds === 'quantity' ? meantQuantity(value) : undefined;
  if (quantity !== undefined) { return `write ${quantity}`; }
  return `write ${WANTED[holds]}`;
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) { return 'a list'; }
  return typeof value === 'object' ? 'a mapping' : typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'true or false' : 'a number';
}
