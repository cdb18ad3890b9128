import { DatabaseServerProps } from './database-server-props';
import { ReservedUsers, userProblems } from './user-problems';
import { duplicates } from '../../props/problems';

/** Names that a server has for itself. */
export interface ReservedNames extends ReservedUsers {
  readonly databases: readonly string[];
  /** The server, if its databases have no extensions. */
  readonly withoutExtensions?: string;
}

/** Why databases, users and scripts do not fit together; an empty list means that they do. */
export function databaseServerProblems(name: string, props: DatabaseServerProps, reserved: ReservedNames): string[] {
  const { databases = [], users = [], initScripts = [] } = props;
  return [
    ...duplicates(databases, database => database.name, twice => `'databases' has '${twice}' twice; remove one`),
    ...userProblems(name, users, reserved),
    ...duplicates(initScripts, script => script.name, twice => `'initScripts' has '${twice}' twice; give one another name`),
    ...databases.filter(database => reserved.databases.includes(database.name)).map(database => `'databases' has '${database.name}', which the server makes for itself; choose another name`),
    ...databases.filter(({ extensions = [] }) => reserved.withoutExtensions && extensions.length > 0)
      .map(database => `'databases' has '${database.name}' with 'extensions', and ${reserved.withoutExtensions} has none; leave 'extensions' out`),
    ...unknownNames(props),
  ];
}

function unknownNames({ databases = [], users = [], initScripts = [] }: DatabaseServerProps): string[] {
  const isUser = new Set(users.map(({ name }) => name));
  const isDatabase = new Set(databases.map(({ name }) => name));
  const missing = (database: string | undefined, place: string) => database === undefined || isDatabase.has(database)
    ? [] : [`${place} names the database '${database}', which is not among 'databases'; add '{ name: "${database}" }' there`];
  return [
    ...databases.flatMap(({ name, owner }, index) => owner === undefined || isUser.has(owner)
      ? [] : [`'databases[${index}].owner' of '${name}' is '${owner}', who is not among 'users'; add '{ name: "${owner}" }' there`]),
    ...users.flatMap(({ grants = [] }, index) => grants.flatMap(({ database }, grant) => missing(database, `'users[${index}].grants[${grant}]'`))),
    ...initScripts.flatMap(({ database }, index) => missing(database, `'initScripts[${index}]'`)),
  ];
}
