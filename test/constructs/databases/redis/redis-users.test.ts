import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseAccess } from '../../../../src/constructs/databases/database-user';
import { mayBeHello, usersFiles } from '../../../../src/constructs/databases/redis/redis-users';

test('there is no file where nobody is asked for', () => {
  expect(usersFiles([])).toEqual([]);
});

test('a line for each user has its keys, its channels and what it may do, in the order in which it counts', () => {
  const [{ path, content }] = usersFiles([
    { name: 'shop', keys: ['shop:*', 'cart:*'] },
    { name: 'reader', access: DatabaseAccess.READ, channels: [] },
    { name: 'feed', channels: ['news'], commands: ['+keys', '-@scripting'] },
    { name: 'all', keys: ['*', 'shop:*'] },
    { name: 'odd', keys: ['_*', 'a*'] },
  ]);

  expect(path).toBe('/config/users');
  expect(content.split('\n')).toEqual([
    'shop ~shop:* ~cart:* &shop:* &cart:* +@all -@admin -@dangerous -function -script +script|load +script|exists +info +role',
    'reader %R~* +@read +@connection +@transaction +@pubsub -publish -spublish -@admin -@dangerous +info +role',
    'feed ~* &news +@all -@admin -@dangerous -function -script +script|load +script|exists +info +role +keys -@scripting',
    'all ~* &shop:* +@all -@admin -@dangerous -function -script +script|load +script|exists +info +role',
    'odd ~_* ~a* &a* +@all -@admin -@dangerous -function -script +script|load +script|exists +info +role',
    '',
  ]);
});

test.each(['*', '?news', '[_a]*', '_*', '__sentinel__:hello', '__sentinel__*'])('the pattern %s may be the channel of the Sentinels', pattern => {
  expect(mayBeHello(pattern)).toBe(true);
});

test.each(['news', 'news*', 'a?', '__sentinel__:bye*', '_a*'])('the pattern %s is not the channel of the Sentinels', pattern => {
  expect(mayBeHello(pattern)).toBe(false);
});

test('the lines of the configuration have what Redis keeps of a password, and who has none with which one can log in keeps nobody else from it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'users-'));
  try {
    mkdirSync(join(folder, 'passwords'));
    writeFileSync(join(folder, 'users'), 'shop ~shop:* +@all\nempty ~*\nechoed ~*\nreader %R~* +@read\n');
    const passwords = { shop: ' a b"c\\d#$e', empty: '', echoed: 'secret\n', reader: 'reads' };
    for (const [name, password] of Object.entries(passwords)) { writeFileSync(join(folder, 'passwords', name), password); }
    const scripts = join(__dirname, '../../../../src/constructs/databases');
    const program = `say() { echo "$*"; }; . ${scripts}/scripts/passwords.sh; . ${scripts}/redis/redis-users.sh; USERS=${folder}/users USER_PASSWORDS=${folder}/passwords; user_lines`;

    const { stdout, stderr } = spawnSync('sh', ['-euc', program], { encoding: 'utf8' });

    const digest = (password: string) => createHash('sha256').update(password).digest('hex');
    expect(stdout).toBe(`user shop on #${digest(passwords.shop)} ~shop:* +@all\nuser reader on #${digest('reads')} %R~* +@read\n`);
    expect(stderr).toContain('the user empty cannot log in');
    expect(stderr).toContain('the user echoed cannot log in');
    expect(stderr).not.toContain('secret\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
