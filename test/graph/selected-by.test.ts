import { selectedBy } from '../../src/graph/selected-by';
import { Inventory } from '../../src/manifest/inventory';
import { References } from '../../src/manifest/references/references';

const deployment = (name: string) => ({
  apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, spec: { selector: { matchLabels: { app: name } }, template: { metadata: { labels: { app: name } }, spec: { containers: [] } } },
});
const service = (name: string, selector: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { selector } });

test('pods are found with all that selects them, and others are not', () => {
  const references = new References(new Inventory([
    deployment('a'), deployment('b'), deployment('c'), service('one', { app: 'a' }), service('two', { app: 'a' }), service('three', { app: 'b' }),
  ]));

  const found = selectedBy('routes to', references);

  const names = [...found].map(([{ workload }, lists]) => [workload.metadata?.name, lists.map(list => list.map(({ from }) => from.metadata?.name))]);
  expect(names).toEqual([['a', [['one', 'two']]], ['b', [['three']]]]);
});

test('selectors that each pick many pods in a way of their own are refused', () => {
  const pods = Array.from({ length: 4 }, (_, index) => deployment(`d${index}`));
  const budgets = pods.map((_, index) => ({
    apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: `b${index}` }, spec: { selector: { matchExpressions: [{ key: `k${index}`, operator: 'DoesNotExist' }] } },
  }));

  expect(() => selectedBy('protects', new References(new Inventory([...pods, ...budgets])), 15)).toThrow('arrows are no picture');
});
