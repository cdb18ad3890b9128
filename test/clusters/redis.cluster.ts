import { describeMatrix } from './matrix';
import { redisLike } from './redis-like';
import { RedisEngine } from '../../src/constructs/databases/redis/redis-engine';

describeMatrix(redisLike('Redis', RedisEngine.REDIS));
