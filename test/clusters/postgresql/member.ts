import { ChildProcess, spawn } from 'child_process';
import { createWriteStream, readFileSync, readdirSync, readlinkSync, rmSync, statSync, statfsSync, writeFileSync } from 'fs';
import { join } from 'path';
import { may, must, sleep } from '../harness/command';

/** Where a member runs and what it may know. */
export interface MemberPlace {
  readonly ordinal: number;
  readonly name: string;
  readonly directory: string;
  readonly networkNamespace: string;
  readonly address: string;
  /** Root file system with PostgreSQL; `/` for this machine's own. */
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  /** Path of the entry script. */
  readonly agent: string;
  readonly hosts: string;
  /** Size of the volume. */
  readonly megabytes: number;
}

/** What makes clocks jump. */
export const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1';

/** A container in all that the agent can tell: its processes, its network, its volume. The agent is the first process. */
export class Member {
  public readonly log: string;
  /** How often the agent ended by itself. */
  public deaths = 0;
  /** When it went on after all of it had hung. */
  public readonly woken: number[] = [];
  private process?: ChildProcess;
  private isWanted = false;

  constructor(public readonly place: MemberPlace) {
    this.log = join(place.directory, 'log');
    this.mountVolume();
  }

  private get volume(): string { return join(this.place.directory, 'data'); }

  public get isRunning(): boolean {
    return this.process !== undefined && this.process.exitCode === null && this.process.signalCode === null;
  }

  public start(): void {
    const { root, hosts, networkNamespace, env, agent } = this.place;
    const user = readFileSync(join(root, 'etc/passwd'), 'utf8').match(/^postgres:x:(\d+):(\d+)/m)!;
    must('chown', '-R', `${user[1]}:${user[2]}`, this.place.directory);
    const binaries = readdirSync(join(root, 'usr/lib/postgresql'))[0];
    const variables = Object.entries({
      ...env,
      PATH: `/usr/lib/postgresql/${binaries}/bin:/usr/bin:/bin`,
      LC_ALL: 'C.UTF-8',
      PGDATA: `${this.volume}/pgdata`,
      SOCKET_DIR: this.place.directory,
      ...this.clockOf(root),
    }).map(([name, value]) => `${name}='${value}'`).join(' ');
    const prepare = root === '/' ? '' : `mount --rbind /dev ${root}/dev`;
    const script = `set -e; mount --make-rprivate /; ${prepare}
      mount -t proc proc ${join(root, 'proc')}; mount --bind ${hosts} ${join(root, 'etc/hosts')}
      exec chroot ${root} /usr/bin/setpriv --reuid ${user[1]} --regid ${user[2]} --clear-groups /usr/bin/env -i ${variables} perl ${agent}`;
    const child = spawn('ip', ['netns', 'exec', networkNamespace, 'unshare', '--mount', '--pid', '--fork', '--kill-child', 'bash', '-c', script],
      { stdio: ['ignore', 'pipe', 'pipe'] });
    const log = createWriteStream(this.log, { flags: 'a' });
    child.stdout!.pipe(log, { end: false });
    child.stderr!.pipe(log, { end: false });
    this.process = child;
    this.isWanted = true;
    // As the kubelet does.
    child.once('exit', () => {
      if (!this.isWanted || this.process !== child) { return; }
      this.deaths++;
      setTimeout(() => { if (this.isWanted && this.process === child) { this.start(); } }, 1000);
    });
  }

  /** All processes die at once. */
  public async crash(): Promise<void> {
    this.isWanted = false;
    if (!this.isRunning) { return; }
    const ended = new Promise(resolve => this.process!.once('exit', resolve));
    this.signal('KILL', this.ids());
    this.process!.kill('SIGKILL');
    await ended;
  }

  /** As the kubelet ends it. */
  public async stop(seconds = 60): Promise<void> {
    const child = this.process!;
    this.isWanted = false;
    this.signal('TERM', this.agents().slice(0, 1));
    for (let waited = 0; this.isRunning && waited < seconds * 10; waited++) { await sleep(100); }
    if (this.isRunning) { child.kill('SIGKILL'); }
  }

  public signal(name: string, ids: readonly number[]): void {
    for (const id of ids) { try { process.kill(id, `SIG${name}` as NodeJS.Signals); } catch { /* it ended */ } }
  }

  /** Every process of the container: those of its namespace. */
  public ids(): number[] {
    const [first] = this.process?.pid ? childrenOf(this.process.pid) : [];
    if (!first) { return []; }
    const namespace = link(first);
    return readdirSync('/proc').filter(id => /^\d+$/.test(id) && link(Number(id)) === namespace).map(Number);
  }

  /** The agent itself, without its helpers. */
  public agents(): number[] {
    return this.ids().filter(id => /perl\0.*postgresql-agent\.pl/.test(read(`/proc/${id}/cmdline`)));
  }

  /** The server's first process. */
  public postmasters(): number[] {
    return this.ids().filter(id => /^[^\0]*postgres\0-D\0/.test(read(`/proc/${id}/cmdline`)));
  }

  /** Whether none of these goes on: they ended, or stand still. */
  public standStill(ids: readonly number[]): boolean {
    return ids.length > 0 && ids.every(id => /^(|[TtZX])$/.test(read(`/proc/${id}/stat`).replace(/^.*\) (.).*$/s, '$1')));
  }

  /** How often its log says something. */
  public timesSaid(text: string): number { return read(this.log).split(text).length - 1; }

  public loseVolume(): void {
    for (const entry of readdirSync(this.volume)) { rmSync(join(this.volume, entry), { recursive: true, force: true }); }
  }

  public fillDisk(path = 'filler'): void {
    may('dd', 'if=/dev/zero', `of=${join(this.volume, path)}`, 'bs=1M');
    may('dd', 'if=/dev/zero', `of=${join(this.volume, path)}`, 'bs=4k', 'oflag=append', 'conv=notrunc');
  }

  /** What a rewind leaves that ended for want of room. */
  public breakData(): void {
    writeFileSync(join(this.volume, 'agent/broken'), '');
    this.fillDisk('pgdata/filler');
  }

  public get hasFullDisk(): boolean { return statfsSync(this.volume).bavail === 0; }

  public emptyDisk(): void { rmSync(join(this.volume, 'filler'), { force: true }); }

  /** Sets the clock of its processes. */
  public setClock(seconds: number): void { writeFileSync(join(this.place.directory, 'clock'), `${seconds < 0 ? '' : '+'}${seconds}\n`); }

  public lastLines(count = 30): string {
    return read(this.log).trimEnd().split('\n').slice(-count).join('\n');
  }

  public unmount(): void { may('umount', this.volume); }

  private mountVolume(): void {
    must('mkdir', '-p', this.volume);
    must('mount', '-t', 'tmpfs', '-o', `size=${this.place.megabytes}m`, 'tmpfs', this.volume);
    this.setClock(0);
  }

  private clockOf(root: string): Record<string, string> {
    try { statSync(join(root, FAKETIME)); } catch { return {}; }
    // A clock that somebody sets is the one of the wall; nobody sets the others.
    return {
      LD_PRELOAD: FAKETIME,
      FAKETIME_TIMESTAMP_FILE: join(this.place.directory, 'clock'),
      FAKETIME_CACHE_DURATION: '1',
      // Processes that are killed would leave files of it behind.
      FAKETIME_DISABLE_SHM: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
    };
  }
}

function read(path: string): string {
  try { return readFileSync(path, 'latin1'); } catch { return ''; }
}

function link(id: number): string {
  try { return readlinkSync(`/proc/${id}/ns/pid`); } catch { return ''; }
}

function childrenOf(id: number): number[] {
  return read(`/proc/${id}/task/${id}/children`).trim().split(' ').filter(Boolean).map(Number);
}
