import { isIPv4, isIPv6 } from '../../../kubernetes/ip-address';

/** `IPv4`, `IPv6`, or undefined for what is no IP address. */
export function ipFamilyOf(ip: unknown): 'IPv4' | 'IPv6' | undefined {
  if (typeof ip !== 'string') { return undefined; }
  if (isIPv4(ip)) { return 'IPv4'; }
  return isIPv6(ip) ? 'IPv6' : undefined;
}

/** Why an address cannot be where traffic goes: it means this very host or this very wire; undefined if it can. */
export function specialIp(ip: string): string | undefined {
  const family = ipFamilyOf(ip);
  const address = family === 'IPv6' ? shortIpv6(ip) : ip;
  if (address === '0.0.0.0' || address === '::') { return 'it means no address at all'; }
  if (family === 'IPv4') {
    if (address.startsWith('127.')) { return 'it is a loopback address'; }
    if (address.startsWith('169.254.')) { return 'it is a link-local address'; }
    return address.startsWith('224.0.0.') ? 'it is a link-local multicast address' : undefined;
  }
  if (address === '::1') { return 'it is a loopback address'; }
  if (/^fe[89ab]/.test(address)) { return 'it is a link-local address'; }
  return /^ff.2/.test(address) ? 'it is a link-local multicast address' : undefined;
}

/** A range of addresses as a number and a prefix length; undefined for what is no CIDR. */
export interface Range { readonly family: 'IPv4' | 'IPv6'; readonly first: bigint; readonly prefix: number }

const BITS = { IPv4: 32, IPv6: 128 } as const;

export function rangeOf(cidr: unknown): Range | undefined {
  const [, ip, length] = typeof cidr === 'string' ? /^([^/]+)\/(\d{1,3})$/.exec(cidr) ?? [] : [];
  const family = ipFamilyOf(ip);
  const prefix = Number(length);
  if (!family || prefix > BITS[family]) { return undefined; }
  const hostBits = BigInt(BITS[family] - prefix);
  return { family, first: numberOf(ip, family) / 2n ** hostBits * 2n ** hostBits, prefix };
}

/** True if `inner` is a part of `outer`, and not all of it. */
export function isPartOf(inner: Range, outer: Range): boolean {
  if (inner.family !== outer.family || inner.prefix <= outer.prefix) { return false; }
  return (inner.first - outer.first) / 2n ** BigInt(BITS[outer.family] - outer.prefix) === 0n && inner.first >= outer.first;
}

function numberOf(ip: string, family: 'IPv4' | 'IPv6'): bigint {
  if (family === 'IPv4') { return ip.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n); }
  const [head, tail] = shortIpv6(ip).split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const groups = [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group || '0'}`), 0n);
}

/** An IPv6 address as browsers write it: lower case, no IPv4 part, zeros left out. */
function shortIpv6(ip: string): string {
  return new URL(`http://[${ip.split('%')[0]}]`).hostname.slice(1, -1);
}
