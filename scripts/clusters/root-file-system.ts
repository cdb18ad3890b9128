import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { makeOnce } from '../kubernetes/make-once';

/** Where root file systems are kept: outside of the work tree, so that all clones share them. */
export const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cdk8s-stateful', 'clusters');

/** A file system of Debian's packages and what they depend on: unpacked and not configured, so that nothing of it was ever run. */
export interface RootFileSystem {
  readonly name: string;
  readonly suite: 'bookworm' | 'trixie' | 'sid';
  readonly packages: readonly string[];
}

/** Its folder, whether it was made or not. The name is another one when what it is made of has changed. */
export function pathOf({ name, suite, packages }: RootFileSystem): string {
  return join(CACHE, `${name}-${suite}-${createHash('sha256').update(packages.join()).digest('hex').slice(0, 12)}`);
}

export const isMade = (root: RootFileSystem) => existsSync(pathOf(root));

/** Makes it if that was never done, in 15 to 60 seconds. */
export function make(root: RootFileSystem): string {
  return makeOnce(pathOf(root), target => {
    process.stderr.write(`Unpacking ${root.packages.join(', ')} of ${root.suite} …\n`);
    const argv = [
      '--variant=extract', '--mode=root', '--format=directory', `--include=${root.packages.join(',')}`,
      // The release file of a suite that is kept as it was on some day has expired.
      '--aptopt=Acquire::Check-Valid-Until "false"',
      // Later suites unpack to /usr in any case.
      ...root.suite === 'bookworm' ? ['--hook-dir=/usr/share/mmdebstrap/hooks/merged-usr'] : [],
      root.suite, target,
    ];
    const { status, stderr } = spawnSync('mmdebstrap', argv, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    if (status !== 0) { throw new Error(`mmdebstrap ${argv.join(' ')}: ${stderr}`); }
  });
}
