import { ObjectReference } from '../kubernetes/manifest';
import { Environment } from '../manifest/environment';

/** `error`: refused or never works. `warning`: works and will hurt. `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** One thing that a check found. Data only; renderers make text of it. */
export interface Finding {
  /** Id of the check, for `explain` and for acknowledging. */
  readonly id: string;
  readonly severity: Severity;
  readonly object: ObjectReference;
  /** JSON pointer to the field. */
  readonly path: string;
  /** The fact: what is there and why that is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  /**
   * What to declare if the finding is wrong because something lives outside of
   * the manifests. Renderers print it as it is to be written.
   *
   * @default - no declaration would help
   */
  readonly declaration?: Environment;
}

/** A finding about one of the manifests that were given. */
export interface ManifestFinding extends Finding {
  /** Position of the manifest in the list that was checked. */
  readonly manifest: number;
}

/** A finding with the place in the text it is about. */
export interface SourceFinding extends Finding {
  readonly file: string;
  /** Counted from 0. */
  readonly document: number;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1. */
  readonly column: number;
}
