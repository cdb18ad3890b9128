import { DatabaseServerProps } from './database-server-props';
import { DatabaseUser } from './database-user';
import { DNS_1035_LABEL, shorter } from '../../kubernetes/formats/dns-label';
import { misfit } from '../../props/fields';
import { duplicates } from '../../props/problems';

/** Names that a server has for itself. */
export interface ReservedNames {
  readonly databases: readonly string[];
  readonly users: readonly string[];
  /** What names of its own users begin with. */
  readonly userPrefix?: string;
  /** The server, if its databases have no extensions. */
  readonly withoutExtensions?: string;
}

const SECRET = shorter(DNS_1035_LABEL, 56, "for the Job that makes it adds '-create'");

/** Name of the Secret with the password of a user. */
export function secretOfUser(database: string, { name, passwordSecret }: DatabaseUser): string {
  return passwordSecret ?? `${database}-user-${name.replaceAll('_', '-')}`;
}

/** Why databases, users and scripts do not fit together; an empty list means that they do. */
export function databaseServerProblems(name: string, props: DatabaseServerProps, reserved: ReservedNames): string[] {
  const { databases = [], users = [], initScripts = [] } = props;
  const generated = users.filter(({ passwordSecret }) => passwordSecret === undefined);
  return [
    ...duplicates(databases, database => database.name, twice => `'databases' has '${twice}' twice; remove one`),
    ...duplicates(users, user => user.name, twice => `'users' has '${twice}' twice; remove one`),
    ...duplicates(initScripts, script => script.name, twice => `'initScripts' has '${twice}' twice; give one another name`),
    ...duplicates(generated, user => secretOfUser(name, user), twice => `two of 'users' would have the Secret '${twice}'; give one another name, for '_' and '-' are the same there`),
    ...generated.flatMap(user => misfit('passwordSecret', secretOfUser(name, user), SECRET, '"shop-login"')),
    ...databases.filter(database => reserved.databases.includes(database.name)).map(database => `'databases' has '${database.name}', which the server makes for itself; choose another name`),
    ...users.filter(user => reserved.users.includes(user.name) || (reserved.userPrefix && user.name.startsWith(reserved.userPrefix))).map(user => `'users' has '${user.name}', which the server has for itself; choose another name`),
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
