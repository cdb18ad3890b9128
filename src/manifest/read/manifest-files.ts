import { lstatSync, readdirSync, statSync } from 'fs';
import { basename, join } from 'path';

/** A file that was named, or found in a folder that was named. */
export interface ManifestFile {
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
  const name = basename(file);
  return MANIFEST_FILE.test(name) && !FILES_OF_TOOLS.has(name);
}

/** All YAML, JSON and JSON lines files below a folder, in alphabetical order, without hidden ones. */
export function manifestFilesIn(folder: string): ManifestFile[] {
  const names = readdirSync(folder).filter(name => !name.startsWith('.')).sort();
  return names.flatMap(name => {
    const file = join(folder, name);
    const entry = lstatSync(file);
    if (entry.isDirectory()) { return SKIPPED_FOLDERS.has(name) ? [] : manifestFilesIn(file); }
    if (!isManifestFile(name)) { return []; }
    // A link to a file counts; a link to a folder could lead back here.
    const target = entry.isSymbolicLink() ? statSync(file) : entry;
    return target.isFile() ? [{ name: file, size: target.size }] : [];
  });
}
