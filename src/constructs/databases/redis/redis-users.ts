import { RedisUser } from './redis-user';
import type { ConfigFile } from '../../options/config-file';
import { DatabaseAccess } from '../database-user';

/** In their order: what comes later counts. Clients ask INFO and ROLE which member they have reached. */
const COMMANDS: Readonly<Record<DatabaseAccess, readonly string[]>> = {
  read: ['+@read', '+@connection', '+@transaction', '+@pubsub', '-publish', '-spublish', '-@admin', '-@dangerous', '+info', '+role'],
  write: ['+@all', '-@admin', '-@dangerous', '-function', '+info', '+role'],
};

/** The file from which redis-users.sh makes the users: a line for each, with its name and its rules. None if nobody is asked for. */
export function usersFiles(users: readonly RedisUser[]): ConfigFile[] {
  if (users.length === 0) { return []; }
  return [{ path: '/config/users', content: users.map(user => `${[user.name, ...rulesOf(user)].join(' ')}\n`).join('') }];
}

function rulesOf({ keys = ['*'], channels = keys, access = DatabaseAccess.WRITE, commands = [] }: RedisUser): string[] {
  const sign = access === DatabaseAccess.READ ? '%R~' : '~';
  return [...keys.map(key => `${sign}${key}`), ...channels.map(channel => `&${channel}`), ...COMMANDS[access], ...commands];
}
