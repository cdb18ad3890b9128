import { Schema } from './schema';
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

/** Half a millionth is what numbers such as 0.3 are off by. */
function isMultiple(figure: number, limit: number): boolean {
  const times = figure / limit;
  return Math.abs(times - Math.round(times)) < 5e-7;
}

/** What the limits of a schema want of a value that breaks them, such as `be 1 or more`. */
export function* brokenLimits(value: unknown, schema: Schema): Iterable<string> {
  for (const { keyword, measure, holds, words } of LIMITS) {
    const limit = schema[keyword];
    const figure = typeof limit === 'number' ? measure(value) : undefined;
    if (figure !== undefined && !holds(figure, limit, schema)) { yield words(limit, schema); }
  }
}
