import type { ChangeEffect } from './change-effect';
import type { ClaimFate } from './claim-fate';
import { ObjectReference } from '../../kubernetes/manifest';
import { Severity } from '../../reports/finding';

export type Effect = `${ChangeEffect}`;

/** Worst last. */
export const EFFECTS_BY_WEIGHT: readonly Effect[] = [
  'none', 'in-place', 'restart', 'access', 'stale-data', 'refused', 'strands-data', 'deletes-data',
];

export function weightOf(effect: Effect): number {
  return EFFECTS_BY_WEIGHT.indexOf(effect);
}

/** What becomes of one claim. Claims are the controller's: they are derived, not read. */
export interface ClaimEffect {
  readonly namespace: string;
  readonly name: string;
  readonly fate: `${ClaimFate}`;
}

/** One change and its one effect. Data only; renderers make text of it. */
export interface Change {
  /** `rule:namespace/name`, with a further `/part` where a rule can apply twice to one object. */
  readonly id: string;
  readonly rule: string;
  /** `error`: refused, or a danger that nobody accepted. `warning`: an accepted danger. */
  readonly severity: Severity;
  readonly effect: Effect;
  readonly object: ObjectReference;
  /** JSON pointer to the field; empty for the whole object. */
  readonly path: string;
  /** The field by the names of the list items it is in: `container db env REPLICAS`. @default - `path` says it */
  readonly field?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** The fact: what happens in the cluster. */
  readonly message: string;
  /** What keeps the data, or gets the change through. */
  readonly fix: string;
  readonly claims: readonly ClaimEffect[];
  /** Why somebody accepted this danger. @default - nobody did */
  readonly accepted?: string;
}

/** A change that stops a deployment or hurts data, and that nobody accepted. */
export function isDangerous({ severity }: Pick<Change, 'severity'>): boolean {
  return severity === 'error';
}
