import { Schema } from './schema';
import { Validity } from '../../kubernetes/api/lifetime';
import { isRecord } from '../../kubernetes/manifest';

/** A limit of JSON schema: what kind of value it holds for, what it counts, and what it wants of the figure. */
interface Limit {
  readonly keyword: string;
  readonly measure: (value: unknown) => number | undefined;
  readonly holds: (figure: number, limit: number, schema: Schema) => boolean;
  /** What must be, such as `at least`. */
  readonly words: (limit: number, schema: Schema) => string;
}

const ofNumber = (value: unknown) => typeof value === 'number' ? value : undefined;
const ofText = (value: unknown) => typeof value === 'string' ? [...value].length : undefined;
const ofList = (value: unknown) => Array.isArray(value) ? value.length : undefined;
const ofMapping = (value: unknown) => isRecord(value) ? Object.keys(value).length : undefined;

const atLeast = (keyword: string, measure: Limit['measure'], unit: string): Limit =>
  ({ keyword, measure, holds: (figure, limit) => figure >= limit, words: limit => `have at least ${limit} ${unit}` });
const atMost = (keyword: string, measure: Limit['measure'], unit: string): Limit =>
  ({ keyword, measure, holds: (figure, limit) => figure <= limit, words: limit => `have at most ${limit} ${unit}` });

const LIMITS: readonly Limit[] = [
  {
    keyword: 'minimum',
    measure: ofNumber,
    holds: (figure, limit, { exclusiveMinimum }) => figure > limit || figure === limit && exclusiveMinimum !== true,
    words: (limit, { exclusiveMinimum }) => exclusiveMinimum === true ? `be more than ${limit}` : `be ${limit} or more`,
  },
  {
    keyword: 'maximum',
    measure: ofNumber,
    holds: (figure, limit, { exclusiveMaximum }) => figure < limit || figure === limit && exclusiveMaximum !== true,
    words: (limit, { exclusiveMaximum }) => exclusiveMaximum === true ? `be less than ${limit}` : `be ${limit} or less`,
  },
  { keyword: 'multipleOf', measure: ofNumber, holds: isMultiple, words: limit => `be a multiple of ${limit}` },
  atLeast('minLength', ofText, 'characters'),
  atMost('maxLength', ofText, 'characters'),
  atLeast('minItems', ofList, 'items'),
  atMost('maxItems', ofList, 'items'),
  atLeast('minProperties', ofMapping, 'fields'),
  atMost('maxProperties', ofMapping, 'fields'),
];

/** Formats of numbers, and that an integer has 64 bits, count from here on. */
export const NUMBER_RANGES: Validity = { since: '1.36' };

const BOUNDS: ReadonlySet<string> = new Set(['minimum', 'maximum']);
const LARGEST_INTEGERS: Readonly<Record<string, number>> = { int32: 2 ** 31, int64: 2 ** 63 };
const LARGEST_FLOAT = 3.4028235677973366e38;

/** What the format of a number wants of a value that it does not hold. */
export function brokenRange(value: unknown, schema: Schema): string | undefined {
  const { type, format } = schema;
  if (typeof value !== 'number') { return undefined; }
  if (type === 'number') { return format === 'float' && Math.abs(value) >= LARGEST_FLOAT ? 'be a number that 32 bits can hold' : undefined; }
  if (type !== 'integer') { return undefined; }
  const largest = LARGEST_INTEGERS[format] ?? LARGEST_INTEGERS.int64;
  const fits = (number: unknown) => typeof number !== 'number' || Number.isInteger(number) && number >= -largest && number < largest;
  const bits = format === 'int32' ? 32 : 64;
  if (!fits(value)) { return `be an integer that ${bits} bits can hold`; }
  const bound = [...BOUNDS, 'multipleOf'].find(keyword => !fits(schema[keyword]));
  return bound && `have a ${bound} in its schema that is an integer of ${bits} bits`;
}

/** Half a millionth is what numbers such as 0.3 are off by. */
function isMultiple(figure: number, limit: number): boolean {
  const times = figure / limit;
  return limit > 0 && Math.abs(times - Math.round(times)) < 5e-7;
}

/** What the limits of a schema want of a value that breaks them, such as `be 1 or more`. */
export function* brokenLimits(value: unknown, schema: Schema, areRangesChecked = true): Iterable<string> {
  for (const { keyword, measure, holds, words } of LIMITS) {
    const given = schema[keyword];
    // Servers that check no ranges take the whole part of what an integer is compared with.
    const limit = !areRangesChecked && BOUNDS.has(keyword) && typeof given === 'number' && Number.isInteger(value) ? Math.trunc(given) : given;
    const figure = typeof limit === 'number' ? measure(value) : undefined;
    if (figure !== undefined && !holds(figure, limit, schema)) { yield words(limit, schema); }
  }
}
