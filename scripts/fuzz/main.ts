/**
 * Gives broken manifests to all commands, and prints what none of them may do: `npm run fuzz -- --inputs 100000 --seed 1`.
 * A second process does the work, so that one that hangs is found and named.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FuzzFailure } from './run';
import type { Progress } from './worker';

/** Inputs between two signs of life. */
const EVERY = 50;

/** How long these may take, in milliseconds. */
const HANGS = 120_000;

async function main(seed: number, first: number, end: number): Promise<void> {
  const start = Date.now();
  const failures: FuzzFailure[] = [];
  let next = first;
  while (next < end) {
    next = await oneProcess(seed, next, end, failures);
    if (next < end) {
      console.log(`FAIL input ${next}, or one of the ${EVERY} after it: hung, or ended the process; it goes on behind them`);
      process.exitCode = 1;
      next += EVERY;
    }
  }
  for (const { index, command, complaint, input } of failures.slice(0, 20)) {
    console.log(`FAIL input ${index}, ${command}: ${complaint}\n${JSON.stringify(input)}\n`);
  }
  console.log(`seed ${seed}: ${end - first} inputs, six command lines each, ${failures.length} failures, ${Math.round((Date.now() - start) / 1000)} s`);
  if (failures.length > 0) { process.exitCode = 1; }
}

/** The first input that was not done. */
function oneProcess(seed: number, first: number, end: number, failures: FuzzFailure[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
  const child = fork(join(__dirname, 'worker.ts'), [folder, seed, first, end].map(String), { execArgv: process.execArgv });
  return new Promise(done => {
    let next = first;
    const watch = () => setTimeout(() => child.kill('SIGKILL'), HANGS);
    let timer = watch();
    child.on('message', (progress: Progress) => {
      next = progress.index + 1;
      failures.push(...progress.failures);
      clearTimeout(timer);
      timer = watch();
    });
    child.on('exit', () => {
      clearTimeout(timer);
      rmSync(folder, { recursive: true });
      done(next);
    });
  });
}

const { values } = parseArgs({ options: { inputs: { type: 'string', default: '5000' }, seed: { type: 'string' }, from: { type: 'string', default: '0' } } });
void main(Number(values.seed ?? Date.now() % 1_000_000), Number(values.from), Number(values.from) + Number(values.inputs));
