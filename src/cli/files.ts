import * as fs from 'fs';
import * as path from 'path';
import { readInput } from './input';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { decodeText } from '../manifest/read/decode';

/** What standard input is called, as an argument and as a file. */
export const STANDARD_INPUT = '-';

/** A file that was named, or found in a folder that was named. */
export interface InputFile {
  /** As the user would write it; `-` for standard input. */
  readonly name: string;
  /** In bytes; 0 if not known before it is read. */
  readonly size: number;
}

const MANIFEST_FILE = /\.(?:ya?ml|json|jsonl)$/i;

/** Files that lie next to manifests and belong to other tools; checked only if named themselves. */
const FILES_OF_TOOLS: ReadonlySet<string> = new Set([
  'Chart.yaml', 'Chart.lock', 'values.yaml', 'values.schema.json', 'kustomization.yaml', 'kustomization.yml', 'skaffold.yaml',
  'cdk8s.yaml', 'construct-metadata.json', 'cdk8s-stateful.yaml', 'cdk8s-stateful.yml', 'cdk8s-stateful.json', 'cdk8s-stateful.lock.yaml',
  'package.json', 'package-lock.json', 'tsconfig.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'docker-compose.yaml', 'docker-compose.yml',
]);

/** Folders that hold no manifests of one's own. */
const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules']);

/** True for files in a folder that may hold manifests of one's own. */
export function isManifestFile(file: string): boolean {
  const name = path.basename(file);
  return MANIFEST_FILE.test(name) && !FILES_OF_TOOLS.has(name);
}

/**
 * The files that the arguments name: files as they are, folders with all
 * YAML, JSON and JSON lines files below them, in alphabetical order. Hidden
 * files and folders are left out. Throws `UsageError` for whatever cannot be
 * found or read, and for folders that hold nothing.
 */
export function inputFiles(names: readonly string[]): InputFile[] {
  const problems: string[] = [];
  const files = names.flatMap(name => filesOf(name, problems));
  if (problems.length > 0) { throw new UsageError(problems); }
  return [...new Map(files.map(file => [file.name, file])).values()];
}

function filesOf(name: string, problems: string[]): InputFile[] {
  if (name === STANDARD_INPUT) { return [{ name, size: 0 }]; }
  try {
    const stats = fs.statSync(name);
    if (!stats.isDirectory()) { return [{ name, size: stats.size }]; }
    const files = filesIn(name);
    if (files.length === 0) { problems.push(`folder '${name}' holds no .yaml, .yml, .json or .jsonl file; name the folder that your manifests are written to`); }
    return files;
  } catch (error) {
    problems.push(fileProblem(name, error));
    return [];
  }
}

function filesIn(folder: string): InputFile[] {
  const names = fs.readdirSync(folder).filter(name => !name.startsWith('.')).sort();
  return names.flatMap(name => {
    const file = path.join(folder, name);
    const entry = fs.lstatSync(file);
    if (entry.isDirectory()) { return SKIPPED_FOLDERS.has(name) ? [] : filesIn(file); }
    if (!isManifestFile(name)) { return []; }
    // A link to a file counts; a link to a folder could lead back here.
    const target = entry.isSymbolicLink() ? fs.statSync(file) : entry;
    return target.isFile() ? [{ name: file, size: target.size }] : [];
  });
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

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you have no right to read it',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
};

function fileProblem(name: string, error: unknown): string {
  const { code = '', message, path: culprit } = error as NodeJS.ErrnoException;
  const where = culprit && culprit !== name ? ` (${culprit})` : '';
  // `HEAD:dist` is how git itself writes it.
  const hint = code === 'ENOENT' && /^[^/\\:]+:./.test(name) ? `; a file of a revision is written 'git:${name}'` : '';
  return `cannot read '${name}'${where}: ${REASONS[code] ?? message}${hint}`;
}
