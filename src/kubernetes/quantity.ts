const SUFFIXES: Readonly<Record<string, readonly [base: bigint, exponent: number]>> = {
  'n': [10n, -9],
  'u': [10n, -6],
  'm': [10n, -3],
  '': [10n, 0],
  'k': [10n, 3],
  'M': [10n, 6],
  'G': [10n, 9],
  'T': [10n, 12],
  'P': [10n, 15],
  'E': [10n, 18],
  'Ki': [1024n, 1],
  'Mi': [1024n, 2],
  'Gi': [1024n, 3],
  'Ti': [1024n, 4],
  'Pi': [1024n, 5],
  'Ei': [1024n, 6],
};

/** As the server reads it: a number may be missing altogether, so that `Mi` is nothing. */
const QUANTITY = /^([+-]?)(\d*(?:\.\d*)?)(?:([eE][+-]?\d+)|(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei))?$/;

/** Kubernetes keeps nine decimal places and no more; we count in those. */
const NANO_DIGITS = 9;

/** How many billionths one of each suffix is: most quantities are a whole number of something. */
const NANO_OF: Readonly<Record<string, bigint>> = Object.fromEntries(
  Object.entries(SUFFIXES).map(([suffix, [base, exponent]]) => [
    suffix, base === 10n ? 10n ** BigInt(NANO_DIGITS + exponent) : base ** BigInt(exponent) * 10n ** BigInt(NANO_DIGITS),
  ]),
);

/** An exponent beyond this means the largest or the smallest quantity anyway. */
const MAX_EXPONENT = 400;

/** `512MB`, `10 GB`, `2gb` and `1,5` as the quantity that was meant; undefined if nobody can tell. */
export function meantQuantity(written: unknown): string | undefined {
  if (typeof written !== 'string') { return undefined; }
  const [, cores] = /^\s*(\d+(?:[.,]\d+)?)\s*(?:v?cpus?|cores?)?\s*$/i.exec(written) ?? [];
  if (cores !== undefined) { return cores.replace(',', '.'); }
  const [, digits, prefix, binary] = /^\s*(\d+(?:\.\d+)?)\s*([kmgtpe])\s*(i?)b?\s*$/i.exec(written) ?? [];
  if (prefix === undefined) { return undefined; }
  const letter = prefix.toUpperCase();
  return `${digits}${letter === 'K' && !binary ? 'k' : letter}${binary.toLowerCase()}`;
}

/**
 * The value of a Kubernetes quantity in billionths (`1` → 10⁹, `500m` → 5·10⁸),
 * rounded up as Kubernetes does, so that quantities compare by value and
 * exactly; undefined if it is not a quantity.
 *
 * @see https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(quantity: unknown): bigint | undefined {
  if (typeof quantity !== 'string' && typeof quantity !== 'number') { return undefined; }
  const text = String(quantity).trim();
  const match = text === '' ? null : QUANTITY.exec(text);
  if (!match) { return undefined; }
  const [, sign, digits, exponent, suffix = ''] = match;
  if (!exponent && !digits.includes('.')) {
    const value = BigInt(digits) * NANO_OF[suffix];
    return sign === '-' ? -value : value;
  }
  const [whole, fraction = ''] = digits.split('.');
  const [base, power] = exponent ? [10n, clamp(Number(exponent.slice(1)))] as const : SUFFIXES[suffix];

  let numerator = BigInt(whole + fraction || '0');
  let denominator = 10n ** BigInt(fraction.length);
  if (power >= 0) { numerator *= base ** BigInt(power); } else { denominator *= base ** BigInt(-power); }
  numerator *= 10n ** BigInt(NANO_DIGITS);
  const nano = (numerator + denominator - 1n) / denominator;
  return sign === '-' ? -nano : nano;
}

/** True if both are quantities of the same value: `10Gi` and `10240Mi`. */
export function sameQuantity(a: unknown, b: unknown): boolean {
  const left = parseQuantity(a);
  return left !== undefined && left === parseQuantity(b);
}

function clamp(exponent: number): number {
  return Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, exponent));
}

const MILLI = 1_000_000n;

/** True for what is no whole number, as the server rounds: up to thousandths first. */
export function isFraction(quantity: unknown): boolean {
  // Most are whole numbers with a unit of many.
  if (typeof quantity === 'number' ? Number.isInteger(quantity) : typeof quantity === 'string' && /^\d+(?:[kMGTPE]i?)?$/.test(quantity)) { return false; }
  const nanos = parseQuantity(quantity);
  return nanos !== undefined && (nanos + MILLI - 1n) / MILLI % 1000n !== 0n;
}
