import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { PlanStep } from '../../../src/reports/plan';

/** What people do in steps that no command does. */
export async function people({ title, object: { kind, name, namespace } }: PlanStep, kubectl: Kubectl): Promise<void> {
  if (kind === 'Job' && title.startsWith('Stop ')) { await kubectl.run(['delete', 'job', name, '-n', namespace!, '--ignore-not-found']); }
}
