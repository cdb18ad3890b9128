import { readdirSync } from 'node:fs';
import { sleep, until } from './harness/command';
import { missingForClusters } from './harness/requirements';
import { MISSING_SERVER, PlainServer } from './postgresql/plain-server';
import { KEY, SENDER, SystemWithBucket } from './postgresql/system-with-bucket';
import { ALL, WITH_ALL } from '../support/all';
import { needs } from '../support/needs';

const missing = MISSING_SERVER ?? missingForClusters(['postgres', 'rclone']);
const { describe: core } = needs(!missing, missing ?? '');
const { describe: scenario } = needs(!missing && ALL, missing ?? WITH_ALL);
const tell = (line: string) => process.stderr.write(`PostgreSQL, log in a bucket: ${line}\n`);
const timestamp = (milliseconds: number) => new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '+00');

const numbersIn = (server: PlainServer) => new Set(server.sql('SELECT n FROM ticks').split('\n').filter(Boolean).map(Number));
const insert = (n: number) => `INSERT INTO ticks (n) VALUES (${n})`;

core('the log of a database in a bucket', () => {
  let system: SystemWithBucket;

  beforeAll(async () => {
    if (missing) { return; }
    system = new SystemWithBucket();
    await system.open();
  }, 120_000);

  afterAll(() => system?.close());

  test('brings it back when nothing else is left, to within seconds of the loss', async () => {
    const taken = await system.backUp();
    const writer = system.servers[0].write(insert, 1);
    await sleep(20_000);
    await system.loseAll();
    const lostAt = Date.now();
    const acknowledged = await writer.stop();

    const begin = Date.now();
    const { code, log } = await system.restore(taken);

    expect([code, log]).toEqual([0, expect.stringContaining('the data are those of the end of the log')]);
    const numbers = numbersIn(await system.startRestored());
    const lost = [...acknowledged.keys()].filter(n => !numbers.has(n));
    const oldest = Math.min(lostAt, ...lost.map(n => acknowledged.get(n)!));
    tell(`restored in ${Date.now() - begin} ms: ${acknowledged.size} rows were acknowledged, ${lost.length} are lost, the first of them ${lostAt - oldest} ms before everything was`);
    expect(acknowledged.size).toBeGreaterThan(100);
    expect(lostAt - oldest).toBeLessThan(15_000);
    expect(lost).toEqual([...acknowledged.keys()].slice(acknowledged.size - lost.length));
  }, 300_000);
});

scenario('the log of a database in a bucket, encrypted', () => {
  let system: SystemWithBucket;
  let taken: string;
  let acknowledged = new Map<number, number>();
  let time: number;

  beforeAll(async () => {
    if (missing) { return; }
    system = new SystemWithBucket('seal');
    await system.open();
  }, 120_000);

  afterAll(() => system?.close());

  /** What is acknowledged by a server while something is done. */
  async function writing(server: PlainServer, during: () => Promise<unknown>): Promise<void> {
    const writer = server.write(insert, acknowledged.size + 1000 * acknowledged.size + 1);
    await during();
    acknowledged = new Map([...acknowledged, ...await writer.stop()]);
  }

  test('while the bucket is away the log is received, the pod is not ready, and what was missed is sent then', async () => {
    taken = await system.backUp();
    const [first] = system.servers;
    await writing(first, async () => {
      await sleep(5000);
      system.stopBucket();
      const before = system.objects();
      for (let round = 0; round < 4; round++) {
        await sleep(3000);
        first.sql('SELECT pg_switch_wal()');
      }
      await until('the pod is not ready', 180, () => !system.cluster.pod(0).isReady);
      const received = readdirSync(system.cluster.claim('wal-wal-0'));
      expect(system.objects()).toEqual(before);
      expect(received.filter(name => /^[0-9A-F]{24}$/.test(name) && !before.includes(`${name}.gz`)).length).toBeGreaterThanOrEqual(4);
      expect(system.logOf(SENDER)).toMatch(/waits? for the bucket|bucket was not cleaned|connection refused/);
      const back = Date.now();
      await system.startBucket();
      await system.cluster.ready([0], 180);
      tell(`the bucket was back: ready after ${Date.now() - back} ms`);
    });
    const whole = readdirSync(system.cluster.claim('wal-wal-0')).filter(name => /^[0-9A-F]{24}$/.test(name));
    expect(system.objects()).toEqual(expect.arrayContaining(whole.map(name => `${name}.gz`)));
    expect(system.logOf(SENDER)).not.toContain(KEY);
  }, 400_000);

  test('after a fail-over, and a sender that was killed in the middle, the new time line is sent', async () => {
    const [first, second] = system.servers;
    await writing(first, async () => {
      await sleep(3000);
      await system.failOver();
    });

    await writing(second, async () => {
      await sleep(2000);
      await system.cluster.pod(0).container(SENDER).signal('KILL');
      await sleep(3000);
      time = Date.now();
      await sleep(3000);
    });
    second.sql('SELECT pg_switch_wal()');
    await until('the new time line is in the bucket', 120, () => system.objects().some(name => /^00000002[0-9A-F]{16}\.gz$/.test(name)), () => system.logOf(SENDER));

    expect(system.objects()).toContain('00000002.history.gz');
  }, 300_000);

  test('with a wrong password or key nothing is restored, and nothing is changed', async () => {
    await system.loseAll();
    const answers = [];
    for (const [secret, wrong] of [['seal', { password: 'another horse' }], ['login', { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'wrong/horse' }]] as const) {
      const right = system.secrets[secret];
      system.cluster.changeSecret(secret, wrong);
      answers.push(await system.restore(taken, timestamp(time)));
      system.cluster.changeSecret(secret, right);
    }

    expect(answers.map(({ code }) => code)).toEqual([1, 1]);
    expect(answers[0].log).toContain('could not be brought from the bucket');
    expect(answers[1].log).toMatch(/SignatureDoesNotMatch[^]*the bucket could not be read/);
    expect(answers[1].log).not.toContain('wrong/horse');
    expect(readdirSync(system.cluster.claim('data-db-0'))).toEqual([]);
  }, 300_000);

  test('to a given moment: every row that was acknowledged before it is there, and none that came later', async () => {
    const { code, log } = await system.restore(taken, timestamp(time));

    expect([code, log]).toEqual([0, expect.stringContaining(`the data are those of ${timestamp(time)}`)]);
    const server = await system.startRestored();
    const numbers = numbersIn(server);
    const before = [...acknowledged].filter(([, at]) => at <= time).map(([n]) => n);
    const after = Number(server.sql(`SELECT count(*) FROM ticks WHERE at > '${timestamp(time)}'`));
    tell(`restored to ${timestamp(time)}: ${before.length} rows were acknowledged before, ${acknowledged.size - before.length} later; ${numbers.size} are there, the newest is ${
      server.sql(`SELECT round(extract(epoch FROM '${timestamp(time)}'::timestamptz - max(at)) * 1000) FROM ticks`)} ms older`);
    expect(before.filter(n => !numbers.has(n))).toEqual([]);
    expect(after).toBe(0);
    expect(acknowledged.size).toBeGreaterThan(before.length);
    expect(server.sql('SELECT timeline_id FROM pg_control_checkpoint()')).toBe('3');
  }, 300_000);

  test('a new archive takes the place of the one that was lost, and sends the time line that began with the restore', async () => {
    await system.startArchive(taken);
    const server = system.servers.at(-1)!;
    await writing(server, () => until('the third time line is in the bucket', 200, () => system.objects().some(name => /^00000003[0-9A-F]{16}\.partial/.test(name)), () => system.logOf(SENDER)));

    expect(system.objects()).toContain('00000003.history.gz');
    expect(system.logOf(SENDER)).toContain('this one goes on');
  }, 300_000);
});
