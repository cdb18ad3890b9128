import { inspect } from 'node:util';
import { hasMethod, isPlain, isTooLong, unwritable } from './plain-value';
import { REQUEST_SIZE } from '../kubernetes/api-server/request-size';
import { Format, fitsAlways } from '../kubernetes/formats/format';
import { wholeNumber } from '../kubernetes/formats/number';
import { isRecord } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';
import { closest, didYouMean } from '../reports/did-you-mean';

/** What a prop may hold. */
export interface Field {
  /** A value that fits, as one writes it. */
  readonly example: string;

  /** True if there is no default. */
  readonly isRequired?: boolean;

  /** The fields of an object, or of each object in a list. */
  readonly fields?: FieldsByName;

  /** Adds what is wrong with a value that stands at a place, such as `volumes[0].size`. */
  readonly check: (value: unknown, place: string, problems: Problems) => void;
}

/** What is wrong with props. */
export interface Problems {
  /** Values of a wrong type and names that are no props: nobody can go on with those. */
  readonly wrong: string[];
  /** Values of the right type that do not fit their format. */
  readonly misfits: string[];
}

/** For a name that is no prop: what to do instead, after a semicolon. */
export interface WordsForProps { readonly [name: string]: string }

interface FieldsByName { readonly [name: string]: Field }

/** Props of this type. The compiler sees to it that every prop has a field. */
export interface Struct<T> extends Field {
  readonly fields: FieldsByName;
  /** Never set: it ties the fields to the type. */
  readonly type?: T;
}

/** Props as far as they can be used, and why the rest cannot. */
export interface ReadProps<T> extends Problems {
  /** The props, without those of a wrong type. */
  readonly usable: T;
}

/**
 * Looks at the types of props. TypeScript has done that for those who use it;
 * JavaScript, `any` and values from a file get past it, and would be a
 * TypeError somewhere below, or be ignored.
 */
export function readProps<T>(fields: Struct<T>, props: T): ReadProps<T> {
  const problems = noProblems();
  fields.check(props, '', problems);
  return { usable: problems.wrong.length === 0 && isPlain(props as object) ? props : usablePart(fields, props), ...problems };
}

function usablePart<T>({ fields }: Struct<T>, props: T): T {
  if (!isRecord(props)) { return {} as T; }
  return Object.fromEntries(Object.entries(props).filter(([name, value]) => {
    if (!Object.hasOwn(fields, name)) { return false; }
    const problems = noProblems();
    fields[name].check(value, name, problems);
    return problems.wrong.length === 0;
  })) as T;
}

/** Where nothing is wrong yet. */
export function noProblems(): Problems {
  return { wrong: [], misfits: [] };
}

/** All that is wrong, where all problems can be reported at once. */
export function everyProblem({ wrong, misfits }: Problems): string[] {
  return [...wrong, ...misfits];
}

/** The same without a default. */
export function required(field: Field): Field {
  return { ...field, isRequired: true };
}

/** A value of one kind. `instead` turns a wrong one into what was probably meant. */
export function valueOf(
  what: string, example: string, fits: (value: any) => boolean, instead: (value: any) => string | undefined = () => undefined,
): Field {
  return {
    example,
    check: (value, place, problems) => {
      if (typeof value === 'string' && isTooLong(value)) {
        problems.wrong.push(`'${place}' must be ${what}, and an object can have ${REQUEST_SIZE} characters at most, got ${value.length}; write '${assignment(place, example)}'`);
        return;
      }
      if (fits(value)) { return; }
      problems.wrong.push(`'${place}' must be ${what}, got ${shown(value)}; write '${assignment(place, proposalFor(value, instead) ?? example)}'${value === undefined ? ' or leave it out' : ''}`);
    },
  };
}

/** Longer ones are no help. */
const LONGEST_PROPOSAL = 300;

/** What was probably meant; nothing if the value cannot be made a text of. */
function proposalFor(value: unknown, instead: (value: any) => string | undefined): string | undefined {
  try {
    const proposal = instead(value);
    return proposal !== undefined && proposal.length <= LONGEST_PROPOSAL ? proposal : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The same, and the value fits a format. `because` says why, if that is not plain; `read` makes text or a number of an
 * object, which would not be looked at otherwise.
 */
export function fitting(field: Field, format: Format, because?: string, read: (value: any) => unknown = value => value): Field {
  return {
    ...field,
    check: (value, place, problems) => {
      const before = problems.wrong.length;
      field.check(value, place, problems);
      if (problems.wrong.length > before) { return; }
      const plain = read(value);
      if (typeof plain !== 'object' && !fitsAlways(format, plain)) { problems.misfits.push(...misfit(place, plain, format, field.example, because)); }
    },
  };
}

/** Why a value does not fit a format in every version of Kubernetes; an empty list means that it does. */
export function misfit<T>(place: string, value: T, format: Format<T>, example: string, because?: string): string[] {
  if (fitsAlways(format, value)) { return []; }
  const nearest = typeof value === 'string' && /[a-z0-9]/i.test(value) ? format.nearest?.(value) : undefined;
  const proposal = nearest !== undefined && fitsAlways(format, nearest) ? `"${nearest}"` : example;
  return [`'${place}' must be ${format.mustBe}${because ? `, ${because}` : ''}, got ${shown(value)}; write '${assignment(place, proposal)}'`];
}

/** A text. */
export function text(example: string, instead: (value: any) => string | undefined = quoted): Field {
  return valueOf('text', `"${example}"`, value => typeof value === 'string', instead);
}

/** A text that cdk8s may work out at synthesis. */
export function lazyText(example: string): Field {
  return valueOf('text', `"${example}"`, value => typeof value === 'string' || hasMethod(value, 'produce') || hasMethod(value, 'resolve'), quoted);
}

/** A number. */
export function number(example: number): Field {
  return valueOf('a number', String(example), value => typeof value === 'number', value => isNumeral(value) ? value.trim() : undefined);
}

/** A whole number from `min`. */
export function count(min: number, example: number, because?: string): Field {
  return fitting(number(example), wholeNumber(min), because);
}

/** True or false. */
export function flag(): Field {
  return valueOf('true or false', 'true', value => typeof value === 'boolean', value => value === 'true' || value === 'false' ? value : undefined);
}

/** One of some words. */
export function choice(...words: string[]): Field {
  return valueOf(`one of ${words.map(word => `'${word}'`).join(', ')}`, `"${words[0]}"`, value => words.includes(value),
    value => typeof value === 'string' ? quoted(closest(value, words)) : undefined);
}

/** An object that has a method, by which it is known: its class may come from another copy of its package. */
export function instance(what: string, method: string, example: string, instead?: (value: any) => string | undefined): Field {
  return valueOf(what, example, value => hasMethod(value, method), instead);
}

/** Something in the words of cdk8s-plus, which looks at it itself; it can be written as YAML. */
export function anyObject(example: string): Field {
  const object = valueOf('an object', example, isRecord);
  return {
    ...object,
    check: (value, place, problems) => {
      const before = problems.wrong.length;
      object.check(value, place, problems);
      const found = problems.wrong.length > before ? undefined : unwritable(value, place);
      if (found) { problems.wrong.push(`'${found.place}' must be what YAML can hold, got ${shown(found.value)}; write '${assignment(place, example)}', for example`); }
    },
  };
}

/** A list. */
export function listOf(item: Field): Field {
  return {
    example: `[${item.example}]`,
    fields: item.fields,
    check: (value, place, problems) => {
      if (!Array.isArray(value)) {
        problems.wrong.push(`'${place}' must be a list, got ${shown(value)}; write '${assignment(place, `[${wordsFor(item, value) ?? item.example}]`)}'`);
        return;
      }
      for (let index = 0; index < value.length; index++) { item.check(value[index], `${place}[${index}]`, problems); }
    },
  };
}

/** The items of a text that should have been a list; undefined if it has signs by which a shell would divide it in another way. */
function wordsFor(item: Field, value: unknown): string | undefined {
  if (typeof value !== 'string' || isTooLong(value) || /["'`$&|;<>()\\]/.test(value)) { return undefined; }
  const words = value.split(/\s+/).filter(Boolean);
  const problems = noProblems();
  for (const word of words) { item.check(word, '', problems); }
  return words.length > 0 && problems.wrong.length === 0 ? words.map(word => `"${word}"`).join(', ') : undefined;
}

/** A value for each of some names, which may have a format too. */
export function mapOf(item: Field, name: string, names?: Format<string>): Field {
  const example = `{ ${name}: ${item.example} }`;
  // The same few names come again and again.
  const isName = oncePerKey((key: string) => !isTooLong(key) && (names === undefined || fitsAlways(names, key)));
  return {
    example,
    check: (value, place, problems) => {
      if (!isRecord(value) || !isPlain(value)) {
        problems.wrong.push(`'${place}' must be a mapping, got ${shown(value)}; write '${assignment(place, example)}'`);
        return;
      }
      for (const key of Object.keys(value)) {
        if (!isName(key)) { problems.misfits.push(`each name in '${place}' must be ${names?.mustBe ?? 'shorter than an object can be'}, got ${shown(key)}; write '${assignment(place, example)}'`); }
        if (isTooLong(key)) { continue; }
        item.check(value[key], /^\w+$/.test(key) ? `${place}.${key}` : `${place}["${key}"]`, problems);
      }
    },
  };
}

/** An object with these fields and no others. `words` tells what to do for names that people write and that are none of them. */
export function struct<T>(fields: { readonly [name in keyof T]-?: Field }, example: string, words: WordsForProps = {}): Struct<T> {
  const byName: FieldsByName = fields;
  const requiredNames = Object.keys(byName).filter(name => byName[name].isRequired);
  return {
    example,
    fields: byName,
    check: (value, place, problems) => {
      if (!isRecord(value)) {
        problems.wrong.push(place === ''
          ? `props must be an object, got ${shown(value)}; write '${example}'`
          : `'${place}' must be an object, got ${shown(value)}; write '${assignment(place, example)}'`);
        return;
      }
      const prefix = place && `${place}.`;
      for (const name of Object.keys(value)) {
        if (value[name] === undefined) { continue; }
        if (Object.hasOwn(byName, name)) {
          byName[name].check(value[name], prefix + name, problems);
        } else {
          problems.wrong.push(Object.hasOwn(words, name) ? `${subjectOf(place)} '${name}'; ${words[name]}` : unknown(name, place, byName, example));
        }
      }
      for (const name of requiredNames) {
        if (value[name] === undefined) { problems.wrong.push(`'${prefix}${name}' is missing; write '${name}: ${byName[name].example}'`); }
      }
    },
  };
}

function subjectOf(place: string): string {
  return place === '' ? 'there is no prop' : `'${place}' has no`;
}

function unknown(name: string, place: string, fields: FieldsByName, example: string): string {
  const subject = subjectOf(place);
  const elsewhere = Object.keys(fields).find(other => fields[other].fields && Object.hasOwn(fields[other].fields, name));
  if (elsewhere) { return `${subject} '${name}'; write '${elsewhere}: ${fields[elsewhere].example}' with '${name}' in it`; }
  const meant = didYouMean(name, Object.keys(fields));
  if (meant) { return `${subject} '${name}'${meant}`; }
  return place === '' ? `${subject} '${name}'; remove it` : `${subject} '${name}'; write '${assignment(place, example)}'`;
}

/** `size: Size.gibibytes(10)` for `volumes[0].size`; items of a list have no name. */
export function assignment(place: string, value: string): string {
  return place.endsWith(']') ? value : `${place.slice(place.lastIndexOf('.') + 1)}: ${value}`;
}

/** A value in an error: texts in quotes, so that '3' is not taken for 3. */
function shown(value: unknown): string {
  if (isRecord(value) && typeof value.constructor === 'function' && value.constructor !== Object) { return `${value.constructor.name} {…}`; }
  const words = inspect(value, { depth: 1, breakLength: Infinity, maxArrayLength: 3, maxStringLength: 60 });
  return words.length > 80 ? `${words.slice(0, 77)}...` : words;
}

function quoted(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? `"${value}"` : undefined;
}

function isNumeral(value: unknown): value is string {
  return typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value);
}

