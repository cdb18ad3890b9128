import * as fs from 'fs';
import { LOCK_FILE } from './lock-name';
import { Manifest } from '../manifest/manifest';

/**
 * For synthesis: every way in which the manifests break the lock file, or what
 * is wrong with that file; empty if there is none. Nothing but the file's existence is asked until
 * there is one.
 *
 * @param manifests what is about to be written
 * @param file path of the lock file. @default `cdk8s-stateful.lock.yaml` in the working directory
 */
export function lockProblems(manifests: readonly Manifest[], file: string = LOCK_FILE): string[] {
  if (!fs.existsSync(file)) { return []; }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only where there is a lock
  const { lockBreaks } = require('./lock') as typeof import('./lock');
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the same
  const { LockFileError, readLock } = require('./lock-file') as typeof import('./lock-file');
  try {
    const { systems } = readLock(fs.readFileSync(file, 'utf8'), file);
    return lockBreaks(systems, manifests).map(({ id, message }) =>
      `${message}. If it is meant: cdk8s-stateful lock --accept ${id} --reason "<why>", synthesize, and lock the new one: `
      + `cdk8s-stateful lock <manifests> (this breaks ${file})`);
  } catch (error) {
    if (error instanceof LockFileError) { return [...error.problems]; }
    throw error;
  }
}
