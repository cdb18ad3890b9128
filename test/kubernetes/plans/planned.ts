import { diff } from '../../../src/diff/diff';
import { plansFor } from '../../../src/diff/plan/plan';
import { ApiModel } from '../../../src/kubernetes/api/model';
import { Manifest } from '../../../src/kubernetes/manifest';
import { changesAsJson } from '../../../src/reports/json';
import { MigrationPlan } from '../../../src/reports/plan';

/** What the differ makes of a change. */
export interface Planned {
  /** By id. */
  readonly changes: readonly string[];
  readonly plan: MigrationPlan;
}

/** As `diff --plan --format json` prints it. There must be one plan. */
export function planned(before: readonly Manifest[], after: readonly Manifest[], minor: string): Planned {
  const comparison = diff(before, after, { model: ApiModel.of(minor) });
  const { plans } = JSON.parse(changesAsJson(comparison, plansFor(comparison)));
  if (plans.length !== 1) { throw new Error(`There are ${plans.length} plans: ${plans.map(({ title }: MigrationPlan) => title).join('; ')}`); }
  return { changes: comparison.changes.map(({ id }) => id), plan: plans[0] };
}
