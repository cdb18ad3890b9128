import { crossings, hiddenArrows, overhangs, strayLabels } from './laid-out';
import { graphOf, set } from './support';
import { withFewerArrows } from '../../src/graph/fewer-arrows';
import { folded } from '../../src/graph/fold';
import { Layout } from '../../src/graph/layout';
import { placed } from '../../src/graph/place';
import { runExample } from '../support/examples';

const faults = (layout: Layout) => [...crossings(layout), ...overhangs(layout), ...strayLabels(layout), ...hiddenArrows(layout)];

/** Where workloads stand whose names match, in the order of their numbers. */
function rowOf({ frames, boxes }: Layout, names: RegExp) {
  const all = [...frames.map(({ group, x, y }) => ({ ...group, x, y })), ...boxes.map(({ node, x, y }) => ({ ...node, x, y }))];
  const found = all.filter(({ kind, name }) => kind !== 'Pod' && names.test(name)).sort((a, b) => Number(/\d+$/.exec(a.name)) - Number(/\d+$/.exec(b.name)));
  return { count: found.length, rows: new Set(found.map(({ y }) => y)).size, isSorted: found.every(({ x }, i) => i === 0 || x > found[i - 1].x) };
}

test.each(['postgresql-cluster', 'mongo-replica-set', 'redis-replication', 'mariadb-replication', 'mysql-replication', 'database-network-policy'])(
  'in the picture of %s the exporters stand in one row, from left to right', async name => {
    const layout = await placed(withFewerArrows(folded(graphOf(runExample(name)))));

    expect(rowOf(layout, /-metrics-\d$/)).toEqual({ count: 3, rows: 1, isSorted: true });
    expect(faults(layout)).toEqual([]);
  });

test('jobs that have nothing to do with the rest stand where there is room: PostgreSQL is two screens high, not three', async () => {
  const { width, height } = await placed(withFewerArrows(graphOf(runExample('postgresql-cluster'))));

  expect(width).toBeLessThanOrEqual(1330);
  expect(height).toBeLessThan(2100);
});

test('three databases, each workload as one box, are a picture for a laptop', async () => {
  const text = ['postgresql-cluster', 'mongo-replica-set', 'redis-replication'].map(runExample).join('\n---\n');
  const layout = await placed(withFewerArrows(folded(graphOf(text))));

  expect(layout.width).toBeLessThanOrEqual(1330);
  expect(layout.height).toBeLessThan(1450);
  expect(rowOf(layout, /^sales-db-metrics-\d$/)).toEqual({ count: 3, rows: 1, isSorted: true });
  expect(faults(layout)).toEqual([]);
});

test('databases that many workloads reach stand in the order of their numbers', async () => {
  const policy = (n: number) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p${n}, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db-${n}}}
  ingress: [{from: [${[1, 2, 3].map(k => `{podSelector: {matchLabels: {app: svc-${n * k % 10}}}}`).join(', ')}], ports: [{port: 6379}]}]
`;
  const names = [...Array.from({ length: 10 }, (_, i) => `svc-${i}`), ...Array.from({ length: 5 }, (_, i) => `db-${10 + i}`)];
  const layout = await placed(withFewerArrows(folded(graphOf([...names.map(name => set(name, 1)), ...[10, 11, 12, 13, 14].map(policy)].join('---')))));

  expect(rowOf(layout, /^db-\d+$/)).toEqual({ count: 5, rows: 1, isSorted: true });
  expect([...crossings(layout), ...overhangs(layout)]).toEqual([]);
});
