import { existsSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'fs';
import { hostname } from 'os';
import { WriteError, writing } from './write-error';

/** Milliseconds that one process waits for another. */
const PATIENCE = 30_000;

/** Milliseconds after which a mark that names nobody was left behind: its process ended while it wrote it. */
const UNSIGNED = 5_000;

/**
 * Runs something while no other process does so for the same file. Others wait: a file beside it, made by the one that is first, says who
 * is at work. A process that was killed leaves its mark behind; the next one on the same machine removes it.
 *
 * @throws WriteError if another one does not end in time, or if the folder cannot be written to
 */
export function exclusively<T>(file: string, run: () => T, patience: number = PATIENCE): T {
  const mark = `${file}.busy`;
  const end = Date.now() + patience;
  while (!writing(file, () => isTaken(mark))) {
    if (removeIfLeft(mark)) { continue; }
    if (Date.now() >= end) { throw new WriteError(busy(file, mark)); }
    pause(10 + Math.random() * 20);
  }
  try {
    return run();
  } finally {
    unlinkSync(mark);
  }
}

/** Makes the mark, if nobody has made it. */
function isTaken(mark: string): boolean {
  try {
    writeFileSync(mark, `${process.pid} ${hostname()}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') { return false; }
    // A full disk makes the name and takes no text.
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') { unlinkSync(mark); }
    throw error;
  }
}

function ownerOf(mark: string): string | undefined {
  try {
    return readFileSync(mark, 'utf8');
  } catch {
    return undefined;
  }
}

/** True if the mark is gone now. It is moved away first: another process may have done the same, and begun. */
function removeIfLeft(mark: string): boolean {
  const owner = ownerOf(mark);
  if (owner === undefined || !isLeft(mark, owner)) { return owner === undefined; }
  const aside = `${mark}.${process.pid}`;
  try {
    renameSync(mark, aside);
  } catch {
    return true;
  }
  const isTheSame = ownerOf(aside) === owner;
  if (!isTheSame && !existsSync(mark)) { renameSync(aside, mark); } else { unlinkSync(aside); }
  return isTheSame;
}

function isLeft(mark: string, owner: string): boolean {
  const [, pid, host] = /^(\d+) (.*)\n$/.exec(owner) ?? [];
  if (pid === undefined) { return Date.now() - (statSync(mark, { throwIfNoEntry: false })?.mtimeMs ?? 0) > UNSIGNED; }
  return host === hostname() && (Number(pid) === process.pid || !isAlive(Number(pid)));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function busy(file: string, mark: string): string {
  const [pid, host] = (ownerOf(mark) ?? '').trim().split(' ');
  const who = pid && host ? `process ${pid} on ${host}` : 'another process';
  return `cannot write '${file}': ${who} is writing it; if none is, remove '${mark}'`;
}
