/**
 * SQL that is run once, in the order of the list, and never again under the
 * same name. It is one transaction: it is done as a whole, or not at all.
 */
export interface SqlScript {
  /** By this name the database remembers that it was run. */
  readonly name: string;

  /** The statements, each with a semicolon at its end. They stand in a ConfigMap, so they may hold no secrets. */
  readonly sql: string;

  /**
   * Name of one of `databases`, whose owner runs the script.
   *
   * @default - the administrator runs it, in the administrator's own database
   */
  readonly database?: string;
}
