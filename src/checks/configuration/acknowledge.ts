import { ObjectReference } from '../../kubernetes/manifest';
import { groupBy } from '../../manifest/group-by';
import { didYouMean } from '../../reports/did-you-mean';
import { Finding, Place, findingOf } from '../../reports/finding';
import { currentIds } from '../../reports/old-ids';
import { RuleInfo } from '../../reports/rule';

/** Accepts findings of a rule, with a reason. */
export interface Acknowledgement {
  /** Id of the rule, as the finding names it. */
  readonly rule: string;

  /**
   * The object it is about: `StatefulSet/db/data` (kind, namespace, name), or
   * `StorageClass/fast`. Without a namespace it means that name in any.
   *
   * @default - every object
   */
  readonly object?: string;

  /** Why the findings are accepted, for the next reader. */
  readonly reason: string;
}

/** An acknowledgement as it was read. */
export interface ReadAcknowledgement extends Acknowledgement {
  /** JSON pointer in the configuration file. @default - it stands in code */
  readonly path?: string;
  readonly place?: Place;
  /** What to write instead of words of an earlier version. @default - nothing */
  readonly note?: string;
}

/** Findings parted by acknowledgements. */
export interface Acknowledged<A> {
  /** Those nobody has acknowledged. */
  readonly open: readonly Finding[];
  readonly acknowledged: readonly Finding[];
  /** Acknowledgements that cover nothing. */
  readonly unused: readonly A[];
}

export const unusedAcknowledgement: RuleInfo = {
  id: 'unused-acknowledgement',
  why: 'an acknowledgement that covers nothing today hides the next mistake of its kind',
  severity: 'warning',
  bad: 'acknowledgements:\n  - rule: image-tag\n    object: StatefulSet/db/gone\n    reason: the registry holds one image only\n',
  good: 'acknowledgements:\n  - rule: image-tag\n    object: StatefulSet/db/data\n    reason: the registry holds one image only\n',
};

export const outdatedAcknowledgement: RuleInfo = {
  id: 'outdated-acknowledgement',
  why: 'words of an earlier version are still read; those of today are what findings and the docs name',
  severity: 'info',
  bad: 'acknowledgements:\n  - id: image-tag\n    reason: the registry holds one image only\n',
  good: 'acknowledgements:\n  - rule: image-tag\n    reason: the registry holds one image only\n',
};

/** An acknowledgement in words of today: `rule` was `id` once, and some rules had another id. */
export function readAcknowledgement(written: Partial<Acknowledgement> & { readonly id?: string; readonly reason: string }): ReadAcknowledgement {
  const { id, rule = id ?? '', ...rest } = written;
  const current = currentIds(rule);
  const isOld = written.rule === undefined || current[0] !== rule;
  return { ...rest, rule: current[0], ...isOld && { note: current.map(name => `rule: ${name}`).join(' or ') } };
}

/**
 * Parts findings into open and acknowledged ones.
 *
 * @param covering the acknowledgements that cover a finding; by default those of its rule and object
 */
export function acknowledge<A extends Acknowledgement>(
  findings: readonly Finding[],
  acknowledgements: readonly A[],
  covering: (finding: Finding) => readonly A[] = byObject(acknowledgements),
): Acknowledged<A> {
  const used = new Set<A>();
  const open: Finding[] = [];
  const acknowledged: Finding[] = [];
  for (const finding of findings) {
    const covers = covering(finding);
    for (const acknowledgement of covers) { used.add(acknowledgement); }
    (covers.length > 0 ? acknowledged : open).push(finding);
  }
  return { open, acknowledged, unused: acknowledgements.filter(acknowledgement => !used.has(acknowledgement)) };
}

/** Finds the acknowledgements of a finding by its rule and its object. */
export function byObject<A extends Acknowledgement>(acknowledgements: readonly A[]): (finding: Finding) => A[] {
  const byRule = groupBy(acknowledgements, ({ rule }) => rule);
  return ({ rule, object }) => byRule.get(rule)?.filter(acknowledgement => isAbout(acknowledgement, object)) ?? [];
}

/** True if an acknowledgement means this object. */
export function isAbout({ object }: Acknowledgement, { kind, namespace, name }: ObjectReference): boolean {
  return object === undefined || object === `${kind}/${name}` || object === `${kind}/${namespace}/${name}`;
}

/** What is to be said of acknowledgements themselves: which cover nothing, and which are in words of an earlier version. */
export function findingsAbout(
  acknowledgements: readonly ReadAcknowledgement[], unused: readonly ReadAcknowledgement[], known: Iterable<string>,
): Finding[] {
  const ids = new Set(known);
  return [
    ...unused.map(acknowledgement => findingAbout(unusedAcknowledgement, acknowledgement, unusedProblem(acknowledgement, ids))),
    ...acknowledgements.flatMap(acknowledgement => acknowledgement.note === undefined ? [] : [findingAbout(outdatedAcknowledgement, acknowledgement, {
      message: `the acknowledgement of '${acknowledgement.rule}' is in words of an earlier version`,
      fix: `write ${acknowledgement.note}`,
    })]),
  ];
}

/** The same of several clusters: what covers something in one of them is used. */
export function findingsAboutAll(
  clusters: readonly { readonly given: readonly ReadAcknowledgement[]; readonly unused: readonly ReadAcknowledgement[] }[], known: Iterable<string>,
): Finding[] {
  const all = new Set<ReadAcknowledgement>();
  const used = new Set<ReadAcknowledgement>();
  for (const { given, unused } of clusters) {
    const idle = new Set(unused);
    for (const one of given) {
      all.add(one);
      if (!idle.has(one)) { used.add(one); }
    }
  }
  return findingsAbout([...all], [...all].filter(one => !used.has(one)), known);
}

function findingAbout(check: RuleInfo, { path = '', place }: ReadAcknowledgement, problem: Pick<Finding, 'message' | 'fix'>): Finding {
  return { ...findingOf(check, undefined, { path, ...problem }), ...place && { place } };
}

/** What is wrong with an acknowledgement that covers nothing. */
function unusedProblem({ rule, object }: Acknowledgement, known: ReadonlySet<string>): Pick<Finding, 'message' | 'fix'> {
  if (!known.has(rule)) {
    return {
      message: `no check has the id '${rule}'${didYouMean(rule, known)}`,
      fix: "take the id from the finding; 'cdk8s-stateful explain' lists all",
    };
  }
  return {
    message: `'${rule}'${object === undefined ? '' : ` of ${object}`} is acknowledged, but not found`,
    fix: 'remove the acknowledgement, or follow the object if its name has changed',
  };
}
