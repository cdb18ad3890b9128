import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { BucketServer, SYSTEM, WalSender, until } from './wal-sender';
import { isRcloneBuilt } from '../../../../scripts/clusters/rclone';
import { needs } from '../../../support/needs';
import { NO_SMALL_DISK } from '../../../support/small-disk';

const segment = (number: number, timeline = 1) => `${timeline.toString(16).padStart(8, '0')}00000000${number.toString(16).padStart(8, '0')}`.toUpperCase();
const manifest = (number: number) => `{ "Files": [],\n"WAL-Ranges": [\n{ "Timeline": 1, "Start-LSN": "0/${number.toString(16).toUpperCase()}000028", "End-LSN": "0/FF000000" }\n],\n"Manifest-Checksum": "0"}\n`;

needs(isRcloneBuilt(), 'no rclone').describe('an archive with a bucket', () => {
  let root: string;
  let server: BucketServer;
  const archives: WalSender[] = [];

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'wal-s3-'));
    mkdirSync(join(root, 'bucket/backups'), { recursive: true });
    server = new BucketServer(root);
    await server.start();
  });

  afterEach(async () => {
    await Promise.all(archives.splice(0).map(archive => archive.kill()));
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const folder = () => join(root, 'bucket/wal', `wal-${SYSTEM}`);
  const objects = () => (existsSync(folder()) ? readdirSync(folder()) : []).filter(name => name !== 'owner').sort();
  const archive = (name = 'one', env: Record<string, string> = {}) => {
    const made = new WalSender(root, name, env);
    archives.push(made);
    return made;
  };
  const rounds = async (of: WalSender) => {
    const current = join(root, basename(join(of.wal, '..')), 'tmp/wal-s3/current');
    for (let count = 0; count < 2; count++) {
      rmSync(current, { force: true });
      await until('another round', () => existsSync(current), () => of.output);
    }
  };
  const backUp = (name: string, first: number) => {
    mkdirSync(join(root, 'bucket/backups', name), { recursive: true });
    writeFileSync(join(root, 'bucket/backups', name, 'backup_manifest'), manifest(first));
    writeFileSync(join(root, 'bucket/backups', name, 'SHA256SUMS'), '');
  };
  const age = (names: string[]) => names.forEach(name => utimesSync(join(folder(), `${name}.gz`), 1, 1));

  test('sends what is whole once, of what is being written the newest, and forgets that when it is whole', async () => {
    const one = archive();
    one.receive(segment(1));
    one.write(`${segment(2)}.partial`, Buffer.concat([Buffer.alloc(1000, 1), Buffer.alloc(1000)]));
    one.start();
    await rounds(one);
    const first = objects();

    one.write(`${segment(2)}.partial`, Buffer.concat([Buffer.alloc(1500, 1), Buffer.alloc(500)]));
    await rounds(one);
    const second = objects();
    rmSync(join(one.wal, `${segment(2)}.partial`));
    one.receive(segment(2));
    await rounds(one);

    expect([first, second, objects()]).toEqual([
      [`${segment(1)}.gz`, `${segment(2)}.partial-00001000.gz`],
      [`${segment(1)}.gz`, `${segment(2)}.partial-00001500.gz`],
      [`${segment(1)}.gz`, `${segment(2)}.gz`],
    ]);
    expect(one.output.match(/the bucket has/g)).toHaveLength(2);
    expect(one.run('ready').status).toBe(0);
  }, 60_000);

  test('what came before a gap is sent, too', async () => {
    const one = archive();
    one.receive(`gap-20260131T030000Z/${segment(1)}`, segment(7));
    one.start();
    await rounds(one);

    expect(objects()).toEqual([`${segment(1)}.gz`, `${segment(7)}.gz`]);
  }, 60_000);

  test('an object that is not what was sent is sent again', async () => {
    const one = archive();
    one.receive(segment(1), segment(2));
    one.start();
    await rounds(one);
    const path = join(folder(), `${segment(1)}.gz`);
    const whole = readFileSync(path);
    truncateSync(path, 100);

    await until('it is whole again', () => readFileSync(path).length === whole.length, () => one.output);

    expect(spawnSync('gzip', ['-t', path]).status).toBe(0);
  }, 60_000);

  test('a sender that is killed sends what it cannot know to be there', async () => {
    const one = archive();
    one.receive(...[1, 2, 3, 4, 5, 6].map(number => segment(number)));
    one.start();
    await until('the second is there', () => existsSync(join(folder(), `${segment(2)}.gz`)), () => one.output);
    await one.kill();
    writeFileSync(join(folder(), `${segment(3)}.gz`), 'half of it');

    one.start();
    await rounds(one);

    const { status } = spawnSync('sh', ['-c', 'for one in "$@"; do gzip -t "$one" || exit 1; done', 'sh', ...objects().map(name => join(folder(), name))]);
    expect([status, objects().length]).toEqual([0, 6]);
  }, 60_000);

  test('what is old goes, but not what the oldest backup needs, nor what is here still', async () => {
    const one = archive();
    const names = [1, 2, 3, 4, 5, 6].map(number => segment(number));
    one.receive(...names);
    one.start();
    await rounds(one);
    age(names);
    names.slice(0, 5).filter((_, index) => index !== 1).forEach(name => rmSync(join(one.wal, name)));
    await rounds(one);
    const withoutBackup = objects();

    backUp('20260131T030000Z', 4);
    backUp('20260201T030000Z', 6);
    await until('something was removed', () => objects().length < 6, () => one.output);
    await rounds(one);

    expect(withoutBackup).toHaveLength(6);
    expect(one.output).toContain('the bucket has no complete backup: nothing of the log is removed there');
    expect(objects()).toEqual([2, 4, 5, 6].map(number => `${segment(number)}.gz`));
    // What was removed would have been sent again.
    expect(one.output.split(segment(2))).toHaveLength(2);
  }, 60_000);

  test('what is not old stays, whatever the backups need', async () => {
    const one = archive();
    one.receive(segment(1), segment(2));
    backUp('20260131T030000Z', 9);
    one.start();
    await rounds(one);
    rmSync(join(one.wal, segment(1)));
    await rounds(one);

    expect(objects()).toHaveLength(2);
  }, 60_000);

  test('beside another archive that sends there it sends nothing, and takes its place when that is gone', async () => {
    const [one, two] = [archive('one'), archive('two', { TAKE_OVER: '10' })];
    one.receive(segment(1));
    two.receive(segment(2));
    one.start();
    await rounds(one);

    // It says each minute that it is there; the other one waits less here.
    const beats = setInterval(() => writeFileSync(join(folder(), 'owner'), `${readFileSync(join(one.wal, 'owner'), 'utf8').trim()} ${Date.now()}\n`), 300);
    two.start();
    await until('it has seen the other one, some times', () => (two.output.match(/another archive has sent to/g) ?? []).length >= 3, () => two.output);
    const meanwhile = objects();
    const ready = two.run('ready').status;
    clearInterval(beats);
    await one.kill();
    await rounds(two);

    expect([meanwhile, ready]).toEqual([[`${segment(1)}.gz`], 1]);
    expect(two.output).toMatch(/another archive has sent to .* give one of the two another prefix[^]*this one goes on/);
    expect(objects()).toEqual([`${segment(1)}.gz`, `${segment(2)}.gz`]);
  }, 60_000);

  test('the time line of a copy of the database is refused', async () => {
    const one = archive();
    one.write('00000002.history', '1\t0/5000000\tno recovery target specified\n');
    one.start();
    await rounds(one);
    await one.kill();
    const copy = archive('copy', { TAKE_OVER: '0' });
    copy.write('00000002.history', '1\t0/4000000\tno recovery target specified\n');
    copy.receive(segment(5, 2));

    copy.start();
    await until('it is refused', () => copy.output.includes('another 00000002.history'), () => copy.output);

    expect(objects()).toEqual(['00000002.history.gz']);
  }, 60_000);

  test('a bucket that is away is told, and what is missing is sent when it is there', async () => {
    const one = archive();
    one.receive(segment(1));
    await server.stop();
    one.start();
    await until('it is told', () => one.output.includes('connection refused'), () => one.output);
    const ready = one.run('ready');
    await server.start();
    await rounds(one);

    expect([ready.status, ready.stdout + ready.stderr]).toEqual([1, expect.stringContaining('the bucket lacks what was received 5 minutes ago')]);
    expect(objects()).toEqual([`${segment(1)}.gz`]);
  }, 60_000);

  needs(process.getuid?.() === 0, NO_SMALL_DISK).test('a bucket that is full is told, and what is missing is sent when there is room', async () => {
    const one = archive();
    const names = [1, 2, 3, 4, 5].map(number => segment(number));
    one.receive(...names);
    const disk = (...options: string[]) => expect(spawnSync('mount', ['-t', 'tmpfs', '-o', options.join(), 'none', join(root, 'bucket')]).status).toBe(0);
    await server.stop();
    disk('size=48k');
    mkdirSync(join(root, 'bucket/backups'));
    await server.start();
    try {
      one.start();
      await until('it is told', () => one.output.includes('files wait for the bucket'), () => one.output);
      const ready = one.run('ready').status;
      const meanwhile = objects().length;
      disk('remount', 'size=10m');
      await rounds(one);

      const { status } = spawnSync('sh', ['-c', 'for one in "$@"; do gzip -t "$one" || exit 1; done', 'sh', ...objects().map(name => join(folder(), name))]);
      expect([ready, status, objects()]).toEqual([1, 0, names.map(name => `${name}.gz`)]);
      expect(meanwhile).toBeLessThan(5);
    } finally {
      await Promise.all([one.kill(), server.stop()]);
      spawnSync('umount', [join(root, 'bucket')]);
    }
  }, 60_000);

  describe('brings', () => {
    /** A backup of this database, of which only what the script reads is there. */
    function localBackup(of: WalSender, first: number): void {
      const backup = join(of.wal, '../backups/20260131T030000Z');
      mkdirSync(backup, { recursive: true });
      const header = Buffer.alloc(64);
      header.writeBigUInt64LE(BigInt(SYSTEM), 24);
      writeFileSync(join(backup, segment(first)), header);
      spawnSync('tar', ['-czf', join(backup, 'pg_wal.tar.gz'), '-C', backup, segment(first)]);
      writeFileSync(join(backup, 'backup_manifest'), manifest(first));
      writeFileSync(join(backup, 'SHA256SUMS'), '');
    }
    const brought = (of: WalSender) => readdirSync(join(of.wal, 'from-bucket')).sort();

    test('all that follows the backup, of what was being written the most', async () => {
      const one = archive();
      one.receive(...[1, 2, 3, 4].map(number => segment(number)), segment(4, 2));
      one.write('00000002.history', '1\t0/4000000\tno recovery target specified\n');
      one.write(`${segment(5, 2)}.partial`, Buffer.alloc(3000, 5));
      one.start();
      await rounds(one);
      await one.kill();
      const part = readFileSync(join(folder(), `${segment(5, 2)}.partial-00003000.gz`));
      writeFileSync(join(folder(), `${segment(5, 2)}.partial-00002000.gz`), 'damaged');
      writeFileSync(join(folder(), `${segment(5, 2)}.partial-00004000.gz`), part.subarray(0, 20));
      localBackup(one, 3);

      const { status, stdout, stderr } = one.run('bring', '20260131T030000Z');

      expect([status, stderr]).toEqual([0, expect.stringContaining('is damaged')]);
      expect(stdout).toContain('brought');
      expect(brought(one)).toEqual(['00000002.history', segment(3), segment(4), segment(4, 2), `${segment(5, 2)}.partial`].sort());
      expect(readFileSync(join(one.wal, 'from-bucket', segment(4))).equals(readFileSync(join(one.wal, segment(4))))).toBe(true);
      expect(readFileSync(join(one.wal, 'from-bucket', `${segment(5, 2)}.partial`)).equals(Buffer.alloc(3000, 5))).toBe(true);
    }, 60_000);

    test('what is there, and tells of what is missing between', async () => {
      const one = archive();
      one.receive(segment(3), segment(4), segment(6));
      one.start();
      await rounds(one);
      localBackup(one, 3);

      const { status, stderr } = one.run('bring', '20260131T030000Z');

      expect([status, stderr]).toEqual([0, expect.stringContaining('the bucket lacks the log before 0000000000000006')]);
    }, 60_000);

    needs(process.getuid?.() === 0, NO_SMALL_DISK).test('nothing where there is no room for it, and leaves none of it', async () => {
      const one = archive();
      one.receive(segment(3), segment(4));
      one.start();
      await rounds(one);
      await one.kill();
      localBackup(one, 3);
      spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'none', one.wal]);
      const { status, stderr } = one.run('bring', '20260131T030000Z');
      const left = readdirSync(one.wal);
      spawnSync('umount', [one.wal]);

      expect([status, stderr, left]).toEqual([1, expect.stringContaining('could not be unpacked: is there room'), []]);
    }, 60_000);

    test('nothing of another database', () => {
      const one = archive();
      localBackup(one, 3);

      const { status, stderr } = one.run('bring', '20260131T030000Z');

      expect([status, stderr]).toEqual([1, expect.stringContaining(`the bucket has no log of the database with the identifier ${SYSTEM}`)]);
      expect(existsSync(join(one.wal, 'from-bucket'))).toBe(false);
    });
  });
});
