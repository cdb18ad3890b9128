import { execFileSync } from 'child_process';
import { diff } from '../../../src/diff/diff';
import { plansFor } from '../../../src/diff/plan/plan';
import { Manifest } from '../../../src/kubernetes/manifest';
import { MigrationPlan, PlanStep } from '../../../src/reports/plan';
import { claimTemplate, statefulSet } from '../support';

/** The only plan for a change. */
export function planOf(before: Manifest[], after: Manifest[]): MigrationPlan {
  const [plan, ...others] = plansFor(diff(before, after));
  expect(others).toEqual([]);
  return plan;
}

/** The set `data/db` with one pod. */
export const one = (fields: Record<string, unknown> = {}, names = {}) => statefulSet({ replicas: 1, ...fields }, names);

/** Claims of another size, as a field of a set. */
export const sized = (storage: string) => ({ volumeClaimTemplates: [claimTemplate('data', { resources: { requests: { storage } } })] });

/** All but the first step and the dry run, which are the same in every plan. */
export const commands = (steps: readonly PlanStep[]) => steps.filter(({ title }) => !/^Pause |dry run/.test(title)).map(({ action, object: { kind, name } }) => `${action} ${kind} ${name}`.trim());

/** Every command is a line that bash can read. */
export function parsesInBash(steps: readonly PlanStep[]) {
  for (const { command } of steps) { execFileSync('bash', ['-n', '-c', command]); }
}
