import { ComparisonOnVersions, diffOnEach } from '../diff/on-versions';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { isBounded } from '../manifest/read/bounded';
import { SourceDocument } from '../manifest/read/document';

/** An object that was written anew before it is imported. */
export interface Rewritten {
  readonly manifest: Manifest;
  /** Each change in a sentence; empty if the object is as it was. */
  readonly notes: readonly string[];
  /** Objects that come with it. @default - none */
  readonly added?: readonly Manifest[];
  /** How to get there, step by step. @default - by applying it */
  readonly plan?: readonly string[];
}

/** Objects that were written anew. */
export interface Renewal {
  readonly objects: readonly { readonly object: Manifest; readonly notes: readonly string[]; readonly plan?: readonly string[] }[];
  /** What that does to those that are in the cluster. */
  readonly comparison: ComparisonOnVersions;
}

/** Documents with their objects as they are now. */
export interface Renewed {
  readonly documents: readonly SourceDocument[];
  /** @default - nothing was written anew */
  readonly renewal?: Renewal;
}

/** How one object is written anew; undefined if this is not about it. */
export type Rewrite = (manifest: Manifest, model: ApiModel) => Rewritten | undefined;

/** Writes objects anew, and compares. */
export function renewed(
  documents: readonly SourceDocument[], rewrite: Rewrite, models: readonly ApiModel[], definitions?: readonly Manifest[],
): Renewed {
  const found = documents.map(document => ({ document, next: rewrittenObject(document, rewrite, models[0]) }));
  const changed = found.flatMap(({ document: { manifest }, next }) => manifest && next && next.notes.length > 0 ? [{ manifest, next }] : []);
  if (changed.length === 0) { return { documents }; }
  // What no server has any more is in no cluster.
  const inCluster = changed.filter(({ manifest }) => models.some(model => model.kind(manifest.apiVersion, manifest.kind)));
  return {
    documents: found.flatMap(({ document, next }) => next ? allOf(next).map(manifest => ({ ...document, manifest })) : [document]),
    renewal: {
      objects: changed.map(({ next: { manifest, notes, plan } }) => ({ object: manifest, notes, plan })),
      comparison: diffOnEach(
        inCluster.map(({ manifest }) => manifest), inCluster.flatMap(({ next }) => allOf(next)), models, { definitions },
      ),
    },
  };
}

function allOf({ manifest, added = [] }: Rewritten): Manifest[] {
  return [manifest, ...added];
}

function rewrittenObject({ manifest }: SourceDocument, rewrite: Rewrite, model: ApiModel): Rewritten | undefined {
  return manifest && isBounded(manifest) ? rewrite(manifest, model) : undefined;
}
