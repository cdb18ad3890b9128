import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOST, MISSING, RealServer } from './real-server';
import { needs } from '../../../support/needs';

const FILES = [
  'scripts/backup-common.sh', 'scripts/backup.sh', 'scripts/restore-check.sh', 'scripts/choose-member.sh',
  ...['ask', 'dump', 'files', 'restore-check', 'restore', 'receive-wal', 'receive-ready'].map(name => `postgresql/postgresql-${name}.sh`),
];
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

needs(MISSING === undefined, MISSING ?? '').describe('backups of a real server', () => {
  let server: RealServer;
  /** Each is a group of its own, with all that the script started. */
  const receivers: ChildProcess[] = [];

  beforeEach(async () => {
    server = new RealServer(FILES);
    await server.start();
    server.sql("CREATE ROLE replicator LOGIN REPLICATION PASSWORD 'copies'; CREATE TABLE ticks (n serial, at timestamptz DEFAULT clock_timestamp())");
  }, 60_000);

  afterEach(() => {
    for (const receiver of receivers.splice(0)) { spawnSync('kill', ['-KILL', '--', `-${receiver.pid}`]); }
    server.remove();
  });

  const path = (name: string) => join(server.root, 'scripts', name);
  const takeBackup = () => server.script('backup.sh', { KEEP: '3', HOSTS: HOST, PGPASSWORD: 'copies' }, 'bash', path('postgresql-dump.sh'));
  const check = () => server.script('restore-check.sh', { MAX_AGE: '1000' }, 'bash', path('postgresql-restore-check.sh'));
  const receive = () => {
    const env = { PATH: process.env.PATH!, PGHOST: HOST, PGPASSWORD: 'copies', SLOT: 'archive', KEEP: '10000' };
    const receiver = spawn('bash', ['-c', `PATH=${server.must('bash', '-c', 'echo $PATH')} exec bash ${path('postgresql-receive-wal.sh')}`], { uid: 65534, gid: 65534, env, detached: true, stdio: 'ignore' });
    receivers.push(receiver);
    return receiver;
  };
  const backups = () => readdirSync(join(server.root, 'backups')).filter(name => name.endsWith('Z'));

  test('a backup comes up as a server that is read as a whole', () => {
    server.sql('INSERT INTO ticks SELECT FROM generate_series(1, 1000)');

    const [taken, checked] = [takeBackup(), check()];

    expect([taken.status, checked.status]).toEqual([0, 0]);
    expect(checked.stdout).toContain("a server came up with the backup's 1 tables");
  }, 120_000);

  test('nothing becomes a backup while no member serves', () => {
    const { status, stderr } = server.script('backup.sh', { KEEP: '3', HOSTS: '127.0.0.78', PGPASSWORD: 'copies', ASK_FOR: '1' }, 'bash', path('postgresql-dump.sh'));

    expect(status).toBe(1);
    expect(stderr).toContain('no member serves of: 127.0.0.78');
    expect(backups()).toEqual([]);
  }, 60_000);

  test('a page that was damaged before the backup fails the check, or the backup', async () => {
    server.sql('INSERT INTO ticks SELECT FROM generate_series(1, 10000)');
    const file = join(server.data, server.sql("SELECT pg_relation_filepath('ticks')"));
    await server.stop();
    const bytes = readFileSync(file);
    bytes[20_000] = 255 - bytes[20_000];
    writeFileSync(file, bytes);
    await server.start();

    const { status } = takeBackup();

    expect(status).not.toBe(0);
    expect(backups()).toEqual([]);
  }, 120_000);

  test('the log that is received brings a backup to the very transaction, and the new time line is received then', async () => {
    const receiver = receive();
    takeBackup();
    server.sql('INSERT INTO ticks SELECT FROM generate_series(1, 10)');
    const time = server.sql('SELECT clock_timestamp()');
    await pause(50);
    server.sql('INSERT INTO ticks SELECT FROM generate_series(1, 7)');
    for (let round = 0; round < 3; round++) { server.sql('CREATE TABLE big AS SELECT generate_series(1, 10); SELECT pg_switch_wal(); DROP TABLE big'); }
    await pause(3000);
    const [backup] = backups();
    const early = server.script('postgresql-restore.sh', { HOSTS: HOST }, backup, time);
    await server.stop();

    const restored = server.script('postgresql-restore.sh', { HOSTS: HOST }, backup, time);

    expect([early.status, early.stderr]).toEqual([1, `${HOST} still runs: scale the StatefulSet to 0 first\n`]);
    expect(restored.status).toBe(0);
    await server.start();
    expect(server.sql('SELECT count(*) FROM ticks')).toBe('10');
    let ready = false;
    for (let tries = 0; tries < 60 && !ready; tries++) {
      await pause(500);
      ready = server.script('postgresql-receive-ready.sh', { PGHOST: HOST, PGPASSWORD: 'copies' }).status === 0;
    }
    expect(ready).toBe(true);
    receiver.kill('SIGTERM');
    await server.stop();
  }, 180_000);

  test('the log of another database that was here before is set aside, and that of this one is received', async () => {
    const received = (...names: string[]) => join(server.root, 'wal', ...names);
    server.write('wal/system', '7714012054878722698\n');
    for (const name of ['000000010000000000000042', '000000010000000000000043.partial', '00000002.history']) { server.write(`wal/${name}`, 'of another database'); }

    const receiver = receive();
    for (let tries = 0; tries < 100 && !readdirSync(received()).some(name => name.endsWith('.partial') && !name.includes('43')); tries++) { await pause(100); }
    receiver.kill('SIGTERM');

    const [aside] = readdirSync(received()).filter(name => name.startsWith('other-7714012054878722698-'));
    expect(readdirSync(received(aside)).sort()).toEqual(['000000010000000000000042', '000000010000000000000043.partial', '00000002.history']);
    expect(readFileSync(received('system'), 'utf8').trim()).toBe(server.sql('SELECT system_identifier FROM pg_control_system()'));
    expect(readdirSync(received()).filter(name => name.startsWith('0000'))).toEqual([expect.stringMatching(/^00000001[0-9A-F]{16}\.partial$/)]);
    expect(existsSync(received('000000010000000000000042'))).toBe(false);
    await server.stop();
  }, 60_000);

  test('a volume of which nobody knows what was received keeps all of it', async () => {
    server.write('wal/system', '');
    server.write('wal/00000002.history', 'of this database');

    const receiver = receive();
    const known = () => readFileSync(join(server.root, 'wal/system'), 'utf8').trim();
    for (let tries = 0; tries < 100 && known() === ''; tries++) { await pause(100); }
    receiver.kill('SIGTERM');

    expect(known()).toBe(server.sql('SELECT system_identifier FROM pg_control_system()'));
    expect(readdirSync(join(server.root, 'wal'))).toContain('00000002.history');
    expect(readdirSync(join(server.root, 'wal')).filter(name => name.startsWith('other-'))).toEqual([]);
    await server.stop();
  }, 60_000);

  test('a time that the log does not reach changes nothing', async () => {
    takeBackup();
    await server.stop();
    const before = readdirSync(join(server.root, 'data'));

    const { status, stderr } = server.script('postgresql-restore.sh', { HOSTS: HOST }, backups()[0], '2099-01-01 00:00:00+00');

    expect(status).not.toBe(0);
    expect(stderr).toContain('the server did not come up');
    expect(readdirSync(join(server.root, 'data')).filter(name => name !== 'pgdata.restored')).toEqual(before);
  }, 120_000);
});
