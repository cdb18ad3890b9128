import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { commandLines } from './command-lines';
import { complaintAbout } from './complaint';
import { FuzzInput, inputOf } from './inputs';
import { Outcome, outcomeOf } from './outcome';
import { Random } from '../conformance/random';

/** What went wrong with one input. */
export interface FuzzFailure {
  readonly index: number;
  readonly command: string;
  readonly complaint: string;
  readonly input: FuzzInput;
}

/** Runs all commands on one input, in the working directory, which is empty before and after. */
export function runInput(seed: number, index: number): FuzzFailure[] {
  const input = inputOf(seed, index);
  const failures: FuzzFailure[] = [];
  const complain = (command: string, complaint: string | undefined) => { if (complaint) { failures.push({ index, command, complaint, input }); } };
  writeFileSync('before.yaml', input.before);
  writeFileSync('after.yaml', input.after);
  const files = () => ['before.yaml', 'after.yaml'].map(file => createHash('sha256').update(readFileSync(file)).digest('hex')).join();
  const given = files();
  for (const [command, words] of Object.entries(commandLines(new Random(`${seed}/${index}/words`)))) {
    const lock = lockFile();
    const outcome = outcomeOf(words);
    complain(command, complaintAbout(outcome) ?? complaintAboutLock(command, lock, outcome));
  }
  complain('all', files() === given ? undefined : 'an input was changed');
  const others = readdirSync('.').filter(file => !['before.yaml', 'after.yaml', 'lock.yaml'].includes(file));
  complain('all', others.length > 0 ? `left behind: ${others.join(', ')}` : undefined);
  for (const file of readdirSync('.')) { rmSync(file); }
  return failures;
}

function lockFile(): string | undefined {
  return readdirSync('.').includes('lock.yaml') ? readFileSync('lock.yaml', 'utf8') : undefined;
}

/** Only `lock` writes, and only when it says so by its exit code. */
function complaintAboutLock(command: string, before: string | undefined, { code }: Outcome): string | undefined {
  const mayWrite = command === 'lock' && code === 0;
  return !mayWrite && lockFile() !== before ? 'the lock was changed' : undefined;
}
