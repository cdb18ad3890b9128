import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ConfigFile } from '../options/config-file';

/** Where a container finds the scripts of its preset. */
export const SCRIPTS_PATH = '/scripts';

/**
 * The shell scripts of a preset, as files of its pods. They are real files of
 * this package: `redis/redis-server.sh` stands in the folder of its engine, and
 * `scripts/members.sh` serves them all.
 */
export function scriptFiles(paths: readonly string[]): ConfigFile[] {
  return paths.map(path => ({ path: `${SCRIPTS_PATH}/${basename(path)}`, content: script(path), executable: path.endsWith('.sh') }));
}

/** The text of one script, by its path from this folder. */
export function script(path: string): string {
  return readFileSync(join(__dirname, path), 'utf8');
}
