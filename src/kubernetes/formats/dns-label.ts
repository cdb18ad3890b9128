import { Format } from './format';

const MAX = 63;

/** As in RFC 1123: names of containers, volumes, namespaces, and the parts of host names. */
export const DNS_LABEL: Format<string> = {
  family: 'name',
  mustBe: 'lower case letters, digits and `-`, beginning and ending with a letter or digit, at most 63 characters',
  fits: value => /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(value),
  nearest: asDnsLabel,
};

/** As in RFC 1035: a DNS label that begins with a letter. */
export const DNS_1035_LABEL: Format<string> = {
  family: 'name',
  mustBe: 'lower case letters, digits and `-`, beginning with a letter and ending with a letter or digit, at most 63 characters',
  fits: value => DNS_LABEL.fits(value) && /^[a-z]/.test(value),
  nearest: value => /^[a-z]/.test(asDnsLabel(value)) ? asDnsLabel(value) : asDnsLabel(`app-${value}`),
};

/** Name of a Service: a DNS name is made of it. */
export const SERVICE_NAME: Format<string> = {
  ...DNS_1035_LABEL,
  later: [{ since: '1.36', mustBe: DNS_LABEL.mustBe, fits: DNS_LABEL.fits, nearest: DNS_LABEL.nearest }],
};

/** A format of names whose values are shorter, because something is added to them. */
export function shorter(format: Format<string>, max: number, why: string): Format<string> {
  return {
    ...format,
    mustBe: `${format.mustBe.replace(/\d+ characters/, `${max} characters`)}, ${why}`,
    fits: value => value.length <= max && format.fits(value),
    nearest: value => cut(format.nearest?.(value) ?? value, max),
  };
}

/** The nearest DNS label to a text, as a proposal. */
export function asDnsLabel(value: string): string {
  const label = String(value)
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return cut(label, MAX) || 'name';
}

function cut(label: string, max: number): string {
  return label.slice(0, max).replace(/^-+|[-.]+$/g, '');
}
