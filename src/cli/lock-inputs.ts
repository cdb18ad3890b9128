import * as fs from 'fs';
import * as path from 'path';
import { STANDARD_INPUT } from './files';
import { isGitInput, pathOfGitFile } from './git';
import { ManifestDocument, documentsOf } from './manifests';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { LockedSystem, keyOf, systemsOf } from '../lock/lock';
import { LockPlace, scopeOf } from '../lock/lock-scope';

/** What stands in the files, folders and pipes that were named. */
export interface LockInputs {
  readonly names: readonly string[];
  readonly systems: readonly LockedSystem[];
  readonly documents: readonly ManifestDocument[];
  /** The folder of the lock file: folders in it are relative to that. */
  readonly base: string;
}

/** Reads the stateful systems of all inputs, each with the folder it is in. Throws `UsageError` for one that has two identities. */
export function readInputs(names: readonly string[], lockFile: string, terminal: Terminal): LockInputs {
  const base = path.dirname(path.resolve(lockFile));
  const folderOf = (file: string) => file === STANDARD_INPUT ? undefined : relativeTo(base, path.dirname(pathOfGitFile(file)));
  const documents = names.flatMap(name => documentsOf(name, terminal));
  const systems = documents.flatMap(({ manifest, file }) => systemsOf([manifest], folderOf(file)));
  return { names, systems: distinct(systems), documents, base };
}

/**
 * What of a lock the inputs take the place of, or are only compared with. To
 * take a folder's place, it must be known; an unknown one is another app's.
 */
export function scopeOfInputs(locked: readonly LockedSystem[], { names, systems, base }: LockInputs, isComparedOnly: boolean): LockedSystem[] {
  const scopes = names.map(name => {
    const scope = scopeOf(locked, systems, placeOf(name, base));
    return scope.isKnown || isComparedOnly || name === STANDARD_INPUT ? scope.systems : scope.systems.filter(({ folder }) => folder === undefined);
  });
  return [...new Set(scopes.flat())];
}

function placeOf(name: string, base: string): LockPlace {
  if (name === STANDARD_INPUT) { return {}; }
  const local = pathOfGitFile(name);
  // What a revision holds is not on the disk.
  const isFile = isGitInput(name) ? /\.(ya?ml|json|jsonl)$/i.test(local) : !fs.statSync(local).isDirectory();
  return { folder: relativeTo(base, isFile ? path.dirname(local) : local), isDeep: true };
}

function relativeTo(base: string, folder: string): string {
  return path.relative(base, path.resolve(folder)).split(path.sep).join('/') || '.';
}

/** The same system given twice is one. */
function distinct(systems: readonly LockedSystem[]): LockedSystem[] {
  const byKey = new Map<string, LockedSystem>();
  const problems: string[] = [];
  for (const system of systems) {
    const other = byKey.get(keyOf(system));
    if (other && JSON.stringify(other) !== JSON.stringify(system)) {
      problems.push(`StatefulSet '${system.namespace}/${system.name}' is there twice${system.folder === undefined ? '' : ` in '${system.folder}'`}, with two identities; only one of them can run: remove the other one`);
    }
    byKey.set(keyOf(system), system);
  }
  if (problems.length > 0) { throw new UsageError(problems); }
  return [...byKey.values()];
}
