import { ipFamilyOf, rangeOf } from '../../kubernetes/formats/address';
import { isTime } from '../../kubernetes/formats/time';

/** Formats of texts that the server holds values to; it takes others without a look. */
const FORMATS: ReadonlyMap<string, { readonly fits: (text: string) => boolean; readonly example: string }> = new Map([
  ['date-time', { fits: text => isTime(text.replace(/t/, 'T').replace(/z$/, 'Z')), example: '2026-01-31T12:00:00Z' }],
  ['date', { fits: text => isTime(`${text}T00:00:00Z`), example: '2026-01-31' }],
  ['ipv4', { fits: text => ipFamilyOf(text) === 'IPv4', example: '10.0.0.1' }],
  ['ipv6', { fits: text => ipFamilyOf(text) === 'IPv6', example: 'fd00::1' }],
  ['cidr', { fits: text => rangeOf(text) !== undefined, example: '10.0.0.0/16' }],
  ['uuid', { fits: text => /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i.test(text), example: '123e4567-e89b-42d3-a456-426614174000' }],
  ['byte', { fits: text => /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text), example: 'dGV4dA==' }],
]);

/** What a text of this format looks like, if the value is a text and does not fit. */
export function brokenTextFormat(value: unknown, format: unknown): string | undefined {
  const known = typeof format === 'string' && typeof value === 'string' ? FORMATS.get(format) : undefined;
  return known && !known.fits(value as string) ? `be a ${format as string} such as ${known.example}` : undefined;
}
