import { ChildProcess, SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, until } from '../harness/command';

const VERSIONS = '/usr/lib/postgresql';
const SERIES = '15';
const BIN = join(VERSIONS, SERIES, 'bin');
/** That of the image. */
const USER = 999;

/** Why there is no server of the series that containers have here; undefined if there is one. */
export const MISSING_SERVER = existsSync(BIN) ? undefined : `no PostgreSQL ${SERIES} in ${VERSIONS}, only ${existsSync(VERSIONS) ? readdirSync(VERSIONS).join(', ') : 'none'}`;

/** Stands for a member's agent, which says who leads. */
const agent = (address: string, role: string) => `require('http').createServer((request, response) =>
  response.writeHead(request.url === '/${role}' ? 200 : 503).end()).listen(8008, '${address}')`;

const ACCESS = 'local all all trust\nhost replication replicator all scram-sha-256\nhost all all all scram-sha-256\n';

/** A server of PostgreSQL at an address of a cluster's network, without the agent: the test says who leads. */
export class PlainServer {
  private process?: ChildProcess;
  private agent?: ChildProcess;

  /** @param onNetwork a command as it must be started there */
  constructor(
    private readonly directory: string,
    public readonly address: string,
    private readonly data: string,
    private readonly onNetwork: (argv: string[]) => string[],
  ) {
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'pg_hba.conf'), ACCESS);
    must('chown', '-R', `${USER}:${USER}`, directory);
    must(...onNetwork(['ip', 'addr', 'replace', `${address}/24`, 'dev', 'bridge']));
  }

  public init(): void { this.program('initdb', '--pgdata', this.data, '--username=postgres', '--auth=trust', '--data-checksums', '--no-sync', '--encoding=UTF8', '--locale=C'); }

  /** Becomes a copy of the other one, which follows it. */
  public follow(other: PlainServer, password: string): void {
    this.program('pg_basebackup', `--dbname=host=${other.address} user=replicator password=${password} application_name=standby`, '--pgdata', this.data, '--write-recovery-conf', '--checkpoint=fast');
  }

  public async start(role: 'primary' | 'replica', ...settings: string[]): Promise<void> {
    // Memory that is shared by name stays when a server is killed.
    const options = [
      `hba_file=${this.directory}/pg_hba.conf`, `unix_socket_directories=${this.directory}`, `listen_addresses=${this.address}`, 'fsync=off', 'dynamic_shared_memory_type=mmap', ...settings,
    ];
    const command = ['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups', `${BIN}/postgres`, '-D', this.data, ...options.flatMap(option => ['-c', option])];
    const [program, ...args] = this.onNetwork(command);
    this.process = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.process.stderr!.on('data', text => appendFileSync(join(this.directory, 'log'), text));
    await until(`the server of ${this.address} answers`, 60, () => this.ask('SELECT 1').status === 0, () => must('tail', join(this.directory, 'log')));
    this.lead(role);
  }

  /** Says of itself that it leads, or follows. */
  public lead(role: 'primary' | 'replica'): void {
    this.agent?.kill('SIGKILL');
    const [program, ...args] = this.onNetwork([process.execPath, '-e', agent(this.address, role)]);
    this.agent = spawn(program, args, { stdio: 'ignore' });
  }

  /** All of it ends at once. */
  public async kill(): Promise<void> {
    this.agent?.kill('SIGKILL');
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) { return; }
    const ended = new Promise(resolve => child.once('exit', resolve));
    // The other processes end when the first one has gone.
    child.kill('SIGKILL');
    await ended;
  }

  public remove(): void { rmSync(this.data, { recursive: true, force: true }); }

  public ask(statement: string): SpawnSyncReturns<string> {
    return spawnSync(`${BIN}/psql`, ['--no-psqlrc', '-qAt', `--host=${this.directory}`, '--username=postgres', '--dbname=postgres', `--command=${statement}`], { encoding: 'utf8' });
  }

  public sql(statement: string): string {
    const { status, stdout, stderr } = this.ask(statement);
    if (status !== 0) { throw new Error(`${statement}: ${stderr}`); }
    return stdout.trim();
  }

  /** Writes numbers one after the other, each in a transaction of its own, and gives what was acknowledged, with the time at which it was. */
  public write(statement: (n: number) => string, first: number): { stop(): Promise<Map<number, number>> } {
    const acknowledged = new Map<number, number>();
    const child = spawn(`${BIN}/psql`, ['--no-psqlrc', '-qAt', `--host=${this.directory}`, '--username=postgres', '--dbname=postgres'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const ended = new Promise(resolve => child.once('close', resolve));
    child.stdin.on('error', () => undefined);
    let next = first;
    const send = () => child.stdin.write(`${statement(next)} RETURNING n;\n`);
    child.stdout.on('data', data => {
      if (!String(data).split('\n').includes(String(next))) { return; }
      acknowledged.set(next++, Date.now());
      setTimeout(send, 20);
    });
    send();
    return {
      stop: async () => {
        child.kill('SIGKILL');
        await ended;
        return acknowledged;
      },
    };
  }

  private program(name: string, ...args: string[]): void {
    rmSync(this.data, { recursive: true, force: true });
    mkdirSync(this.data, { recursive: true, mode: 0o700 });
    must('chown', `${USER}:${USER}`, this.data);
    must(...this.onNetwork(['setpriv', `--reuid=${USER}`, `--regid=${USER}`, '--clear-groups', `${BIN}/${name}`, ...args]));
  }
}
