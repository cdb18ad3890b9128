import { DatabaseServerProps } from '../database-server-props';

/**
 * Properties of a PostgreSqlCluster.
 */
export interface PostgreSqlClusterProps extends DatabaseServerProps {
  /**
   * How many other members must have a write on disk before it is acknowledged.
   * As many members may be lost together with the primary. With 0 it is one as
   * long as there is one; while there is none, writes go on and are on one disk
   * alone: nobody else leads until that member is back. With two members it must
   * be said: with 1, writes wait while one of the two is away.
   *
   * @default - as many as are fewer than half of all members: 1 of three, 2 of five
   */
  readonly synchronousMembers?: number;

  /**
   * Settings of `postgresql.conf`. Those that decide who leads and what is safe
   * are refused. A change replaces the pods one by one.
   *
   * @default - sizes that follow from `memory` and `size`, and PostgreSQL's own defaults
   */
  readonly configuration?: { readonly [setting: string]: string };
}
