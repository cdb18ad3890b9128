import { ObjectReference } from '../../kubernetes/manifest';
import { didYouMean } from '../../reports/did-you-mean';
import { Finding } from '../../reports/finding';
import { CheckInfo } from '../engine/check';

/** Somebody has seen a finding and says why it stands. */
export interface Acknowledgement {
  /** Id of the check. */
  readonly id: string;

  /**
   * The object it is about: `StatefulSet/db/data` (kind, namespace, name), or
   * `StorageClass/fast`. Without a namespace it means that name in any.
   *
   * @default - every object
   */
  readonly object?: string;

  /** Why it is right that way; for whoever reads it next. */
  readonly reason: string;
}

/** Findings parted by acknowledgements. */
export interface Acknowledged<F, A> {
  /** Those nobody has acknowledged. */
  readonly open: readonly F[];
  readonly acknowledged: readonly F[];
  /** Acknowledgements that cover nothing. */
  readonly unused: readonly A[];
}

export const unusedAcknowledgement: CheckInfo = {
  id: 'unused-acknowledgement',
  why: 'an acknowledgement that covers nothing today hides the next mistake of its kind',
  severity: 'warning',
  bad: 'acknowledgements:\n  - id: image-tag\n    object: StatefulSet/db/gone\n    reason: the registry holds one image only\n',
  good: 'acknowledgements:\n  - id: image-tag\n    object: StatefulSet/db/data\n    reason: the registry holds one image only\n',
};

/**
 * Parts findings into open and acknowledged ones.
 *
 * @param covering the acknowledgements that cover a finding; by default those of its id and object
 */
export function acknowledge<F extends Finding, A extends Acknowledgement>(
  findings: readonly F[],
  acknowledgements: readonly A[],
  covering: (finding: F) => readonly A[] = byObject(acknowledgements),
): Acknowledged<F, A> {
  const used = new Set<A>();
  const open: F[] = [];
  const acknowledged: F[] = [];
  for (const finding of findings) {
    const covers = covering(finding);
    for (const acknowledgement of covers) { used.add(acknowledgement); }
    (covers.length > 0 ? acknowledged : open).push(finding);
  }
  return { open, acknowledged, unused: acknowledgements.filter(acknowledgement => !used.has(acknowledgement)) };
}

/** Finds the acknowledgements of a finding by its id and its object. */
export function byObject<A extends Acknowledgement>(acknowledgements: readonly A[]): (finding: Finding) => A[] {
  const byId = new Map<string, A[]>();
  for (const acknowledgement of acknowledgements) {
    const same = byId.get(acknowledgement.id);
    if (same) { same.push(acknowledgement); } else { byId.set(acknowledgement.id, [acknowledgement]); }
  }
  return ({ id, object }) => byId.get(id)?.filter(acknowledgement => isAbout(acknowledgement, object)) ?? [];
}

/** True if an acknowledgement means this object. */
export function isAbout({ object }: Acknowledgement, { kind, namespace, name }: ObjectReference): boolean {
  return object === undefined || object === `${kind}/${name}` || object === `${kind}/${namespace}/${name}`;
}

/** What is wrong with an acknowledgement that covers nothing. */
export function unusedProblem({ id, object }: Acknowledgement, known: Iterable<string>): Pick<Finding, 'message' | 'fix'> {
  const ids = new Set(known);
  if (!ids.has(id)) {
    return {
      message: `no check has the id '${id}'${didYouMean(id, ids)}`,
      fix: "take the id from the finding; 'cdk8s-stateful explain' lists all",
    };
  }
  return {
    message: `'${id}'${object === undefined ? '' : ` of ${object}`} is acknowledged, but not found`,
    fix: 'remove the acknowledgement, or follow the object if its name has changed',
  };
}
