const QUALIFIED_PART = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const DNS_SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const DNS_LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/** A name such as `app` or `example.com/app`: what keys of labels and names of resources are. */
export function isQualifiedName(name: string): boolean {
  const slash = name.indexOf('/');
  if (slash < 0) { return QUALIFIED_PART.test(name); }
  return isDnsSubdomain(name.slice(0, slash)) && QUALIFIED_PART.test(name.slice(slash + 1));
}

/** Lower case letters, digits, `-` and `.`, at most 253. */
export function isDnsSubdomain(name: string): boolean {
  return name.length <= 253 && DNS_SUBDOMAIN.test(name);
}

/** Lower case letters, digits and `-`, at most 63. */
export function isDnsLabel(name: string): boolean {
  return DNS_LABEL.test(name);
}

/** The nearest DNS subdomain to a text, as a proposal. */
export function asDnsSubdomain(value: string): string {
  const name = String(value).toLowerCase().replace(/[^a-z0-9.]+/g, '-').slice(0, 253);
  return name.split('.').map(label => label.replace(/^-+|-+$/g, '')).filter(Boolean).join('.') || 'name';
}
