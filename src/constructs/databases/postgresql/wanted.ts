import type { ConfigFile } from '../../options/config-file';
import { SqlDatabaseProps } from '../sql-database-props';
import { SqlAccess } from '../sql-user';

/** Who owns what nobody else does. */
const ADMINISTRATOR = 'postgres';

/** Files for postgresql-ensure.sh: the list of what there shall be, one thing a line, and the scripts. */
export function wantedFiles({ databases = [], users = [], initScripts = [] }: SqlDatabaseProps): ConfigFile[] {
  const owners = new Map(databases.map(({ name, owner = ADMINISTRATOR }) => [name, owner]));
  const ownerOf = (database: string) => owners.get(database) ?? ADMINISTRATOR;
  const lines: readonly string[][] = [
    ['metrics'],
    ...users.map(({ name }) => ['user', name]),
    ...databases.map(({ name }) => ['database', name, ownerOf(name)]),
    ...databases.flatMap(({ name, extensions = [] }) => extensions.map(extension => ['extension', name, extension])),
    ...users.flatMap(({ name, grants = [] }) => grants.map(({ database, access = SqlAccess.READ }) => ['grant', database, name, access, ownerOf(database)])),
    ...initScripts.map(({ name, database = ADMINISTRATOR }) => ['script', name, database, ownerOf(database)]),
  ];
  return [
    { path: '/config/wanted', content: lines.map(words => `${words.join(' ')}\n`).join('') },
    ...initScripts.map(({ name, sql }) => ({ path: `/config/scripts/${name}.sql`, content: sql.endsWith('\n') ? sql : `${sql}\n` })),
  ];
}
