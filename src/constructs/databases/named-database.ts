/**
 * A database in a server. It is made once, and never dropped. (MongoDB makes it
 * with the first thing that is written into it.)
 */
export interface NamedDatabase {
  /** Name of the database. */
  readonly name: string;

  /**
   * Who owns it and may do everything in it: one of `users`.
   *
   * @default - the administrator
   */
  readonly owner?: string;

  /**
   * Names of the extensions that it has, for example `pg_trgm`. PostgreSQL only.
   *
   * @default - none
   */
  readonly extensions?: string[];
}
