import { Diff } from '../compare/diff';
import { MigrationPlan, PlanStep } from '../plan/step';

/** For machines; stable. Plans are there only if they were asked for. */
export function diffAsJson({ changes, summary }: Diff, plans?: readonly MigrationPlan[]): string {
  return `${JSON.stringify({ changes, summary, ...plans && { plans: plans.map(numbered) } }, undefined, 2)}\n`;
}

function numbered(plan: MigrationPlan) {
  const steps = (list: readonly PlanStep[]) => list.map((step, index) => ({ number: index + 1, ...step }));
  return { ...plan, steps: steps(plan.steps), wayBack: steps(plan.wayBack), afterwards: steps(plan.afterwards) };
}
