import { execFileSync } from 'child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { gunzipSync, gzipSync } from 'zlib';
import { Chart, Testing } from 'cdk8s';
import { Backup } from '../../../../src/constructs/databases/backup';
import { DatabaseProps } from '../../../../src/constructs/databases/database-props';
import { MySqlReplication } from '../../../../src/constructs/databases/mysql/mysql-replication';
import { RestoreCheck } from '../../../../src/constructs/databases/restore-check';
import { JobStage } from '../stand-ins/job-stage';
import { PATIENCE } from '../stand-ins/stage';

jest.setTimeout(PATIENCE);

const PASSWORD = "it's a \"secret\"";
const MEMBERS = ['db-0', 'db-1', 'db-2'].map(name => `${name}.db-members.data.svc.cluster.local`);

function stageOf(props: DatabaseProps = {}): JobStage {
  const chart = new Chart(Testing.app(), 'test', { namespace: 'data' });
  const backup = new Backup(chart, 'backup', { database: new MySqlReplication(chart, 'db', props), keep: 2 });
  new RestoreCheck(chart, 'check', { backup });
  return new JobStage(Testing.synth(chart), { password: PASSWORD }, 'mysql-commands.js', ['mysql', 'mysqldump', 'mysqld']);
}

/** A group of three of which db-0 is the primary, as each member sees it. */
const member = (uuid: string, role: string, states = ['ONLINE', 'ONLINE', 'ONLINE']) =>
  ({ uuid, role, members: states.map((state, i) => [`uuid-${i}`, state, i === 0 ? 'PRIMARY' : 'SECONDARY']) });
const GROUP = {
  password: PASSWORD,
  hosts: { [MEMBERS[0]]: member('uuid-0', 'PRIMARY'), [MEMBERS[1]]: member('uuid-1', 'SECONDARY'), [MEMBERS[2]]: member('uuid-2', 'SECONDARY') } as Record<string, unknown>,
  databases: { 'shop': ['orders', 'lines'], 'odd name': ['t'] } as Record<string, string[]>,
  accounts: [
    { user: 'app', host: '%', create: "CREATE USER `app`@`%` IDENTIFIED WITH 'caching_sha2_password' AS HASH DEFAULT ROLE `reader`@`%`,`writer`@`%` REQUIRE NONE", grants: ['GRANT USAGE ON *.* TO `app`@`%`', 'GRANT `reader`@`%`,`writer`@`%` TO `app`@`%`'] },
    { user: 'reader', host: '%', create: "CREATE USER `reader`@`%` IDENTIFIED WITH 'caching_sha2_password' REQUIRE NONE ACCOUNT LOCK", grants: ['GRANT SELECT ON `shop`.* TO `reader`@`%`'] },
    { user: 'writer', host: '%', create: "CREATE USER `writer`@`%` IDENTIFIED WITH 'caching_sha2_password' REQUIRE NONE ACCOUNT LOCK", grants: ['GRANT INSERT ON `shop`.* TO `writer`@`%`'] },
  ],
};

let stage: JobStage;
const open = (state: object = GROUP, props: DatabaseProps = {}) => {
  stage = stageOf(props);
  stage.state = state;
};
afterEach(() => {
  const { unknown } = stage;
  stage.close();
  expect(unknown).toBe('');
});

const backups = () => readdirSync(stage.path('backups')).sort();
/** A backup of the group, which many tests begin with: taken once. */
let taken: string | undefined;
async function openWithBackup() {
  open();
  if (taken === undefined) {
    await stage.run('backup');
    taken = mkdtempSync(join(tmpdir(), 'taken-'));
    cpSync(stage.path('backups'), taken, { recursive: true, preserveTimestamps: true });
  } else {
    cpSync(taken, stage.path('backups'), { recursive: true, preserveTimestamps: true });
  }
}
afterAll(() => { if (taken) { rmSync(taken, { recursive: true }); } });

const fileOf = (name: string) => gunzipSync(readFileSync(join(stage.path('backups'), backups()[0], name))).toString();

test('a dump comes from a member that only reads, and a server of its own comes up with it', async () => {
  open();

  const backup = await stage.run('backup');
  const check = await stage.run('check');

  expect(backup.log).toContain(`dumping ${MEMBERS[1]}`);
  expect(backups()).toEqual([expect.stringMatching(/^\d{8}T\d{6}Z$/)]);
  expect(check.log).toContain("a server came up with the dump's 3 tables");
  expect([backup.succeeded, check.succeeded]).toEqual([true, true]);
});

test('events are as the primary has them, for every other member has them disabled', async () => {
  await openWithBackup();

  expect(fileOf('events.sql.gz').match(/CREATE EVENT.*/g)).toEqual(Array(2).fill('CREATE EVENT `tidy` ON SCHEDULE EVERY 1 DAY ENABLE DO SELECT 1;'));
  expect(fileOf('databases.sql.gz')).not.toContain('CREATE EVENT');
});

test('users come with their rights and roles, and those that every member makes itself do not', async () => {
  await openWithBackup();

  expect(fileOf('users.sql.gz').split('\n')).toEqual([
    "CREATE USER IF NOT EXISTS `app`@`%` IDENTIFIED WITH 'caching_sha2_password' AS 0x2441 REQUIRE NONE;",
    "CREATE USER IF NOT EXISTS `reader`@`%` IDENTIFIED WITH 'caching_sha2_password' REQUIRE NONE ACCOUNT LOCK;",
    "CREATE USER IF NOT EXISTS `writer`@`%` IDENTIFIED WITH 'caching_sha2_password' REQUIRE NONE ACCOUNT LOCK;",
    'GRANT USAGE ON *.* TO `app`@`%`;',
    'GRANT `reader`@`%`,`writer`@`%` TO `app`@`%`;',
    'GRANT SELECT ON `shop`.* TO `reader`@`%`;',
    'GRANT INSERT ON `shop`.* TO `writer`@`%`;',
    'ALTER USER `app`@`%` DEFAULT ROLE `reader`@`%`,`writer`@`%`;',
    '-- Dump completed',
    '',
  ]);
});

test.each<[string, Record<string, unknown>, string]>([
  ['the primary, where no other serves', { [MEMBERS[0]]: GROUP.hosts[MEMBERS[0]] }, MEMBERS[0]],
  ['not one that hangs', { ...GROUP.hosts, [MEMBERS[1]]: 'hangs' }, MEMBERS[2]],
  ['not one that copies what it misses', { ...GROUP.hosts, [MEMBERS[1]]: member('uuid-1', 'SECONDARY', ['ONLINE', 'RECOVERING', 'ONLINE']) }, MEMBERS[2]],
  ['not one that has lost sight of the others', { ...GROUP.hosts, [MEMBERS[1]]: member('uuid-1', 'SECONDARY', ['UNREACHABLE', 'ONLINE', 'UNREACHABLE']) }, MEMBERS[2]],
])('the member that is dumped is %s', async (_, hosts, from) => {
  open({ ...GROUP, hosts });

  const { succeeded, log } = await stage.run('backup');

  expect(log).toContain(`dumping ${from}`);
  expect(succeeded).toBe(true);
});

test('with TLS the members must be who they say they are', async () => {
  open({ ...GROUP, tls: true }, { tlsSecret: 'db-tls' });

  const { log } = await stage.run('backup');

  expect(log).toContain('is complete');
});

test('a database that holds nothing has a backup too', async () => {
  open({ ...GROUP, databases: {}, accounts: [] });

  const backup = await stage.run('backup');
  const check = await stage.run('check');

  expect(backup.succeeded).toBe(true);
  expect(check.log).toContain("a server came up with the dump's 0 tables");
});

test.each<[string, object, string]>([
  ['no member serves', { hosts: {} }, 'no member serves of: db-0'],
  ['the password is wrong', { password: 'another' }, 'no member serves'],
  ['the dump breaks off with an error', { torn: 3 }, 'exit code 3'],
  ['the dump ends too soon', { torn: 0 }, 'the dump has no end'],
])('where %s the backups that exist stay as they are', async (_, change, message) => {
  await openWithBackup();
  const before = backups();
  stage.state = { ...GROUP, ...change };

  const { succeeded, log } = await stage.run('backup');

  expect(succeeded).toBe(false);
  expect(log).toContain(message);
  expect(backups()).toEqual(before);
});

describe('the check fails', () => {
  /** Gives what was changed in the newest backup the right sums, as if it had been dumped so. */
  const change = (name: string, edit: (text: string) => string) => {
    const directory = join(stage.path('backups'), backups()[0]);
    writeFileSync(join(directory, name), gzipSync(edit(gunzipSync(readFileSync(join(directory, name))).toString())));
    execFileSync('sh', ['-c', 'sha256sum -- *.gz >SHA256SUMS'], { cwd: directory });
  };

  test.each<[string, string, (text: string) => string, string]>([
    ['a statement', 'databases.sql.gz', text => text.replace('CREATE DATABASE', 'MAKE DATABASE'), 'You have an error in your SQL syntax'],
    ['a table', 'databases.sql.gz', text => text.replace(/CREATE TABLE `t`[^;]*;\n/, ''), 'the dump has 3 tables, and the server 2'],
    ['an event', 'events.sql.gz', text => text.replace('USE `shop`', 'USE `stop`'), 'Unknown database'],
    ['the right of a user', 'users.sql.gz', text => text.replace(/CREATE USER IF NOT EXISTS `reader`.*\n/, ''), 'You are not allowed to create a user with GRANT'],
  ])('where %s of the dump is wrong', async (_, name, edit, message) => {
    await openWithBackup();
    change(name, edit);

    const { succeeded, log } = await stage.run('check');

    expect(succeeded).toBe(false);
    expect(log).toContain(message);
    expect(log).toContain('cannot be restored');
  });
});
