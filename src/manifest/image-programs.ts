import { isTagSince, officialTag } from './official-tag';
import { textOf } from '../kubernetes/manifest';
import { oncePerKey } from '../kubernetes/once';

/** A program that an image does not have, and what it has in its place. */
interface Absent {
  readonly image: RegExp;
  /** First version of the image without it. @default - none has it */
  readonly since?: string;
  readonly programs: Readonly<Record<string, string>>;
}

const MARIADB_TOOLS = ['mysqladmin', 'mysqldump', 'mysqlcheck', 'mysqlimport', 'mysqlshow'];
const CALL_SH = 'call sh, which reads most scripts of bash; or take an image that has bash';
const TAKE_ANOTHER = 'take an image that has it';

const CLIENTS = Object.fromEntries(['git', 'jq', 'kubectl', 'mongo', 'mongosh', 'mysql', 'mysqladmin', 'openssl', 'pg_dump', 'pg_isready', 'psql', 'python', 'python3', 'redis-cli']
  .map(program => [program, TAKE_ANOTHER]));

/** @see https://github.com/docker-library/official-images, which names the Dockerfile of each */
const ABSENT: readonly Absent[] = [
  // @see https://www.mongodb.com/docs/manual/release-notes/6.0-compatibility/: the old shell is gone
  { image: /^mongo:/, since: '6.0', programs: { mongo: 'write mongosh' } },
  // @see https://mariadb.com/kb/en/changes-improvements-in-mariadb-11-0/: the image has no links of the old names
  { image: /^mariadb:/, since: '11.0', programs: { mysql: 'write mariadb', ...Object.fromEntries(MARIADB_TOOLS.map(tool => [tool, `write ${tool.replace('mysql', 'mariadb-')}`])) } },
  { image: /^busybox:/, programs: { bash: CALL_SH, curl: 'write wget -qO-, which busybox has; or take an image that has curl', ...CLIENTS } },
  { image: /^alpine:/, programs: { bash: CALL_SH, curl: 'write wget -qO-, which the image has; or take one that has curl', ...CLIENTS } },
  { image: /^(golang|nginx|node|php|python|redis):[^:]*alpine/, programs: { bash: CALL_SH } },
];

/** What to do instead, if an official image does not have the program; undefined if it may have it. */
export function absentProgram(image: unknown, program: string): string | undefined {
  const missing = absentIn(textOf(image));
  return missing && Object.hasOwn(missing, program) ? missing[program] : undefined;
}

const absentIn = oncePerKey((image: string) => {
  const { name, tag } = officialTag(image) ?? {};
  if (name === undefined) { return undefined; }
  return ABSENT.find(row => row.image.test(`${name}:${tag ?? ''}`) && (row.since === undefined || isTagSince(tag, row.since)))?.programs;
});
