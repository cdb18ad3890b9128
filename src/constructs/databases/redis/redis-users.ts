import { RedisUser } from './redis-user';
import type { ConfigFile } from '../../options/config-file';
import { DatabaseAccess } from '../database-user';

/** Sentinels tell each other there who leads, and believe whoever writes to it. */
export const HELLO_CHANNEL = '__sentinel__:hello';

/** In their order: what comes later counts. Clients ask INFO and ROLE which member they have reached. */
const COMMANDS: Readonly<Record<DatabaseAccess, readonly string[]>> = {
  read: ['+@read', '+@connection', '+@transaction', '+@pubsub', '-publish', '-spublish', '-@admin', '-@dangerous', '+info', '+role'],
  // Whoever debugs a script stops the server for all, and ends what others run.
  write: ['+@all', '-@admin', '-@dangerous', '-function', '-script', '+script|load', '+script|exists', '+info', '+role'],
};

/** The file from which redis-users.sh makes the users: a line for each, with its name and its rules. None if nobody is asked for. */
export function usersFiles(users: readonly RedisUser[]): ConfigFile[] {
  if (users.length === 0) { return []; }
  return [{ path: '/config/users', content: users.map(user => `${[user.name, ...rulesOf(user)].join(' ')}\n`).join('') }];
}

/** True unless the text before the first sign with a meaning tells the pattern from the name of the channel. */
export function mayBeHello(pattern: string): boolean {
  return HELLO_CHANNEL.startsWith(/^[^*?[]*/.exec(pattern)![0]);
}

function rulesOf({ keys = ['*'], channels = keys.filter(key => !mayBeHello(key)), access = DatabaseAccess.WRITE, commands = [] }: RedisUser): string[] {
  const sign = access === DatabaseAccess.READ ? '%R~' : '~';
  // The server refuses any other pattern beside that of all keys.
  const patterns = keys.includes('*') ? ['*'] : keys;
  return [...patterns.map(key => `${sign}${key}`), ...channels.map(channel => `&${channel}`), ...COMMANDS[access], ...commands];
}
