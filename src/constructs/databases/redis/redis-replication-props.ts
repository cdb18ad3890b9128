import { RedisEngine } from './redis-engine';
import { RedisUser } from './redis-user';
import { DatabaseProps } from '../database-props';

/**
 * Properties of a RedisReplication.
 */
export interface RedisReplicationProps extends DatabaseProps {
  /**
   * Which server runs. It cannot change once there is data, which Redis and
   * Valkey do not read of each other.
   *
   * @default RedisEngine.REDIS
   */
  readonly engine?: RedisEngine;

  /**
   * Users, each with a password of its own and with what it may do.
   *
   * @default - only `default`, who may do everything, with the password of `passwordSecret`
   */
  readonly users?: RedisUser[];
}
