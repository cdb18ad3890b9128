import { ChildProcess, spawn } from 'child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Chart, Size, Testing } from 'cdk8s';
import { Cluster } from './harness/cluster';
import { must, sleep, until } from './harness/command';
import { inRoot } from './harness/images';
import { NAME_SERVER } from './harness/lan';
import { Pod } from './harness/pod';
import { missingForClusters } from './harness/requirements';
import { rcloneProgram } from '../../scripts/clusters/rclone';
import { Backup } from '../../src/constructs/databases/backup';
import { RedisReplication } from '../../src/constructs/databases/redis/redis-replication';
import { RestoreCheck } from '../../src/constructs/databases/restore-check';
import { Task } from '../../src/constructs/task';
import { ALL, WITH_ALL } from '../support/all';
import { needs } from '../support/needs';

const PASSWORD = 'correcthorse';
const SECRET = 'correct/horse+battery';
const PORT = 9000;
/** The name of a backup that the test makes. */
const OLD = '20260101T000000Z';

const missing = missingForClusters(['redis', 'haproxy', 'rclone']);
const { test: core } = needs(!missing, missing ?? '');
const { test: scenario } = needs(!missing && ALL, missing ?? WITH_ALL);

describe('copies of backups in a bucket', () => {
  const secrets = {
    auth: { password: PASSWORD },
    login: { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: SECRET },
    seal: { password: 'a "horse" $ay$ \\' },
  };
  const buckets = mkdtempSync(join(tmpdir(), 's3-'));
  let cluster: Cluster;
  let server: ChildProcess;
  let serverLog = '';

  const inBucket = (...path: string[]) => join(buckets, 'backups', ...path);
  const complete = (directory: string) => existsSync(directory) ? readdirSync(directory).filter(name => existsSync(join(directory, name, 'SHA256SUMS'))).sort() : [];
  const local = (backup: string) => cluster.claim(`${backup}-backups`);
  const succeed = async (job: string) => {
    const { code, log } = await cluster.runJob(job);
    if (code !== 0) { throw new Error(`${job} failed: ${log}`); }
    return log;
  };
  const startServer = async () => {
    const argv = [rcloneProgram(), 'serve', 's3', '-vv', '--addr', `${NAME_SERVER}:${PORT}`, '--auth-key', `${secrets.login.AWS_ACCESS_KEY_ID},${SECRET}`, buckets];
    const [command, ...args] = cluster.argvOnNetwork(argv);
    server = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [server.stdout!, server.stderr!]) { stream.on('data', data => { serverLog += data; }); }
    await until('the server of the bucket answers', 60, () => serverLog.includes('Starting s3 server'), () => serverLog);
  };
  /** Ends the container that sends, once the server is told a name. */
  const killWhenSent = (container: string, name: string) => async (pod: Pod) => {
    serverLog = '';
    await until(`${name} is being sent`, 120, () => serverLog.includes(name), () => serverLog);
    await pod.container(container).signal('KILL');
  };

  beforeAll(async () => {
    if (missing) { return; }
    const chart = new Chart(Testing.app(), 'test', { namespace: 'default' });
    const database = new RedisReplication(chart, 'db', { passwordSecret: 'auth' });
    const s3 = { bucket: 'backups', endpoint: `http://${NAME_SERVER}:${PORT}`, credentialsSecret: 'login' };
    const plain = new Backup(chart, 'plain', { database, s3 });
    new RestoreCheck(chart, 'plain-check', { backup: plain, fromS3: true, size: Size.gibibytes(1) });
    new RestoreCheck(chart, 'local-check', { backup: plain, size: Size.gibibytes(1) });
    new Task(chart, 'fetch', plain.fetchTask(OLD));
    const sealed = new Backup(chart, 'sealed', { database, keep: 9, s3: { ...s3, prefix: 'shop/sealed', encryptionSecret: 'seal', keep: 1 } });
    new RestoreCheck(chart, 'sealed-check', { backup: sealed, fromS3: true, size: Size.gibibytes(1) });
    new Backup(chart, 'nowhere', { database, s3: { ...s3, bucket: 'nowhere' } });
    cluster = new Cluster({ manifests: Testing.synth(chart), secrets });
    mkdirSync(inBucket(), { recursive: true });
    await cluster.open();
    await startServer();
    await Promise.all([0, 1, 2].map(ordinal => cluster.start(ordinal)));
    await cluster.ready([0, 1, 2]);
    const [{ host, port }] = cluster.endpoints('db', 'redis');
    const keys = 'for i in $(seq 500); do echo "SET key-$i value-$i"; done';
    await cluster.run(inRoot('redis', 'bash', '-c', `(${keys}) | redis-cli --no-auth-warning -a ${PASSWORD} -h ${host} -p ${port}`), 60_000);
  });
  afterAll(async () => {
    server?.kill('SIGKILL');
    await cluster?.close();
    rmSync(buckets, { recursive: true });
  });

  core('a backup is sent, and is restored from the bucket', async () => {
    const sent = await succeed('plain');
    const checked = await succeed('plain-check');

    const [name] = complete(local('plain'));
    expect(complete(inBucket('plain'))).toEqual([name]);
    expect(readFileSync(inBucket('plain', name, 'dump.rdb'))).toEqual(readFileSync(join(local('plain'), name, 'dump.rdb')));
    expect(checked).toContain("a server came up with the dump's 500 keys");
    expect(readdirSync(inBucket('plain', name))).toContain('proven');
    expect(sent + checked).not.toContain(SECRET);
  });

  core('what is encrypted is restored with the password, and only the newest and the last that was restored stay', async () => {
    await succeed('sealed');
    await succeed('sealed-check');
    const [first] = complete(inBucket('shop/sealed'));
    const kept: string[][] = [];

    for (const job of ['sealed', 'sealed-check', 'sealed']) {
      await succeed(job);
      kept.push(complete(inBucket('shop/sealed')));
    }

    const all = complete(local('sealed'));
    expect(all).toHaveLength(3);
    expect(kept).toEqual([[first, all[1]], [first, all[1]], [all[1], all[2]]]);
    expect(readdirSync(inBucket('shop/sealed'))).toEqual([all[1], all[2]]);
    expect(readFileSync(inBucket('shop/sealed', all[2], 'dump.rdb')).subarray(0, 6).toString()).toBe('RCLONE');
  });

  scenario('with a wrong key nothing is sent, the backup stays on the volume, and the next run sends it', async () => {
    const before = complete(inBucket('plain'));
    secrets.login.AWS_SECRET_ACCESS_KEY = 'wrong/horse+battery';

    const { code, log } = await cluster.runJob('plain');

    expect([code, log]).toEqual([1, expect.stringMatching(/SignatureDoesNotMatch[^]*the bucket could not be read/)]);
    expect(log).not.toContain('wrong/horse');
    expect(complete(local('plain'))).toHaveLength(before.length + 1);
    expect(complete(inBucket('plain'))).toEqual(before);
    secrets.login.AWS_SECRET_ACCESS_KEY = SECRET;
    await succeed('plain');
    expect(complete(inBucket('plain'))).toEqual(complete(local('plain')));
  });

  scenario('a bucket that is not there is not made', async () => {
    const { code, log } = await cluster.runJob('nowhere');

    expect([code, log]).toEqual([1, expect.stringContaining('directory not found')]);
    expect(complete(local('nowhere'))).toHaveLength(1);
    expect(readdirSync(buckets)).toEqual(['backups']);
  });

  scenario('an upload that was killed is no backup, and the next run completes it', async () => {
    const [model] = complete(local('plain'));
    const old = join(local('plain'), OLD);
    cpSync(join(local('plain'), model), old, { recursive: true });
    must('sh', '-c', `cd ${old} && head -c 400000000 /dev/urandom >big && sha256sum big dump.rdb >SHA256SUMS && chown -R 999:999 .`);

    const { code } = await cluster.runJob('plain', killWhenSent('plain', `${OLD}/big`));

    expect(code).toBe(137);
    expect(complete(inBucket('plain'))).not.toContain(OLD);
    expect((await cluster.runJob('fetch')).log).toContain(`the bucket has no complete backup ${OLD}`);
    await succeed('plain-check');
    await succeed('plain');
    expect(complete(inBucket('plain'))).toEqual(complete(local('plain')));
    must('cmp', join(old, 'big'), inBucket('plain', OLD, 'big'));
  });

  scenario('the server of the bucket is lost for a while', async () => {
    const before = complete(inBucket('plain'));
    server.kill('SIGKILL');

    const { code } = await cluster.runJob('plain');

    expect(code).toBe(1);
    serverLog = '';
    await sleep(1000);
    await startServer();
    await succeed('plain');
    expect(complete(inBucket('plain'))).toHaveLength(before.length + 2);
  });

  scenario('a volume that is lost gets a backup back, which is restored', async () => {
    rmSync(local('plain'), { recursive: true });

    await succeed('fetch');

    expect(complete(local('plain'))).toEqual([OLD]);
    must('sh', '-c', `touch ${join(local('plain'), OLD, 'SHA256SUMS')}`);
    expect(await succeed('local-check')).toContain("a server came up with the dump's 500 keys");
  });

  scenario('a byte that changed in the bucket fails the check', async () => {
    const newest = complete(inBucket('plain')).pop()!;
    const file = inBucket('plain', newest, 'dump.rdb');
    must('sh', '-c', `printf x | dd of=${file} bs=1 seek=40 conv=notrunc status=none`);

    const { code, log } = await cluster.runJob('plain-check');

    expect([code, log]).toEqual([1, expect.stringContaining('are not what was written')]);
  });
});
