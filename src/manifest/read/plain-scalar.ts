/** Words that YAML 1.1 does not take for text, or that readers disagree on, in lower case. */
const WORDS: ReadonlySet<string> = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', '~', '<<', '.inf', '.nan']);
const VALUES: ReadonlyMap<string, boolean | null> = new Map([['true', true], ['false', false], ['null', null], ['~', null]]);
const LONGEST_WORD = 5;

const INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const OCTAL = /^0[0-7]{1,9}$/;
const DECIMAL = /^-?(?:0|[1-9]\d{0,9})\.\d{1,9}$/;
/** An address or a version: no number has two points. */
const POINTS = /^\d+(?:\.\d+){2,}$/;
/** All that a reader may take for a number, and more. */
const MAYBE_NUMBER = /^[-+]?(?:[\d_.]*(?:e[-+]?[\d_]*)?|0[xob][\da-f_]*|\.inf|\.nan)$/i;

/** True for a word that is no text, such as `no`. */
export function isReservedWord(text: string): boolean {
  return text.length <= LONGEST_WORD && WORDS.has(text.toLowerCase());
}

/**
 * The value of a text without quotes, as kubectl reads it.
 *
 * @returns undefined if only the `yaml` library can say
 */
export function plainScalar(text: string): string | number | boolean | null | undefined {
  if (isReservedWord(text)) { return VALUES.get(text); }
  const first = text.charCodeAt(0);
  const beginsLikeNumber = first >= 0x2b && first <= 0x39 && first !== 0x2c && first !== 0x2f;
  if (!beginsLikeNumber) { return text; }
  if (INTEGER.test(text) || DECIMAL.test(text)) { return Number(text); }
  if (OCTAL.test(text)) { return parseInt(text, 8); }
  return POINTS.test(text) || !MAYBE_NUMBER.test(text) ? text : undefined;
}
