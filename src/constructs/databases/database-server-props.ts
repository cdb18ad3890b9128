import { DatabaseProps } from './database-props';
import { DatabaseUser } from './database-user';
import { InitScript } from './init-script';
import { NamedDatabase } from './named-database';

/**
 * Properties of a database whose server has databases and users of its own:
 * PostgreSQL, MySQL, MariaDB and MongoDB.
 */
export interface DatabaseServerProps extends DatabaseProps {
  /**
   * Databases that are there as soon as the server takes writes. One that is
   * taken from the list stays as it is.
   *
   * @default - none but the server's own
   */
  readonly databases?: NamedDatabase[];

  /**
   * Users, each with a password of its own. One that is taken from the list
   * stays as it is.
   *
   * @default - the administrator only
   */
  readonly users?: DatabaseUser[];

  /**
   * What is run once, after databases and users were made.
   *
   * @default - none
   */
  readonly initScripts?: InitScript[];
}
