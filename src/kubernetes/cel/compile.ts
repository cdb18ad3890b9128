import { checkConstants } from './constants';
import { Expression, nameOf, readExpression } from './expression';
import { RESERVED_WORDS } from './field-name';
import { checkFormat } from './format-clauses';
import { resultOf, waysOf } from './functions';
import { COMPREHENSIONS, isComprehension } from './macros';
import { CelError } from './token';
import { CelType, commonType, headOf, isOpen, itemOf, mayBeSame } from './type';
import { Validity } from '../api/lifetime';

/** What an expression may use. */
export interface CelEnvironment {
  readonly variables: Readonly<Record<string, CelType>>;
  /** The fields of types that variables have. */
  readonly objects: Readonly<Record<string, Readonly<Record<string, CelType>>>>;
  /** Types of which the expression may write values; all that begin with one of these names. */
  readonly made?: readonly string[];
  /** Whether `cel.bind` is there. */
  readonly binds?: boolean;
  holds(validity: Validity): boolean;
}

/** Longer ones are not read: what people write is far below. */
const LONGEST = 10_000;

/** The type of an expression; throws CelError where the server would refuse to compile it. */
export function compile(text: string, environment: CelEnvironment): CelType {
  return text.length > LONGEST ? 'unknown' : typeOf(readExpression(text), environment);
}

/** The same of an expression that was read. */
export function compileParsed(expression: Expression, environment: CelEnvironment): CelType {
  return typeOf(expression, environment);
}

const TYPE_NAMES: ReadonlySet<string> = new Set([
  'bool', 'int', 'uint', 'double', 'string', 'bytes', 'list', 'map', 'null_type', 'type', 'optional_type', 'net', 'kubernetes', 'google',
]);

function typeOf(expression: Expression, environment: CelEnvironment): CelType {
  switch (expression.is) {
    case 'literal': return typeOfLiteral(expression);
    case 'name': return typeOfName(expression.name, expression.at, environment);
    case 'field': return typeOfField(expression, environment);
    case 'index': return typeOfIndex(expression, environment);
    case 'call': return typeOfCall(expression, environment);
    case 'operator': return typeOfOperation(expression.name, expression.given.map(given => typeOf(given, environment)), expression.at, environment);
    case 'list': return `list<${typeOfItems(expression.items, environment)}>`;
    case 'map':
      typeOfItems(expression.keys, environment);
      return `map<${typeOfItems(expression.values, environment)}>`;
    case 'object': return typeOfObject(expression, environment);
  }
}

const LARGEST = 2n ** 63n;

function typeOfLiteral({ type, text, at }: Expression & { is: 'literal' }): CelType {
  // One more than the largest has a sign before it, or is refused for that alone.
  if (type === 'int' && BigInt(text) > LARGEST) { throw new CelError(`${text} is too large`, at); }
  if (type === 'uint' && BigInt(text.slice(0, -1)) > LARGEST * 2n - 1n) { throw new CelError(`${text} is too large`, at); }
  return type;
}

function typeOfName(name: string, at: number, { variables }: CelEnvironment): CelType {
  if (Object.hasOwn(variables, name)) { return variables[name]; }
  if (TYPE_NAMES.has(name)) { return name === 'net' || name === 'kubernetes' || name === 'google' ? 'unknown' : 'type'; }
  throw new CelError(`there is no ${name}`, at);
}

function typeOfField(expression: Expression & { is: 'field' }, environment: CelEnvironment): CelType {
  const { of, field, isOptional, at } = expression;
  const path = nameOf(expression);
  if (path !== undefined && Object.hasOwn(environment.variables, path)) { return environment.variables[path]; }
  const type = typeOf(of, environment);
  const fields = environment.objects[type];
  const spelled = fields && spellingOf(field, fields, environment);
  if (fields && spelled === undefined) { throw new CelError(`${nameOf(of) ?? type} has no field ${field}`, at); }
  if (isOptional) { return 'optional<unknown>'; }
  if (fields) { return fields[spelled!]; }
  if (headOf(type) === 'map') { return itemOf(type); }
  if (isOpen(type)) { return type; }
  if (headOf(type) === 'optional') { return 'optional<unknown>'; }
  throw new CelError(`${article(type)} has no fields`, at);
}

/** Fields that are called as a word of CEL may be written as they are called, besides `__namespace__`. */
const WORDS_AS_FIELDS: Validity = { since: '1.32' };

/** How the type calls a field that an expression names; undefined if it has none. */
function spellingOf(field: string, fields: Readonly<Record<string, CelType>>, environment: CelEnvironment): string | undefined {
  const isWord = RESERVED_WORDS.has(field) && environment.holds(WORDS_AS_FIELDS);
  return [field, ...isWord ? [`__${field}__`] : []].find(name => Object.hasOwn(fields, name));
}

function typeOfIndex({ of, index, isOptional, at }: Expression & { is: 'index' }, environment: CelEnvironment): CelType {
  const type = typeOf(of, environment);
  const by = typeOf(index, environment);
  const head = headOf(type);
  if (head === 'optional') { return 'optional<unknown>'; }
  if (!isOpen(type) && head !== 'map' && head !== 'list') { throw new CelError(`${article(type)} has no items`, at); }
  if (head === 'list' && !mayBeSame(by, 'int')) { throw new CelError(`an item of a list is found by an int, not by ${article(by)}`, at); }
  return isOptional ? 'optional<unknown>' : itemOf(type);
}

function typeOfCall(call: Expression & { is: 'call' }, environment: CelEnvironment): CelType {
  const { of, name, given, at } = call;
  if (!of && name === 'has' && given.length === 1) { return typeOfHas(given[0], at, environment); }
  if (of && nameOf(of) === 'cel' && name === 'bind' && environment.binds) { return typeOfBinding(given, at, environment); }
  if (of && isComprehension(call, environment.holds)) { return typeOfComprehension(call, of, environment); }
  const path = of && nameOf(of);
  const qualified = path === undefined ? [] : waysOf(`${path}.${name}`, environment.holds);
  const ways = qualified.length > 0 ? qualified : waysOf(name, environment.holds);
  if (ways.length === 0) { throw new CelError(`there is no function ${name}`, at); }
  const before = of && qualified.length === 0 ? [typeOf(of, environment)] : [];
  const types = [...before, ...given.map(argument => typeOf(argument, environment))];
  checkConstants(call);
  if (name === 'format') { checkFormat(call, item => typeOf(item, environment)); }
  return typeOfResult(resultOf(ways, before.length > 0, types), name, types, at);
}

function typeOfHas(field: Expression, at: number, environment: CelEnvironment): CelType {
  if (field.is !== 'field' || field.isOptional) { throw new CelError('has takes a field, such as object.spec', at); }
  typeOf(field, environment);
  return 'bool';
}

function typeOfBinding([name, value, inside]: readonly Expression[], at: number, environment: CelEnvironment): CelType {
  if (name?.is !== 'name' || !inside) { throw new CelError('cel.bind takes a name, its value and an expression', at); }
  const variables = { ...environment.variables, [name.name]: typeOf(value, environment) };
  return typeOf(inside, { ...environment, variables });
}

function typeOfComprehension(call: Expression & { is: 'call' }, of: Expression, environment: CelEnvironment): CelType {
  const { variables, inside, result } = COMPREHENSIONS[call.name](call.given);
  const type = typeOf(of, environment);
  const head = headOf(type);
  if (!isOpen(type) && head !== 'list' && head !== 'map' && head !== 'optional') { throw new CelError(`${article(type)} has no items`, call.at); }
  const item = head === 'map' && variables.length === 1 ? 'unknown' : itemOf(type);
  const bound = Object.fromEntries(variables.map((name, index) => [name, index < variables.length - 1 ? 'unknown' : item]));
  const within = { ...environment, variables: { ...environment.variables, ...bound } };
  const types = inside.map(({ expression, wants }) => {
    const found = typeOf(expression, within);
    if (wants !== undefined && !mayBeSame(found, wants)) { throw new CelError(`${call.name} asks for ${article(wants)}, and this is ${article(found)}`, expression.at); }
    return found;
  });
  return result === 'same' ? type : result === 'list' ? `list<${types[types.length - 1]}>` : result;
}

function typeOfOperation(name: string, types: readonly CelType[], at: number, { holds }: CelEnvironment): CelType {
  if (name === 'optional') { return 'unknown'; }
  if (name === '==' || name === '!=') {
    if (!mayBeSame(types[0], types[1])) { throw new CelError(`${article(types[0])} is compared with ${article(types[1])}`, at); }
    return 'bool';
  }
  if (name === '?:') {
    if (!mayBeSame(types[0], 'bool')) { throw new CelError(`the condition is ${article(types[0])}, not a bool`, at); }
    if (!mayBeSame(types[1], types[2])) { throw new CelError(`it is either ${article(types[1])} or ${article(types[2])}`, at); }
    return commonType(types.slice(1));
  }
  if (name === 'in' && headOf(types[1]) === 'list' && !mayBeSame(types[0], itemOf(types[1]))) {
    throw new CelError(`${article(types[0])} is looked for in ${article(types[1])}`, at);
  }
  return typeOfResult(resultOf(waysOf(name, holds), false, types), name === 'minus' ? '-' : name, types, at);
}

function typeOfResult(result: CelType | undefined, name: string, types: readonly CelType[], at: number): CelType {
  if (result === undefined) { throw new CelError(`${name} does not take ${types.length === 0 ? 'nothing' : types.map(article).join(' and ')}`, at); }
  return result;
}

/** The items of a list or a map are all of one type, and that is known of all or of none. */
function typeOfItems(items: readonly Expression[], environment: CelEnvironment): CelType {
  const types = items.map(item => typeOf(item, environment));
  types.forEach((type, index) => {
    if (!mayBeSame(types[0], type) || !types.includes('unknown') && (types[0] === 'dyn') !== (type === 'dyn')) { throw new CelError(`${article(type)} stands beside ${article(types[0])}`, items[index].at); }
  });
  return commonType(types);
}

function typeOfObject({ name, fields, values, at }: Expression & { is: 'object' }, environment: CelEnvironment): CelType {
  const [root] = name.split('.');
  if (root === 'google') { return 'unknown'; }
  if (!environment.made?.includes(root)) { throw new CelError(`there is no type ${name}`, at); }
  fields.forEach((field, index) => {
    const wants = environment.objects[name]?.[field] ?? (environment.objects[name] ? undefined : 'unknown');
    if (wants === undefined) { throw new CelError(`${name} has no field ${field}`, values[index].at); }
    const type = typeOf(values[index], environment);
    if (!mayBeSame(type, wants)) { throw new CelError(`${field} is ${article(wants)}, and this is ${article(type)}`, values[index].at); }
  });
  return name;
}

function article(type: CelType): string {
  return `${/^[aeiou]/i.test(type) && type !== 'uint' && type !== 'URL' ? 'an' : 'a'} ${type}`;
}
