import { existsSync } from 'fs';
import { dirname, join, relative } from 'path';

/** The file that `lock` writes if no other is named. */
export const LOCK_FILE = 'cdk8s-stateful.lock.yaml';

/**
 * The lock that holds for a folder: its own, or the nearest one above it up to
 * the root of the repository. Its path from that folder; where there is none,
 * that of the one that may be written in the folder itself.
 */
export function nearestLock(folder: string = process.cwd()): string {
  for (let place = folder; ; place = dirname(place)) {
    const file = join(place, LOCK_FILE);
    if (existsSync(file)) { return relative(folder, file); }
    if (place === dirname(place) || existsSync(join(place, '.git'))) { return LOCK_FILE; }
  }
}
