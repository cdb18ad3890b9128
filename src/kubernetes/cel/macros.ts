import { Expression } from './expression';
import { CelError } from './token';
import { CelType } from './type';
import { Validity } from '../api/lifetime';

/** A macro that goes through a list or a map, and gives names to what it finds there. */
interface Comprehension {
  readonly variables: readonly string[];
  readonly inside: readonly { readonly expression: Expression; readonly wants?: CelType }[];
  /** Its type; `same` is what it goes through, `list` a list of what the last expression is. */
  readonly result: CelType | 'same' | 'list';
}

type Arguments = readonly Expression[];

const condition = (given: Arguments): Comprehension => {
  const last = given.length - 1;
  return { variables: names(given.slice(0, last)), inside: [{ expression: given[last], wants: 'bool' }], result: 'bool' };
};

/** The last expression makes something, after a condition if there is one more than variables need. */
const transformation = (variables: number, result: CelType | 'list') => (given: Arguments): Comprehension => ({
  variables: names(given.slice(0, variables)),
  inside: given.slice(variables).map((expression, index, all) => ({ expression, ...index < all.length - 1 ? { wants: 'bool' } : {} })),
  result,
});

/** Each takes the arguments that it was given. */
export const COMPREHENSIONS: Readonly<Record<string, (given: Arguments) => Comprehension>> = {
  all: condition,
  exists: condition,
  exists_one: condition,
  existsOne: condition,
  filter: given => ({ ...condition(given), result: 'same' }),
  map: transformation(1, 'list'),
  optMap: transformation(1, 'unknown'),
  optFlatMap: transformation(1, 'unknown'),
  sortBy: transformation(1, 'unknown'),
  transformList: transformation(2, 'list'),
  transformMap: transformation(2, 'unknown'),
  transformMapEntry: transformation(2, 'unknown'),
};

const ONE = { arguments: [2] };
const TWO_VARIABLES = { arguments: [3], since: '1.33' };
const MAKES = { arguments: [3, 4], since: '1.33' };

const SHAPES: Readonly<Record<string, readonly (Validity & { readonly arguments: readonly number[] })[]>> = {
  all: [ONE, TWO_VARIABLES],
  exists: [ONE, TWO_VARIABLES],
  exists_one: [ONE, TWO_VARIABLES],
  existsOne: [TWO_VARIABLES],
  filter: [ONE],
  map: [{ arguments: [2, 3] }],
  optMap: [{ arguments: [2], since: '1.29' }],
  optFlatMap: [{ arguments: [2], since: '1.29' }],
  sortBy: [{ arguments: [2], since: '1.35' }],
  transformList: [MAKES],
  transformMap: [MAKES],
  transformMapEntry: [MAKES],
};

/** Whether a call is one of these macros; with other arguments it is a function that there is not. */
export function isComprehension({ name, given }: Expression & { is: 'call' }, holds: (validity: Validity) => boolean): boolean {
  return Object.hasOwn(SHAPES, name) && SHAPES[name].some(shape => shape.arguments.includes(given.length) && holds(shape));
}

function names(given: Arguments): string[] {
  return given.map(expression => {
    if (expression.is !== 'name') { throw new CelError('a name for what is found must stand here', expression.at); }
    return expression.name;
  });
}
