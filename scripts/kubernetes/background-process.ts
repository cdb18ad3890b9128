import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from './wait';

/** A process of a cluster, which goes on when the command that started it has ended. */
export class BackgroundProcess {
  public readonly log: string;
  /** True if it was started here and is no more. */
  public hasEnded = false;
  private readonly pidFile: string;

  /**
   * @param name of the process, and of its files
   * @param folder of the cluster, which each process must have in its command line: so it is found again
   */
  constructor(public readonly name: string, private readonly folder: string) {
    this.log = join(folder, `${name}.log`);
    this.pidFile = join(folder, `${name}.pid`);
  }

  public start(program: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): void {
    if (!args.some(arg => arg.includes(`${this.folder}/`))) { throw new Error(`${this.name}: no argument names ${this.folder}`); }
    const log = openSync(this.log, 'a');
    const child = spawn(program, args, { env, detached: true, stdio: ['ignore', log, log] });
    child.on('exit', () => { this.hasEnded = true; });
    child.on('error', error => {
      writeFileSync(this.log, `${error.message}\n`, { flag: 'a' });
      this.hasEnded = true;
    });
    closeSync(log);
    child.unref();
    if (child.pid !== undefined) { writeFileSync(this.pidFile, String(child.pid)); }
  }

  public isRunning(): boolean {
    return this.id !== undefined;
  }

  /** Ends the process, at once if it does not end by itself. */
  public async end(): Promise<void> {
    const pid = this.id;
    if (pid !== undefined) {
      process.kill(pid, 'SIGTERM');
      try {
        await waitUntil(`${this.name} ends`, 10, () => !this.isRunning());
      } catch {
        if (this.isRunning()) { process.kill(pid, 'SIGKILL'); }
      }
    }
    rmSync(this.pidFile, { force: true });
  }

  /** Ends the process as it stands, which it cannot prevent. */
  public async kill(): Promise<void> {
    const pid = this.id;
    if (pid !== undefined) {
      process.kill(pid, 'SIGKILL');
      await waitUntil(`${this.name} ends`, 10, () => !this.isRunning());
    }
    rmSync(this.pidFile, { force: true });
  }

  public lastLines(count = 15): string {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : '(nothing)';
  }

  /** The process's id. A number that another process has by now is none. */
  public get id(): number | undefined {
    if (!existsSync(this.pidFile)) { return undefined; }
    const pid = readFileSync(this.pidFile, 'utf8');
    const { stdout } = spawnSync('ps', ['-ww', '-o', 'command=', '-p', pid], { encoding: 'utf8' });
    return stdout?.includes(`${this.folder}/`) ? Number(pid) : undefined;
  }
}
