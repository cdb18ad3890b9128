import { Finding, Severity } from './finding';
import { Inventory } from '../manifest/inventory';
import { Manifest } from '../manifest/manifest';

/** What a check reports; the runner adds the id and the object's name. */
export interface Problem extends Pick<Finding, 'path' | 'message' | 'fix'> {
  readonly object: Manifest;
  /** @default - the check's severity */
  readonly severity?: Severity;
}

/**
 * One check is one file: what it is called, why it matters, how bad it is, and
 * a function from manifests to problems. It knows plain manifests only, and
 * must be linear in them.
 */
export interface Check {
  /** Kebab case; also the file's name and the heading in the docs. */
  readonly id: string;
  /** One sentence: what happens in the cluster. */
  readonly why: string;
  readonly severity: Severity;
  readonly run: (inventory: Inventory) => Iterable<Problem>;
  /** Shown in `docs/checks.md`, and run by the check's test: one YAML that has the problem, one that has not. */
  readonly bad: string;
  readonly good: string;
}
