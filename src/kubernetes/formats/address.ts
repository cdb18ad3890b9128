import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { Format } from './format';

/** An IPv4 or IPv6 address without a zone. Go reads `010.0.0.1` as `10.0.0.1`. */
export const IP: Format<string> = {
  family: 'ip',
  mustBe: 'an IP address such as 10.0.0.1 or fd00::1',
  fits: value => ipFamilyOf(withoutLeadingZeros(value)) !== undefined,
  later: [{ since: '1.36', fits: isStrict }],
};

/** A range of addresses. */
export const CIDR: Format<string> = {
  family: 'ip',
  mustBe: 'a range of IP addresses such as 10.0.0.0/16 or fd00::/64',
  fits: value => rangeOf(withoutLeadingZeros(value)) !== undefined,
  later: [{ since: '1.36', fits: value => rangeOf(value) !== undefined && isStrict(value.replace(/\/.*$/, '')) && !/\/0\d/.test(value) }],
};

/** The address of a Service: an address, or `None` for a headless one. */
export const CLUSTER_IP: Format<string> = { ...IP, mustBe: `${IP.mustBe}, or None`, fits: value => value === 'None' || IP.fits(value), later: undefined };

/** `IPv4`, `IPv6`, or undefined for what is no IP address. */
export function ipFamilyOf(ip: unknown): 'IPv4' | 'IPv6' | undefined {
  if (typeof ip !== 'string') { return undefined; }
  if (isIPv4(ip)) { return 'IPv4'; }
  // Node makes its expression for IPv6 when it is first asked, which takes a millisecond.
  return ip.includes(':') && isIPv6(ip) && !ip.includes('%') ? 'IPv6' : undefined;
}

/** A range of addresses: one of them, and how many bits all of them have in common. */
export interface Range { readonly family: 'IPv4' | 'IPv6'; readonly address: string; readonly prefix: number }

/** The range that a text names; undefined for what is no CIDR. */
export function rangeOf(cidr: unknown): Range | undefined {
  const [, address, length] = typeof cidr === 'string' ? /^([^/]+)\/(\d{1,3})$/.exec(cidr) ?? [] : [];
  const family = ipFamilyOf(address);
  return family && Number(length) <= (family === 'IPv4' ? 32 : 128) ? { family, address, prefix: Number(length) } : undefined;
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

/** No leading zeros, and no IPv4 address in the dress of an IPv6 one. */
function isStrict(ip: string): boolean {
  return ipFamilyOf(ip) !== undefined && !(ip.includes(':') && holds({ family: 'IPv6', address: '::ffff:0:0', prefix: 96 }, ip));
}
