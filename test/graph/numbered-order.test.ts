import { graphOf, set } from './support';
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
