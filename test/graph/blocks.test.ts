import { graphOf, set } from './support';
import { blocksOf } from '../../src/graph/blocks';

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
