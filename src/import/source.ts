import { Manifest } from '../kubernetes/manifest';

/** One object that is imported. */
export interface Source {
  /** As it was read: what is in the cluster. */
  readonly given: Manifest;
  /** As its author would write it. */
  readonly written: Manifest;
}
