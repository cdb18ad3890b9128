import type { FindingSeverity } from './finding-severity';
import { RuleInfo, severityOf } from './rule';
import { isSecret, withoutValue } from './secret';
import { Manifest, ObjectReference } from '../kubernetes/manifest';
import { valueAt } from '../kubernetes/pointer';
import { Environment } from '../manifest/environment';
import { referenceTo } from '../manifest/inventory';

export type Severity = `${FindingSeverity}`;

/** One thing that was found, by a check, the differ or the lock. Data only; the formats of this folder make text of it. */
export interface Finding {
  /** Id of the rule that says so: for `explain`, and for acknowledging. */
  readonly rule: string;
  readonly severity: Severity;
  readonly object: ObjectReference;
  /** JSON pointer to the field; empty for the whole object. */
  readonly path: string;
  /** The fact: what is there and why that is wrong. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
  /**
   * What to declare if the finding is wrong because something lives outside of
   * the manifests. The formats print it as it is to be written.
   *
   * @default - no declaration would help
   */
  readonly declaration?: Environment;
  /** The fields that were meant by one of another name, and are not there. @default - none */
  readonly meant?: readonly string[];
  /** The API server takes the object, and refuses what a controller makes of it. @default - it refuses the object, or none */
  readonly later?: boolean;
  /** The versions of Kubernetes on which it holds. @default - all that the report speaks of */
  readonly kubernetesVersions?: readonly string[];
  /** The clusters in which it holds. @default - the report is about one cluster */
  readonly clusters?: readonly string[];
  /** The version of Kubernetes from which on it holds. @default - it is not about an upgrade */
  readonly since?: string;
  /** @default - nobody knows it */
  readonly place?: Place;
}

/** Where a finding stands. Each field is added by whoever knows it: the runner, the reader of files, the tree of constructs. */
export interface Place {
  /** Position of the manifest in the list that was given. */
  readonly manifest?: number;
  /** The file, as it was given; `-` is standard input. */
  readonly file?: string;
  /** Which document of the file, counted from 0. */
  readonly document?: number;
  /** Counted from 1. */
  readonly line?: number;
  /** Counted from 1. */
  readonly column?: number;
  /** Path of the construct. */
  readonly construct?: string;
}

/** What a finding says, without who says it of what. */
export type Statement = Pick<Finding, 'path' | 'message' | 'fix' | 'declaration' | 'meant'>;

const NO_OBJECT: ObjectReference = { apiVersion: '', kind: '', name: '' };

/** What a rule says of an object, or of none. What a Secret holds is in no finding. */
export function findingOf(
  rule: Pick<RuleInfo, 'id' | 'severity'>, manifest: Manifest | undefined, statement: Statement,
): Finding {
  const object = manifest ? referenceTo(manifest) : NO_OBJECT;
  const { path, message, fix, declaration, meant } = statement;
  const say = (text: string) => isSecret(object, path) ? withoutValue(text, valueAt(manifest, path)) : text;
  const said = { path, message: say(message), fix: say(fix) };
  return { rule: rule.id, severity: severityOf(rule), object, ...said, ...declaration && { declaration }, ...meant && { meant } };
}
