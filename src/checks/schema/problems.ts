import { fits } from './fits';
import { todaysFields } from './former-field';
import { homesOf } from './home-search';
import { meantStruct } from './meant-struct';
import { meantValue } from './meant-value';
import { Stray, longerName, wrappedFields } from './misplaced-field';
import { FieldType } from '../../kubernetes/api/field-type';
import { lifetimeOfField } from '../../kubernetes/api/lifetime';
import { ApiModel } from '../../kubernetes/api/model';
import { StructType } from '../../kubernetes/api/struct-type';
import { Format } from '../../kubernetes/formats/format';
import { isRecord } from '../../kubernetes/manifest';
import { fillIn } from '../../kubernetes/placeholder';
import { closest } from '../../reports/did-you-mean';
import { fieldsInFlow } from '../../reports/flow';
import { onVersion } from '../../reports/on-versions';
import { RuleInfo } from '../../reports/rule';
import { isSecret, withoutCredentials } from '../../reports/secret';
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
  if (today) {
    const message = `${struct.name} has no field ${show(name)}${today.why}`;
    return { check: schemaUnknownField, message, fix: today.fix, meant: fieldsMeant(stray, undefined, today.fix) };
  }
  const elsewhen = inOtherVersion(name, struct, model);
  const meant = advice(stray, model);
  if (elsewhen) { return meant?.fix.startsWith('move') ? { ...elsewhen, fix: elsewhen.fix.replace('remove it', meant.fix) } : elsewhen; }
  return {
    check: schemaUnknownField,
    message: `${struct.name} has no field ${show(name)}${meant?.why ?? ''}`,
    fix: meant?.fix ?? withoutAdvice(struct),
    meant: fieldsMeant(stray, meant?.field, meant?.fix),
  };
}

/** Of the fields that the advice writes, those that are not there; none if nothing is written in them. */
function fieldsMeant({ value, levels }: Stray, name: string | undefined, fix = ''): string[] | undefined {
  const { struct, value: own } = levels.at(-1)!;
  if (isEmpty(value)) { return undefined; }
  const names = name === undefined ? struct.required.filter(field => fix.includes(`${field}: `)) : [name];
  const absent = names.filter(field => own[field] === undefined);
  return absent.length > 0 ? absent : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || typeof value === 'object' && Object.keys(value).length === 0;
}

interface Advice {
  readonly why: string;
  readonly fix: string;
  /** The name that was meant, where the field needs no other change. */
  readonly field?: string;
}

/** What to do about a field that its struct does not have; undefined if nothing comes near. */
function advice(stray: Stray, model: ApiModel): Advice | undefined {
  const { name, value, levels } = stray;
  const { struct } = levels.at(-1)!;
  const names = struct.names();
  const misspelled = (word: string | undefined) => word && { why: `; did you mean '${word}'?`, fix: `write ${fieldInWords(word, stray, model)}`, field: word };
  const whole = meantStruct(stray, model);
  if (whole !== undefined) { return { why: '', fix: `write ${whole}` }; }
  const wrapped = wrappedFields(stray, model);
  if (wrapped.length > 0) { return { why: `; what is in it belongs to the ${struct.name} itself`, fix: `move what is in it one level up: ${wrapped.join(', ')}` }; }
  const fitting = names.filter(field => levels.at(-1)!.value[field] === undefined && fits(struct.field(field)!.type, value, model));
  const slip = misspelled(sameLetters(name, fitting));
  if (slip) { return slip; }
  const homes = homesOf(stray, model);
  if (homes.length > 0) { return { why: `; it belongs at ${homes.join(' or ')}`, fix: `move it to ${homes.join(' or ')}` }; }
  return misspelled(closest(name, fitting) ?? longerName(stray, model) ?? closest(name, names)) || undefined;
}

/** The name that was meant, with the value that was meant if it does not fit there: `accessModes: [ReadWriteOnce]`. */
function fieldInWords(name: string, { value, levels }: Stray, model: ApiModel): string {
  const { type } = levels.at(-1)!.struct.field(name)!;
  const isOpen = !fits(type, value, model) && !isSecret({ kind: String(levels[0].value.kind) }, '');
  const meant = isOpen ? meantValue(type, name, value, model) : undefined;
  const isOneForMany = type.holds === 'list' && isRecord(value);
  return meant === undefined ? `'${name}'${isOneForMany ? ', and the mapping below it as an item of a list, after `- `' : ''}` : `${name}: ${meant}`;
}

/** The field of the same letters, such as `imagePullSecrets` for `image_pull_secrets`. */
function sameLetters(name: string, fields: readonly string[]): string | undefined {
  const letters = (word: string) => word.toLowerCase().replace(/[-_]/g, '');
  return fields.find(field => letters(field) === letters(name));
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
  const word = words.find(one => abbreviations(one).includes(value.toUpperCase())) ?? closest(value, words);
  return {
    check: schemaEnum,
    message: `${show(value)} is not one of ${words.join(', ')}`,
    fix: word ? `write '${word}'` : `write one of ${words.join(', ')}`,
  };
}

/** `RWO`, as kubectl prints ReadWriteOnce; the last word of `ROX` and `RWX` is Many. */
function abbreviations(word: string): string[] {
  const capitals = word.replace(/[^A-Z]/g, '');
  return word.endsWith('Many') ? [capitals, `${capitals.slice(0, -1)}X`] : [capitals];
}

export function brokenFormat(format: Format, value: unknown): Unplaced {
  const { family, mustBe } = format;
  const near = typeof value === 'string' && /[a-z0-9]/i.test(value) ? format.nearest?.(value) : undefined;
  const isMeant = near !== undefined && near !== value && format.fits(near);
  const isNumber = typeof value === 'string' && /^\d+$/.test(value) && format.fits(Number(value));
  return {
    check: CHECKS[family],
    message: `${value === '' ? 'it is empty' : show(value)}, but it must be ${mustBe}`,
    // Of bytes nothing is told: they may be secret.
    fix: (family === 'base64' ? undefined : fillIn(value)) ?? (isNumber ? `write it without quotes: ${value}` : !isMeant ? `write ${mustBe}` : family === 'word' ? `write '${near}'` : `write '${near}', for example`),
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

/** A value in its place. */
export interface Misfit {
  readonly type: FieldType;
  /** The name of the field, or the index of the item. */
  readonly field: string;
  readonly value: unknown;
  /** How the value stands in the text, if that is known. */
  readonly written?: string;
  /** Nothing of it may be printed. */
  readonly secret: boolean;
}

export function wrongType(misfit: Misfit, model: ApiModel): Unplaced {
  const { type, value, written } = misfit;
  return { check: schemaType, message: `${valueInWords(value, written)}, but ${WANTED[type.holds]} is wanted`, fix: rightType(misfit, model) };
}

/** A single value where a mapping is wanted: often the value of one of its fields. */
export function noStruct(misfit: Misfit, model: ApiModel): Unplaced {
  const { type, value } = misfit;
  const struct = model.type(type.struct!)!;
  const problem = wrongType(misfit, model);
  if (Array.isArray(value)) {
    const [list, ...more] = struct.names().filter(name => struct.field(name)!.type.holds === 'list' && fits(struct.field(name)!.type, value, model));
    return list === undefined || more.length > 0 || misfit.secret ? problem : { ...problem, fix: `write {${fieldsInFlow({ [list]: withoutCredentials(value) })}}` };
  }
  if (typeof value === 'object') { return problem; }
  const [, field, text] = /^([A-Za-z]+):(\S.*)$/.exec(String(value)) ?? [];
  if (field !== undefined && struct.field(field)) { return { ...problem, fix: `write ${field}: ${text}, with a blank after the colon` }; }
  const path = meantPath(struct, value);
  const meant = path ?? meantMapping(struct, value, model);
  return meant === undefined ? problem : { ...problem, fix: `write {${meant}}${path?.endsWith(UNTOLD) ? ', with the number of the port' : ''}` };
}

/** Stands for a port that nobody wrote. */
const UNTOLD = 'PORT';

/** `httpGet: /healthz`, `httpGet: http://localhost:8080/healthz`. */
function meantPath(struct: StructType, value: unknown): string | undefined {
  const [, port = UNTOLD, path] = (struct.name === 'HTTPGetAction' && /^(?:https?:\/\/[^/:]*)?(?::(\d+))?(\/\S*)$/.exec(String(value))) || [];
  return path === undefined ? undefined : `path: ${path}, port: ${port}`;
}

/** `strategy: Recreate`, `env: [A=b]`, `ports: [80]`, `imagePullSecrets: [login]`. */
function meantMapping(struct: StructType, value: unknown, model: ApiModel): string | undefined {
  const fields = struct.names().map(name => struct.field(name)!);
  const [, ofHost, ofContainer] = /^(?:[\d.]+:)?(\d+):(\d+)$/.exec(String(value)) ?? [];
  if (ofHost !== undefined && struct.field('containerPort')) { return `containerPort: ${ofContainer}`; }
  if (ofHost !== undefined && struct.field('targetPort')) { return `port: ${ofHost}, targetPort: ${ofContainer}`; }
  const words = fields.filter(({ type }) => type.holds === 'enum' && fits(type, value, model));
  if (words.length === 1) { return `${words[0].name}: ${value}`; }
  const [, name, text] = (struct.field('value') && /^([\w.-]+)=(.*)$/.exec(String(value))) ?? [];
  if (name !== undefined) { return `name: ${name}, value: "${text}"`; }
  const [needed, ...more] = struct.required.length > 0 ? struct.required : ['name'];
  const only = more.length === 0 ? struct.field(needed) ?? struct.field('port') : undefined;
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

function rightType({ type, field, value, written, secret }: Misfit, model: ApiModel): string {
  const { holds, values = [] } = type;
  if (holds === 'string' && typeof value !== 'object') { return inQuotes(value, written); }
  if (typeof value === 'string' && isUnquoted(holds, value)) { return `write it without quotes: ${value}`; }
  const unfilled = secret ? undefined : fillIn(value);
  if (unfilled !== undefined) { return unfilled; }
  const meant = secret ? undefined : meantValue(type, field, value, model);
  if (meant !== undefined) { return `write ${meant}`; }
  if (holds === 'enum') { return `write one of ${values.join(', ')}`; }
  return holds === 'list' ? 'write a list: start each item with `- `' : `write ${WANTED[holds]}`;
}

function isUnquoted(holds: FieldType['holds'], value: string): boolean {
  return holds.startsWith('int') ? /^-?\d+$/.test(value) : holds === 'boolean' && /^(true|false)$/.test(value);
}

function nameOf(value: unknown): string {
  if (Array.isArray(value)) { return 'a list'; }
  return typeof value === 'object' ? 'a mapping' : typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'a boolean' : 'a number';
}
