import { Chart, Testing } from 'cdk8s';
import { Engine, keysIn } from './engine';
import { Cluster } from '../../../src/checks/configuration/cluster';
import { Backup } from '../../../src/constructs/databases/backup';
import { DatabaseProps } from '../../../src/constructs/databases/database-props';
import { RedisReplication } from '../../../src/constructs/databases/redis/redis-replication';
import { RestoreCheck } from '../../../src/constructs/databases/restore-check';
import { Checks } from '../../../src/synthesis/checks';

/**
 * RedisReplication in a namespace of its own.
 *
 * @param domain what names end in on its cluster, if not in `cluster.local`
 */
export function redisEngine(namespace: string, props: DatabaseProps = {}, domain?: string): Engine {
  const chart = new Chart(Testing.app(), 'chart', { namespace });
  if (domain) { Checks.of(chart).cluster(new Cluster('test', { domain })); }
  const database = new RedisReplication(chart, 'cache', props);
  const backup = new Backup(chart, 'cache-backup', { database });
  const check = new RestoreCheck(chart, 'cache-check', { backup });
  return {
    name: 'RedisReplication',
    namespace,
    set: 'cache',
    container: 'cache',
    manifests: Testing.synth(chart),
    domain,
    jobs: [backup.name, check.name],
    acknowledged: 'WAIT 1 answered that a replica has the write',
    failoverSeconds: 60,
    writer: 'redis.sh',
    keysOf: async member => keysIn(await member.says('cache', 'redis-cli', 'KEYS', '*')),
    leads: async member => (await member.says('cache', 'redis-cli', 'ROLE'))?.startsWith('master') ?? false,
  };
}
