import { PostgreSqlClusterProps } from './postgresql-cluster-props';
import { SETTING_NAME } from './settings';
import { Struct, mapOf, number, struct, text } from '../../../props/fields';
import { DATABASE_WORDS } from '../database-fields';
import { DATABASE_SERVER_FIELDS } from '../database-server-fields';

const SETTINGS = 'write \'configuration: { max_connections: "200" }\'';

/** The props of a PostgreSqlCluster. */
export const POSTGRESQL: Struct<PostgreSqlClusterProps> = struct<PostgreSqlClusterProps>({
  ...DATABASE_SERVER_FIELDS,
  synchronousMembers: number(1),
  configuration: mapOf(text('200'), 'max_connections', SETTING_NAME),
}, '{ replicas: 3 }', {
  ...DATABASE_WORDS,
  parameters: SETTINGS,
  settings: SETTINGS,
  config: SETTINGS,
  postgresqlConf: SETTINGS,
});
