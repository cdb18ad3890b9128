import { Format } from './format';

/** What most objects are called. */
export const DNS_SUBDOMAIN: Format<string> = {
  family: 'name',
  mustBe: 'lower case letters, digits, `-` and `.`, each part beginning and ending with a letter or digit, at most 253 characters',
  fits: value => value.length <= 253 && /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/.test(value),
  nearest: asDnsSubdomain,
};

/** Where names are checked as if they were prefixes, a trailing `-` passes. */
export const DNS_SUBDOMAIN_OR_PREFIX: Format<string> = { ...DNS_SUBDOMAIN, fits: value => DNS_SUBDOMAIN.fits(value.replace(/-$/, 'a')) };

/** A host name, or `*.` and a host name. */
export const HOST_OR_WILDCARD: Format<string> = {
  family: 'name',
  mustBe: 'a host name in lower case, or `*.` and a host name',
  fits: value => DNS_SUBDOMAIN.fits(value.replace(/^\*\./, '')),
};

/** A host name that may end with a dot. */
export const HOST_NAME: Format<string> = {
  family: 'name',
  mustBe: 'a host name in lower case',
  fits: value => DNS_SUBDOMAIN.fits(value.replace(/\.$/, '')),
};

/** A domain in which hosts are looked up. */
export const SEARCH_DOMAIN: Format<string> = {
  ...HOST_NAME,
  later: [{ since: '1.33', mustBe: 'a host name in lower case, in which `_` is allowed, or `.`', fits: value => value === '.' || isNameWithUnderscores(value.replace(/\.$/, '')) }],
};

const PART_WITH_UNDERSCORES = /^_?[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?$/;

function isNameWithUnderscores(name: string): boolean {
  return name.length <= 253 && name.split('.').every(part => PART_WITH_UNDERSCORES.test(part));
}

/** A host name with a domain. */
export const FULL_HOST_NAME: Format<string> = {
  family: 'name',
  mustBe: 'a host name with a domain, such as db.example.com',
  fits: value => HOST_NAME.fits(value) && value.replace(/\.$/, '').includes('.'),
};

/** What webhooks are called. */
export const NAME_OF_THREE_PARTS: Format<string> = {
  family: 'name',
  mustBe: 'a name of at least three parts, such as check.example.com',
  fits: value => DNS_SUBDOMAIN.fits(value) && value.split('.').length >= 3,
};

/** The nearest DNS subdomain to a text, as a proposal. */
function asDnsSubdomain(value: string): string {
  const name = String(value).toLowerCase().replace(/[^a-z0-9.]+/g, '-').slice(0, 253);
  return name.split('.').map(label => label.replace(/^-+|-+$/g, '')).filter(Boolean).join('.') || 'name';
}
