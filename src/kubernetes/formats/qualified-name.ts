import { DNS_SUBDOMAIN } from './dns-subdomain';
import { Format } from './format';

const PART = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

/** `name` or `example.com/name`: keys of labels, names of resources and finalizers, and much else. */
export const QUALIFIED_NAME: Format<string> = {
  family: 'label',
  mustBe: 'a name of letters, digits, `-`, `_` and `.`, at most 63 characters, that may have a DNS name and `/` before it',
  fits: value => {
    const slash = value.indexOf('/');
    return PART.test(value.slice(slash + 1)) && (slash < 0 || DNS_SUBDOMAIN.fits(value.slice(0, slash)));
  },
  notEmpty: true,
};

/** The same, and the domain may be written with capitals. */
export const QUALIFIED_NAME_IN_ANY_CASE: Format<string> = { ...QUALIFIED_NAME, fits: value => QUALIFIED_NAME.fits(value.toLowerCase()) };

/** `example.com/path`. */
export const DOMAIN_PREFIXED_PATH: Format<string> = {
  family: 'name',
  mustBe: 'a DNS name, `/` and a path, such as `example.com/ingress`',
  fits: value => {
    const slash = value.indexOf('/');
    return value.length <= 250 && slash > 0 && DNS_SUBDOMAIN.fits(value.slice(0, slash)) && /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(value.slice(slash + 1));
  },
};
