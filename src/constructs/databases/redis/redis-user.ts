import { DatabaseAccess } from '../database-user';

/**
 * A user of Redis or Valkey. Every member knows it, and what it may do, by the
 * server's own access control list (ACL). One that is taken from the list
 * cannot log in any more.
 */
export interface RedisUser {
  /** Name with which the user logs in. */
  readonly name: string;

  /**
   * Name of an existing Secret with the key `password`.
   *
   * @default - a Job in the cluster creates `<name of the construct>-user-<name of the user>` with a random value, once
   */
  readonly passwordSecret?: string;

  /**
   * Patterns of the keys that are the user's, such as `shop:*`.
   *
   * @default - all keys
   */
  readonly keys?: string[];

  /**
   * Patterns of the Pub/Sub channels that are the user's. Each begins with a text
   * by which it is told from the channel of the Sentinels: `news*`, and not `*`.
   *
   * @default - the same as `keys`, as far as they do; none where `keys` is not given
   */
  readonly channels?: string[];

  /**
   * What the user may do with its keys. Commands for administrators, those that
   * Redis calls dangerous (such as `KEYS` and `FLUSHALL`), changes of functions and
   * debugging of scripts are for neither.
   *
   * @default DatabaseAccess.WRITE
   */
  readonly access?: DatabaseAccess;

  /**
   * Commands and categories that are allowed or not allowed besides, in the words
   * of the ACL: `+keys`, `-@scripting`, `+client|list`. Those that would make an
   * administrator of the user, such as `+config`, are refused. A server does not
   * start with one that it does not know.
   *
   * @default - none
   * @see https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/
   */
  readonly commands?: string[];
}
