/**
 * What is run once, in the order of the list, and never again under the same
 * name: SQL, or JavaScript for MongoDB. PostgreSQL runs it as one transaction:
 * it is done as a whole, or not at all. In the others a script that failed may
 * be done in part, and is run again from its beginning.
 */
export interface InitScript {
  /** By this name the database remembers that it was run. */
  readonly name: string;

  /** The statements, each with a semicolon at its end. They stand in a ConfigMap, so they may hold no secrets. */
  readonly content: string;

  /**
   * Name of one of `databases`, whose owner runs the script.
   *
   * @default - the administrator runs it, in the administrator's own database
   */
  readonly database?: string;
}
