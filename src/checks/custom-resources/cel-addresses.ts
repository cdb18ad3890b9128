import { BadValue } from './bad-value';
import { isUri } from './text-formats';
import { Range, holds, ipFamilyOf, isPartOf, rangeOf } from '../../kubernetes/formats/address';

/** An address as rules in CEL have it. */
export class Ip {
  constructor(public readonly text: string) {}
}

/** A range of addresses. */
export class Cidr {
  constructor(public readonly range: Range) {}
}

/** The address of something in the web. A path alone has neither scheme nor host. */
export class Url {
  public readonly scheme: string;
  public readonly host: string;
  public readonly path: string;

  constructor(text: string) {
    const [, scheme = '', rest] = /^(?:([a-z][a-z0-9+.-]*):)?([^?]*)/i.exec(text)!;
    const [, authority, path] = scheme === '' ? [] : /^\/\/([^/]*)(.*)$/.exec(rest) ?? [];
    this.scheme = scheme.toLowerCase();
    this.host = (authority ?? '').replace(/^.*@/, '');
    this.path = path ?? rest;
  }
}

function ip(text: string): Ip {
  if (ipFamilyOf(text) === undefined) { throw new BadValue(`${text} is no IP address`); }
  return new Ip(text);
}

function cidr(text: string): Cidr {
  const range = rangeOf(text);
  if (range === undefined) { throw new BadValue(`${text} is no range of IP addresses`); }
  return new Cidr(range);
}

function url(text: string): Url {
  if (!isUri(text)) { throw new BadValue(`${text} is no URL`); }
  return new Url(text);
}

const holdsIp = (range: Range, { text }: Ip) => (ipFamilyOf(text) === range.family) && holds(range, text);
const holdsRange = (outer: Range, { range }: Cidr) =>
  isPartOf(range, outer) || range.family === outer.family && range.prefix === outer.prefix && holds(outer, range.address);

/** @see https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-ip-address-library */
export const ADDRESS_FUNCTIONS: Readonly<Record<string, (...values: any[]) => unknown>> = {
  'isIP(string): bool': (text: string) => ipFamilyOf(text) !== undefined,
  'ip(string): Ip': ip,
  'Ip.family(): int': ({ text }: Ip) => ipFamilyOf(text) === 'IPv4' ? 4n : 6n,
  'string(Ip): string': ({ text }: Ip) => text,
  'isCIDR(string): bool': (text: string) => rangeOf(text) !== undefined,
  'cidr(string): Cidr': cidr,
  'Cidr.containsIP(string): bool': ({ range }: Cidr, text: string) => holdsIp(range, ip(text)),
  'Cidr.containsIP(Ip): bool': ({ range }: Cidr, one: Ip) => holdsIp(range, one),
  'Cidr.containsCIDR(string): bool': ({ range }: Cidr, text: string) => holdsRange(range, cidr(text)),
  'Cidr.containsCIDR(Cidr): bool': ({ range }: Cidr, one: Cidr) => holdsRange(range, one),
  'Cidr.prefixLength(): int': ({ range }: Cidr) => BigInt(range.prefix),
  'Cidr.ip(): Ip': ({ range }: Cidr) => new Ip(range.address),
  'isURL(string): bool': (text: string) => isUri(text),
  'url(string): Url': url,
  'Url.getScheme(): string': ({ scheme }: Url) => scheme,
  'Url.getHost(): string': ({ host }: Url) => host,
  'Url.getHostname(): string': ({ host }: Url) => host.replace(/:\d*$/, '').replace(/^\[|\]$/g, ''),
  'Url.getPort(): string': ({ host }: Url) => /:(\d*)$/.exec(host)?.[1] ?? '',
  'Url.getEscapedPath(): string': ({ path }: Url) => path,
};
