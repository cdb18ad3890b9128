import { execFile, spawn } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { MigrationPlan, PlanStep } from '../../../src/reports/plan';

/**
 * Runs the steps of a plan, as `diff --plan --format json` prints it, without
 * any judgement of its own: what a script of a user's has to do, too. Steps
 * that people do are taken as done. The first command that fails ends it.
 */
export class PlanRunner {
  private readonly folder = mkdtempSync(join(tmpdir(), 'plan-'));
  private readonly env: NodeJS.ProcessEnv = { ...process.env, KUBECONFIG: join(this.folder, 'config'), KUBECACHEDIR: join(this.folder, 'cache') };

  constructor(server: string) {
    writeFileSync(join(this.folder, 'config'), JSON.stringify({
      'apiVersion': 'v1',
      'kind': 'Config',
      'current-context': 'a',
      'clusters': [{ name: 'a', cluster: { server } }],
      'contexts': [{ name: 'a', context: { cluster: 'a', user: 'a' } }],
      'users': [{ name: 'a', user: {} }],
    }));
  }

  public async run(steps: readonly PlanStep[]): Promise<void> {
    for (const step of steps) {
      if (step.action !== 'by-hand') { await this.execute(step); }
    }
  }

  /** Stops before a step, given by its number, and goes back from there. */
  public async turnBackBefore(number: number, { steps, wayBack }: MigrationPlan): Promise<void> {
    const { wayBackFrom } = steps[number - 1];
    await this.run(steps.slice(0, number - 1));
    await this.run(wayBackFrom === undefined ? [] : wayBack.slice(wayBackFrom - 1));
  }

  /** The script that the documentation gives to users, with a plan in a file. */
  public runScript(script: string, plans: object): Promise<number | null> {
    writeFileSync(join(this.folder, 'run-plan.mjs'), script);
    writeFileSync(join(this.folder, 'plan.json'), JSON.stringify(plans));
    const child = spawn(process.execPath, [join(this.folder, 'run-plan.mjs'), join(this.folder, 'plan.json')], { env: this.env, stdio: 'ignore' });
    return new Promise(resolve => child.on('close', resolve));
  }

  public end() {
    rmSync(this.folder, { recursive: true });
  }

  private execute({ title, argv: [program, ...args], command, stdin }: PlanStep): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = execFile(program, args, { env: this.env, timeout: 30_000 }, (error, _out, stderr) =>
        error ? reject(new Error(`${title}: ${command}\n${stderr}`)) : resolve());
      child.stdin!.end(stdin ?? '');
    });
  }
}
