import { mkdirSync, readdirSync, rmSync } from 'fs';
import { join } from 'path';
import { may } from './command';

/** In memory: the scenarios kill processes and not disks, and a slow fsync would be mistaken for a slow cluster. */
export const ROOT = '/dev/shm/cdk8s-stateful-clusters';

/** Removes what a run that was killed left behind. */
export function removeLeftovers(): void {
  mkdirSync(ROOT, { recursive: true });
  for (const pid of readdirSync(ROOT)) {
    if (isRunning(Number(pid))) { continue; }
    const runcRoot = join(ROOT, pid, 'runc');
    for (const id of readIfThere(runcRoot)) { may('runc', '--root', runcRoot, 'delete', '-f', id); }
    for (const namespace of readIfThere('/var/run/netns').filter(name => new RegExp(`^cs${pid}(-|$)`).test(name))) { may('ip', 'netns', 'del', namespace); }
    for (const claim of readIfThere(join(ROOT, pid, 'claims'))) { may('umount', '--lazy', join(ROOT, pid, 'claims', claim)); }
    rmSync(join(ROOT, pid), { recursive: true, force: true });
  }
}

function readIfThere(directory: string): string[] {
  try { return readdirSync(directory); } catch { return []; }
}

function isRunning(pid: number): boolean {
  try { process.kill(pid, 0); return true; } catch { return false; }
}
