/**
 * A database in a server that speaks SQL. It is made once, and never dropped.
 */
export interface SqlDatabase {
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
