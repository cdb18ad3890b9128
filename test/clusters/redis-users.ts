import { OwnScenario } from './engine';
import { Cluster } from './harness/cluster';
import { until } from './harness/command';
import { HOSTILE, OTHER, WITHIN_SECONDS, filesWith } from './users';
import { DatabaseAccess } from '../../src/constructs/databases/database-user';
import { RedisUser } from '../../src/constructs/databases/redis/redis-user';

/** What the charts of the matrix ask for. */
export const REDIS_USERS: RedisUser[] = [
  { name: 'shop', passwordSecret: 'shop', keys: ['shop:*'], commands: ['+keys'] },
  { name: 'reader', passwordSecret: 'reader', access: DatabaseAccess.READ },
  { name: 'all', passwordSecret: 'reader' },
];

/** Asks a member as a user, and gives what it answers. */
export type AskAs = (cluster: Cluster, ordinal: number, user: string, password: string, ...command: string[]) => Promise<string>;

/** What must hold of users. They write to `shop:item`, and look at a key that is not theirs. */
export function redisUsersScenario(ask: AskAs, primaries: (cluster: Cluster) => Promise<number[]>): OwnScenario {
  return {
    what: 'has the users that were asked for, at every member, who may do what was said; and takes a new password while it runs',
    isCore: true,
    async run(cluster) {
      const [primary] = await primaries(cluster);
      const shop = (ordinal: number, ...command: string[]) => ask(cluster, ordinal, 'shop', HOSTILE, ...command);
      const reader = (ordinal: number, ...command: string[]) => ask(cluster, ordinal, 'reader', 'reads', ...command);

      expect(await shop(primary, 'SET', 'shop:item', "it's")).toBe('OK\n');
      expect(await shop(primary, 'SET', 'other', 'x')).toMatch(/^NOPERM/);
      expect(await shop(primary, 'WAIT', '2', '2000')).toBe('2\n');
      for (const ordinal of [0, 1, 2]) {
        expect(await shop(ordinal, 'GET', 'shop:item')).toBe("it's\n");
        expect(await shop(ordinal, 'KEYS', 'shop:*')).toBe('shop:item\n');
        expect(await shop(ordinal, 'ROLE')).toMatch(/^(master|slave)/);
        expect(await shop(ordinal, 'CONFIG', 'GET', 'requirepass')).toMatch(/^NOPERM/);
        expect(await shop(ordinal, 'ACL', 'LIST')).toMatch(/^NOPERM/);
        expect(await shop(ordinal, 'PUBLISH', 'shop:news', 'a')).toMatch(/^\d/);
        expect(await shop(ordinal, 'PUBLISH', 'news', 'a')).toMatch(/^NOPERM/);
        expect(await reader(ordinal, 'GET', 'shop:item')).toBe("it's\n");
        expect(await reader(ordinal, 'SET', 'shop:item', 'x')).toMatch(/^NOPERM/);
        expect(await ask(cluster, ordinal, 'reader', 'wrong', 'PING')).toMatch(/WRONGPASS/);
        expect(await ask(cluster, ordinal, 'all', 'reads', 'GET', 'shop:item')).toBe("it's\n");
        // Sentinels believe whoever writes there.
        expect(await ask(cluster, ordinal, 'all', 'reads', 'PUBLISH', '__sentinel__:hello', 'x')).toMatch(/^NOPERM/);
        expect(await ask(cluster, ordinal, 'all', 'reads', 'SCRIPT', 'DEBUG', 'SYNC')).toMatch(/^NOPERM/);
      }

      cluster.changeSecret('shop', { password: OTHER });
      for (const ordinal of [0, 1, 2]) {
        await until(`the new password counts at member ${ordinal}`, WITHIN_SECONDS, async () => await ask(cluster, ordinal, 'shop', OTHER, 'PING') === 'PONG\n', () => cluster.logs());
        expect(await shop(ordinal, 'PING')).toMatch(/WRONGPASS/);
        expect(await ask(cluster, ordinal, 'shop', OTHER, 'SET', 'other', 'x')).toMatch(/^(NOPERM|READONLY)/);
        expect(await reader(ordinal, 'GET', 'shop:item')).toBe("it's\n");
      }
      expect([HOSTILE, OTHER].map(password => filesWith(cluster, password))).toEqual([[], []]);
      expect([HOSTILE, OTHER].some(password => cluster.logs().includes(password))).toBe(false);
      cluster.changeSecret('shop', { password: HOSTILE });
    },
  };
}
