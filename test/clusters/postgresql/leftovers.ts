import { mkdirSync, readdirSync, rmSync } from 'fs';
import { join } from 'path';
import { may, must } from '../harness/command';

/** Ends and removes what runs that were killed left behind: processes, networks and volumes under a directory named after their process. */
export function removeLeftovers(root: string, prefix: string): void {
  mkdirSync(root, { recursive: true });
  for (const pid of readdirSync(root).filter(name => !isRunning(Number(name)))) {
    const names = readdirSync('/var/run/netns').filter(name => new RegExp(`^${prefix}${pid}(-|$)`).test(name));
    for (const id of names.flatMap(name => must('ip', 'netns', 'pids', name).split('\n').filter(Boolean))) { may('kill', '-KILL', id); }
    for (const name of names) { may('ip', 'netns', 'del', name); }
    for (const member of readdirSync(join(root, pid))) { may('umount', join(root, pid, member, 'data')); }
    rmSync(join(root, pid), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try { process.kill(pid, 0); return true; } catch { return false; }
}
