/**
 * What a user may do with the tables of a database that belongs to somebody else.
 */
export enum DatabaseAccess {
  /** Read all tables. */
  READ = 'read',

  /** Read all tables and change their rows. */
  WRITE = 'write',
}

/**
 * What a user may do in one database.
 */
export interface DatabaseGrant {
  /** Name of one of `databases`. */
  readonly database: string;

  /**
   * What the user may do with its tables (MongoDB: collections), also with those that its owner makes later.
   *
   * @default DatabaseAccess.READ
   */
  readonly access?: DatabaseAccess;
}

/**
 * A user of a database server. It is made once, and never dropped.
 */
export interface DatabaseUser {
  /** Name with which the user logs in. */
  readonly name: string;

  /**
   * Name of an existing Secret with the key `password`.
   *
   * @default - a Job in the cluster creates `<name of the construct>-user-<name of the user>` with a random value, once
   */
  readonly passwordSecret?: string;

  /**
   * What the user may do beside what is its own. What is taken from the list
   * is revoked, as long as user and database are still in theirs.
   *
   * @default - nothing: an owner needs no grant
   */
  readonly grants?: DatabaseGrant[];
}
