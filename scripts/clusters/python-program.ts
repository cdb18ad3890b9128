import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { CACHE } from './root-file-system';
import { makeOnce } from '../kubernetes/make-once';

const PACKAGE = 'cqlsh==6.2.2';
/** That of the root file system `java`. */
const PYTHON = '3.11';

/** The folder with Cassandra's command line and what it needs, whether it was fetched or not. */
export const pathOfCqlsh = () => join(CACHE, PACKAGE.replace('==', '-'));

/** Fetches it if that was never done, in about 10 seconds. */
export function fetchCqlsh(): string {
  return makeOnce(pathOfCqlsh(), target => {
    process.stderr.write(`Fetching ${PACKAGE} …\n`);
    const argv = ['-m', 'pip', 'install', '--quiet', '--target', target, '--python-version', PYTHON, '--only-binary=:all:', PACKAGE];
    const { status, stderr } = spawnSync('python3', argv, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
    if (status !== 0) { throw new Error(`python3 ${argv.join(' ')}: ${stderr}`); }
  });
}
