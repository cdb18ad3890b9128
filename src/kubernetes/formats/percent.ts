const PERCENT = /^(\d+)%$/;

/** The number in a count or a percentage, as the controllers compare them: `0` of `0`, `'0%'`; undefined for anything else. */
export function amountOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : percentOf(value);
}

/** How many of some pods a count or a percentage is, rounded up as the controllers do; undefined for anything else. */
export function shareOf(value: unknown, pods: number): number | undefined {
  const percent = percentOf(value);
  return percent === undefined ? amountOf(value) : Math.ceil(percent * pods / 100);
}

/** Why a value is neither a count from 0 up nor a percentage up to `most`; undefined if it is. */
export function misfitOf(value: unknown, most: number): string | undefined {
  if (value === undefined || value === null) { return undefined; }
  const amount = amountOf(value);
  if (amount === undefined) { return typeof value === 'string' ? 'it is neither a number nor a percentage such as 25%' : undefined; }
  if (amount < 0) { return 'it is less than nothing'; }
  return typeof value === 'string' && amount > most ? `it is more than ${most}%` : undefined;
}

/** What to write for a text that is neither a count nor a percentage, such as `'1'` or `50 %`; undefined if nobody can tell. */
export function meantAmount(value: unknown): string | undefined {
  const [, digits, percent] = typeof value === 'string' ? /^\s*(\d+)\s*(%?)\s*$/.exec(value) ?? [] : [];
  if (digits === undefined || PERCENT.test(value as string)) { return undefined; }
  return percent ? `write ${digits}%` : `write it without quotes: ${digits}`;
}

function percentOf(value: unknown): number | undefined {
  const [, digits] = typeof value === 'string' ? PERCENT.exec(value) ?? [] : [];
  return digits === undefined ? undefined : Number(digits);
}
