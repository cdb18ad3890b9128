import { DatabaseProps } from './database-props';
import { SqlDatabase } from './sql-database';
import { SqlScript } from './sql-script';
import { SqlUser } from './sql-user';

/**
 * Properties of a database whose server speaks SQL.
 */
export interface SqlDatabaseProps extends DatabaseProps {
  /**
   * Databases that are there as soon as the server takes writes. One that is
   * taken from the list stays as it is.
   *
   * @default - none but the server's own
   */
  readonly databases?: SqlDatabase[];

  /**
   * Users, each with a password of its own. One that is taken from the list
   * stays as it is.
   *
   * @default - the administrator only
   */
  readonly users?: SqlUser[];

  /**
   * SQL that is run once, after databases and users were made.
   *
   * @default - none
   */
  readonly initScripts?: SqlScript[];
}
