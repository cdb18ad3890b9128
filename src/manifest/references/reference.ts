import { Manifest } from '../../kubernetes/manifest';

/** How one object uses another; also what pictures write on the arrow. */
export type Relation =
  | 'binds'
  | 'calls'
  | 'endpoints of'
  | 'governed by'
  | 'grants'
  | 'grants to'
  | 'mounts'
  | 'of class'
  | 'pulls with'
  | 'reads'
  | 'restores'
  | 'routes to'
  | 'runs as'
  | 'scales';

/** A field of one object that names another one. */
export interface Reference {
  readonly from: Manifest;
  /** JSON pointer to the field that holds the name. */
  readonly path: string;
  readonly relation: Relation;
  /** API group of the object named; the empty string for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Namespace of the object named; the empty string for cluster-scoped kinds. */
  readonly namespace: string;
  readonly name: string;
  /** The key of a ConfigMap or Secret that is asked for, where the field asks for one. */
  readonly key?: string;
  /** The port of a Service that is asked for, by name or by number. */
  readonly port?: string | number;
  /** True if the system works without the object. */
  readonly optional?: boolean;
}

/** What is known about a reference before the group, the namespace and the object that holds it are added. */
export type ReferenceTo = Omit<Reference, 'from' | 'group' | 'namespace'> & { readonly group?: string; readonly namespace?: string };

/** Takes references in while an object is walked; a name that is no text, or empty, is no reference. */
export class ReferenceCollector {
  public readonly references: Reference[] = [];

  constructor(private readonly from: Manifest, private readonly namespace: string) {}

  public add(reference: Omit<ReferenceTo, 'name'> & { readonly name: unknown }) {
    const { name } = reference;
    if (typeof name !== 'string' || name === '') { return; }
    const { path, relation, group = '', kind, namespace = this.namespace, key, port, optional } = reference;
    this.references.push({ from: this.from, path, relation, group, kind, namespace, name, key, port, optional });
  }
}
