import fc from 'fast-check';
import { graphOf, set } from './support';
import { blocksOf } from '../../src/graph/blocks';
import { withFewerArrows } from '../../src/graph/fewer-arrows';
import { Area } from '../../src/graph/layout';
import { linesInOrder, placesInOrder, scattered } from '../../src/graph/numbered-order';
import { placed } from '../../src/graph/place';

/** Exporters that read one Secret each, or the same one. */
const exporters = (names: readonly string[], secretOf: (name: string) => string) => graphOf(names.map(name => `
apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: a, image: "exporter:1", envFrom: [{secretRef: {name: ${secretOf(name)}}}]}]}
`).join('---'));

async function fromLeft(graph: ReturnType<typeof graphOf>) {
  const { frames, arrows } = await placed(graph);
  const workloads = frames.filter(({ group }) => group.kind === 'Deployment').sort((a, b) => a.x - b.x);
  return { names: workloads.map(({ group }) => group.name), workloads, arrows };
}

test('workloads that differ in their number stand in its order, 10 after 9', async () => {
  expect((await fromLeft(exporters(['m-2', 'm-0', 'm-1'], () => 'login'))).names).toEqual(['m-0', 'm-1', 'm-2']);
  expect((await fromLeft(exporters(['m-11', 'm-10', 'm-12'], () => 'login'))).names).toEqual(['m-10', 'm-11', 'm-12']);
});

test('an arrow goes with the one that it begins at', async () => {
  const { workloads, arrows } = await fromLeft(exporters(['m-2', 'm-0', 'm-1'], () => 'login'));
  const beginsBelow = workloads.map(({ group, x, width }) => {
    const [start] = arrows.find(({ edge }) => edge.from === group.id)!.curve;
    return start.x >= x && start.x <= x + width;
  });

  expect(beginsBelow).toEqual([true, true, true]);
});

test('who reads something else stays where its arrows are short', async () => {
  const { names, workloads, arrows } = await fromLeft(exporters(['m-1', 'm-0'], name => `login-of-${name}`));

  expect([...names].sort()).toEqual(['m-0', 'm-1']);
  for (const { group, x, width } of workloads) {
    const { tip } = arrows.find(({ edge }) => edge.from === group.id)!;
    expect(tip.x >= x && tip.x <= x + width).toBe(true);
  }
});

test('each with a Service of its own, they stand in order, too', async () => {
  const names = ['member-3', 'member-1', 'member-2'];

  const { frames } = await placed(graphOf(names.map(name => set(name, 1)).join('---')));
  expect(frames.filter(({ group }) => group.kind === 'StatefulSet').sort((a, b) => a.x - b.x).map(({ group }) => group.name)).toEqual(['member-1', 'member-2', 'member-3']);
});

test('with rows, the first row has the first of them', async () => {
  const names = Array.from({ length: 14 }, (_, i) => `m-${i}`);

  const { workloads } = await fromLeft(exporters([...names].reverse(), () => 'login'));
  const inRows = [...workloads].sort((a, b) => a.y - b.y || a.x - b.x);
  expect(new Set(inRows.map(({ y }) => y)).size).toBeGreaterThan(1);
  expect(inRows.map(({ group }) => group.name)).toEqual(names);
});

test('a Service goes with its workload, also where others reach the workload', async () => {
  const numbers = [10, 2, 1, 11, 9];
  const policy = (name: string) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: shop}
spec: {podSelector: {matchLabels: {app: ${name}}}, ingress: [{from: [{podSelector: {matchLabels: {app: client-x}}}], ports: [{port: 6379}]}]}
`;
  const graph = withFewerArrows(graphOf([...numbers.map(n => set(`m-${n}`, 1)), set('client-x', 1), ...numbers.map(n => policy(`m-${n}`))].join('---')));

  const { frames, boxes, arrows } = await placed(graph);
  const sets = frames.filter(({ group }) => group.name.startsWith('m-')).sort((a, b) => a.x - b.x).map(({ group }) => group.name);
  expect(sets).toEqual(['m-1', 'm-2', 'm-9', 'm-10', 'm-11']);
  for (const name of sets) {
    const { curve: [start], tip } = arrows.find(({ edge }) => edge.from === `Service/shop/${name}`)!;
    const [service, frame] = [boxes.find(({ node }) => node.id === `Service/shop/${name}`)!, frames.find(({ group }) => group.name === name)!];
    const isAt = (x: number, area: Area) => x > area.x - 2 && x < area.x + area.width + 2;
    expect([isAt(start.x, service), isAt(tip.x, frame)]).toEqual([true, true]);
  }
});

test('names are scattered that are not in one row in their order, or in several where one is too wide', () => {
  const blocks = [0, 1, 2].map(i => blocksOf({ nodes: [{ id: `m-${i}`, kind: 'Pod', name: `m-${i}`, lines: [] }], groups: [], edges: [] })[0]);
  const isScattered = (places: readonly (readonly [x: number, y: number])[], widest = 1000) =>
    scattered(blocks, block => ({ x: places[blocks.indexOf(block)][0], y: places[blocks.indexOf(block)][1] }), widest).length > 0;

  expect(isScattered([[0, 0], [100, 0], [200, 0]])).toBe(false);
  expect(isScattered([[0, 0], [200, 0], [100, 0]])).toBe(true);
  expect(isScattered([[0, 0], [100, 100], [200, 100]])).toBe(true);
  expect(isScattered([[0, 0], [100, 0], [0, 100]], 10)).toBe(false);
});

test('whatever is numbered, each block has one place and each arrow one line', () => {
  const block = (i: number, kind: string) => blocksOf({ nodes: [{ id: `${kind}-${i}`, kind, name: `m-${i}`, lines: [] }], groups: [], edges: [] })[0];
  const blocks = [...[5, 3, 1, 0, 2, 4].map(i => block(i, 'Pod')), ...[0, 2, 1, 3].map(i => block(i, 'Secret')), block(0, 'Service')];
  const ends = fc.constantFrom(...blocks.map(({ id }) => id));
  const edge = fc.record({ from: ends, to: ends, label: fc.constantFrom('', 'reads'), about: fc.constant('settings' as const) });
  const distinct = fc.uniqueArray(edge, { selector: one => JSON.stringify(one), maxLength: 14 })
    .map(all => all.filter(({ from, to }) => from !== to));

  fc.assert(fc.property(distinct, fc.array(fc.nat(9), { minLength: blocks.length, maxLength: blocks.length }), (edges, middles) => {
    const places = placesInOrder(blocks, edges, i => ({ x: middles[i], y: i % 3 }));

    expect([...places].sort((a, b) => a - b)).toEqual(blocks.map((_, i) => i));
    expect(new Set(linesInOrder(blocks, edges, places))).toEqual(new Set(edges));
  }), { numRuns: 1000 });
});
