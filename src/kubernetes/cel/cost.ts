import { CelEnvironment, compileParsed } from './compile';
import { lengthOf, numberOf } from './constants';
import { Expression, nameOf, readExpression } from './expression';
import { OperandSize, TEXT, costOfCall, share, times } from './function-costs';
import { waysOf } from './functions';
import { COMPREHENSIONS, isComprehension } from './macros';
import { CelError } from './token';
import { CelType, headOf, isOpen, itemOf } from './type';
import { SizedType, ValuePath } from './value-path';

/** What an expression may cost, and what of. */
export interface CelCost {
  /** The most that it costs by the server's estimate; less where this reader does not know what the server knows. */
  readonly cost: number;
  /** What it goes through. */
  readonly through: ReadonlySet<SizedType>;
}

/** The cost of an expression about `self`; undefined for what is no expression. */
export function costOf(text: string, environment: CelEnvironment, self: SizedType): CelCost | undefined {
  try {
    const estimate = new CostEstimate(self, environment);
    return { cost: estimate.part(readExpression(text), { environment, variables: {} }).cost, through: estimate.through };
  } catch (error) {
    // Said elsewhere.
    if (error instanceof CelError) { return undefined; }
    throw error;
  }
}

/** What is in a list or a map that the expression makes: how large its keys and values may be. */
interface Entries {
  readonly isList: boolean;
  readonly key: number;
  readonly value: number;
}

interface Variable {
  readonly size?: number;
  /** Asked for at each place that names the variable. */
  path(): ValuePath | undefined;
}

interface Scope {
  readonly environment: CelEnvironment;
  readonly variables: Readonly<Record<string, Variable>>;
}

/** A part of an expression. */
interface Part {
  readonly expression: Expression;
  readonly scope: Scope;
  readonly cost: number;
  readonly path?: ValuePath;
  readonly entries?: Entries;
  /** How large it may be, where that is known from the expression; or what was found before. */
  size?: number;
  /** What is known of a variable that has no better size. */
  readonly ownSize?: number;
}

/** Estimates that know how large the items of made lists are, and find each size once. */
const ENTRIES = { since: '1.33' };
/** Before, nothing was known of the size of what a macro makes. */
const MADE_SIZES = { since: '1.31' };
const HAS_LOOKS = { since: '1.28' };
const HAS_COSTS = { since: '1.28', until: '1.29' };
/** Kubernetes' own types are compared at a price of their own; before, as texts without a bound. */
const OWN_EQUALITY = { since: '1.33' };
const OWN_TYPES: Readonly<Record<string, number>> = { IP: 1, CIDR: 1, Quantity: 1, Semver: 1, Format: share(64, TEXT) };

const LIST = 10;
const MAP = 30;
const OBJECT = 40;
const SCALARS: ReadonlySet<CelType> = new Set(['bool', 'int', 'uint', 'double', 'duration', 'timestamp']);
const TEXTS: ReadonlySet<CelType> = new Set(['string', 'bytes']);
const COMPARISONS: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '!=', '==']);

class CostEstimate {
  public readonly through = new Set<SizedType>();
  private readonly knowsEntries: boolean;

  public constructor(private readonly self: SizedType, private readonly environment: CelEnvironment) {
    this.knowsEntries = environment.holds(ENTRIES);
  }

  public part(expression: Expression, scope: Scope): Part {
    const made = (part: Omit<Part, 'expression' | 'scope'>): Part => ({ expression, scope, ...part });
    switch (expression.is) {
      case 'literal': return made({ cost: 0, size: TEXTS.has(expression.type) ? lengthOf(expression.text) : 1 });
      case 'name': return made(this.name(expression.name, scope));
      case 'field': return made(this.field(expression, scope));
      case 'index': return made(this.index(expression, scope));
      case 'call': return made(this.call(expression, scope));
      case 'operator': return made(this.operation(expression, scope));
      case 'list': return made(this.list(expression.items, scope));
      case 'map': return made(this.map(expression, scope));
      case 'object': return made({ cost: OBJECT + sum(expression.values.map(value => this.part(value, scope).cost)) });
    }
  }

  private name(name: string, { variables }: Scope) {
    if (!Object.hasOwn(variables, name)) { return { cost: 1, path: ValuePath.of(name) }; }
    return { cost: 1, path: variables[name].path(), ownSize: variables[name].size };
  }

  private field({ of, field, isOptional }: Expression & { is: 'field' }, scope: Scope) {
    const operand = this.part(of, scope);
    if (isOptional) { return { cost: operand.cost + 1 }; }
    const type = typeOf(operand);
    const looksUp = headOf(type) === 'map' || Object.hasOwn(scope.environment.objects, type);
    return { cost: operand.cost + (looksUp ? 1 : 0), path: (operand.path ?? ValuePath.of()).with(field) };
  }

  private index({ of, index, isOptional }: Expression & { is: 'index' }, scope: Scope) {
    const [from, by] = this.operands([of, index], scope);
    const cost = from.cost + by.cost + 1;
    const head = headOf(typeOf(from));
    if (isOptional || head !== 'list' && head !== 'map') { return { cost, ...head === 'unknown' && { size: 0 } }; }
    const path = (from.path ?? ValuePath.of()).with(head === 'list' ? '@items' : '@values');
    return { cost, path, size: from.entries?.value };
  }

  private list(items: readonly Expression[], scope: Scope) {
    const parts = this.operands(items, scope);
    const entries = { isList: true, key: 1, value: Math.max(0, ...parts.map(part => this.sizeOf(part))) };
    return { cost: LIST + sum(parts.map(({ cost }) => cost)), size: items.length, ...this.knowsEntries && { entries } };
  }

  private map({ keys, values }: Expression & { is: 'map' }, scope: Scope) {
    const pairs = keys.map((key, index) => [this.part(key, scope), this.part(values[index], scope)]);
    const largest = (index: number) => Math.max(0, ...pairs.map(pair => this.sizeOf(pair[index])));
    const entries = { isList: false, key: largest(0), value: largest(1) };
    return { cost: MAP + sum(pairs.flat().map(({ cost }) => cost)), size: keys.length, ...this.knowsEntries && { entries } };
  }

  /** Each with its size, since a later one may write over the path of an earlier one. */
  private operands(expressions: readonly Expression[], scope: Scope): Part[] {
    return expressions.map(expression => {
      const part = this.part(expression, scope);
      if (this.knowsEntries) { this.maybeSizeOf(part); }
      return part;
    });
  }

  private operation({ name, given }: Expression & { is: 'operator' }, scope: Scope): Omit<Part, 'expression' | 'scope'> {
    if (name === 'minus' && given[0].is === 'literal') { return { cost: 0, size: 1 }; }
    const parts = this.operands(given, scope);
    const [first, second, third] = parts;
    const operands = sum(parts.map(({ cost }) => cost));
    if (name === 'optional') { return first; }
    if (name === '&&' || name === '||') { return { cost: operands }; }
    if (name === '?:') {
      const size = Math.max(this.sizeOf(second), this.sizeOf(third));
      return { cost: first.cost + Math.max(second.cost, third.cost), size, entries: union(second.entries, third.entries) };
    }
    if (name === 'in') {
      const head = headOf(typeOf(second));
      return { cost: operands + (head === 'list' ? this.sizeOf(second) : head === 'map' ? 1 : 0) };
    }
    if (name === '+') { return this.addition(first, second, operands); }
    return { cost: operands + (COMPARISONS.has(name) ? this.comparison(name, first, second) : 1) };
  }

  private addition(first: Part, second: Part, operands: number) {
    const types = [typeOf(first), typeOf(second)];
    const size = this.sizeOf(first) + this.sizeOf(second);
    if (types.some(type => TEXTS.has(type))) { return { cost: operands + share(size, TEXT), size }; }
    if (types.some(type => headOf(type) === 'list')) { return { cost: operands + 1, size, entries: union(first.entries, second.entries) }; }
    return { cost: operands + 1, ...types.every(isOpen) && { size: 0 } };
  }

  private comparison(name: string, first: Part, second: Part): number {
    const types = [typeOf(first), typeOf(second)];
    const isEquality = name === '==' || name === '!=';
    if (name === '==' && types[0] === types[1] && this.environment.holds(OWN_EQUALITY)) {
      if (Object.hasOwn(OWN_TYPES, types[0])) { return OWN_TYPES[types[0]]; }
      if (types[0] === 'URL') { return share(this.maybeSizeOf(second) ?? 1, TEXT); }
    }
    if (!isEquality && !types.some(type => TEXTS.has(type))) { return 1; }
    return share(Math.min(this.sizeOf(first), this.sizeOf(second)), TEXT);
  }

  private call(call: Expression & { is: 'call' }, scope: Scope): Omit<Part, 'expression' | 'scope'> {
    const { of, name, given } = call;
    const { holds } = this.environment;
    if (!of && name === 'has' && given[0]?.is === 'field') {
      return { cost: (holds(HAS_COSTS) ? 1 : 0) + (holds(HAS_LOOKS) ? this.part(given[0].of, scope).cost : 0) };
    }
    if (of && isComprehension(call, holds)) { return this.comprehension(call, of, scope); }
    const path = of && nameOf(of);
    const qualified = path === undefined ? '' : `${path}.${name}`;
    const isQualified = waysOf(qualified, holds).length > 0;
    const parts = this.operands(given, scope);
    const before = of && !isQualified ? this.operands([of], scope) : [];
    const operands = [...before, ...parts];
    const cost = sum(operands.map(operand => operand.cost));
    if (name === 'dyn' && !of && this.knowsEntries) { return { cost: cost + 1, size: this.maybeSizeOf(parts[0]), entries: parts[0].entries }; }
    const own = costOfCall(isQualified ? qualified : name, before.length > 0, operands.map(operand => this.operandOf(operand)), holds);
    return { cost: cost + own.cost, size: own.size };
  }

  private operandOf(part: Part): OperandSize {
    const { expression, path } = part;
    const isConstant = expression.is === 'literal';
    const most = this.sizeOf(part);
    return {
      most,
      least: isConstant ? most : 0,
      isExact: isConstant || path !== undefined && !path.isEmpty,
      constant: numberOf(expression),
      element: path === undefined ? Infinity : this.sizeAt(path.with('@items')) ?? Infinity,
      type: typeOf(part),
    };
  }

  private comprehension(call: Expression & { is: 'call' }, of: Expression, scope: Scope): Omit<Part, 'expression' | 'scope'> {
    const { variables, inside } = COMPREHENSIONS[call.name](call.given);
    const range = this.part(of, scope);
    const within = this.scopeWithin(range, variables, scope);
    const parts = inside.map(({ expression }) => this.part(expression, within));
    const costs = parts.map(({ cost }) => cost);
    const item = parts[parts.length - 1];
    const transformed = { loop: (costs[1] ?? 0) + costs[0] + 12, around: LIST + 1, item };
    const shapes: Readonly<Record<string, { loop: number; around: number; item?: Part }>> = {
      all: { loop: costs[0] + 3, around: 1 },
      exists: { loop: costs[0] + 4, around: 1 },
      exists_one: { loop: costs[0] + 2, around: 2 },
      existsOne: { loop: costs[0] + 2, around: 2 },
      filter: { loop: costs[0] + 13, around: LIST + 1, item: this.part({ is: 'name', name: variables[0], at: call.at }, within) },
      map: transformed,
      transformList: transformed,
    };
    if (!Object.hasOwn(shapes, call.name)) { return { cost: range.cost, size: 0 }; }
    const { loop, around, item: made } = shapes[call.name];
    const size = made && this.knowsEntries ? this.sizeOf(made) : undefined;
    const count = this.sizeOf(range);
    const cost = range.cost + around + times(count, loop);
    if (!made || !this.environment.holds(MADE_SIZES)) { return { cost }; }
    return { cost, size: count, ...size !== undefined && { entries: { isList: true, key: 1, value: size } } };
  }

  private scopeWithin(range: Part, names: readonly string[], { environment, variables }: Scope): Scope {
    const type = typeOf(range);
    const isOfList = range.entries?.isList ?? headOf(type) === 'list';
    const keyType = headOf(type) === 'list' ? 'int' : headOf(type) === 'map' ? 'string' : type;
    const isKey = names.map((_, index) => names.length === 2 ? index === 0 : !isOfList);
    const bound = names.map((name, index): [string, Variable] => [name, this.variable(range, isKey[index], isOfList, type)]);
    const types = names.map((name, index): [string, CelType] => [name, isKey[index] ? keyType : itemOf(type)]);
    return {
      environment: { ...environment, variables: { ...environment.variables, ...Object.fromEntries(types) } },
      variables: { ...variables, ...Object.fromEntries(bound) },
    };
  }

  private variable(range: Part, isKey: boolean, isOfList: boolean, type: CelType): Variable {
    const name = isKey ? isOfList ? '@indices' : '@keys' : isOfList ? '@items' : '@values';
    const make = () => (range.path ?? ValuePath.of()).with(name);
    if (!this.knowsEntries) { return { path: () => isOpen(type) ? undefined : make() }; }
    const path = type === 'unknown' ? undefined : make();
    return { path: () => path, size: isKey ? range.entries?.key : range.entries?.value };
  }

  private sizeOf(part: Part): number {
    return this.maybeSizeOf(part) ?? Infinity;
  }

  private maybeSizeOf(part: Part): number | undefined {
    if (part.size !== undefined) { return part.size; }
    const found = part.path && this.sizeAt(part.path);
    if (found !== undefined) {
      if (this.knowsEntries) { part.size = found; }
      return found;
    }
    const type = typeOf(part);
    return type === 'unknown' ? 0 : SCALARS.has(type) ? 1 : headOf(type) === 'optional' && (isOpen(itemOf(type)) || SCALARS.has(itemOf(type))) ? 0 : part.ownSize;
  }

  private sizeAt(path: ValuePath): number | undefined {
    const type = path.isEmpty ? undefined : path.typeIn(this.self);
    if (type) { this.through.add(type); }
    return type?.most;
  }
}

const sum = (costs: readonly number[]) => costs.reduce((total, cost) => total + cost, 0);

function union(one: Entries | undefined, other: Entries | undefined): Entries | undefined {
  return one && other && { isList: one.isList, key: Math.max(one.key, other.key), value: Math.max(one.value, other.value) };
}

function typeOf({ expression, scope }: Part): CelType {
  try {
    return compileParsed(expression, scope.environment);
  } catch (error) {
    if (error instanceof CelError) { return 'unknown'; }
    throw error;
  }
}
