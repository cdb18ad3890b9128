import { ChildProcess, SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { script } from '../../../../src/constructs/databases/scripts';

const VERSIONS = '/usr/lib/postgresql';
const BIN = existsSync(VERSIONS) ? readdirSync(VERSIONS).map(version => join(VERSIONS, version, 'bin')).filter(bin => existsSync(join(bin, 'postgres'))).at(-1) : undefined;
/** `nobody`: a server of PostgreSQL does not run as root. */
const USER = 65534;
/** An address of this machine's own, and of this test file alone, so that the usual ports are free. */
export const HOST = `127.0.77.${process.env.JEST_WORKER_ID ?? 1}`;

/** Stands for an agent whose member leads. Its own process: the tests stand still while they wait for a script. */
const AGENT = `require('http').createServer((request, response) => response.writeHead(request.url === '/primary' ? 200 : 503).end()).listen(8008, '${HOST}')`;

/** Why there is no server; undefined if there is one. */
export const MISSING = process.getuid?.() !== 0 ? 'not root' : BIN ? undefined : 'no PostgreSQL';

/** A real server in a directory of its own, and the scripts of the preset that see this directory as the root of their container. */
export class RealServer {
  public readonly root = mkdtempSync(join(tmpdir(), 'postgresql-'));
  private process?: ChildProcess;
  private agent?: ChildProcess;

  constructor(files: readonly string[]) {
    for (const folder of ['scripts', 'config/scripts', 'passwords/users', 'run', 'tmp', 'backups', 'wal', 'scratch', 'data']) { this.folder(folder); }
    chownSync(this.root, USER, USER);
    for (const path of files) { this.write(`scripts/${basename(path)}`, this.here(script(path))); }
    this.write('config/pg_hba.conf', script('postgresql/pg_hba.conf'));
    this.must('initdb', '--pgdata', this.data, '--username=postgres', '--auth=trust', '--data-checksums', '--no-sync', '--encoding=UTF8', '--locale=C');
  }

  public get data(): string {
    return join(this.root, 'data/pgdata');
  }

  /** What the server has logged. */
  public get log(): string {
    return readFileSync(join(this.root, 'log'), 'utf8');
  }

  public write(path: string, content: string): void {
    writeFileSync(join(this.root, path), content);
    chownSync(join(this.root, path), USER, USER);
  }

  private folder(path: string): void {
    mkdirSync(join(this.root, path), { recursive: true });
    for (const [index] of [...path.split('/').entries()]) { chownSync(join(this.root, ...path.split('/').slice(0, index + 1)), USER, USER); }
  }

  /** The paths of a container, below this directory. */
  private here(text: string): string {
    return text.replace(/(^|[\s"'=<])\/(scripts|config|passwords|backups|wal|scratch|data)(?=[/\s"']|$)/gm, `$1${this.root}/$2`);
  }

  public async start(...settings: string[]): Promise<void> {
    const options = [`hba_file=${this.root}/config/pg_hba.conf`, `unix_socket_directories=${this.root}/run`, `listen_addresses=${HOST}`, 'wal_level=replica', 'fsync=off', ...settings];
    const args = ['-D', this.data, ...options.flatMap(option => ['-c', option])];
    this.process = spawn('sh', ['-c', `exec ${BIN}/postgres "$@" >>${this.root}/log 2>&1`, 'sh', ...args], { uid: USER, gid: USER, env: this.env(), stdio: 'ignore' });
    for (let tries = 0; this.run('pg_isready', '--quiet').status !== 0; tries++) {
      if (tries > 100) { throw new Error(`the server did not come up: ${this.log}`); }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    this.agent = spawn(process.execPath, ['-e', AGENT], { stdio: 'ignore' });
    while (this.run('bash', '-c', `exec 3<>/dev/tcp/${HOST}/8008`).status !== 0) { await new Promise(resolve => setTimeout(resolve, 50)); }
  }

  public async stop(): Promise<void> {
    this.agent?.kill('SIGKILL');
    const ended = new Promise(resolve => this.process?.once('exit', resolve));
    this.process?.kill('SIGINT');
    await ended;
  }

  public remove(): void {
    this.process?.kill('SIGQUIT');
    this.agent?.kill('SIGKILL');
    rmSync(this.root, { recursive: true, force: true });
  }

  private env(more: Record<string, string> = {}): Record<string, string> {
    return { PATH: `${BIN}:${process.env.PATH}`, PGHOST: `${this.root}/run`, PGUSER: 'postgres', PGDATABASE: 'postgres', TMPDIR: `${this.root}/tmp`, ...more };
  }

  public run(command: string, ...args: string[]): SpawnSyncReturns<string> {
    return this.runWith({}, command, ...args);
  }

  public runWith(env: Record<string, string>, command: string, ...args: string[]): SpawnSyncReturns<string> {
    return spawnSync(command, args, { uid: USER, gid: USER, env: this.env(env), encoding: 'utf8', cwd: this.root });
  }

  /** Runs something beside the test. */
  public background(env: Record<string, string>, command: string, ...args: string[]): ChildProcess {
    const child = spawn(command, args, { uid: USER, gid: USER, env: this.env(env), cwd: this.root, stdio: ['ignore', 'pipe', 'ignore'] });
    // It must not wait for a reader.
    child.stdout.resume();
    return child;
  }

  /** What `run` prints; it succeeds. */
  public must(command: string, ...args: string[]): string {
    const { status, stdout, stderr } = this.run(command, ...args);
    if (status !== 0) { throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`); }
    return stdout.trim();
  }

  /** What a statement gives, as the administrator. */
  public sql(statement: string, database = 'postgres'): string {
    return this.must('psql', '--no-psqlrc', '--quiet', '--no-align', '--tuples-only', `--dbname=${database}`, `--command=${statement}`);
  }

  /** What a statement gives somebody who logs in over the network; undefined if it fails. */
  public sqlAs(user: string, password: string, statement: string, database: string): string | undefined {
    const { status, stdout } = this.runWith({ PGHOST: HOST, PGPASSWORD: password, PGUSER: user }, 'psql', '--no-psqlrc', '-qAt', `--dbname=${database}`, `--command=${statement}`);
    return status === 0 ? stdout.trim() : undefined;
  }

  /** Runs a script of the preset. */
  public script(name: string, env: Record<string, string>, ...args: string[]): SpawnSyncReturns<string> {
    return this.runWith(env, 'bash', join(this.root, 'scripts', name), ...args);
  }
}
