import { CelEnvironment, compileParsed } from './compile';
import { Expression, readExpression } from './expression';
import { CelError } from './token';
import { CelType } from './type';

/** What the API server makes a text of, and then cannot say how long that may be. Of bytes it can. */
const TO_TEXT: ReadonlySet<CelType> = new Set(['int', 'uint', 'double', 'bool', 'string', 'timestamp', 'duration']);

/** Functions whose cost grows with a text: with what they are called on, or with their argument. */
const GROWS_WITH: Readonly<Record<string, readonly ('of' | 'given')[]>> = {
  contains: ['of', 'given'],
  matches: ['of', 'given'],
  startsWith: ['given'],
  endsWith: ['given'],
  lowerAscii: ['of'],
  upperAscii: ['of'],
  trim: ['of'],
  substring: ['of'],
  replace: ['of'],
  split: ['of'],
  indexOf: ['of'],
  lastIndexOf: ['of'],
  find: ['of'],
  findAll: ['of'],
};

/** The same without something that they are called on. */
const READING: ReadonlySet<string> = new Set(['isQuantity', 'quantity', 'isURL', 'url', 'isIP', 'ip', 'isCIDR', 'cidr', 'matches']);

/**
 * Where an expression works on a text whose length the API server takes for boundless, as in `'at most ' + string(self.size)`:
 * it then takes the cost for boundless, too, and refuses the expression. Undefined if there is no such place; others may cost too much all the same.
 */
export function boundlessText(text: string, environment: CelEnvironment): number | undefined {
  try {
    return placeIn(readExpression(text), environment);
  } catch (error) {
    // Said elsewhere.
    if (error instanceof CelError) { return undefined; }
    throw error;
  }
}

function placeIn(expression: Expression, environment: CelEnvironment): number | undefined {
  if (grownIn(expression).some(part => isBoundless(part, environment))) { return expression.at; }
  return partsOf(expression).map(part => placeIn(part, environment)).find(at => at !== undefined);
}

function grownIn(expression: Expression): readonly Expression[] {
  if (expression.is === 'operator') { return expression.name === '+' ? expression.given : []; }
  if (expression.is !== 'call') { return []; }
  if (!expression.of) { return READING.has(expression.name) ? expression.given : []; }
  if (!Object.hasOwn(GROWS_WITH, expression.name)) { return []; }
  const { of, given } = expression;
  return GROWS_WITH[expression.name].flatMap(part => part === 'of' ? [of] : given.slice(0, 1));
}

function isBoundless(expression: Expression, environment: CelEnvironment): boolean {
  if (expression.is === 'operator' && expression.name === '?:') { return expression.given.slice(1).some(part => isBoundless(part, environment)); }
  if (expression.is !== 'call' || expression.of || expression.name !== 'string' || expression.given.length !== 1) { return false; }
  try {
    return TO_TEXT.has(compileParsed(expression.given[0], environment));
  } catch (error) {
    // What a macro gives a name to has a type that is not known here.
    if (error instanceof CelError) { return false; }
    throw error;
  }
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.is) {
    case 'field': return [expression.of];
    case 'index': return [expression.of, expression.index];
    case 'call': return [...expression.of ? [expression.of] : [], ...expression.given];
    case 'operator': return expression.given;
    case 'list': return expression.items;
    case 'map': return [...expression.keys, ...expression.values];
    case 'object': return expression.values;
    default: return [];
  }
}
