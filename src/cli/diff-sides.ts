import * as path from 'path';
import { Arguments } from './arguments';
import { PartWithApi, namespaceFor, withApis } from './cluster-parts';
import { STANDARD_INPUT } from './files';
import { pathOfGitFile } from './git';
import { ManifestDocument, documentsBefore, documentsOf } from './manifests';
import { Terminal } from './terminal';
import { clusterParts } from '../checks/configuration/cluster-part';
import { Configuration } from '../checks/configuration/configuration';
import { pathsFrom } from '../checks/configuration/document-place';
import { ClusterSides } from '../diff/in-clusters';
import { Manifest } from '../kubernetes/manifest';
import { inNamespace } from '../manifest/in-namespace';
import { ReportedClusters } from '../reports/clusters';
import { namesOf } from '../reports/on-versions';

/** One side of a comparison: what was named, and what stands in it. */
export interface Side {
  readonly name: string;
  readonly documents: readonly ManifestDocument[];
}

/** Both sides of one cluster, and what is declared of it. */
export interface SidesOfCluster extends Omit<PartWithApi<unknown>, 'documents'> {
  readonly before: readonly ManifestDocument[];
  readonly after: readonly ManifestDocument[];
  /** Whether the change brings the cluster, or takes it away. @default - neither */
  readonly presence?: 'new' | 'gone';
}

/** What was named as the two sides of a comparison. The first one may not exist yet. */
export function readSides(before: string, after: string, terminal: Terminal): [Side, Side] {
  return [{ name: before, documents: documentsBefore(before, terminal) }, { name: after, documents: documentsOf(after, terminal) }];
}

/** What the differ compares of one cluster. */
export function comparedOf({ name, before, after, models, configuration }: SidesOfCluster, definitions: readonly Manifest[]): ClusterSides {
  const accepted = new Map((configuration.acceptedChanges ?? []).map(({ id, reason }) => [id, reason]));
  const [old, next] = [before, after].map(documents => documents.map(({ manifest }) => manifest));
  const { environment, acknowledgements } = configuration;
  return { name, before: old, after: next, models, accepted, definitions, environment, acknowledgements };
}

/** Two sides, cluster by cluster. */
export interface SidesInClusters {
  readonly all: readonly SidesOfCluster[];
  /** @default - there is one cluster, which has no name */
  readonly reported?: ReportedClusters;
}

/** A document, and whether it is of the new side. */
interface Sided {
  readonly document: ManifestDocument;
  readonly side: Side;
}

/** Parts both sides by the cluster that they are for. Folders of the same name, from what was named, are of the same cluster. */
export function sidesInClusters(before: Side, after: Side, configuration: Configuration, args: Arguments, terminal: Terminal): SidesInClusters {
  const sided = [before, after].flatMap(side => side.documents.map((document): Sided => ({ document, side })));
  const { parts, by } = clusterParts(sided, configuration, ({ document: { file, manifest }, side }) => ({
    folder: file === STANDARD_INPUT ? undefined : folderIn(side.name, file),
    paths: () => pathsOf(file, side.name, side === before ? after.name : before.name).flatMap(one => pathsFrom(configuration.file, one)),
    manifest,
  }));
  const counts = new Map<Sided, number>();
  for (const one of parts.flatMap(({ documents }) => documents)) { counts.set(one, (counts.get(one) ?? 0) + 1); }
  const all = withApis(parts, args, terminal).map(({ documents, ...part }): SidesOfCluster => {
    const [old, next] = [before, after].map(side => documents.filter(one => one.side === side));
    // What is for all clusters says nothing of one.
    const [own, ownNext] = [old, next].map(some => by === undefined || some.some(one => counts.get(one) === 1));
    const presence = own ? ownNext ? undefined : 'gone' : ownNext ? 'new' : undefined;
    const sideOf = (some: readonly Sided[]) => inNamespace(some.map(({ document }) => document), namespaceFor(part, args));
    return { ...part, before: presence === 'new' ? [] : sideOf(old), after: presence === 'gone' ? [] : sideOf(next), ...presence && { presence } };
  });
  return { all, ...by && { reported: { by, all: all.map(({ name = '', models, presence }) => ({ name, kubernetesVersions: namesOf(models), ...presence && { presence } })) } } };
}

/** Where a file stands, and where it would stand on the other side: the configuration may name either. */
function pathsOf(file: string, named: string, other: string): string[] {
  const local = pathOfGitFile(file);
  return [local, ...file === named || other === STANDARD_INPUT ? [] : [path.join(pathOfGitFile(other), path.relative(pathOfGitFile(named), local))]];
}

/** The folder of a file, from the folder that was named. */
function folderIn(named: string, file: string): string {
  return file === named ? '' : path.relative(pathOfGitFile(named), path.dirname(pathOfGitFile(file))).split(path.sep).join('/');
}
