import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file system of its own, of so many kilobytes, until the tests of the file end; only root can mount it. */
export interface SmallDisk {
  readonly path: string;
  readonly isThere: boolean;
}

/** What a test says that has none. */
export const NO_SMALL_DISK = 'a small disk is mounted by root, on Linux';

export function useSmallDisk(kilobytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'small-disk-'));
  const mayMount = process.platform === 'linux' && process.getuid?.() === 0;
  const isThere = mayMount && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'none', path]).status === 0;
  afterAll(() => {
    if (isThere) { spawnSync('umount', [path]); }
    rmSync(path, { recursive: true, force: true });
  });
  return { path, isThere };
}
