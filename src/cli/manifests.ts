import { contentOf, inputFiles } from './files';
import { gitFiles, isGitInput } from './git';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { Manifest } from '../manifest/manifest';
import { readDocuments } from '../manifest/read';

/**
 * The manifests of a file, a folder, standard input (`-`) or `git:REV:path`.
 * A document that cannot be read is an error: left out, it would look like an
 * object that is gone.
 */
export function manifestsOf(name: string, terminal: Terminal): Manifest[] {
  const files = isGitInput(name) ? gitFiles(name) : inputFiles([name]).map(file => ({ name: file.name, content: contentOf(file.name, terminal) }));
  const documents = files.flatMap(file => readDocuments(file.content, file.name));
  const problems = documents.filter(({ manifest }) => !manifest).flatMap(document => document.problems.map(({ position, message, fix }) =>
    `${document.file}:${position.line}:${position.column}: ${message}; ${fix}`));
  if (problems.length > 0) { throw new UsageError(problems); }
  return documents.map(({ manifest }) => manifest!);
}
