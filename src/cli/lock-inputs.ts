import * as fs from 'fs';
import * as path from 'path';
import { Arguments } from './arguments';
import { partsOf, reported } from './cluster-parts';
import { STANDARD_INPUT } from './files';
import { isGitInput, pathOfGitFile } from './git';
import { ManifestDocument, documentsOf } from './manifests';
import { Terminal } from './terminal';
import { UsageError } from './usage-error';
import { Configuration } from '../checks/configuration/configuration';
import { LockedSystem, keyOf, systemsOf } from '../lock/lock';
import { LockPlace, scopeOf } from '../lock/lock-scope';
import { NO_CLUSTER, ReportedClusters } from '../reports/clusters';

/** What stands in the files, folders and pipes that were named. */
export interface LockInputs {
  readonly names: readonly string[];
  readonly systems: readonly LockedSystem[];
  readonly documents: readonly ManifestDocument[];
  /** Where each system stands. */
  readonly documentOf: ReadonlyMap<LockedSystem, ManifestDocument>;
  /** @default - there is one, which has no name */
  readonly clusters?: ReportedClusters;
  /** The folder of the lock file: folders in it are relative to that. */
  readonly base: string;
}

/**
 * Reads the stateful systems of all inputs, each with the folder it is in, and with its cluster if clusters are declared.
 * Throws `UsageError` for one that has two identities.
 */
export function readInputs(
  names: readonly string[], lockFile: string, configuration: Configuration, args: Arguments, terminal: Terminal,
): LockInputs {
  const base = path.dirname(path.resolve(lockFile));
  const folderOf = (file: string) => file === STANDARD_INPUT ? undefined : relativeTo(base, path.dirname(pathOfGitFile(file)));
  const { parts, by } = partsOf(names.flatMap(name => documentsOf(name, terminal)), configuration, args);
  const documents = [...new Set(parts.flatMap(part => part.documents))];
  const clusterOf = (name: string | undefined) => by === 'declaration' && name !== NO_CLUSTER ? name : undefined;
  const found = parts.flatMap(({ name, documents: own }) =>
    own.flatMap(document => systemsOf([document.manifest], folderOf(document.file), clusterOf(name)).map(system => [system, document] as const)));
  const systems = distinct(found.map(([system]) => system));
  return { names, systems, documents, documentOf: new Map(found), base, clusters: reported(parts.map(part => ({ ...part, models: [] })), by) };
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

function placeInWords({ cluster, folder }: LockedSystem): string {
  return cluster !== undefined ? ` in cluster '${cluster}'` : folder === undefined ? '' : ` in '${folder}'`;
}

/** The same system given twice is one. */
function distinct(systems: readonly LockedSystem[]): LockedSystem[] {
  const byKey = new Map<string, LockedSystem>();
  const problems: string[] = [];
  for (const system of systems) {
    const other = byKey.get(keyOf(system));
    if (other && JSON.stringify(other) !== JSON.stringify(system)) {
      problems.push(`StatefulSet '${system.namespace}/${system.name}' is there twice${placeInWords(system)}, with two identities; only one of them can run: remove the other one, or write \`clusters:\` in cdk8s-stateful.yaml if they are for different clusters`);
    }
    byKey.set(keyOf(system), system);
  }
  if (problems.length > 0) { throw new UsageError(problems); }
  return [...byKey.values()];
}
