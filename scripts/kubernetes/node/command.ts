import { spawnSync } from 'node:child_process';

/** What a program prints if it succeeds; otherwise an error with what it said. */
export function run(program: string, args: readonly string[], input?: string): string {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', input, maxBuffer: 2 ** 28 });
  if (status !== 0) { throw new Error(`${program} ${args.join(' ')} failed:\n${error?.message ?? stderr + stdout}`); }
  return stdout;
}

export function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore', env: process.env }).status === 0;
}
