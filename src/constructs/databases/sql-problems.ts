import { SqlDatabaseProps } from './sql-database-props';
import { SqlUser } from './sql-user';
import { DNS_1035_LABEL, shorter } from '../../kubernetes/formats/dns-label';
import { misfit } from '../../props/fields';
import { duplicates } from '../../props/problems';

/** Names that a server has for itself. */
export interface ReservedNames {
  readonly databases: readonly string[];
  readonly users: readonly string[];
}

const SECRET = shorter(DNS_1035_LABEL, 56, "for the Job that makes it adds '-create'");

/** Name of the Secret with the password of a user. */
export function secretOfUser(database: string, { name, passwordSecret }: SqlUser): string {
  return passwordSecret ?? `${database}-user-${name.replaceAll('_', '-')}`;
}

/** Why databases, users and scripts do not fit together; an empty list means that they do. */
export function sqlProblems(name: string, { databases = [], users = [], initScripts = [] }: SqlDatabaseProps, reserved: ReservedNames): string[] {
  const generated = users.filter(({ passwordSecret }) => passwordSecret === undefined);
  return [
    ...duplicates(databases, database => database.name, twice => `'databases' has '${twice}' twice; remove one`),
    ...duplicates(users, user => user.name, twice => `'users' has '${twice}' twice; remove one`),
    ...duplicates(initScripts, script => script.name, twice => `'initScripts' has '${twice}' twice; give one another name`),
    ...duplicates(generated, user => secretOfUser(name, user), twice => `two of 'users' would have the Secret '${twice}'; give one another name, for '_' and '-' are the same there`),
    ...generated.flatMap(user => misfit('passwordSecret', secretOfUser(name, user), SECRET, '"shop-login"')),
    ...databases.filter(database => reserved.databases.includes(database.name)).map(database => `'databases' has '${database.name}', which the server makes for itself; choose another name`),
    ...users.filter(user => reserved.users.includes(user.name) || user.name.startsWith('pg_')).map(user => `'users' has '${user.name}', which the server has for itself; choose another name`),
    ...unknownNames({ databases, users, initScripts }),
  ];
}

function unknownNames({ databases = [], users = [], initScripts = [] }: SqlDatabaseProps): string[] {
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
