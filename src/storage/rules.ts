import { Size } from 'cdk8s';

const DNS_SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const MAX_DNS_SUBDOMAIN = 253;
const POSITIVE_QUANTITY = /^(?=.*[1-9])\d+(\.\d+)?[KMGTP]i$/;

/** Why a text is no DNS subdomain (RFC 1123), as names of claims and classes must be, or an empty list. */
export function dnsSubdomainProblems(prop: string, value: string): string[] {
  if (DNS_SUBDOMAIN.test(value) && value.length <= MAX_DNS_SUBDOMAIN) { return []; }
  return [`'${prop}' must be a DNS name (lower case letters, digits, '-' and '.', at most ${MAX_DNS_SUBDOMAIN} characters), got '${value}'; write '${asDnsSubdomain(value)}'`];
}

/** Why a text is no absolute path that names one place, or an empty list. */
export function absolutePathProblems(prop: string, value: string): string[] {
  if (!value.startsWith('/')) {
    return [`'${prop}' must be an absolute path, got '${value}'; write '${cleanPath(value)}'`];
  }
  if (value.split('/').includes('..')) {
    return [`'${prop}' must not contain '..', got '${value}'; write the path that it leads to`];
  }
  return [];
}

/** Why no claim can ask for a size, or an empty list. */
export function sizeProblems(prop: string, size: Size): string[] {
  const quantity = size.asString();
  if (POSITIVE_QUANTITY.test(quantity)) { return []; }
  return [`'${prop}' must be more than zero and written without an exponent, got '${quantity}'; write 'Size.gibibytes(1)', for example`];
}

/** Why no claim can have these access modes, or an empty list. */
export function accessModeProblems(modes: readonly string[]): string[] {
  if (modes.length === 0) {
    return ["'accessModes' must name at least one mode, got an empty list; leave it out for the default"];
  }
  if (modes.includes('ReadWriteOncePod') && modes.length > 1) {
    return [`'accessModes' must not combine ReadWriteOncePod with other modes, got '${modes.join(', ')}'; write one of them`];
  }
  return [];
}

/** An absolute path without repeated or closing slashes. */
export function cleanPath(path: string): string {
  return `/${path.split('/').filter(part => part && part !== '.').join('/')}`;
}

function asDnsSubdomain(value: string): string {
  const name = value.toLowerCase().replace(/[^a-z0-9.]+/g, '-').slice(0, MAX_DNS_SUBDOMAIN);
  return name.split('.').map(label => label.replace(/^-+|-+$/g, '')).filter(Boolean).join('.') || 'name';
}
