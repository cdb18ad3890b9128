import { isDeepStrictEqual } from 'node:util';
import type * as Library from '@marcbachmann/cel-js' with { 'resolution-mode': 'import' };
import { BadValue } from './bad-value';
import { ADDRESS_FUNCTIONS, Cidr, Ip, Url } from './cel-addresses';
import { QUANTITY_FUNCTIONS, Quantity } from './cel-quantities';

// An ES module, which older versions of Node 20 cannot require: scripts/bundle.ts makes it a part of this file.
// eslint-disable-next-line @typescript-eslint/no-require-imports, import/no-extraneous-dependencies
const { Environment, EvaluationError, Optional } = require('@marcbachmann/cel-js') as typeof Library;

/** What became of a rule. */
export type Verdict =
  | { readonly holds: boolean }
  /** It broke off, such as on a key that is not there; the server takes that for a broken rule. */
  | { readonly error: string }
  /** It has something that we do not know. */
  | { readonly unknown: string };

/** What a rule may be about. */
export interface Variables {
  readonly self: unknown;
  readonly oldSelf?: unknown;
}

type Program = (variables: object) => unknown;

/** Errors of values, which the server has as well; all others may be our own. */
const OF_VALUES: ReadonlySet<string> = new Set([
  'no_such_key', 'index_out_of_bounds', 'index_out_of_range', 'division_by_zero', 'modulo_by_zero', 'integer_overflow', 'numeric_overflow',
  'int_conversion_error', 'uint_conversion_error', 'double_conversion_error', 'bool_conversion_error', 'invalid_duration', 'optional_value_missing',
]);
/** The library does not read the duration 0 without a unit, which the server does. */
const ZERO = /duration string: [-+]?0$/;

const programs = new Map<string, Program | Error>();

/** Evaluates a rule in CEL. */
export function evaluate(rule: string, variables: Variables): Verdict {
  const program = programOf(rule);
  if (program instanceof Error) { return { unknown: firstLine(program) }; }
  try {
    const result = program(variables);
    return typeof result === 'boolean' ? { holds: result } : { unknown: 'it gives no true or false' };
  } catch (error) {
    const reason = firstLine(error as Error);
    return isOfValues(error, reason) ? { error: reason } : { unknown: reason };
  }
}

function isOfValues(error: unknown, reason: string): boolean {
  return error instanceof BadValue || error instanceof EvaluationError && OF_VALUES.has(error.code ?? '') && !ZERO.test(reason);
}

/** The text that an expression gives, if it gives one. */
export function evaluateText(expression: string, variables: Variables): string | undefined {
  const program = programOf(expression);
  if (program instanceof Error) { return undefined; }
  try {
    const text = program(variables);
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A value that may be missing, as rules see it. */
export function optional(value: unknown): unknown {
  return value === undefined ? Optional.none() : Optional.of(value);
}

function programOf(rule: string): Program | Error {
  const known = programs.get(rule);
  if (known) { return known; }
  let made: Program | Error;
  try {
    made = ENVIRONMENT.parse(rule) as Program;
  } catch (error) {
    made = error as Error;
  }
  programs.set(rule, made);
  return made;
}

const firstLine = ({ message }: Error) => message.split('\n')[0];

const sorted = (list: any[]) => list.every((item, index) => index === 0 || list[index - 1] <= item);
const least = (list: any[]) => list.reduce((a, b) => b < a ? b : a);
const greatest = (list: any[]) => list.reduce((a, b) => b > a ? b : a);
const isIn = (list: any[], item: unknown) => list.some(other => isDeepStrictEqual(other, item));
const total = (list: any[]) => list.length === 0 ? 0n : list.reduce((a, b) => a + b);

/**
 * What Kubernetes adds to CEL, as far as definitions use it.
 *
 * @see https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-cel-libraries
 */
const FUNCTIONS: Readonly<Record<string, (...values: any[]) => unknown>> = {
  'list.isSorted(): bool': sorted,
  'list.sum(): dyn': total,
  'list.min(): dyn': least,
  'list.max(): dyn': greatest,
  'list.indexOf(dyn): int': (list: any[], item) => BigInt(list.indexOf(item)),
  'list.lastIndexOf(dyn): int': (list: any[], item) => BigInt(list.lastIndexOf(item)),
  'string.find(string): string': (text: string, pattern: string) => new RegExp(pattern, 'u').exec(text)?.[0] ?? '',
  'string.replace(string, string): string': (text: string, from: string, to: string) => text.replaceAll(from, to),
  'string.charAt(int): string': (text: string, index: bigint) => text.charAt(Number(index)),
  'matches(string, string): bool': (text: string, pattern: string) => new RegExp(pattern, 'u').test(text),
  ...QUANTITY_FUNCTIONS,
  ...ADDRESS_FUNCTIONS,
  'Sets.contains(list, list): bool': (_, list: any[], part: any[]) => part.every(item => isIn(list, item)),
  'Sets.intersects(list, list): bool': (_, list: any[], part: any[]) => part.some(item => isIn(list, item)),
  'Sets.equivalent(list, list): bool': (_, one: any[], other: any[]) => one.every(item => isIn(other, item)) && other.every(item => isIn(one, item)),
};

/** What stands before the dot of `sets.contains`. */
class Sets {}

const TYPES = { Quantity, Ip, Cidr, Url, Sets };

const EMPTY = Object.entries(TYPES).reduce(
  (environment, [name, type]) => environment.registerType(name, type),
  new Environment({ unlistedVariablesAreDyn: true, homogeneousAggregateLiterals: false, enableOptionalTypes: true }),
).registerConstant('sets', 'Sets', new Sets()).registerOperator('Quantity == Quantity', (one: Quantity, other: Quantity) => one.billionths === other.billionths);

const ENVIRONMENT = Object.entries(FUNCTIONS).reduce(
  (environment, [signature, run]) => environment.registerFunction(signature, run),
  EMPTY,
);
