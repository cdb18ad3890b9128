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
