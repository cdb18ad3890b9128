/** Words that are no text, as kubectl spells them. */
const WORDS: ReadonlyMap<string, string | number | boolean | null> = new Map<string, string | number | boolean | null>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(word => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(word => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map(word => [word, null] as const),
  ...['.nan', '.NaN', '.NAN'].map(word => [word, NaN] as const),
  ...['.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'].map(word => [word, Infinity] as const),
  ...['-.inf', '-.Inf', '-.INF'].map(word => [word, -Infinity] as const),
]);
const LONGEST_WORD = 5;

const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const DECIMAL = /^-?(?:0|[1-9]\d{0,9})\.\d{1,9}$/;
/** All that may be a number, and more. */
const MAYBE_NUMBER = /^[-+]?(?:[\d_.]*(?:e[-+]?[\d_]*)?|0[xob][\da-f_]*)$/i;

/** Without underscores, which count nowhere. */
const ANY_INTEGER = /^[-+]?(?:0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]*|[1-9]\d*)$/;
const ANY_FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
/** What begins with a point is read by other rules, where an underscore is no part of a number. */
const POINT_FLOAT = /^\.\d+(?:[eE][-+]?\d+)?$/;

const LEAST = -(2n ** 63n);
const MOST = 2n ** 64n - 1n;

/** True for a word that is no text, such as `no`, and for what other readers take for one. */
export function isReservedWord(text: string): boolean {
  return text.length <= LONGEST_WORD && (WORDS.has(text.toLowerCase()) || text === '<<');
}

/** The value of a text without quotes, as kubectl reads it. */
export function plainScalar(text: string): string | number | boolean | null {
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) { return word; }
  }
  const first = text.charCodeAt(0);
  const beginsLikeNumber = first >= 0x2b && first <= 0x39 && first !== 0x2c && first !== 0x2f;
  if (!beginsLikeNumber) { return text; }
  if (INTEGER.test(text) || DECIMAL.test(text)) { return Number(text); }
  return MAYBE_NUMBER.test(text) ? numberOf(text) ?? text : text;
}

/** The whole number that a text without quotes is, with all its digits; undefined if it is none, or too large for one. */
export function integerOf(text: string): bigint | undefined {
  const plain = text.replaceAll('_', '');
  if (text.startsWith('.') || text.startsWith('_') || !ANY_INTEGER.test(plain)) { return undefined; }
  const sign = /^[-+]/.test(plain) ? plain[0] : '';
  // Zero in front means the base 8.
  const digits = plain.slice(sign.length).replace(/^0(?=[0-7])/, '0o');
  const value = sign === '-' ? -BigInt(digits) : BigInt(digits);
  return value >= LEAST && value <= (sign ? 2n ** 63n - 1n : MOST) ? value : undefined;
}

function numberOf(text: string): number | undefined {
  const integer = integerOf(text);
  if (integer !== undefined) { return Number(integer); }
  const isFloat = text.startsWith('.') ? POINT_FLOAT.test(text) : ANY_FLOAT.test(text.replaceAll('_', ''));
  const value = isFloat ? Number(text.replaceAll('_', '')) : NaN;
  return Number.isFinite(value) ? value : undefined;
}
