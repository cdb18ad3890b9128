import { GraphNode } from '../../src/graph/graph';
import { planAsides, stepLines, stepsOf } from '../../src/graph/plan-lines';
import { MigrationPlan, PlanStep } from '../../src/reports/plan';

const steps = (...titles: readonly string[]) => titles.map(title => ({ title }) as PlanStep);

test('what is done for one claim after the other is told of the first one', () => {
  const lines = stepLines(steps(
    'See', 'Mark data-db-0', 'Keep it', 'Mark data-db-1', 'Keep it', 'Mark data-db-2', 'Keep it', 'Wait until pod db-1 is gone', 'Wait until pod db-0 is gone', 'Delete the Job', 'Delete the Job',
  ));

  expect(lines).toEqual([
    '1. See', '2. Mark data-db-0', '3. Keep it', '4\u20137. The same for data-db-1, data-db-2',
    '8. Wait until pod db-1 is gone', '9. The same for db-0', '10. Delete the Job', '11. The same again',
  ]);
});

test('of many names the first and the last', () => {
  const lines = stepLines(steps(...[0, 1, 2, 3, 4].map(ordinal => `Mark data-db-${ordinal}`)));

  expect(lines).toEqual(['1. Mark data-db-0', '2\u20135. The same for data-db-1 \u2026 data-db-4']);
});

test('steps that are only alike are told each', () => {
  expect(stepLines(steps('Mark data-db-0', 'Delete data-db-1', 'Mark data-db-x'))).toHaveLength(3);
});

test('of a title that is longer than a line the first clause', () => {
  const rest = 'a word '.repeat(12);

  expect(stepLines(steps(`Stop the pods; ${rest}`, 'Delete the claim; its volume is kept'))).toEqual(['1. Stop the pods', '2. Delete the claim; its volume is kept']);
});

test('of very many lines the first ones', () => {
  const lines = stepLines(steps(...Array.from({ length: 40 }, (_, i) => String.fromCharCode(97 + i % 26).repeat(i + 1))));

  expect(lines).toHaveLength(37);
  expect(lines.at(-1)).toBe('\u2026 and 4 lines more');
});

const SET = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db', namespace: 'shop' } };
const PLAN = { object: { name: 'db', namespace: 'shop' }, steps: steps('Mark data-db-1', 'Copy data-db-1 to data-db-1-copy', 'Mark data-db-2', 'Wait for pod db-1', 'Keep data-db-1', 'Delete data-db-1') } as unknown as MigrationPlan;
const node = (kind: string, name: string, object: GraphNode['object'] = SET): GraphNode => ({ id: name, kind, name, lines: [], object });

test('a pod and a claim say which steps name them', () => {
  expect(stepsOf(node('Pod', 'db-1'), [PLAN])).toEqual(['plan: step 4']);
  expect(stepsOf(node('PersistentVolumeClaim', 'data-db-1'), [PLAN])).toEqual(['plan: steps 1 \u2026 6']);
  expect(stepsOf(node('PersistentVolumeClaim', 'data-db-2 \u2026 data-db-8'), [PLAN])).toEqual(['plan: step 3']);
});

test('what no step names, what is of another set, and other kinds say nothing', () => {
  const other = { ...SET, metadata: { name: 'db', namespace: 'test' } };

  expect([node('Pod', 'db-0'), node('Pod', 'db-1', other), node('Service', 'db-1')].map(one => stepsOf(one, [PLAN]))).toEqual([[], [], []]);
});

test('of plans that differ in the name of their object the first one', () => {
  const plan = (namespace: string, name: string, title = `StatefulSet ${namespace}/${name} from 3 to 2`) =>
    ({ title, object: { apiVersion: 'apps/v1', kind: 'StatefulSet', namespace, name }, steps: steps(`Stop member ${name}-2`), afterwards: [], downtime: false }) as unknown as MigrationPlan;

  const asides = planAsides([plan('shop', 'db'), plan('sales', 'orders'), plan('shop', 'cache', 'another')]);

  expect(asides).toEqual([
    { title: 'Plan: StatefulSet shop/db from 3 to 2, without downtime', lines: ['1. Stop member db-2', 'The same for StatefulSet sales/orders'] },
    { title: 'Plan: another, without downtime', lines: ['1. Stop member cache-2'] },
  ]);
});
