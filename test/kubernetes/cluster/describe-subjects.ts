import { Budget } from './budget';
import { TESTED_MINORS } from './minors';
import { drain, nodeToDrain, withAllCordoned } from './nodes';
import { Subject, WAYS, Way } from './subject';
import { Table } from './table';
import { Cluster } from '../../../scripts/kubernetes/cluster';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { versionOf } from '../../../scripts/kubernetes/minors';

/** Building takes minutes if it was never done. */
const START_MS = 3_600_000;

/** What is tested of each subject. */
export interface SubjectsOptions {
  /** How it is applied. */
  readonly ways?: readonly Way[];
  /** Objects that the cluster must have before. */
  readonly before?: readonly object[];
}

/** Applies each of the subjects to a cluster of each minor, and sees that it does there what it should. */
export function describeSubjects(
  title: string, subjectsOf: (minor: string) => readonly Subject[], { ways = WAYS, before = [] }: SubjectsOptions = {},
): void {
  const table = new Table();
  afterAll(() => { process.stderr.write(`\n${title}\n${table}\n`); });

  describe.each(TESTED_MINORS)(`${title} on Kubernetes %s, simulated nodes`, minor => {
    const cluster = new Cluster(`test-${minor}-${process.pid}`);
    let kubectl: Kubectl;

    beforeAll(async () => {
      await cluster.up(minor);
      kubectl = cluster.kubectl;
      if (before.length > 0) { await kubectl.apply(before); }
    }, START_MS);
    afterAll(() => cluster.down());

    // All of one way first: so the objects of the other way were deleted meanwhile.
    describe.each(ways)('applied %s', way => {
      test.each(subjectsOf(minor).map(subject => [subject.name, subject] as const))('%s', async (what, subject) => {
        const begin = Date.now();
        let result = 'failed';
        try {
          await tryOut(subject, kubectl, way);
          // Budgets and pods are the same, whichever way they came.
          if (way === ways[0]) { await tryDisruptions(subject, kubectl); }
          result = 'passed';
        } catch (error: any) {
          error.message += `\n${await subject.events(kubectl)}`;
          throw error;
        } finally {
          await subject.delete(kubectl);
          table.add({ what, way, version: versionOf(minor), result, seconds: (Date.now() - begin) / 1000 });
        }
      });
    });
  });
}

async function tryOut(subject: Subject, kubectl: Kubectl, way: Way): Promise<void> {
  expect(await subject.apply(kubectl, way)).toBe('');
  await subject.ready(kubectl);
  expect(await subject.changes(kubectl, way)).toBe('');
  await subject.runCronJobs(kubectl);
  await subject.claimsBound(kubectl);
}

async function tryDisruptions(subject: Subject, kubectl: Kubectl): Promise<void> {
  for (const namespace of subject.namespaces) { await disrupt(subject, kubectl, namespace); }
}

/** Budgets allow what is written in them, no more and no less, and a drain does what they allow. */
async function disrupt(subject: Subject, kubectl: Kubectl, namespace: string): Promise<void> {
  const budgets = await Budget.of(kubectl, namespace);
  const held = budgets.some(budget => budget.written === 0);
  await withAllCordoned(kubectl, async () => {
    for (const budget of budgets) {
      expect({ budget: budget.name, allowed: await budget.allowed() }).toEqual({ budget: budget.name, allowed: budget.written });
      expect({ budget: budget.name, evicted: await budget.evict() }).toEqual({ budget: budget.name, evicted: budget.written });
    }
  });
  await subject.ready(kubectl);

  const node = await nodeToDrain(kubectl, namespace);
  if (node) {
    expect({ node, isDrained: await drain(kubectl, node, held ? 1 : 60) }).toEqual({ node, isDrained: !held });
    await subject.ready(kubectl);
  }
}
