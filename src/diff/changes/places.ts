import { Rename } from './renames';
import { Manifest, ObjectReference } from '../../kubernetes/manifest';
import { pointer, segmentsOf } from '../../kubernetes/pointer';
import { identityOf } from '../../manifest/inventory';
import { SourceDocument } from '../../manifest/read/document';
import { Change } from '../../reports/change';
import { Place } from '../../reports/finding';

/** Where changes stand: in the new manifests, and those of objects that are gone in the old ones. */
export class Places {
  private readonly before: ReadonlyMap<string, SourceDocument>;
  private readonly after: ReadonlyMap<string, SourceDocument>;
  private readonly successors: ReadonlyMap<string, string>;

  constructor(before: readonly SourceDocument[], after: readonly SourceDocument[], renames: readonly Rename[]) {
    this.before = byIdentity(before);
    this.after = byIdentity(after);
    this.successors = new Map(renames.map(rename => [identityOf(rename.before), identityOf(rename.after)]));
  }

  /** The line that a change is about: of a field that is gone, of the mapping that it was in. */
  public of({ object, path, after }: Pick<Change, 'object' | 'path' | 'after'>): Place | undefined {
    const identity = identityOf(manifestOf(object));
    const next = this.after.get(identity) ?? this.after.get(this.successors.get(identity) ?? '');
    if (next) { return placeIn(next, after === undefined ? withoutItem(path) : path); }
    const old = this.before.get(identity);
    return old && placeIn(old, path);
  }
}

/** Of objects given twice, the last one counts, as in the comparison. */
function byIdentity(documents: readonly SourceDocument[]): Map<string, SourceDocument> {
  return new Map(documents.flatMap(document => document.manifest ? [[identityOf(document.manifest), document]] : []));
}

function manifestOf({ apiVersion, kind, namespace, name }: ObjectReference): Manifest {
  return { apiVersion, kind, metadata: { namespace, name } };
}

/** Another item stands in the place of one that is gone. */
function withoutItem(path: string): string {
  const segments = segmentsOf(path);
  return /^\d+$/.test(segments.at(-1) ?? '') ? pointer(...segments.slice(0, -1)) : path;
}

function placeIn(document: SourceDocument, path: string): Place {
  return { file: document.file, ...document.positionOf(path) };
}
