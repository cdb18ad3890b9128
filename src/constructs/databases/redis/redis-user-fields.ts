import { RedisUser } from './redis-user';
import type { Format } from '../../../kubernetes/formats/format';
import { choice, fitting, listOf, struct, text } from '../../../props/fields';
import { LOGIN_FIELDS, LOGIN_WORDS } from '../database-server-fields';
import { DatabaseAccess } from '../database-user';

/** What a line of the configuration holds without quotes. */
const PATTERN: Format<string> = {
  family: 'word',
  mustBe: 'visible ASCII signs without quotes and `\\`, at most 256',
  fits: value => /^[!#-&(-[\]-~]{1,256}$/.test(value),
};

const COMMAND: Format<string> = {
  family: 'word',
  mustBe: '`+` or `-` and a command (`+keys`, `+config|get`) or a category (`-@scripting`), in lower case',
  fits: value => /^[+-](@[a-z]+|[a-z][a-z0-9_.-]*(\|[a-z][a-z0-9_.-]*)?)$/.test(value),
};

const WORDS = {
  ...LOGIN_WORDS,
  grants: "write 'keys' and 'access'",
  rules: "write 'commands', and 'keys' and 'channels' without `~` and `&`",
  patterns: "did you mean 'keys'?",
};

/** What a user of Redis may be. */
export const REDIS_USER = struct<RedisUser>({
  ...LOGIN_FIELDS,
  keys: listOf(fitting(text('shop:*'), PATTERN)),
  channels: listOf(fitting(text('shop:*'), PATTERN)),
  access: choice(...Object.values(DatabaseAccess)),
  commands: listOf(fitting(text('+keys'), COMMAND)),
}, '{ name: "shop", keys: ["shop:*"] }', WORDS);
