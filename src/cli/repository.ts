import { execFileSync } from 'child_process';
import { existsSync, statSync } from 'fs';
import { dirname, join } from 'path';
import { STANDARD_INPUT } from './files';
import { isGitInput } from './git';
import { SourceDocument } from '../manifest/read/document';
import { Repository } from '../manifest/repository';

/** Kinds that name folders of repositories; only where there is one, git is asked. */
const NAMING_FOLDERS: ReadonlySet<string> = new Set(['Application', 'Kustomization']);

/** The repository on disk in which an object stands that names folders of repositories. */
export function repositoryOf(documents: readonly SourceDocument[]): Repository | undefined {
  const isOnDisk = ({ file }: SourceDocument) => file !== STANDARD_INPUT && !isGitInput(file);
  const naming = documents.find(document => document.manifest && NAMING_FOLDERS.has(document.manifest.kind) && isOnDisk(document));
  if (!naming) { return undefined; }
  const ask = (...args: string[]) => answerOf(dirname(naming.file), args);
  const top = ask('rev-parse', '--show-toplevel');
  if (!top) { return undefined; }
  const urls = ask('config', '--get-regexp', '^remote\\..*\\.url$').split('\n').map(line => line.replace(/^\S+ /, '')).filter(Boolean);
  const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();
  return { urls, branch: ask('rev-parse', '--abbrev-ref', 'HEAD') || undefined, hasFolder: path => isFolder(join(top, path)) };
}

/** Nothing where git is not there, or knows no answer. */
function answerOf(cwd: string, args: readonly string[]): string {
  try {
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
