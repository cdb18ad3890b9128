import { crossings, overhangs } from './laid-out';
import { graphOf, set } from './support';
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
