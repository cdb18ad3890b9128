import * as path from 'path';
import { STANDARD_INPUT } from './files';
import { pathOfGitFile } from './git';

/**
 * A file as GitHub knows it: from the top of the repository, wherever the
 * command runs; undefined for standard input.
 *
 * @param file as it was read: a path, `git:REV:path` or `-`
 * @param workspace the top of the repository; GitHub sets it
 */
export function fileInRepository(file: string, workspace = process.env.GITHUB_WORKSPACE): string | undefined {
  if (file === STANDARD_INPUT) { return undefined; }
  const local = pathOfGitFile(file);
  if (!workspace) { return local; }
  const inside = path.relative(workspace, path.resolve(local));
  return inside.startsWith('..') ? local : inside.split(path.sep).join('/');
}
