import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigFile } from '../pod/config-file';

/** Where a container finds the scripts of its preset. */
export const SCRIPTS_PATH = '/scripts';

/** The shell scripts of a preset, as files of its pods. They are real files of this package, next to this one. */
export function scriptFiles(names: readonly string[]): ConfigFile[] {
  return names.map(name => ({ path: `${SCRIPTS_PATH}/${name}`, content: script(name), executable: name.endsWith('.sh') }));
}

/** The text of one script. */
export function script(name: string): string {
  return readFileSync(join(__dirname, 'scripts', name), 'utf8');
}
