import { append } from './group-by';
import { identityOf } from './inventory';
import { Manifest } from '../kubernetes/manifest';

/** An object and the folder that it stands in, from any folder above all of them, with `/` between. */
export interface PlacedObject {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Folders that are a cluster each, as their content says: sibling folders that hold mostly the same objects cannot be
 * meant for one cluster, where each object is there once. Each of the siblings is a cluster then, or holds clusters
 * itself, as `prod/eu` and `prod/us`. Below folders with little in common, those of the same name are one cluster, as
 * `orders/dev` and `payments/dev`.
 */
export class ClusterFolders {
  /** Finds them, in time and memory that grow with the objects and the depth of the folders. */
  public static of(objects: Iterable<PlacedObject>): ClusterFolders {
    const root = new Folder('');
    for (const { folder, manifest } of objects) { addTo(root, folder, manifest); }
    return new ClusterFolders(clustersIn(root));
  }

  /** What the clusters are called; empty if all is one cluster. */
  public readonly names: readonly string[];
  private readonly byPath = new Map<string, string[]>();

  private constructor(clusters: ReadonlyMap<string, readonly Folder[]>) {
    this.names = [...clusters.keys()].sort();
    for (const name of this.names) {
      const paths = new Set(clusters.get(name)!.flatMap(({ path }) => withParents(path)));
      for (const path of paths) { append(this.byPath, path, name); }
    }
  }

  /** The cluster of what stands in a folder. What stands above or beside the folders of clusters is for all of them. */
  public clustersOf(folder: string): readonly string[] {
    return withParents(folder).map(path => this.byPath.get(path)).find(names => names !== undefined) ?? [];
  }
}

/** The folder itself, then its parents, up to the empty path. */
function withParents(folder: string): string[] {
  const segments = segmentsOf(folder);
  return [...segments.map((_segment, index) => segments.slice(0, segments.length - index).join('/')), ''];
}

function segmentsOf(folder: string): string[] {
  return folder.split('/').filter(Boolean);
}

class Folder {
  public readonly children = new Map<string, Folder>();
  /** Of all objects in it and below. */
  public readonly identities = new Set<string>();

  constructor(public readonly path: string) {}

  public child(name: string): Folder {
    const child = this.children.get(name) ?? new Folder(this.path === '' ? name : `${this.path}/${name}`);
    this.children.set(name, child);
    return child;
  }
}

function addTo(root: Folder, path: string, manifest: Manifest) {
  // Apps of one cluster often bring the same Namespace.
  const identity = manifest.kind === 'Namespace' ? undefined : identityOf(manifest);
  let folder = root;
  for (const name of segmentsOf(path)) {
    folder = folder.child(name);
    if (identity !== undefined) { folder.identities.add(identity); }
  }
}

/** The clusters in a folder, and the folders of each; none if the folder is no more than one. */
function clustersIn(folder: Folder): Map<string, Folder[]> {
  const isSplit = hasAlike([...folder.children.values()]);
  const clusters = new Map<string, Folder[]>();
  for (const [child, content] of folder.children) {
    const below = clustersIn(content);
    if (isSplit && below.size === 0) { below.set('', [content]); }
    for (const [name, folders] of below) {
      for (const one of folders) { append(clusters, isSplit ? [child, name].filter(Boolean).join('/') : name, one); }
    }
  }
  return clusters;
}

/**
 * True if two of the folders hold mostly the same: more than half of what is in them, on average, is in both. A folder
 * is compared with those that are like none before them, so hundreds that are alike cost no more than their objects.
 */
function hasAlike(folders: readonly Folder[]): boolean {
  const unlike = new Map<string, Folder[]>();
  for (const folder of folders) {
    const common = new Map<Folder, number>();
    for (const identity of folder.identities) {
      for (const other of unlike.get(identity) ?? []) { common.set(other, (common.get(other) ?? 0) + 1); }
    }
    for (const [other, count] of common) {
      if (4 * count > folder.identities.size + other.identities.size) { return true; }
    }
    for (const identity of folder.identities) { append(unlike, identity, folder); }
  }
  return false;
}
