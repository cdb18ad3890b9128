/**
 * Which server a RedisReplication runs.
 */
export enum RedisEngine {
  /** Redis 8. */
  REDIS = 'redis',

  /** Valkey 9. It does not read the data of Redis 8, nor Redis that of Valkey: see docs/databases/redis.md. */
  VALKEY = 'valkey',
}
