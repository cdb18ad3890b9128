import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';

/** The path of a file or folder that is made once. A half-made one is never found under its name. */
export function makeOnce(path: string, make: (target: string) => void): string {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const unfinished = `${path}.${process.pid}.unfinished`;
    make(unfinished);
    renameSync(unfinished, path);
  }
  return path;
}
