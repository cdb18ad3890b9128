import { execFileSync } from 'child_process';
import { OwnScenario } from './engine';
import { Cluster } from './harness/cluster';
import { until } from './harness/command';
import { DatabaseServerProps } from '../../src/constructs/databases/database-server-props';
import { DatabaseAccess } from '../../src/constructs/databases/database-user';
import { Manifest } from '../../src/kubernetes/manifest';

/** Signs that shells, configuration files and statements give a meaning to. */
export const HOSTILE = ' a b"c\\d#$e\'f`g %s;-- ';
export const OTHER = 'another\\\' one';
export const WITHIN_SECONDS = 60;

/** What the charts of the matrix ask for, of MySQL and of MariaDB. In grants `_` would stand for any letter. */
export const USERS: DatabaseServerProps = {
  databases: [{ name: 'sh_op', owner: 'shop' }],
  users: [{ name: 'shop', passwordSecret: 'shop' }, { name: 'reader', passwordSecret: 'reader', grants: [{ database: 'sh_op' }] }],
  initScripts: [{ name: 'tables', database: 'sh_op', content: 'CREATE TABLE items (id INT PRIMARY KEY, note VARCHAR(20)); INSERT INTO items VALUES (1, \'it\'\'s\');' }],
};

/** The same cluster later: one user has left the list and another one its grant, and a third is new. */
const LATER: DatabaseServerProps = {
  databases: [{ name: 'sh_op' }],
  users: [{ name: 'reader', passwordSecret: 'reader' }, { name: 'writer', passwordSecret: 'shop', grants: [{ database: 'sh_op', access: DatabaseAccess.WRITE }] }],
  initScripts: [...USERS.initScripts!, { name: 'more', database: 'sh_op', content: 'INSERT INTO items VALUES (2, NULL);' }],
};

export const USER_SECRETS = { shop: { password: HOSTILE }, reader: { password: 'reads' } };

/** Asks a member as a user; undefined if it refuses. */
export type Ask = (cluster: Cluster, ordinal: number, user: string, password: string, statement: string) => Promise<string | undefined>;

/** What must hold of users, databases and scripts. */
export function usersScenarios(ask: Ask, chart: (props: DatabaseServerProps) => Manifest[]): OwnScenario[] {
  return [{
    what: 'has the users, databases and scripts that were asked for, at every member, and takes a new password while it runs',
    isCore: true,
    async run(cluster) {
      const may = async (user: string, password: string, ordinal: number, statement: string) =>
        await ask(cluster, ordinal, user, password, statement) !== undefined;
      for (const ordinal of [0, 1, 2]) {
        const noted = async () => await ask(cluster, ordinal, 'shop', HOSTILE, 'SELECT note FROM sh_op.items') === "it's\n";
        await until(`the script was run, at member ${ordinal}`, WITHIN_SECONDS, noted, () => cluster.logs());
      }
      await until('a grant counts', WITHIN_SECONDS, () => may('reader', 'reads', 1, 'SELECT * FROM sh_op.items'), () => cluster.logs());

      expect(await may('reader', 'reads', 1, "INSERT INTO sh_op.items VALUES (7, '')")).toBe(false);
      expect(await may('reader', 'reads', 1, 'SELECT * FROM mysql.user')).toBe(false);
      expect(await may('reader', 'wrong', 1, 'SELECT 1')).toBe(false);
      expect(timesPrinted(cluster, 'could not make')).toBe(0);

      cluster.changeSecret('shop', { password: OTHER });
      await until('the new password counts', WITHIN_SECONDS, () => may('shop', OTHER, 2, 'SELECT 1'), () => cluster.logs());

      expect(await may('shop', HOSTILE, 2, 'SELECT 1')).toBe(false);
      expect([HOSTILE, OTHER].map(password => filesWith(cluster, password))).toEqual([[], []]);
      expect([HOSTILE, OTHER].some(password => cluster.logs().includes(password))).toBe(false);
    },
  }, {
    what: 'is given other users, grants and scripts: what left the list is revoked, no user and no data goes, and no script runs twice',
    async run(cluster) {
      const password = cluster.secretOf('shop').password;

      await cluster.apply(chart(LATER));
      const isRun = async () => await ask(cluster, 0, 'writer', password, 'SELECT COUNT(*) FROM sh_op.items') === '2\n';
      await until('the new script was run', WITHIN_SECONDS, isRun, () => cluster.logs());

      expect(await ask(cluster, 1, 'writer', password, 'DELETE FROM sh_op.items WHERE id=9')).toBe('');
      expect(await ask(cluster, 1, 'writer', password, 'DROP TABLE sh_op.items')).toBeUndefined();
      expect(await ask(cluster, 1, 'reader', 'reads', 'SELECT 1')).toBe('1\n');
      expect(await ask(cluster, 1, 'reader', 'reads', 'SELECT * FROM sh_op.items')).toBeUndefined();
      expect(await ask(cluster, 1, 'shop', password, 'SELECT note FROM sh_op.items WHERE id=1')).toBe("it's\n");
      expect([timesPrinted(cluster, 'ran the script tables'), timesPrinted(cluster, 'ran the script more')]).toEqual([0, 1]);
    },
  }];
}

/** How often the members that run now have said so. */
function timesPrinted(cluster: Cluster, text: string): number {
  return [...cluster.pods.values()].reduce((sum, pod) => sum + pod.container('db').printed(text), 0);
}

/** Files of the members' data in which a password can be read. */
export function filesWith(cluster: Cluster, password: string): string[] {
  return execFileSync('sh', ['-c', 'grep -rlF -e "$PASSWORD" "$@" || true', 'sh', ...[0, 1, 2].flatMap(ordinal => cluster.claimsOf(ordinal).map(claim => cluster.claim(claim)))],
    { encoding: 'utf8', env: { ...process.env, PASSWORD: password } }).split('\n').filter(Boolean);
}
