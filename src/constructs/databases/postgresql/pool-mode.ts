/**
 * When a connection to the server goes back to the pool.
 *
 * @see https://www.pgbouncer.org/features.html
 */
export enum PoolMode {
  /** When the client disconnects. Everything works, and each client needs a connection of its own. */
  SESSION = 'session',

  /**
   * After each transaction. `LISTEN`, `SET`, advisory locks and temporary tables
   * of a session do not work.
   */
  TRANSACTION = 'transaction',
}
