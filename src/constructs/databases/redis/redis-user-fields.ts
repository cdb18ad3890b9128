import { RedisUser } from './redis-user';
import { mayBeHello } from './redis-users';
import type { Format } from '../../../kubernetes/formats/format';
import { choice, fitting, listOf, struct, text } from '../../../props/fields';
import { LOGIN_FIELDS, LOGIN_WORDS } from '../database-server-fields';
import { DatabaseAccess } from '../database-user';

/** What a line of the configuration holds without quotes, and no sign of the ACL itself before it. */
const PATTERN: Format<string> = {
  family: 'word',
  mustBe: 'visible ASCII signs without quotes and `\\`, not beginning with `~`, `&` or `%`, at most 256',
  fits: value => /^(?![~&%])[!#-&(-[\]-~]{1,256}$/.test(value),
};

const CHANNEL: Format<string> = {
  ...PATTERN,
  mustBe: `${PATTERN.mustBe}, and beginning with a text that tells it from \`__sentinel__:hello\`, where Sentinels believe whoever writes`,
  fits: value => PATTERN.fits(value) && !mayBeHello(value),
};

/** Whoever may use these reads the password of the administrator, or takes the server over. */
const ADMINISTRATION = /^\+(@(all|admin|dangerous)$|(acl|config|debug|failover|migrate|module|monitor|psync|replicaof|shutdown|slaveof|sync)(\||$))/;

const COMMAND: Format<string> = {
  family: 'word',
  mustBe: '`+` or `-` and a command (`+keys`, `+client|list`) or a category (`-@scripting`), in lower case, and none that makes an administrator of the user',
  fits: value => !ADMINISTRATION.test(value) && /^[+-](@[a-z]+|[a-z][a-z0-9_.-]*(\|[a-z][a-z0-9_.-]*)?)$/.test(value),
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
  channels: listOf(fitting(text('shop:*'), CHANNEL)),
  access: choice(...Object.values(DatabaseAccess)),
  commands: listOf(fitting(text('+keys'), COMMAND)),
}, '{ name: "shop", keys: ["shop:*"] }', WORDS);
