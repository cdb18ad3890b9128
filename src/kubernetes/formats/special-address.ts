import { holds, ipFamilyOf, rangeOf } from './address';

/** Addresses that mean this very host or this very wire, so that no traffic can go there. */
const SPECIAL: Readonly<Record<string, readonly string[]>> = {
  'it means no address at all': ['0.0.0.0/32', '::/128'],
  'it is a loopback address': ['127.0.0.0/8', '::1/128'],
  'it is a link-local address': ['169.254.0.0/16', 'fe80::/10'],
  'it is a link-local multicast address': ['224.0.0.0/24', ...[...'0123456789abcdef'].map(flags => `ff${flags}2::/16`)],
};

/** Why an address cannot be where traffic goes; undefined if it can. */
export function specialIp(ip: string): string | undefined {
  return ipFamilyOf(ip) && Object.keys(SPECIAL).find(why => SPECIAL[why].some(range => holds(rangeOf(range)!, ip)));
}
