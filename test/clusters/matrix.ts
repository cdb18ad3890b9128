import { Engine, OwnScenario } from './engine';
import { FigureTable, Figures } from './harness/figures';
import { missingForClusters } from './harness/requirements';
import { LAST_SCENARIOS, SCENARIOS, Scenario } from './scenarios';
import { THREE, Trial, secondsSince } from './trial';
import { ALL, WITH_ALL } from '../support/all';
import { needs } from '../support/needs';

/** A scenario ends within this time, for engines that need no patience. */
const SECONDS = 400;

/** Runs every scenario for an engine, one after the other on the same cluster. */
export function describeMatrix(engine: Engine): void {
  const missing = missingForClusters(engine.images);
  if (missing) {
    needs(false, missing).test(`${engine.name} with real servers`, () => undefined);
    return;
  }

  describe(`${engine.name}, acknowledged means: ${engine.acknowledged}`, () => {
    const trial = new Trial(engine);
    const table = new FigureTable(engine.name);
    /** What follows a scenario that failed has no sound cluster to run on. */
    let failed: string | undefined;

    for (const { what, isCore = false, run } of [...SCENARIOS, ...(engine.own ?? []).map(scenarioOf), ...LAST_SCENARIOS]) {
      needs(isCore === true || (isCore === 'quick' && !engine.isSlow) || ALL, WITH_ALL).test(what, async () => {
        if (failed) { throw new Error(`not run, for this failed before: ${failed}`); }
        failed = what;
        const begin = Date.now();
        const figures: Figures = {};
        trial.writer?.rest();
        await run(trial, figures);
        figures.paused = trial.writer.longestPause();
        figures.remark = [figures.remark, engine.remark?.(trial.cluster)].filter(Boolean).join('; ');
        table.add(what, secondsSince(begin), figures);
        failed = undefined;
      }, SECONDS * (engine.patience ?? 1) * 1000);
    }

    afterEach(async () => trial.writer?.stop());
    afterAll(async () => {
      if (failed || process.env.KEEP_LOGS) { process.stderr.write(`${engine.name}: all that the containers printed is in ${trial.cluster.keepLogs()}\n`); }
      await trial.cluster.close();
      console.log(table.toString());
    });
  });
}

/** Whatever an engine's own scenario does, nothing may be lost by it. */
function scenarioOf({ what, isCore, run }: OwnScenario): Scenario {
  return {
    what,
    isCore,
    run: async (trial, figures) => {
      await run(trial.cluster, trial.writer, figures);
      await trial.cluster.ready(THREE);
      await trial.writer.stop();

      await trial.nothingLost();
      await trial.oneLeader();
    },
  };
}
