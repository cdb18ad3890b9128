import { execFile, execFileSync } from 'child_process';

/** What a command printed and how it ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const FAILED_TO_END = 124;

/** Runs a command to its end; it never rejects, a failure is an exit code. */
export function run(argv: readonly string[], timeoutMs = 30_000): Promise<Outcome> {
  const options = { timeout: timeoutMs, killSignal: 'SIGKILL' as const, maxBuffer: 64 * 1024 * 1024 };
  return new Promise(resolve => execFile(argv[0], argv.slice(1), options, (error, stdout, stderr) => {
    const code = error ? (typeof error.code === 'number' ? error.code : FAILED_TO_END) : 0;
    resolve({ code, stdout, stderr });
  }));
}

/** Runs a command that must succeed, and gives what it printed. */
export function must(...argv: string[]): string {
  return execFileSync(argv[0], argv.slice(1), { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a command and does not care: for cleaning up what may be gone already. */
export function may(...argv: string[]): void {
  try { must(...argv); } catch { /* it was gone already */ }
}

export function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}

/** Waits until a condition holds and gives its value. Fails with what was waited for, and with the log that tells why. */
export async function until<T>(
  what: string, seconds: number, condition: () => Promise<T | undefined | false> | T | undefined | false, log: () => string = () => '',
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const value = await condition();
    if (value) { return value; }
    if (Date.now() > deadline) { throw new Error(`not within ${seconds} s: ${what}\n${log()}`); }
    await sleep(200);
  }
}
