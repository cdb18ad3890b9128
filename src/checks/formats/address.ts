import { CHECKS } from './checks';
import { Format } from './format';
import { isIPv4, isIPv6 } from '../../kubernetes/ip-address';

/** An IPv4 or IPv6 address. Go reads `010.0.0.1` as `10.0.0.1`, and no zones. */
export const IP: Format = { check: CHECKS.ip, mustBe: 'an IP address such as 10.0.0.1 or fd00::1', holds: isAddress };

/** A range of addresses. */
export const CIDR: Format = {
  check: CHECKS.ip,
  mustBe: 'a range of IP addresses such as 10.0.0.0/16 or fd00::/64',
  holds: value => {
    const [, address, length] = /^([^/]*)\/(\d{1,3})$/.exec(value) ?? [];
    return address !== undefined && isAddress(address) && Number(length) <= (address.includes(':') ? 128 : 32);
  },
};

/** The address of a Service: an address, or `None` for a headless one. */
export const CLUSTER_IP: Format = { ...IP, mustBe: `${IP.mustBe}, or None`, holds: value => value === 'None' || isAddress(value) };

function isAddress(value: string): boolean {
  return isIPv6(value) || isIPv4(value.replace(/(^|\.)0+(?=\d)/g, '$1'));
}
