import { Size, SizeRoundingBehavior } from 'cdk8s';

const UNITS = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi'];
const STEP = 1024;
const MAX_KIBIBYTES = 2 ** 53;

/**
 * A size as a Kubernetes quantity, in the largest unit of which it is a whole
 * number: `100Mi`, `1536Mi`, `2Gi`. Fractions of a kibibyte are rounded up.
 * (`Size.asString()` is missing in the oldest cdk8s that we support.)
 */
export function quantityOf(size: Size): string {
  let amount = Math.ceil(kibibytes(size));
  if (amount === 0 || !Number.isFinite(amount)) { return String(amount); }
  let unit = 0;
  while (amount % STEP === 0 && unit < UNITS.length - 1) {
    amount /= STEP;
    unit += 1;
  }
  return `${BigInt(amount)}${UNITS[unit]}`;
}

/** True if a size is more than nothing and a quantity that Kubernetes can count, below 2^63 bytes. */
export function isCountable(size: Size): boolean {
  return kibibytes(size) > 0 && kibibytes(size) < MAX_KIBIBYTES;
}

function kibibytes(size: Size): number {
  return size.toKibibytes({ rounding: SizeRoundingBehavior.NONE });
}
