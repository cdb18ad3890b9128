import { CASES, PlanChange } from './cases';
import { GUARDS, stops } from './guards';
import { CLASSES } from './manifests';
import { people } from './people';
import { PlanRunner } from './plan-runner';
import { Pool } from './pool';
import { Laboratory, again, back, forward } from './runs';
import { RENAMED, goesBack, runsToItsEnd } from './script';
import { Trial } from './trial';
import { Cluster } from '../../../scripts/kubernetes/cluster';
import { TESTED_MINORS } from '../cluster/minors';

const START_MS = 3_600_000;
const AT_A_TIME = 4;

interface Task {
  readonly name: string;
  readonly given: PlanChange;
  readonly run: (laboratory: Laboratory) => Promise<void>;
}

const ofCases = (run: typeof forward): Task[] => CASES.map(given => ({ name: given.name, given, run: laboratory => run(given, laboratory) }));

const GROUPS: Readonly<Record<string, readonly Task[]>> = {
  'is run step by step, and then the manifests apply both ways': ofCases(forward),
  'is made from the live objects, and each step may be taken twice': ofCases(again),
  'is taken back from every part': ofCases(back),
  'stops before anything happens': GUARDS.map(given => ({ name: given.name, given, run: laboratory => stops(given, laboratory) })),
  'is run by the script of the documentation': [
    { name: 'to its end', given: RENAMED, run: runsToItsEnd },
    { name: 'and back when a step fails', given: RENAMED, run: goesBack },
  ],
};

describe.each(TESTED_MINORS)('A plan on Kubernetes %s, simulated nodes', minor => {
  const cluster = new Cluster(`test-plans-${minor}-${process.pid}`);
  const results = new Map<Task, Promise<void>>();

  // Several at a time, each in a namespace of its own; a test waits for its result.
  beforeAll(async () => {
    await cluster.up(minor);
    await cluster.kubectl.apply(CLASSES);
    const pool = new Pool(AT_A_TIME);
    Object.values(GROUPS).flat().forEach((task, index) => {
      const result = pool.run(() => tried(task, new Trial(cluster.kubectl, task.given, `plan-${index}`, minor)));
      result.catch(() => { /* The test that waits for it fails. */ });
      results.set(task, result);
    });
  }, START_MS);
  afterAll(() => cluster.down());

  async function tried(task: Task, trial: Trial): Promise<void> {
    const { kubectl } = cluster;
    try {
      await task.run({ trial, runner: new PlanRunner(kubectl, people), kubectl });
    } catch (error: any) {
      error.message += `\n${await trial.events()}`;
      throw error;
    } finally {
      await trial.end();
    }
  }

  describe.each(Object.entries(GROUPS))('%s', (_, tasks) => {
    test.each(tasks.map(task => [task.name, task] as const))('%s', async (__, task) => {
      await results.get(task);
    });
  });
});
