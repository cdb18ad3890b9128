import { BadValue } from './bad-value';
import { parseQuantity } from '../../kubernetes/quantity';

const ONE = 1_000_000_000n;

/** An amount as rules in CEL have it, in billionths. */
export class Quantity {
  constructor(public readonly billionths: bigint) {}
}

function quantity(text: string): Quantity {
  const billionths = parseQuantity(text);
  if (billionths === undefined) { throw new BadValue(`${text} is no quantity`); }
  return new Quantity(billionths);
}

function whole({ billionths }: Quantity): bigint {
  if (billionths % ONE !== 0n) { throw new BadValue('the quantity is no integer'); }
  return billionths / ONE;
}

const sign = ({ billionths }: Quantity) => billionths > 0n ? 1n : billionths < 0n ? -1n : 0n;
const less = (one: Quantity, other: Quantity) => new Quantity(one.billionths - other.billionths);
const more = (one: Quantity, other: Quantity) => new Quantity(one.billionths + other.billionths);
const times = (count: bigint) => new Quantity(count * ONE);

/** @see https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-quantity-library */
export const QUANTITY_FUNCTIONS: Readonly<Record<string, (...values: any[]) => unknown>> = {
  'quantity(string): Quantity': quantity,
  'isQuantity(string): bool': (text: string) => parseQuantity(text) !== undefined,
  'Quantity.isLessThan(Quantity): bool': (one, other) => one.billionths < other.billionths,
  'Quantity.isGreaterThan(Quantity): bool': (one, other) => one.billionths > other.billionths,
  'Quantity.compareTo(Quantity): int': (one, other) => sign(less(one, other)),
  'Quantity.add(Quantity): Quantity': more,
  'Quantity.add(int): Quantity': (one, count: bigint) => more(one, times(count)),
  'Quantity.sub(Quantity): Quantity': less,
  'Quantity.sub(int): Quantity': (one, count: bigint) => less(one, times(count)),
  'Quantity.sign(): int': sign,
  'Quantity.isInteger(): bool': ({ billionths }) => billionths % ONE === 0n,
  'Quantity.asInteger(): int': whole,
  'Quantity.asApproximateFloat(): double': ({ billionths }) => Number(billionths) / Number(ONE),
};
