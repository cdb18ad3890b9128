import type { FindingSeverity } from './finding-severity';

/** What is known of one mistake or danger: shown by `explain` and in the docs. Checks, the differ and the lock add how it is found. */
export interface RuleInfo {
  /** Words in kebab case; also the heading in the docs, and the file's name where a rule has a file. */
  readonly id: string;
  /** One or two sentences: what happens in the cluster. */
  readonly why: string;
  /** @default 'error' */
  readonly severity?: `${FindingSeverity}`;
  /** What to write instead. @default - the finding says it */
  readonly fix?: string;
  /** Shown by `explain` and in the docs, and run by a test: a YAML that has the problem, and one that has not. Published with `explain` alone. @default - no YAML shows it */
  readonly bad?: string;
  readonly good?: string;
  /** The version of Kubernetes that the examples are for, if they say nothing of the usual one. @default - the usual one */
  readonly exampleVersion?: string;
  /** The page and heading that explain it. @default - its heading in the docs of the checks */
  readonly url?: string;
}

/** How bad it is to break a rule. */
export function severityOf({ severity = 'error' }: Pick<RuleInfo, 'severity'>): `${FindingSeverity}` {
  return severity;
}
