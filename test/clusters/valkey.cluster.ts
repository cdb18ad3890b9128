import { Cluster } from './harness/cluster';
import { missingForClusters } from './harness/requirements';
import { describeMatrix } from './matrix';
import { redisLike } from './redis-like';
import { RedisEngine } from '../../src/constructs/databases/redis/redis-engine';
import { ALL, WITH_ALL } from '../support/all';
import { needs } from '../support/needs';

const [REDIS, VALKEY] = [redisLike('Redis', RedisEngine.REDIS), redisLike('Valkey', RedisEngine.VALKEY)];

describeMatrix(VALKEY);

describe('Redis whose engine is changed to Valkey', () => {
  const missing = missingForClusters(VALKEY.images);

  needs(!missing && ALL, missing ?? WITH_ALL).test('stops at the first member, which cannot read its data, and goes back without a loss', async () => {
    const cluster = new Cluster({ manifests: REDIS.chart(3), secrets: REDIS.secrets });
    try {
      await cluster.open();
      await Promise.all([0, 1, 2].map(ordinal => cluster.start(ordinal)));
      await cluster.ready([0, 1, 2]);
      expect(await REDIS.write(cluster, 'before')).toBe(true);

      await expect(cluster.apply(VALKEY.chart(3))).rejects.toThrow("Can't handle RDB format version 12");
      expect(await REDIS.write(cluster, 'meanwhile')).toBe(true);
      await cluster.crash(2);
      await cluster.apply(REDIS.chart(3));

      expect(await REDIS.keysOf(cluster, 2)).toEqual(new Set(['before', 'meanwhile']));
    } finally {
      await cluster.close();
    }
  });
});
