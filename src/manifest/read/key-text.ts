import { integerOf, plainScalar } from './plain-scalar';

const MOST = 2n ** 63n - 1n;

/**
 * What kubectl makes of a key without quotes, since keys are text to a server: `on` becomes `true`, and `010` becomes `8`.
 *
 * @returns undefined if it takes no such key
 */
export function keyText(written: string): string | undefined {
  const value = plainScalar(written);
  if (typeof value === 'string') { return value; }
  if (value === null) { return undefined; }
  if (typeof value === 'boolean') { return String(value); }
  const integer = integerOf(written);
  if (integer === undefined) { return float(value); }
  return integer > MOST ? undefined : String(integer);
}

/** A fraction with the digits that 32 bits hold, as Go prints it: `1.10` is `1.1`, and `1e6` is `1e+06`. */
function float(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) { return '.nan'; }
  if (!Number.isFinite(single)) { return single > 0 ? '.inf' : '-.inf'; }
  if (Object.is(single, -0)) { return '-0'; }
  const [digits, power] = shortest(single);
  return power < -4 || power >= 6 ? `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}` : String(Number(`${digits}e${power}`));
}

/** The fewest digits that mean this number of 32 bits, and the power of ten. */
function shortest(single: number): [string, number] {
  let text = '';
  for (let count = 0; Math.fround(Number(text || NaN)) !== single; count++) { text = single.toExponential(count); }
  const [digits, power] = text.split('e');
  return [digits, Number(power)];
}
