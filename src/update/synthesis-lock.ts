import * as fs from 'fs';
import { LOCK_FILE, lockBreaks } from './lock';
import { Manifest } from '../manifest/manifest';

/**
 * For synthesis: every way in which the manifests break the lock file; empty
 * if there is no such file. Nothing but the file's existence is asked until
 * there is one.
 *
 * @param manifests what is about to be written
 * @param file path of the lock file. @default `cdk8s-stateful.lock.yaml` in the working directory
 * @throws LockFileError if the lock file cannot be understood
 */
export function lockProblems(manifests: readonly Manifest[], file: string = LOCK_FILE): string[] {
  if (!fs.existsSync(file)) { return []; }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the YAML parser is loaded only where there is a lock
  const { readLock } = require('./lock-file') as typeof import('./lock-file');
  const { systems } = readLock(fs.readFileSync(file, 'utf8'), file);
  const breaks = lockBreaks(systems, manifests);
  return breaks.map(({ id, message }) =>
    `${message}. If it is meant: cdk8s-stateful lock --accept ${id} --reason "<why>" <manifests> (this breaks ${file})`);
}
