import { configurationOf } from './cluster-configuration';
import { Configuration, ConfiguredCluster } from './configuration';
import { PathPattern } from './path-pattern';
import { Manifest } from '../../kubernetes/manifest';
import { ClusterFolders } from '../../manifest/cluster-folders';
import { append } from '../../manifest/group-by';
import { NO_CLUSTER, ReportedClusters } from '../../reports/clusters';

/** What of some documents goes to one cluster, and what is declared of that. */
export interface ClusterPart<D> {
  /** @default - it is the only one, and nobody gave it a name */
  readonly name?: string;
  readonly documents: readonly D[];
  /** What the configuration file says of this cluster, and of all. */
  readonly configuration: Configuration;
}

/** Where a document stands, and what is in it. */
export interface DocumentPlace {
  /** Its folder, from what was named: what is compared of folders beside each other. Undefined for standard input. */
  readonly folder?: string;
  /** Its path from the folder of the configuration file. Several if it is compared with files elsewhere. */
  readonly paths: () => readonly string[];
  readonly manifest?: Manifest;
}

/** Documents by their clusters. */
export interface ClusterParts<D> {
  readonly parts: readonly ClusterPart<D>[];
  /** Who says so. @default - there is one cluster, which has no name */
  readonly by?: ReportedClusters['by'];
}

/**
 * Parts documents by the cluster that they are for: as the configuration file says, else as the folders do. Every
 * document is in a part; in several if it is for several clusters.
 */
export function clusterParts<D>(
  documents: readonly D[], configuration: Configuration, placeOf: (document: D) => DocumentPlace,
): ClusterParts<D> {
  const places = documents.map(document => ({ document, place: placeOf(document) }));
  return configuration.clusters ? declaredParts(places, configuration, configuration.clusters) : folderParts(places, configuration);
}

interface Placed<D> {
  readonly document: D;
  readonly place: DocumentPlace;
}

function declaredParts<D>(
  places: readonly Placed<D>[], configuration: Configuration, clusters: readonly ConfiguredCluster[],
): ClusterParts<D> {
  const patterns = clusters.map(({ name, paths }) => ({ name, patterns: paths.map(path => new PathPattern(path)) }));
  const namesAt = (paths: readonly string[]) => patterns
    .filter(one => one.patterns.some(pattern => paths.some(path => pattern.matches(path))))
    .map(({ name }) => name);
  const known = new Map<string, string[]>();
  const byName = byCluster(places, place => {
    const paths = place.paths();
    const key = paths.join('\0');
    const names = known.get(key) ?? namesAt(paths);
    known.set(key, names);
    return names.length > 0 ? names : [NO_CLUSTER];
  });
  const parts = [
    ...clusters.map(cluster => ({ name: cluster.name, configuration: configurationOf(configuration, cluster) })),
    { name: NO_CLUSTER, configuration },
  ].map(part => ({ ...part, documents: byName.get(part.name) ?? [] })).filter(part => part.documents.length > 0);
  return parts.every(({ name }) => name === NO_CLUSTER) ? oneCluster(places, configuration) : { parts, by: 'declaration' };
}

function folderParts<D>(places: readonly Placed<D>[], configuration: Configuration): ClusterParts<D> {
  const objects = places.flatMap(({ place: { folder, manifest } }) => folder === undefined || !manifest ? [] : [{ folder, manifest }]);
  const folders = ClusterFolders.of(objects);
  if (folders.names.length === 0) { return oneCluster(places, configuration); }
  const byName = byCluster(places, ({ folder }) => folder === undefined ? folders.names : folders.clustersOf(folder));
  return { parts: folders.names.map(name => ({ name, configuration, documents: byName.get(name)! })), by: 'folder' };
}

function oneCluster<D>(places: readonly Placed<D>[], configuration: Configuration): ClusterParts<D> {
  return { parts: [{ documents: places.map(({ document }) => document), configuration }] };
}

function byCluster<D>(places: readonly Placed<D>[], namesOf: (place: DocumentPlace) => readonly string[]): Map<string, D[]> {
  const byName = new Map<string, D[]>();
  for (const { document, place } of places) {
    for (const name of namesOf(place)) { append(byName, name, document); }
  }
  return byName;
}
