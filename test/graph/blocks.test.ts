import { graphOf, set } from './support';
import { blocksOf, widened } from '../../src/graph/blocks';
import { withSharedArrows } from '../../src/graph/shared-arrows';

const blockOf = (text: string, id: string) => blocksOf(graphOf(text)).find(block => block.id === id)!;
const DB = 'StatefulSet.apps/shop/db';

test('pods from left to right in the order of their ordinals, each with its claim below', () => {
  const { boxes } = blockOf(set('db', 4), DB);
  const leftToRight = [...boxes].sort((a, b) => a.x + a.width / 2 - (b.x + b.width / 2) || a.y - b.y).map(({ node }) => node.name);

  expect(leftToRight).toEqual([0, 1, 2, 3].flatMap(ordinal => [`db-${ordinal}`, `data-db-${ordinal}`]));
});

test('the arrow between them is straight', () => {
  const { arrows } = blockOf(set('db', 1), DB);

  expect(arrows.map(({ edge }) => edge.label)).toEqual(['/data']);
  expect(new Set([...arrows[0].curve, arrows[0].tip].map(({ x }) => x)).size).toBe(1);
});

test('everything is in the frame, also below a title that is wider', () => {
  const name = `n${'-long'.repeat(12)}`;
  const { boxes, frame, width, height } = blockOf(`{apiVersion: v1, kind: Pod, metadata: {name: ${name}, namespace: shop}, spec: {containers: [{image: a}]}}`, `Pod/shop/${name}`);

  expect(frame).toMatchObject({ x: 0, y: 0, width, height });
  expect(boxes.filter(box => box.x < 0 || box.x + box.width > width || box.y + box.height > height)).toEqual([]);
});

test('a workload without pods is a frame with its title', () => {
  expect(blockOf(set('db', 0), DB)).toMatchObject({ boxes: [], frame: { group: { name: 'db' } } });
});

test('what is in no frame of a workload is a block of its own', () => {
  expect(blockOf(set('db', 1), 'Service/shop/db')).toMatchObject({ parent: 'namespace shop', boxes: [{ x: 0, y: 0, node: { kind: 'Service' } }] });
});

const claims = (names: readonly string[]) => names.map(name => `{metadata: {name: ${name}}, spec: {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}`).join(', ');
const withClaims = (replicas: number) => withSharedArrows(graphOf(set('db', replicas).replace(/volumeClaimTemplates: .*/, `volumeClaimTemplates: [${claims(['data', 'wal', 'index', 'logs', 'backup'])}]`)));

test('many claims stand below each other, so that a frame is no wider than a screen; few, and those with arrows of their own, side by side', () => {
  const widthOf = (graph: ReturnType<typeof graphOf>) => blocksOf(graph).find(({ id }) => id === DB)!.width;
  const rowsOf = (graph: ReturnType<typeof graphOf>) => new Set(blocksOf(graph).find(({ id }) => id === DB)!.boxes.map(({ y }) => y)).size;
  const four = withClaims(4);
  const bound = { ...four, edges: [...four.edges, { from: 'PersistentVolumeClaim/shop/data-db-0', to: 'PersistentVolume/one', label: 'bound to', about: 'data' as const }] };

  expect(widthOf(four)).toBeLessThan(800);
  expect([withClaims(1), four, bound].map(rowsOf)).toEqual([2, 6, 2]);
  expect(rowsOf(graphOf(set('db', 60), { cuts: new Map([[DB, [50, 52, 54]]]) }))).toBe(2);
});

test('pods that are too wide for a screen stand in rows, the first ordinals above', () => {
  const long = 'a-name-that-is-long-for-a-set';
  const cuts = new Map([[`StatefulSet.apps/shop/${long}`, [50, 52, 54]]]);
  const { width, boxes } = blocksOf(withSharedArrows(graphOf(set(long, 60), { cuts }))).find(({ frame }) => frame)!;
  const pods = boxes.filter(({ node }) => node.kind === 'Pod');

  expect(width).toBeLessThan(1300);
  expect(new Set(pods.map(({ y }) => y)).size).toBeGreaterThan(1);
  expect(pods.every(({ x, y }, i) => i === 0 || y > pods[i - 1].y || x > pods[i - 1].x)).toBe(true);
});

test('a block that is made wider has the same in its middle', () => {
  const block = blocksOf(graphOf(set('db', 1))).find(({ id }) => id === DB)!;
  const wide = widened(block, block.width + 40);

  expect(wide.boxes.map(({ x }, i) => x - block.boxes[i].x)).toEqual([20, 20]);
  expect([wide.frame!.width, wide.frame!.x]).toEqual([block.width + 40, 0]);
  expect(widened(block, 10)).toBe(block);
});
