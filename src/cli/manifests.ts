import { contentOf, inputFiles, isNothing } from './files';
import { gitFiles, isGitInput, isNothingInGit } from './git';
import { Progress } from './progress';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { Manifest } from '../kubernetes/manifest';
import { SourceDocument } from '../manifest/read/document';
import { readDocuments } from '../manifest/read/read';
import { printable } from '../reports/printable';

/** A document that holds a manifest. */
export interface ManifestDocument extends SourceDocument {
  readonly manifest: Manifest;
}

/**
 * The manifests of a file, a folder, standard input (`-`) or `git:REV:path`,
 * each with its place. A document that cannot be read is an error: left out,
 * it would look like an object that is gone.
 */
export function documentsOf(name: string, terminal: Terminal): ManifestDocument[] {
  const progress = new Progress(terminal);
  const files = isGitInput(name) ? gitFiles(name) : inputFiles([name]).map(file => ({ name: file, content: contentOf(file, terminal) }));
  const documents = files.flatMap((file, index) => {
    progress.say(`reading ${index + 1} of ${files.length}: ${file.name}`);
    return readDocuments(file.content, file.name);
  });
  progress.done();
  const problems = documents.filter(mayBeObject).flatMap(document => document.problems.map(({ position, message, fix }) =>
    `${document.file}:${position.line}:${position.column}: ${message}; ${fix}`));
  if (problems.length > 0) { throw new UsageError(problems); }
  return documents.filter(hasManifest);
}

/** The same of what is compared with: what does not exist yet holds nothing, and everything else is new. */
export function documentsBefore(name: string, terminal: Terminal): ManifestDocument[] {
  if (!(isGitInput(name) ? isNothingInGit(name) : isNothing(name))) { return documentsOf(name, terminal); }
  terminal.err(`cdk8s-stateful: ${printable(`'${name}'`)} holds no manifests yet, so everything is new\n`);
  return [];
}

/** The same without their places. */
export function manifestsOf(name: string, terminal: Terminal): Manifest[] {
  return documentsOf(name, terminal).map(({ manifest }) => manifest);
}

/** What a program reads on its own is no object that could be gone. */
function mayBeObject({ manifest, problems }: SourceDocument): boolean {
  return !manifest && problems.some(({ rule }) => rule !== 'configuration-file');
}

function hasManifest(document: SourceDocument): document is ManifestDocument {
  return document.manifest !== undefined;
}
