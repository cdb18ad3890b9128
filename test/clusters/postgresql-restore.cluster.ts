import type { ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { HOST, MISSING, RealServer } from '../constructs/databases/postgresql/real-server';
import { ALL, WITH_ALL } from '../support/all';
import { needs } from '../support/needs';

const FILES = ['scripts/backup-common.sh', 'scripts/backup.sh', 'scripts/choose-member.sh', ...['ask', 'dump', 'files', 'restore', 'receive-wal'].map(name => `postgresql/postgresql-${name}.sh`)];
/** pgbench makes 15 MB for each. */
const SCALE = Number(process.env.SCALE || 80);
const GIGABYTE = 1e9;

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));
const tell = (line: string) => process.stderr.write(`PostgreSQL, restore: ${line}\n`);

/** How long something takes, in seconds. */
async function timed<T>(action: () => T | Promise<T>): Promise<{ result: T; seconds: number }> {
  const begin = Date.now();
  return { result: await action(), seconds: Math.round((Date.now() - begin) / 1000) };
}

/** Ends what runs in the background, and waits for its end. */
function end(process: ChildProcess): Promise<unknown> {
  const ended = new Promise(resolve => process.once('exit', resolve));
  process.kill('SIGTERM');
  return ended;
}

needs(MISSING === undefined && ALL, MISSING ?? WITH_ALL).describe('a server with a gigabyte of data', () => {
  let server: RealServer;

  beforeEach(async () => {
    server = new RealServer(FILES);
    await server.start('max_wal_size=2GB', 'max_slot_wal_keep_size=8GB');
    server.sql("CREATE ROLE replicator LOGIN REPLICATION PASSWORD 'copies'; CREATE TABLE ticks (n serial, at timestamptz DEFAULT clock_timestamp())");
  }, 60_000);

  afterEach(() => server.remove());

  const path = (name: string) => join(server.root, 'scripts', name);
  const number = (statement: string) => Number(server.sql(statement));
  /** pgbench moves money, and writes down each move: these are equal at every moment, and for no half of a transaction. */
  const sums = () => server.sql(`SELECT (SELECT sum(abalance) FROM pgbench_accounts), (SELECT sum(tbalance) FROM pgbench_tellers),
    (SELECT sum(bbalance) FROM pgbench_branches), (SELECT sum(delta) FROM pgbench_history)`).split('|');

  test('is brought to within a second of a time, while clients write before, during and after the backup', async () => {
    server.must('pgbench', '--initialize', '--quiet', `--scale=${SCALE}`, 'postgres');
    const size = number("SELECT pg_database_size('postgres')");
    expect(size).toBeGreaterThanOrEqual(GIGABYTE);

    server.write('tick.sql', 'INSERT INTO ticks DEFAULT VALUES;');
    const receiver = server.background({ PGHOST: HOST, PGPASSWORD: 'copies', SLOT: 'archive', KEEP: '10000' }, 'bash', path('postgresql-receive-wal.sh'));
    const clients = [
      server.background({}, 'pgbench', '--no-vacuum', '--client=4', '--time=3600', 'postgres'),
      server.background({}, 'pgbench', '--no-vacuum', '--rate=50', `--file=${join(server.root, 'tick.sql')}`, '--time=3600', 'postgres'),
    ];
    await pause(5000);
    const backup = await timed(() => server.script('backup.sh', { KEEP: '3', HOSTS: HOST, PGPASSWORD: 'copies' }, 'bash', path('postgresql-dump.sh')));
    expect(backup.result).toMatchObject({ status: 0 });
    await pause(20_000);
    const time = server.sql('SELECT clock_timestamp()');
    await pause(10_000);
    await Promise.all(clients.map(end));
    const [all, until, long] = ['true', `at <= '${time}'`, `at <= '${time}'::timestamptz - interval '1 second'`].map(which => number(`SELECT count(*) FROM ticks WHERE ${which}`));
    const moves = number('SELECT count(*) FROM pgbench_history');
    const received = () => server.must('bash', '-c', `ls ${join(server.root, 'wal')} | sort | tail -n 1`);
    const last = server.sql('SELECT pg_walfile_name(pg_current_wal_lsn()); SELECT pg_switch_wal()').split('\n')[0];
    while (received().slice(0, 24) <= last) { await pause(100); }
    await end(receiver);
    await server.stop();

    const [name] = readdirSync(join(server.root, 'backups')).filter(entry => entry.endsWith('Z'));
    const restore = await timed(() => server.script('postgresql-restore.sh', { HOSTS: HOST }, name, time));
    expect([restore.result.status, restore.result.stderr]).toEqual([0, expect.anything()]);
    await server.start();

    const [count, distance] = [number('SELECT count(*) FROM ticks'), number(`SELECT extract(epoch FROM '${time}'::timestamptz - max(at)) FROM ticks`)];
    const restored = number("SELECT pg_database_size('postgres')");
    tell(`${(size / GIGABYTE).toFixed(2)} GB before and ${(restored / GIGABYTE).toFixed(2)} GB after, ${moves} transactions of pgbench, backup ${backup.seconds} s, restore ${restore.seconds} s, `
      + `the last row is of ${Math.round(distance * 1000)} ms before the time; ${count} rows, ${until} had begun by then, ${all} were written`);
    expect(count).toBeLessThan(all);
    expect(count).toBeLessThanOrEqual(until);
    expect(count).toBeGreaterThanOrEqual(long);
    expect(distance).toBeGreaterThanOrEqual(0);
    expect(distance).toBeLessThan(1);
    expect(restored).toBeGreaterThanOrEqual(GIGABYTE);
    expect(new Set(sums()).size).toBe(1);
    expect(number('SELECT count(*) FROM pgbench_history')).toBeLessThan(moves);
    expect(server.run('pg_amcheck', '--heapallindexed', '--install-missing', 'postgres')).toMatchObject({ status: 0, stdout: '' });
    await server.stop();
  }, 1_200_000);
});
