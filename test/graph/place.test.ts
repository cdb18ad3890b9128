import { crossings, overhangs, strayLabels } from './laid-out';
import { graphOf, set } from './support';
import { withFewerArrows } from '../../src/graph/fewer-arrows';
import { placed } from '../../src/graph/place';

test('every box has its place, no two overlap, and no text leaves its box', async () => {
  const layout = await placed(graphOf(`${set('db', 3)}---${set('cache', 8)}---${set(`n${'-long-name'.repeat(6)}`, 1)}---${set('none', 0)}`));

  expect(layout.boxes.length).toBeGreaterThan(10);
  expect(layout.arrows.length).toBeGreaterThan(10);
  expect(crossings(layout)).toEqual([]);
  expect(overhangs(layout)).toEqual([]);
});

test('nothing is a picture, too', async () => {
  expect(await placed({ nodes: [], groups: [], edges: [] })).toMatchObject({ boxes: [], frames: [], arrows: [] });
});

test('an arrow points at its end', async () => {
  const { arrows, boxes } = await placed(graphOf(set('db', 1)));
  const { tip } = arrows.find(({ edge }) => edge.label === '/data')!;
  const claim = boxes.find(({ node }) => node.name === 'data-db-0')!;

  expect(Math.abs(tip.y - claim.y)).toBeLessThan(2);
  expect(tip.x > claim.x && tip.x < claim.x + claim.width).toBe(true);
});

test('an arrow that leads both ways begins at one end and points at the other', async () => {
  const nodes = ['a', 'b'].map(name => ({ id: name, kind: 'Pod', name, lines: [] }));
  const { arrows: [{ tip, tail }], boxes: [a, b] } = await placed({ nodes, groups: [], edges: [{ from: 'a', to: 'b', label: '', about: 'requests', bothWays: true }] });

  expect(Math.abs(tip.y - b.y)).toBeLessThan(2);
  expect(Math.abs(tail!.y - a.y - a.height)).toBeLessThan(2);
});

test('each label is at its arrow, on no box and on no other label', async () => {
  const policy = (names: readonly string[]) => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec: {podSelector: {matchLabels: {app: db}}, ingress: [{from: [${names.map(name => `{podSelector: {matchLabels: {app: ${name}}}}`).join(', ')}]}]}
`;
  const names = ['a', 'b', 'c', 'd'];
  const login = names.map(name => set(name, 2, { pod: 'volumes: [{name: l, secret: {secretName: login}}]' }));

  expect(strayLabels(await placed(graphOf([set('db', 3), ...login, policy(names)].join('---'))))).toEqual([]);
});

test('parts without arrows between them stand in rows, not side by side', async () => {
  const namespaces = ['a', 'b', 'c', 'd', 'e', 'f'];
  const sets = namespaces.map(name => set('db', 3).replaceAll('namespace: shop', `namespace: ${name}`).replace('storageClassName: fast', `storageClassName: of-${name}`));
  const layout = await placed(graphOf(sets.join('---')));

  expect(layout.width / layout.height).toBeLessThan(2.2);
  expect(crossings(layout)).toEqual([]);
  expect(strayLabels(layout)).toEqual([]);
});

const SERVICES = Array.from({ length: 7 }, (_, i) => `member-${i}`);
const WIDE: readonly (readonly [what: string, text: string])[] = [
  ['seven sets of one class', SERVICES.map(name => set(name, 3)).join('---')],
  ['eight workloads that reach each other', `${SERVICES.map(name => set(name, 1)).join('---')}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: all, namespace: shop}
spec: {podSelector: {}, ingress: [{from: [{podSelector: {matchExpressions: [{key: app, operator: Exists}]}}]}]}
`],
];

test.each(WIDE)('%s are a picture for a laptop', async (_, text) => {
  const layout = await placed(withFewerArrows(graphOf(text)));

  expect(layout.width).toBeLessThan(1400);
  expect([crossings(layout), overhangs(layout), strayLabels(layout)]).toEqual([[], [], []]);
});
