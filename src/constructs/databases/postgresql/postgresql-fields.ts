import { PostgreSqlClusterProps } from './postgresql-cluster-props';
import { SETTING_NAME } from './settings';
import { Struct, mapOf, number, struct, text } from '../../../props/fields';
import { DATABASE_WORDS } from '../database-fields';
import { DATABASE_SERVER_FIELDS } from '../database-server-fields';

const VERSION = 'write \'image: "postgres:17.6-bookworm"\'';
const SETTINGS = 'write \'configuration: { max_connections: "200" }\'';

/** The props of a PostgreSqlCluster. */
export const POSTGRESQL: Struct<PostgreSqlClusterProps> = struct<PostgreSqlClusterProps>({
  ...DATABASE_SERVER_FIELDS,
  image: text('postgres:17.6-bookworm'),
  synchronousMembers: number(1),
  configuration: mapOf(text('200'), 'max_connections', SETTING_NAME),
}, '{ replicas: 3 }', {
  ...DATABASE_WORDS,
  version: VERSION,
  parameters: SETTINGS,
  settings: SETTINGS,
  config: SETTINGS,
  postgresqlConf: SETTINGS,
});
