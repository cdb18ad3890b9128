import { DatabaseUser } from './database-user';
import { DNS_1035_LABEL, shorter } from '../../kubernetes/formats/dns-label';
import { misfit } from '../../props/fields';
import { duplicates } from '../../props/problems';

/** What the users of every engine have. */
export type Login = Pick<DatabaseUser, 'name' | 'passwordSecret'>;

/** Users that a server has for itself. */
export interface ReservedUsers {
  readonly users: readonly string[];
  /** What names of its own users begin with. */
  readonly userPrefix?: string;
}

const SECRET = shorter(DNS_1035_LABEL, 56, "for the Job that makes it adds '-create'");

/** Name of the Secret with the password of a user. */
export function secretOfUser(database: string, { name, passwordSecret }: Login): string {
  return passwordSecret ?? `${database}-user-${name.replaceAll('_', '-')}`;
}

/** Why users do not fit together; an empty list means that they do. */
export function userProblems(database: string, users: readonly Login[], reserved: ReservedUsers): string[] {
  const generated = users.filter(({ passwordSecret }) => passwordSecret === undefined);
  return [
    ...duplicates(users, user => user.name, twice => `'users' has '${twice}' twice; remove one`),
    ...duplicates(generated, user => secretOfUser(database, user), twice => `two of 'users' would have the Secret '${twice}'; give one another name, for '_' and '-' are the same there`),
    ...generated.flatMap(user => misfit('passwordSecret', secretOfUser(database, user), SECRET, '"shop-login"')),
    ...users.filter(user => reserved.users.includes(user.name) || (reserved.userPrefix && user.name.startsWith(reserved.userPrefix))).map(user => `'users' has '${user.name}', which the server has for itself; choose another name`),
  ];
}
