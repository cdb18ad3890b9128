/**
 * What a user may do with the tables of a database that belongs to somebody else.
 */
export enum SqlAccess {
  /** Read all tables. */
  READ = 'read',

  /** Read all tables and change their rows. */
  WRITE = 'write',
}

/**
 * What a user may do in one database.
 */
export interface SqlGrant {
  /** Name of one of `databases`. */
  readonly database: string;

  /**
   * What the user may do with its tables, also with those that its owner makes later.
   *
   * @default SqlAccess.READ
   */
  readonly access?: SqlAccess;
}

/**
 * A user of a server that speaks SQL. It is made once, and never dropped.
 */
export interface SqlUser {
  /** Name with which the user logs in. */
  readonly name: string;

  /**
   * Name of an existing Secret with the key `password`.
   *
   * @default - a Job in the cluster creates `<name of the construct>-user-<name of the user>` with a random value, once
   */
  readonly passwordSecret?: string;

  /**
   * What the user may do beside what is its own.
   *
   * @default - nothing: an owner needs no grant
   */
  readonly grants?: SqlGrant[];
}
