import { DNS_SUBDOMAIN } from './dns-subdomain';
import { Format } from './format';
import { QUALIFIED_NAME, QUALIFIED_NAME_IN_ANY_CASE } from './qualified-name';

export const LABEL_KEY = QUALIFIED_NAME;

export const LABEL_VALUE: Format<string> = {
  family: 'label',
  mustBe: 'letters, digits, `-`, `_` and `.`, beginning and ending with a letter or digit, at most 63 characters',
  fits: value => value.length <= 63 && /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/.test(value),
};

export const ANNOTATION_KEY = QUALIFIED_NAME_IN_ANY_CASE;

/** The name of a node, as its label `kubernetes.io/hostname` has it. */
export const NODE_NAME: Format<string> = {
  family: 'label',
  mustBe: 'lower case letters, digits, `-` and `.`, each part beginning and ending with a letter or digit, at most 63 characters',
  fits: value => value.length <= 63 && DNS_SUBDOMAIN.fits(value),
};
