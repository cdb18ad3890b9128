import { MigrationPlan, PlanStep } from '../../reports/plan';

/** Steps that belong together, and what undoes them. */
export interface Phase {
  readonly steps: readonly PlanStep[];
  /** Undoes the phase, whether it was done in whole or in part. @default - there is nothing to undo */
  readonly back?: readonly PlanStep[];
}

/** One list forwards and one back, and in each step where the way back begins if that step fails. */
export function inPhases(phases: readonly Phase[]): Pick<MigrationPlan, 'steps' | 'wayBack'> {
  const backwards = [...phases].reverse();
  const wayBack = backwards.flatMap(({ back = [] }) => back);
  let start = wayBack.length + 1;
  const steps = phases.flatMap(phase => {
    start -= phase.back?.length ?? 0;
    const wayBackFrom = start;
    return phase.steps.map(step => wayBackFrom <= wayBack.length ? { ...step, wayBackFrom } : step);
  });
  return { steps, wayBack };
}
