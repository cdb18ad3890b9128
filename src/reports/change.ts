import type { ChangeEffect } from './change-effect';
import type { ClaimFate } from './claim-fate';
import { ReportedClusters } from './clusters';
import { Finding } from './finding';

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

/**
 * A finding of the differ: one change and its one effect. The severity is `error` for what the server refuses and for dangers
 * that nobody accepted, `warning` for accepted dangers, and `info` for everything else.
 */
export interface Change extends Finding {
  /** `rule:namespace/name`, with a further `/part` where a rule can apply twice to one object. A danger is accepted by it. */
  readonly id: string;
  readonly effect: Effect;
  /** The field by the names of the list items it is in: `container db env REPLICAS`. @default - `path` says it */
  readonly field?: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly claims: readonly ClaimEffect[];
  /** True if only server-side apply refuses it: whoever applies in another way may accept it. @default false */
  readonly serverSideOnly?: boolean;
  /** Why somebody accepted this danger. @default - nobody did */
  readonly accepted?: string;
}

/** What the differ found, as the formats print it. */
export interface Diff {
  /** Worst first. */
  readonly changes: readonly Change[];
  /** The versions of Kubernetes that they are about. */
  readonly kubernetesVersions: readonly string[];
  /** The clusters that they are about. @default - one, which has no name */
  readonly clusters?: ReportedClusters;
  readonly summary: DiffSummary;
}

export interface DiffSummary {
  /** How many changes have each effect; effects without changes are left out. */
  readonly effects: Readonly<Partial<Record<Effect, number>>>;
  readonly changes: number;
  /** Refused, or dangerous and not accepted. */
  readonly dangerous: number;
  /** Dangers that somebody accepted, with a reason. */
  readonly accepted: number;
}

/** True unless the API server refuses it, whoever applies it. */
export function canBeAccepted({ effect, serverSideOnly = false }: Pick<Change, 'effect' | 'serverSideOnly'>): boolean {
  return effect !== 'refused' || serverSideOnly;
}

/** A change that stops a deployment or hurts data, and that nobody accepted. */
export function isDangerous({ severity }: Pick<Change, 'severity'>): boolean {
  return severity === 'error';
}
