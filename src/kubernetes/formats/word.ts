import { Format } from './format';

/** One of some words that the schema does not know. */
export function oneOf(...words: string[]): Format<string> {
  return {
    family: 'word',
    mustBe: `one of ${words.join(', ')}`,
    fits: value => words.includes(value),
    nearest: value => words.find(word => word.toLowerCase() === value.toLowerCase()),
  };
}

/** Something must be there: text, list items, keys. */
export const NOT_EMPTY: Format = {
  family: 'empty',
  mustBe: 'given',
  fits: value => typeof value !== 'object' || Object.keys(value).length > 0,
  notEmpty: true,
};

/** So many items or keys, and no more. */
export function atMost(most: number): Format {
  return { family: 'size', mustBe: `a list or mapping of at most ${most}`, fits: value => typeof value !== 'object' || Object.keys(value).length <= most };
}
