import { Format } from './format';

/** Key of a ConfigMap or Secret: the name of a file. */
export const DATA_KEY: Format<string> = {
  family: 'dataKey',
  mustBe: 'letters, digits, `-`, `_` and `.`, not beginning with `..`, at most 253 characters',
  fits: value => value.length <= 253 && /^[-._a-zA-Z0-9]+$/.test(value) && value !== '.' && !value.startsWith('..'),
  notEmpty: true,
};
