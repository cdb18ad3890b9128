import { Modernised, modernised } from './modernise';
import { ComparisonOnVersions, diffOnEach } from '../diff/on-versions';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { isBounded } from '../manifest/read/bounded';
import { SourceDocument } from '../manifest/read/document';

/** Objects that were written in the words of today. */
export interface Renewal {
  readonly objects: readonly { readonly object: Manifest; readonly notes: readonly string[] }[];
  /** What that does to those that are in the cluster. */
  readonly comparison: ComparisonOnVersions;
}

/** Documents with their objects in the words of today. */
export interface Renewed {
  readonly documents: readonly SourceDocument[];
  /** @default - nothing was old */
  readonly renewal?: Renewal;
}

/** Writes every object as one would today, and compares. */
export function renewed(documents: readonly SourceDocument[], models: readonly ApiModel[], definitions?: readonly Manifest[]): Renewed {
  const found = documents.map(document => ({ document, next: renewedObject(document, models[0]) }));
  const changed = found.flatMap(({ document: { manifest }, next }) => manifest && next && next.notes.length > 0 ? [{ manifest, next }] : []);
  if (changed.length === 0) { return { documents }; }
  // What no server has any more is in no cluster.
  const inCluster = changed.filter(({ manifest }) => models.some(model => model.kind(manifest.apiVersion, manifest.kind)));
  return {
    documents: found.map(({ document, next }) => next ? { ...document, manifest: next.manifest } : document),
    renewal: {
      objects: changed.map(({ next }) => ({ object: next.manifest, notes: next.notes })),
      comparison: diffOnEach(inCluster.map(({ manifest }) => manifest), inCluster.map(({ next }) => next.manifest), models, { definitions }),
    },
  };
}

function renewedObject({ manifest }: SourceDocument, model: ApiModel): Modernised | undefined {
  return manifest && isBounded(manifest) ? modernised(manifest, model) : undefined;
}
