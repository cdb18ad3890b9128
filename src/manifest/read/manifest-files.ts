import { readdirSync, statSync } from 'fs';
import { basename, join } from 'path';

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
export function manifestFilesIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  return entries.sort((one, other) => one.name < other.name ? -1 : 1).flatMap(entry => {
    const file = join(folder, entry.name);
    if (entry.isDirectory()) { return SKIPPED_FOLDERS.has(entry.name) ? [] : manifestFilesIn(file); }
    if (!isManifestFile(entry.name)) { return []; }
    // A link to a file counts; a link to a folder could lead back here.
    return (entry.isSymbolicLink() ? statSync(file) : entry).isFile() ? [file] : [];
  });
}
