import { RedisEngine } from './redis-engine';
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
}
