import { REQUEST_SIZE } from '../kubernetes/api-server/request-size';

/** No instance of a class. The prototype of mappings may be another one than ours, of another realm. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

export function hasMethod(value: any, method: string): boolean {
  return typeof value === 'object' && value !== null && typeof value[method] === 'function';
}

/** A value, and where it stands. */
export interface PlacedValue {
  readonly place: string;
  readonly value: unknown;
}

/** The first value within that YAML cannot hold, or that holds itself; undefined if there is none. */
export function unwritable(value: unknown, place: string, around: readonly unknown[] = []): PlacedValue | undefined {
  if (['symbol', 'bigint', 'function'].includes(typeof value)) { return { place, value }; }
  if (typeof value !== 'object' || value === null) { return undefined; }
  if (around.includes(value)) { return { place, value }; }
  const within = [...around, value];
  if (Array.isArray(value)) { return firstOf(Array.from(value, (item, index) => () => unwritable(item, `${place}[${index}]`, within))); }
  if (!isPlain(value)) { return isWorkedOut(value) ? undefined : { place, value }; }
  return firstOf(Object.entries(value).map(([key, item]) => () => unwritable(item, `${place}.${key}`, within)));
}

/** Instances of cdk8s-plus hold text or a number; cdk8s works others out at synthesis. */
function isWorkedOut(value: object): boolean {
  return ['string', 'number'].includes(typeof (value as { value?: unknown }).value) || hasMethod(value, 'produce') || hasMethod(value, 'resolve');
}

function firstOf(looks: readonly (() => PlacedValue | undefined)[]): PlacedValue | undefined {
  for (const look of looks) {
    const found = look();
    if (found) { return found; }
  }
  return undefined;
}

/** True for a text that no object can hold. A regular expression could need more memory for it than it may take. */
export function isTooLong(text: string): boolean {
  return text.length > REQUEST_SIZE;
}
