import { Format } from './format';

/** What newer versions of Kubernetes take. */
export const RELAXED_ENV_NAME: Format<string> = {
  family: 'envName',
  mustBe: 'printable characters of ASCII without `=`',
  fits: value => /^[ -<>-~]+$/.test(value),
};

/** Name of an environment variable. */
export const ENV_NAME: Format<string> = {
  family: 'envName',
  mustBe: 'letters, digits, `_`, `-` and `.`, not beginning with a digit or `..`',
  fits: value => /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(value) && value !== '.' && !value.startsWith('..'),
  later: [{ since: '1.32', mustBe: RELAXED_ENV_NAME.mustBe, fits: RELAXED_ENV_NAME.fits }],
};
