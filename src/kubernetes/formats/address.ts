import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { Format } from './format';

/** The first version that takes no odd spelling of an address. */
const STRICT = '1.36';

/** An IPv4 or IPv6 address without a zone. Go reads `010.0.0.1` as `10.0.0.1`. */
export const IP: Format<string> = {
  family: 'ip',
  mustBe: 'an IP address such as 10.0.0.1 or fd00::1',
  fits: value => ipFamilyOf(withoutLeadingZeros(value)) !== undefined,
  later: [{ since: STRICT, mustBe: 'an IP address without zeros in front, such as 10.0.0.1 or fd00::1', fits: isStrict }],
};

/** A range of addresses. */
export const CIDR: Format<string> = {
  family: 'ip',
  mustBe: 'a range of IP addresses such as 10.0.0.0/16 or fd00::/64',
  fits: value => rangeOf(withoutLeadingZeros(value)) !== undefined,
  later: [{ since: STRICT, mustBe: 'a range of IP addresses without bits behind its length, such as 10.0.0.0/16 or fd00::/64', fits: isStrictRange }],
};

/** The one spelling of an address, by which Kubernetes compares it: `fd00::1`, not `FD00:0::1`. */
export const CANONICAL_IP: Format<string> = {
  family: 'ip',
  mustBe: 'an IP address in its shortest spelling, such as 10.0.0.1 or fd00::1',
  fits: value => isStrict(value) && value === canonicalIp(value),
};

/** The one spelling of a range. */
export const CANONICAL_CIDR: Format<string> = {
  family: 'ip',
  mustBe: 'a range of IP addresses in its shortest spelling, such as 10.0.0.0/16 or fd00::/64',
  fits: value => isStrictRange(value) && CANONICAL_IP.fits(value.replace(/\/.*$/, '')),
};

/** The address of a Service: an address, or `None` for a headless one. */
export const CLUSTER_IP: Format<string> = {
  family: 'ip',
  mustBe: `${IP.mustBe}, or None`,
  fits: value => value === 'None' || IP.fits(value),
  later: [{ since: STRICT, fits: value => value === 'None' || isStrict(value) }],
};

/** A range with spaces around it, as an old annotation had it. */
export const CIDR_WITH_SPACES: Format<string> = {
  ...CIDR,
  fits: value => CIDR.fits(value.trim()),
  later: [{ since: STRICT, mustBe: CIDR.later![0].mustBe, fits: value => isStrictRange(value.trim()) }],
};

/** `IPv4`, `IPv6`, or undefined for what is no IP address. */
export function ipFamilyOf(ip: unknown): 'IPv4' | 'IPv6' | undefined {
  if (typeof ip !== 'string') { return undefined; }
  if (isIPv4(ip)) { return 'IPv4'; }
  // Node makes its expression for IPv6 when it is first asked, which takes a millisecond.
  return ip.includes(':') && isIPv6(ip) && !ip.includes('%') ? 'IPv6' : undefined;
}

/** The same whatever the spelling, as Go reads it: `010.0.0.1` and `::ffff:10.0.0.1` are IPv4. */
export function looseFamilyOf(ip: string): 'IPv4' | 'IPv6' | undefined {
  const family = ipFamilyOf(withoutLeadingZeros(ip));
  return family === 'IPv6' && holds(MAPPED, ip) ? 'IPv4' : family;
}

/** A range of addresses: one of them, and how many bits all of them have in common. */
export interface Range { readonly family: 'IPv4' | 'IPv6'; readonly address: string; readonly prefix: number }

/** The range that a text names; undefined for what is no CIDR. */
export function rangeOf(cidr: unknown): Range | undefined {
  const [, address, length] = typeof cidr === 'string' ? /^([^/]+)\/(\d{1,3})$/.exec(cidr) ?? [] : [];
  const family = ipFamilyOf(address);
  return family && Number(length) <= (family === 'IPv4' ? 32 : 128) ? { family, address, prefix: Number(length) } : undefined;
}

/** The same whatever the spelling, as Go reads it: with zeros in front, or IPv4 written as IPv6 (`::ffff:10.0.0.0/104`). */
export function looseRangeOf(cidr: unknown): Range | undefined {
  const range = typeof cidr === 'string' ? rangeOf(withoutLeadingZeros(cidr)) : undefined;
  const isMapped = range?.family === 'IPv6' && range.prefix >= MAPPED.prefix && holds(MAPPED, range.address);
  return isMapped ? { family: 'IPv4', address: lastBytes(range.address), prefix: range.prefix - MAPPED.prefix } : range;
}

/** True if `inner` is a part of `outer` as Go reads both; it compares the lengths as they are written, even if one is IPv4 written as IPv6. */
export function isLoosePartOf(inner: string, outer: string): boolean {
  const [part, whole] = [looseRangeOf(inner), looseRangeOf(outer)];
  return part !== undefined && whole?.family === part.family && writtenLength(inner) > writtenLength(outer) && holds(whole, part.address);
}

/** True if `inner` is a part of `outer`, and not all of it. */
export function isPartOf(inner: Range, outer: Range): boolean {
  return inner.family === outer.family && inner.prefix > outer.prefix && holds(outer, inner.address);
}

/** True if an address is in a range. */
export function holds({ family, address, prefix }: Range, ip: string): boolean {
  const list = new BlockList();
  list.addSubnet(address, prefix, family === 'IPv4' ? 'ipv4' : 'ipv6');
  return list.check(ip, isIPv4(ip) ? 'ipv4' : 'ipv6');
}

function withoutLeadingZeros(value: string): string {
  return value.includes(':') ? value : value.replace(/(^|\.)0+(?=\d)/g, '$1');
}

/** The shortest spelling, as the rules for addresses in URLs have it. */
function canonicalIp(ip: string): string {
  return ip.includes(':') ? new URL(`http://[${ip}]`).hostname.slice(1, -1) : ip;
}

/** No bits are set that the length leaves open. */
function isStrictRange(cidr: string): boolean {
  const range = rangeOf(cidr);
  if (!range || !isStrict(range.address) || /\/0\d/.test(cidr)) { return false; }
  const open = BigInt((range.family === 'IPv4' ? 32 : 128) - range.prefix);
  return numberOf(range.address) % 2n ** open === 0n;
}

/** The bits of an address as one number. */
function numberOf(ip: string): bigint {
  if (!ip.includes(':')) { return ip.split('.').reduce((number, byte) => number * 256n + BigInt(byte), 0n); }
  const [head, tail] = canonicalIp(ip).split('::').map(half => half.split(':').filter(Boolean));
  const zeros = tail ? Array.from({ length: 8 - head.length - tail.length }, () => '0') : [];
  return [...head, ...zeros, ...tail ?? []].reduce((number, group) => number * 65536n + BigInt(`0x${group}`), 0n);
}

function writtenLength(cidr: string): number {
  return Number(cidr.slice(cidr.indexOf('/') + 1));
}

/** The IPv4 address that is written as this IPv6 one. */
function lastBytes(ip: string): string {
  return [24n, 16n, 8n, 0n].map(bits => numberOf(ip) / 2n ** bits % 256n).join('.');
}

/** IPv4 addresses that are written as IPv6 ones. */
const MAPPED: Range = { family: 'IPv6', address: '::ffff:0:0', prefix: 96 };

/** No leading zeros, and no IPv4 address in the dress of an IPv6 one. */
function isStrict(ip: string): boolean {
  return ipFamilyOf(ip) !== undefined && !(ip.includes(':') && holds(MAPPED, ip));
}
