import { Validity } from '../../kubernetes/api/lifetime';
import { Manifest } from '../../kubernetes/manifest';
import { References } from '../../manifest/references/references';
import { Statement } from '../../reports/finding';
import { RuleInfo } from '../../reports/rule';

/** What one object does otherwise from a version on. */
export interface ChangedBehaviour extends Statement {
  readonly object: Manifest;
}

/** What Kubernetes does otherwise from a version on, with objects that it takes as before. */
export interface Behaviour extends RuleInfo {
  readonly severity: 'error' | 'warning' | 'info';
  /** The versions that behave so, and the feature gate that makes them. */
  readonly holds: Validity;
  /** Where it was read. */
  readonly source: string;
  readonly run: (references: References) => Iterable<ChangedBehaviour>;
}
