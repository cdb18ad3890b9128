import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlanChange } from './cases';
import { FAST } from './manifests';
import { Laboratory } from './runs';
import { MigrationPlan } from '../../../src/reports/plan';

/** What the documentation gives to users. */
const SCRIPT = /```js\n(\/\/ run-plan\.mjs.*?)```/s.exec(readFileSync(join(__dirname, '../../../docs/diff.md'), 'utf8'))![1];

export const RENAMED: PlanChange = { before: m => [m.set({ replicas: 1 }), FAST], after: m => [m.set({ replicas: 1 }, 'pg'), FAST] };

export async function runsToItsEnd({ trial, runner }: Laboratory): Promise<void> {
  await trial.prepare('server-side');
  const before = await trial.settled();

  const status = await runScript(trial.planned().plan, runner.env);

  expect(status).toBe(0);
  expect((await trial.settled()).storage).toEqual({ 'data-pg-0': before.storage['data-db-0'] });
}

export async function goesBack({ trial, runner }: Laboratory): Promise<void> {
  await trial.prepare('server-side');
  const before = await trial.settled();
  const { plan } = trial.planned();
  const last = plan.steps.map(({ action }) => action).lastIndexOf('apply');

  const status = await runScript({ ...plan, steps: plan.steps.map((step, index) => index === last ? { ...step, argv: ['false'] } : step) }, runner.env);

  expect(status).toBe(1);
  const { storage, workloads } = await trial.settled();
  expect({ storage, workloads }).toEqual({ storage: before.storage, workloads: before.workloads });
}

async function runScript(plan: MigrationPlan, env: NodeJS.ProcessEnv): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'));
  try {
    writeFileSync(join(folder, 'run-plan.mjs'), SCRIPT);
    writeFileSync(join(folder, 'plan.json'), JSON.stringify({ plans: [plan] }));
    return await new Promise(resolve => {
      execFile(process.execPath, [join(folder, 'run-plan.mjs'), join(folder, 'plan.json')], { env }, error => resolve(error ? Number(error.code) : 0));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
