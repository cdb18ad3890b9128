import { isTagSince } from './official-tag';
import { imageName } from '../kubernetes/image';
import { listOf, recordOf, textOf } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';

/** The line of a configuration that says on which addresses a server listens. */
interface Row {
  /** The last part of the image's name. */
  readonly image: RegExp;
  readonly line: RegExp;
  /** An argument that takes the place of the line. */
  readonly argument: RegExp;
  /** Where the server reads its configuration without being told. @default - nowhere */
  readonly read?: RegExp;
  /** What to write for all addresses. */
  readonly open: string;
}

const ROWS: readonly Row[] = [
  { image: /^(redis|valkey)$/, line: /^[ \t]*bind[ \t]+(.+)$/m, argument: /^--bind$/, open: 'bind * -::*' },
  { image: /^mongo$/, line: /^[ \t]*bindIp[ \t]*:[ \t]*(.+)$/m, argument: /^--bind_ip/, open: 'bindIpAll: true' },
  { image: /^(mysql|mariadb)$/, line: /^[ \t]*bind[-_]address[ \t]*=[ \t]*(.+)$/m, argument: /^--bind[-_]address/, read: /^\/etc\/(mysql\/|my\.cnf)/, open: 'bind-address = 0.0.0.0' },
  { image: /^postgres$/, line: /^[ \t]*listen_addresses[ \t]*=[ \t]*(.+)$/m, argument: /listen_addresses/, open: "listen_addresses = '*'" },
];

const LOOPBACK = /^-?(localhost|127(\.\d+){3}|::1)$/;

/** What is known of the server of an image. */
const rowOf = oncePerKey((image: unknown) => {
  const name = imageName(image);
  return ROWS.find(row => row.image.test(name));
});

/** True for an image whose server reads such a line. */
export function mayBeTold(image: unknown): boolean {
  return rowOf(image) !== undefined;
}

/** A line that keeps a server to its own pod, and what to write in its place. */
export interface OwnPodOnly {
  readonly line: string;
  readonly open: string;
}

/** The line of a file by which the server of this image listens on loopback alone, if it reads the file; undefined if it may listen elsewhere, too. */
export function ownPodOnly(image: unknown, words: readonly string[], file: string, text: string): OwnPodOnly | undefined {
  const row = rowOf(image);
  const [line, value = ''] = row?.line.exec(text) ?? [];
  if (!row || line === undefined) { return undefined; }
  const isRead = words.some(word => word.split(/[\s=]/).includes(file)) || row.read?.test(file) === true;
  if (!isRead || words.some(word => row.argument.test(word))) { return undefined; }
  const addresses = value.replace(/(^|\s)#.*$/, '').split(/[\s,'"]+/).filter(address => address !== '');
  return addresses.length > 0 && addresses.every(address => LOOPBACK.test(address)) ? { line: line.trim(), open: row.open } : undefined;
}

/**
 * True for a container of Mosquitto with the configuration of its image alone: without a listener in it the server has one on loopback.
 *
 * @see https://mosquitto.org/documentation/migrating-to-2-0/
 */
export function isMosquittoAlone({ image, command, args, volumeMounts }: Readonly<Record<string, unknown>>): boolean {
  const [found, tag] = /^(?:docker\.io\/)?(?:library\/)?eclipse-mosquitto(?::([^/:@]+))?(?:@|$)/.exec(textOf(image)) ?? [];
  return found !== undefined && isTagSince(tag, '2.0') && command === undefined && args === undefined
    && !listOf(volumeMounts).some(mount => /^\/mosquitto\/?($|config)/.test(textOf(recordOf(mount).mountPath)));
}

/** Arguments and variables by which servers are told where they listen for clients, as a list of URLs. */
const CLIENT_URLS = /^(?:--listen-client-urls|ETCD_LISTEN_CLIENT_URLS)$/;
const LOOPBACK_URL = /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/** True for etcd that is told URLs of its own pod alone. */
export function hasOwnUrlsOnly(image: unknown, settings: readonly (readonly [name: string, value: string])[]): boolean {
  const told = settings.find(([name]) => CLIENT_URLS.test(name));
  return imageName(image) === 'etcd' && told !== undefined && told[1] !== '' && told[1].split(',').every(url => LOOPBACK_URL.test(url.trim()));
}

/**
 * True for a configuration of PostgreSQL's that takes the place of the one that the image makes, and says nothing of addresses: then it listens on localhost.
 *
 * @see https://www.postgresql.org/docs/current/runtime-config-connection.html
 */
export function leavesAddressesOut(image: unknown, words: readonly string[], file: string, text: string): boolean {
  const isRead = words.some(word => word === `config_file=${file}` || word === `--config-file=${file}` || word === `--config_file=${file}` || word === `-cconfig_file=${file}`);
  return imageName(image) === 'postgres' && isRead && !words.some(word => /listen_addresses|listen-addresses|^-h|^-i$/.test(word))
    && !/^[ \t]*(listen_addresses|include)/m.test(text);
}
