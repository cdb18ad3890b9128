import { execFile } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { PlanStep } from '../../../src/reports/plan';

const STEP_MS = 180_000;

/** What people do, and what no simulated node can do: a command in a container. */
const NOT_RUN: ReadonlySet<string> = new Set(['by-hand', 'exec']);

/** Runs the steps of a plan without any decision of its own, as a script of a user's would. The first command that fails ends it. */
export class PlanRunner {
  /** Where kubectl is that of the cluster's version, and knows the cluster. */
  public readonly env: NodeJS.ProcessEnv;

  /** @param people what they do in a step that is done by hand */
  constructor(private readonly kubectl: Kubectl, private readonly people: (step: PlanStep, kubectl: Kubectl) => Promise<void>) {
    this.env = { ...kubectl.env, PATH: `${dirname(kubectl.program)}${delimiter}${process.env.PATH}` };
  }

  public async run(steps: readonly PlanStep[]): Promise<void> {
    for (const step of steps) { await this.execute(step); }
  }

  public async execute(step: PlanStep): Promise<void> {
    if (NOT_RUN.has(step.action)) {
      await this.people(step, this.kubectl);
      return;
    }
    await this.program(step);
  }

  private program({ title, argv: [program, ...args], command, stdin }: PlanStep): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = execFile(program, args, { env: this.env, timeout: STEP_MS }, (error, _out, stderr) =>
        error ? reject(new Error(`${title}: ${command}\n${stderr}`)) : resolve());
      child.stdin!.on('error', () => { /* It ended without reading. */ }).end(stdin ?? '');
    });
  }
}
