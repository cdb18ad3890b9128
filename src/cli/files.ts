import * as fs from 'fs';
import { readInput } from './input';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { decodeText } from '../manifest/read/decode';
import { manifestFilesIn } from '../manifest/read/manifest-files';

/** What standard input is called, as an argument and as a file. */
export const STANDARD_INPUT = '-';

/**
 * The files that the arguments name: files as they are, folders with all
 * YAML, JSON and JSON lines files below them, in alphabetical order. Hidden
 * files and folders are left out. Throws `UsageError` for whatever cannot be
 * found or read, and for folders that hold nothing.
 */
export function inputFiles(names: readonly string[]): string[] {
  const problems: string[] = [];
  const files = names.flatMap(name => filesOf(name, problems));
  if (problems.length > 0) { throw new UsageError(problems); }
  return [...new Set(files)];
}

/** How many bytes the files hold, as far as that is known before they are read. */
export function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
}

/** True for a file or folder that does not exist yet, and for a folder that holds nothing. */
export function isNothing(name: string): boolean {
  if (name === STANDARD_INPUT || OF_REVISION.test(name)) { return false; }
  try {
    const stats = fs.statSync(name, { throwIfNoEntry: false });
    return stats === undefined || stats.isDirectory() && manifestFilesIn(name).length === 0;
  } catch {
    // What is wrong with it is said when it is read.
    return false;
  }
}

function filesOf(name: string, problems: string[]): string[] {
  if (name === STANDARD_INPUT) { return [name]; }
  try {
    if (!fs.statSync(name).isDirectory()) { return [name]; }
    const files = manifestFilesIn(name);
    if (files.length === 0) { problems.push(`folder '${name}' holds no .yaml, .yml, .json or .jsonl file; name the folder that your manifests are written to`); }
    return files;
  } catch (error) {
    problems.push(fileProblem(name, error));
    return [];
  }
}

/**
 * What stands in a file. Throws `UsageError` if it cannot be read, and if
 * standard input is empty: a command that failed before the pipe must not look
 * like manifests in which all is well.
 */
export function contentOf(name: string, terminal: Terminal): string {
  const content = readContent(name, terminal);
  if (name === STANDARD_INPUT && content.trim() === '') {
    throw new UsageError(["standard input is empty: the command before the pipe printed nothing; see whether it failed, with 'set -o pipefail'"]);
  }
  return content;
}

function readContent(name: string, terminal: Terminal): string {
  try {
    return name === STANDARD_INPUT ? terminal.input() : decodeText(readInput(name));
  } catch (error) {
    throw new UsageError([fileProblem(name, error)]);
  }
}

/** `HEAD:dist` is how git itself writes it. */
const OF_REVISION = /^[^/\\:]+:./;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you have no right to read it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is a file',
  ELOOP: 'its links lead in a circle',
};

function fileProblem(name: string, error: unknown): string {
  const { code = '', message, path: culprit } = error as NodeJS.ErrnoException;
  const where = culprit && culprit !== name ? ` (${culprit})` : '';
  const hint = code === 'ENOENT' && OF_REVISION.test(name) ? `; a file of a revision is written 'git:${name}'` : '';
  return `cannot read '${name}'${where}: ${REASONS[code] ?? message}${hint}`;
}
