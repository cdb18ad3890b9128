import { isIP } from 'node:net';
import { Size } from 'cdk8s';
import { isCountable, quantityOf } from '../../cdk8s/size';
import { DNS_SUBDOMAIN } from '../../kubernetes/formats/dns-subdomain';

/** Why a text is no address of a server, or an empty list. */
export function serverProblems(prop: string, value: string): string[] {
  const [, host, path] = /^(?:nfs:\/\/)?([^/]+?):?(\/.*)?$/.exec(value) ?? [];
  if (host && (path || value.startsWith('nfs://'))) {
    return [`'${prop}' must be a host name or an IP address alone, got '${value}'; write 'server: "${host}"${path && path !== '/' ? `, path: "${path}"` : ''}'`];
  }
  const looksLikeIp = /^[\d.]+$/.test(value);
  const hostName = !looksLikeIp && DNS_SUBDOMAIN.fits(value.toLowerCase());
  return isIP(value) || hostName ? [] : [`'${prop}' must be a host name or an IP address, got '${value}'; write '${prop}: "192.168.1.21"' or '${prop}: "nfs.example.com"', for example`];
}

/** Why a node cannot mount with these options, or an empty list. */
export function mountOptionProblems(options: readonly string[] = []): string[] {
  return options
    .filter(option => !/^[^\s,]+$/.test(option))
    .map(option => `each of 'mountOptions' must be one option, got '${option}'; write 'mountOptions: ${listOf(option.split(/[\s,]+/).filter(Boolean))}'`);
}

/** Why nodes should not mount an NFS export with these options, or an empty list. */
export function nfsMountOptionProblems(options: readonly string[] = []): string[] {
  return mountOptionProblems(options).concat(options
    .filter(option => option === 'soft' || option === 'softerr')
    .map(option => `'mountOptions' must not hold '${option}', which turns a slow server into lost writes; write '"hard"' instead, or leave it out`));
}

/** Why no claim can ask for a size, or an empty list. */
export function sizeProblems(prop: string, size: Size | undefined): string[] {
  if (!size) { return [`'${prop}' is missing, and a claim must ask for one; write '${prop}: Size.gibibytes(10)'`]; }
  return isCountable(size) ? [] : [`'${prop}' must be more than zero and less than 8Ei, got '${quantityOf(size)}'; write 'Size.gibibytes(1)', for example`];
}

/** Why no claim can have these access modes, or an empty list. */
export function accessModeProblems(modes: readonly string[]): string[] {
  if (modes.length === 0) {
    return ["'accessModes' must name at least one mode, got an empty list; leave it out for the default"];
  }
  if (modes.includes('ReadWriteOncePod') && modes.length > 1) {
    return [`'accessModes' must not combine ReadWriteOncePod with other modes, got '${modes.join(', ')}'; write one of them`];
  }
  return [];
}

/** Why a storage cannot offer the access modes that a volume asks for, or an empty list. */
export function unsupportedModes(modes: readonly string[], supported: readonly string[], why: string, instead: string): string[] {
  return modes
    .filter(mode => !supported.includes(mode))
    .map(mode => `'accessModes' must not hold ${mode}, for ${why}, got '${modes.join(', ')}'; write ${instead}`);
}

/** An absolute path without repeated or closing slashes. */
export function cleanPath(path: string): string {
  return `/${path.split('/').filter(part => part && part !== '.').join('/')}`;
}

function listOf(words: readonly string[]): string {
  return `[${words.map(word => `"${word}"`).join(', ')}]`;
}
