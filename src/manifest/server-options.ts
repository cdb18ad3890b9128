import { isTagSince, officialTag } from './official-tag';
import { textOf } from '../kubernetes/manifest';

/** Options that a server of an official image does not know any more: it ends with "unknown variable" or "unrecognised option". */
interface GoneOption {
  readonly image: RegExp;
  /** First version without it. */
  readonly since: string;
  readonly option: string;
  readonly instead: string;
}

interface Refused {
  /** As it is written. */
  readonly option: string;
  readonly since: string;
  /** What to write, in words. */
  readonly instead: string;
}

const REMOVE = 'remove it';

/** Server options by the release notes of their programs. */
const GONE: readonly GoneOption[] = [
  // @see https://dev.mysql.com/doc/refman/8.4/en/mysql-nutshell.html
  { image: /^mysql$/, since: '8.4', option: 'default-authentication-plugin', instead: 'remove it; where a client knows no other way to log in, write --mysql-native-password=ON, which 9.0 does not have either' },
  { image: /^mysql$/, since: '8.4', option: 'skip-host-cache', instead: 'write --host-cache-size=0' },
  { image: /^mysql$/, since: '8.4', option: 'expire-logs-days', instead: 'write --binlog-expire-logs-seconds' },
  { image: /^mysql$/, since: '9.0', option: 'mysql-native-password', instead: REMOVE },
  // @see https://dev.mysql.com/doc/refman/8.0/en/added-deprecated-removed.html
  { image: /^mysql$/, since: '8.0', option: 'ignore-db-dir', instead: 'remove it, and give the volume a subPath, so that its directory lost+found is not in the data directory' },
  { image: /^mysql$/, since: '8.0', option: 'query-cache-size', instead: REMOVE },
  { image: /^mysql$/, since: '8.0', option: 'query-cache-type', instead: REMOVE },
  { image: /^mysql$/, since: '8.0', option: 'innodb-large-prefix', instead: REMOVE },
  { image: /^mysql$/, since: '8.0', option: 'innodb-file-format', instead: REMOVE },
  // @see https://www.mongodb.com/docs/manual/release-notes/4.2-compatibility/
  { image: /^mongo$/, since: '4.2', option: 'smallfiles', instead: REMOVE },
  { image: /^mongo$/, since: '4.2', option: 'noprealloc', instead: REMOVE },
  // @see https://www.mongodb.com/docs/manual/release-notes/6.1-compatibility/: 6.1 was no release of its own
  { image: /^mongo$/, since: '7.0', option: 'nojournal', instead: REMOVE },
];

/** What to write for an argument that the server of this image refuses; undefined if it may know it. */
export function goneOption(image: unknown, argument: unknown): Refused | undefined {
  const { name, tag } = officialTag(image) ?? {};
  const [, written] = /^--((?!loose)[\w-]+)/.exec(textOf(argument)) ?? [];
  if (name === undefined || written === undefined) { return undefined; }
  const option = written.replaceAll('_', '-');
  const found = GONE.find(one => one.image.test(name) && one.option === option && isTagSince(tag, one.since));
  return found && { option: `--${written}`, since: found.since, instead: found.instead };
}
