import { DatabaseServerProps } from './database-server-props';
import { DatabaseAccess, DatabaseUser } from './database-user';
import { Members } from './members';
import type { ConfigFile } from '../options/config-file';

/** What the list of an engine says. */
export interface Wanted {
  /** Who owns what nobody else does. */
  readonly administrator: string;
  /** Where a script runs that names no database. */
  readonly database: string;
  /** What the name of a script's file ends in. */
  readonly extension: 'sql' | 'js';
  /** Lines that the engine needs besides. */
  readonly own?: readonly string[];
}

/** Files for the scripts that make what there shall be: a list with one thing a line, and the scripts. None if nothing is asked for. */
export function wantedFiles(props: DatabaseServerProps, { administrator, database: home, extension, own = [] }: Wanted): ConfigFile[] {
  const { databases = [], users = [], initScripts = [] } = props;
  const owners = new Map(databases.map(({ name, owner = administrator }) => [name, owner]));
  const ownerOf = (database: string) => owners.get(database) ?? administrator;
  const lines: readonly string[][] = [
    ...own.map(line => [line]),
    ...users.map(({ name }) => ['user', name]),
    ...databases.map(({ name }) => ['database', name, ownerOf(name)]),
    ...databases.flatMap(({ name, extensions = [] }) => extensions.map(one => ['extension', name, one])),
    // Also what nobody was granted: it may have been until now.
    ...databases.flatMap(({ name }) => users.filter(user => user.name !== ownerOf(name))
      .map(user => ['grant', name, user.name, accessOf(user, name), ownerOf(name)])),
    ...initScripts.map(({ name, database = home }) => ['script', name, database, ownerOf(database)]),
  ];
  if (lines.length === 0) { return []; }
  return [
    { path: '/config/wanted', content: lines.map(words => `${words.join(' ')}\n`).join('') },
    ...initScripts.map(({ name, content }) => ({ path: `/config/scripts/${name}.${extension}`, content: content.endsWith('\n') ? content : `${content}\n` })),
  ];
}

function accessOf({ grants = [] }: DatabaseUser, database: string): string {
  const accesses = grants.filter(grant => grant.database === database).map(({ access = DatabaseAccess.READ }) => access);
  return accesses.includes(DatabaseAccess.WRITE) ? DatabaseAccess.WRITE : accesses[0] ?? 'none';
}

/** The same with the scripts that make it, for an engine that needs these only where something is asked for. */
export function ensuringFiles(members: Members<DatabaseServerProps>, wanted: Wanted, scripts: readonly string[]): ConfigFile[] {
  const files = wantedFiles(members.props, wanted);
  return files.length > 0 ? [...members.scripts(scripts), ...files] : [];
}
