import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rcloneProgram } from '../../../../scripts/clusters/rclone';
import { script } from '../../../../src/constructs/databases/scripts';

const FILES = ['scripts/backup-common.sh', 'scripts/passwords.sh', 'scripts/s3-common.sh', 'postgresql/postgresql-wal-s3.sh'];
/** Which database it is. */
export const SYSTEM = '7714012054878722698';
/** Of the one test file that has a bucket. */
const ADDRESS = `127.0.78.${process.env.JEST_WORKER_ID ?? 1}:9000`;
const KEY = 'correcthorse';
const SEGMENT = 16 * 1024 * 1024;

/** Waits until a condition holds. */
export async function until(what: string, condition: () => boolean, output: () => string = () => ''): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 250) { throw new Error(`not within 25 s: ${what}\n${output().slice(-2000)}`); }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** The server of a bucket, which is a folder. */
export class BucketServer {
  private process?: ChildProcess;
  private output = '';

  constructor(private readonly buckets: string) {}

  public async start(): Promise<void> {
    this.output = '';
    // What the test changes in the folder is seen at once.
    this.process = spawn(rcloneProgram(), ['serve', 's3', '-v', '--dir-cache-time', '1ms', '--addr', ADDRESS, '--auth-key', `${KEY},${KEY}`, this.buckets], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.process.stdout!, this.process.stderr!]) { stream.on('data', data => { this.output += data; }); }
    await until('the server of the bucket answers', () => this.output.includes('Starting s3 server'), () => this.output);
  }

  public async stop(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child) { return; }
    const ended = new Promise(resolve => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }
}

/** An archive's volume, and its sender. */
export class WalSender {
  public readonly wal: string;
  public output = '';
  private process?: ChildProcess;

  constructor(private readonly root: string, private readonly name: string, private readonly env: Record<string, string> = {}) {
    this.wal = join(root, name, 'wal');
    for (const folder of ['wal', 'scripts', 'tmp', 'backups']) { mkdirSync(join(root, name, folder), { recursive: true }); }
    for (const path of FILES) { writeFileSync(join(root, name, 'scripts', basename(path)), this.here(script(path))); }
    this.write('system', `${SYSTEM}\n`);
  }

  private here(text: string): string {
    return text.replace(/(^|[\s"'=])\/(scripts|wal|tmp|backups)(?=[/\s"']|$)/gm, `$1${join(this.root, this.name)}/$2`);
  }

  private get variables(): Record<string, string> {
    return {
      PATH: `${join(rcloneProgram(), '..')}:${process.env.PATH}`,
      REMOTE: 's3:bucket/wal',
      BACKUPS_REMOTE: 's3:bucket/backups',
      KEEP: '60',
      RCLONE_CONFIG: '',
      RCLONE_LOW_LEVEL_RETRIES: '1',
      RCLONE_CONFIG_S3_TYPE: 's3',
      RCLONE_CONFIG_S3_PROVIDER: 'Other',
      RCLONE_CONFIG_S3_ENDPOINT: `http://${ADDRESS}`,
      RCLONE_CONFIG_S3_FORCE_PATH_STYLE: 'true',
      RCLONE_CONFIG_S3_NO_CHECK_BUCKET: 'true',
      RCLONE_CONFIG_S3_ACCESS_KEY_ID: KEY,
      RCLONE_CONFIG_S3_SECRET_ACCESS_KEY: KEY,
      INTERVAL: '0.2',
      TAKE_OVER: '2',
      CLEAN_EVERY: '0',
      ...this.env,
    };
  }

  public write(name: string, content: string | Buffer): void {
    mkdirSync(join(this.wal, name, '..'), { recursive: true });
    writeFileSync(join(this.wal, name), content);
  }

  /** A segment that is full, as far as the script looks. */
  public receive(...names: string[]): void {
    for (const name of names) { this.write(name, Buffer.alloc(SEGMENT, name)); }
  }

  public start(): void {
    this.process = spawn('sh', [join(this.root, this.name, 'scripts/postgresql-wal-s3.sh'), 'send'], { env: this.variables, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    for (const stream of [this.process.stdout!, this.process.stderr!]) { stream.on('data', data => { this.output += data; }); }
  }

  public async kill(): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (!child) { return; }
    const ended = new Promise(resolve => child.once('close', resolve));
    // Its own group: rclone with it.
    try { process.kill(-child.pid!, 'SIGKILL'); } catch { return; }
    await ended;
  }

  public run(...args: string[]) {
    return spawnSync('sh', [join(this.root, this.name, 'scripts/postgresql-wal-s3.sh'), ...args], { env: this.variables, encoding: 'utf8' });
  }
}
