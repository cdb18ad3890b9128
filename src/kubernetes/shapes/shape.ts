/**
 * How one part of an object behaves at the API server: what it is defaulted
 * to, how server-side apply merges it, and when two values count as equal.
 * One tree of shapes per kind serves all three.
 *
 * A value without a shape is merged key by key if it is a mapping, and replaced
 * as a whole if it is a list, as the server does with types it does not know.
 */
export interface Shape {
  /** Fields of a mapping that has a fixed set of them. */
  readonly fields?: Readonly<Record<string, Shape>>;
  /** A mapping with free keys (labels, data, requests): the shape of its values. */
  readonly values?: Shape;
  /** A list: the shape of its items. */
  readonly items?: Shape;
  /** A list whose items are distinguished by these fields, and merged one by one. */
  readonly keys?: readonly string[];
  /** A list of unique values, merged value by value. */
  readonly set?: boolean;
  /** Server-side apply replaces the value as a whole. Items of an atomic list with `keys` are still compared one by one. */
  readonly atomic?: boolean;
  /** A quantity: compared by value, `10Gi` = `10240Mi`. */
  readonly quantity?: boolean;
  /** An empty string is a value of its own here, not an absent one (`storageClassName`). */
  readonly keepEmpty?: boolean;
  /** The fields that the server adds where they are absent. */
  readonly defaults?: (struct: Readonly<Record<string, any>>) => Readonly<Record<string, unknown>>;
  /** What the server rewrites before it looks at the fields (old spellings of a field, write-only fields). */
  readonly decode?: (struct: Record<string, any>) => Record<string, any>;
}

type Defaults = Shape['defaults'];
type Fields = NonNullable<Shape['fields']>;

export const QUANTITY: Shape = { quantity: true };
export const QUANTITIES: Shape = { values: QUANTITY };
export const FREE_MAP: Shape = { values: {} };
export const ATOMIC_MAP: Shape = { values: {}, atomic: true };
export const ATOMIC_LIST: Shape = { items: {}, atomic: true };
export const ATOMIC: Shape = { atomic: true };
export const KEEPS_EMPTY: Shape = { keepEmpty: true };
export const SET: Shape = { items: {}, set: true };

export function struct(fields: Fields, defaults?: Defaults, more: Partial<Shape> = {}): Shape {
  return { ...more, fields, ...defaults && { defaults } };
}

export function atomic(shape: Shape): Shape {
  return { ...shape, atomic: true };
}

export function listOfShape(items: Shape): Shape {
  return { items, atomic: true };
}

export function keyedList(keys: readonly string[], items: Shape): Shape {
  return { items, keys };
}

/** Defaults that do not depend on the other fields. */
export function fixed(values: Readonly<Record<string, unknown>>): Defaults {
  return () => values;
}

/** The shape one step down, if any is known. */
export function childShape(shape: Shape | undefined, key: string): Shape | undefined {
  if (!shape) { return undefined; }
  if (shape.fields) { return Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined; }
  return shape.values ?? shape.items;
}
