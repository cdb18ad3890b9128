import { officialTag } from './official-tag';

/** Programs that call a database over the network. */
interface Client {
  readonly programs: RegExp;
  /** The official images that the database has. */
  readonly servers: RegExp;
  /** Variables that name the host, and such as give a password. */
  readonly hostVariable?: string;
  readonly passwords: RegExp;
  /** Words of a call that give a password, or a file with one. */
  readonly passwordWords: RegExp;
  /** Variables of the server by which it asks for a password. */
  readonly asks: RegExp;
  /** Variables or files of the server by which it may not. */
  readonly trusts: RegExp;
  readonly fix: string;
}

export const DATABASE_CLIENTS: readonly Client[] = [
  {
    programs: /^(pg_dump|pg_dumpall|psql|pg_restore)$/,
    servers: /^postgres$/,
    hostVariable: 'PGHOST',
    passwords: /^PG(PASSWORD|PASSFILE|SERVICE|SERVICEFILE|SSLCERT)$/,
    passwordWords: /PGPASS|pgpass|password|:\/\/[^\s/@]+:[^\s@]+@/,
    asks: /^POSTGRES_PASSWORD(_FILE)?$/,
    trusts: /HOST_AUTH_METHOD|pg_hba|postgresql\.conf|INITDB_ARGS/,
    fix: 'write the variable PGPASSWORD with the secretKeyRef that POSTGRES_PASSWORD of the server has',
  },
  {
    programs: /^(mysqldump|mysql|mariadb-dump|mariadb)$/,
    servers: /^(mysql|mariadb)$/,
    passwords: /^MYSQL_PWD$/,
    passwordWords: /(^|\s)-p|--password|--defaults|--login-path|MYSQL_PWD|\.cnf|--protocol/,
    asks: /^(MYSQL|MARIADB)_ROOT_PASSWORD(_FILE)?$/,
    trusts: /ALLOW_EMPTY|initdb/,
    fix: 'write -p"$MYSQL_ROOT_PASSWORD", with this variable from the Secret of the server',
  },
];

/** The host of an option such as `-h db` or `--host=db` in the words of a call. */
export function hostOf(words: readonly string[]): string | undefined {
  for (const [i, word] of words.entries()) {
    const [, joined] = /^(?:--host=|-h)(.+)$/.exec(word) ?? [];
    if (joined !== undefined) { return joined; }
    if (word === '-h' || word === '--host') { return words[i + 1]; }
  }
  return undefined;
}

/** The major version of an official image, `16` of `postgres:16.4`; undefined if its tag has none. */
export function majorOf(image: unknown): number | undefined {
  const [, major] = /^(\d+)(?=[.-]|$)/.exec(officialTag(image)?.tag ?? '') ?? [];
  return major === undefined ? undefined : Number(major);
}
