import { readFileSync } from 'fs';
import { join } from 'path';
import { Change, claim, dataOf, deleting, deployment, fast, files, inClass, inCluster, one, reserved, slow, stateOf, staticSet, two, withKubectl } from './cluster';
import { diff } from '../../../src/diff/diff';
import { plansFor } from '../../../src/diff/plan/plan';
import { MigrationPlan } from '../../../src/reports/plan';
import { podTemplate } from '../support';

withKubectl('the script of the documentation', () => {
  const script = /```js\n(\/\/ run-plan\.mjs.*?)```/s.exec(readFileSync(join(__dirname, '../../../docs/diff.md'), 'utf8'))![1];
  const change = { before: [two(), fast], after: [two({}, { name: 'pg' }), fast] };

  test('runs a plan to its end', async () => {
    await inCluster(change, async ({ server, plan, runner }) => {
      const status = await runner.runScript(script, { plans: [plan] });

      expect(status).toBe(0);
      expect(Object.keys(dataOf(server))).toEqual(['pg-0', 'pg-1']);
    });
  }, 120_000);

  test('goes back when a step fails', async () => {
    await inCluster(change, async ({ server, plan, runner }) => {
      const before = stateOf(server);
      const last = plan.steps.map(({ action }) => action).lastIndexOf('apply');
      const steps = plan.steps.map((step, index) => index === last ? { ...step, argv: ['false'] } : step);

      const status = await runner.runScript(script, { plans: [{ ...plan, steps }] });

      expect(status).toBe(1);
      expect(stateOf(server)).toEqual(before);
    });
  }, 120_000);
});

withKubectl('the way back leads to where it started, from every part of the plan', () => {
  const relabelled = { serviceName: 'x', selector: { matchLabels: { name: 'db' } }, template: podTemplate({}, {}, { name: 'db' }) };
  const changes: [string, Change][] = [
    ['a renamed set', { before: [one(deleting), fast], after: [one({}, { name: 'pg' }), fast] }],
    ['a renamed claim template', { before: [one({ replicas: undefined }), fast], after: [one({ ...files, replicas: undefined }), fast] }],
    ['another class', { before: [one(), fast, slow], after: [one(inClass('slow')), fast, slow] }],
    ['another selector', { before: [one(), fast], after: [one(relabelled), fast] }],
    ['a renamed claim', { before: [claim('files'), deployment('files'), fast], after: [claim('uploads'), deployment('uploads'), fast] }],
    ['a renamed static volume', { before: [reserved('a', '/x', 'data-db-0'), staticSet()], after: [reserved('b', '/x', 'data-db-0'), staticSet()] }],
    ['fewer replicas', { before: [two(deleting), fast], after: [one(deleting), fast] }],
  ];

  test.each(changes)('%s', async (_, change) => {
    for (const stop of stopsOf(plansFor(diff([...change.before], [...change.after]))[0])) {
      await inCluster(change, async ({ server, plan, runner }) => {
        const before = stateOf(server);

        await runner.turnBackBefore(stop, plan);

        expect({ stop, ...stateOf(server) }).toEqual({ stop, ...before });
      });
    }
  }, 600_000);
});

/** Each part of a plan is left when it is all but done. */
function stopsOf({ steps }: MigrationPlan): number[] {
  const starts = steps.map(({ wayBackFrom }) => wayBackFrom);
  return starts.flatMap((start, index) => start !== undefined && starts[index + 1] !== start ? [index + 1] : []);
}
