import { Validity } from '../../kubernetes/api/lifetime';
import { CIDR, IP, ipFamilyOf } from '../../kubernetes/formats/address';
import { DNS_LABEL } from '../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';
import { isTime } from '../../kubernetes/formats/time';

interface TextFormat extends Validity {
  readonly fits: (text: string) => boolean;
  readonly example: string;
}

const HOST_NAME = /^([a-z0-9\p{S}\p{L}](-?[a-z0-9\p{S}\p{L}]{0,62})?|([a-z0-9\p{S}\p{L}](([a-z0-9\-\p{S}\p{L}]{0,61}[a-z0-9\p{S}\p{L}])?)\.)+[a-z\p{L}]{2,63})$/iu;
const MAC = /^(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}(?:(?:[0-9a-f]{2}\1){2}|(?:[0-9a-f]{2}\1){14})?[0-9a-f]{2}$|^[0-9a-f]{4}(?:(?:\.[0-9a-f]{4}){2,3}|(?:\.[0-9a-f]{4}){9})$/i;
const DURATION = /^[-+]?0$|\d\s*(?:ns|nano|us|\u00b5s|micro|ms|milli|s|sec|m|min|h|hr|hour|d|day|w|wk|week)(?![a-z\u00b5])|\d\s*(?:nano|micro|milli|sec|min|hour|day|week)/i;

/** Formats of texts that the server holds values to; it takes others without a look. */
const FORMATS: ReadonlyMap<string, TextFormat> = new Map<string, TextFormat>([
  ['datetime', { fits: text => isTime(text.replace(/t/, 'T').replace(/z$/, 'Z')), example: '2026-01-31T12:00:00Z' }],
  ['date', { fits: text => isTime(`${text}T00:00:00Z`), example: '2026-01-31' }],
  ['duration', { fits: text => DURATION.test(text), example: '1h30m' }],
  ['ipv4', { fits: text => text.includes('.') && IP.fits(text), example: '10.0.0.1' }],
  ['ipv6', { fits: text => ipFamilyOf(text) === 'IPv6', example: 'fd00::1' }],
  ['cidr', { fits: CIDR.fits, example: '10.0.0.0/16' }],
  ['mac', { fits: text => MAC.test(text), example: '00:00:5e:00:53:01' }],
  ['hostname', { fits: text => HOST_NAME.test(text) && text.split('.').every(label => Buffer.byteLength(label) <= 63), example: 'db.example.com' }],
  ['uri', { fits: isUri, example: 'https://example.com/path' }],
  ['email', { fits: text => /[^\s@]@[^\s@]/.test(text), example: 'me@example.com' }],
  ['uuid', { fits: text => /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text), example: '123e4567-e89b-42d3-a456-426614174000' }],
  ['uuid3', { fits: text => /^[0-9a-f]{8}-?[0-9a-f]{4}-?3[0-9a-f]{3}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text), example: '123e4567-e89b-32d3-a456-426614174000' }],
  ['uuid4', { fits: text => /^[0-9a-f]{8}-?[0-9a-f]{4}-?4[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i.test(text), example: '123e4567-e89b-42d3-a456-426614174000' }],
  ['uuid5', { fits: text => /^[0-9a-f]{8}-?[0-9a-f]{4}-?5[0-9a-f]{3}-?[89ab][0-9a-f]{3}-?[0-9a-f]{12}$/i.test(text), example: '123e4567-e89b-52d3-a456-426614174000' }],
  ['byte', { fits: text => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text), example: 'dGV4dA==' }],
  ['k8sshortname', { fits: DNS_LABEL.fits, example: 'db-0', since: '1.34' }],
  ['k8slongname', { fits: DNS_SUBDOMAIN.fits, example: 'db.example.com', since: '1.34' }],
]);

/** What a text of this format looks like, if the value is a text and does not fit. */
export function brokenTextFormat(value: unknown, format: unknown, holds: (validity: Validity) => boolean): string | undefined {
  if (typeof format !== 'string' || typeof value !== 'string') { return undefined; }
  const known = FORMATS.get(format.replaceAll('-', ''));
  const counts = known && (known.since === undefined || holds(known));
  return counts && !known.fits(value) ? `be a ${format} such as ${known.example}` : undefined;
}

/** As Go reads the target of a request: with a scheme, or a path from the root. */
export function isUri(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x1f\x7f]/.test(text) || /%(?![0-9a-f]{2})/i.test(text)) { return false; }
  const [, scheme, rest] = /^([a-z][a-z0-9+.-]*:)?([^]*)$/i.exec(text)!;
  if (!rest.startsWith('/')) { return scheme !== undefined || text === '*'; }
  const [, authority] = scheme === undefined ? [] : /^\/\/([^/?]*)/.exec(rest) ?? [];
  return authority === undefined || /^[^\s\\^`{|}]*$/.test(authority) && (!/:[^:\]]*$/.test(authority) || /:\d*$/.test(authority));
}
