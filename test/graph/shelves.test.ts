import { overlap } from './laid-out';
import { boxText } from '../../src/graph/box-text';
import { Area } from '../../src/graph/layout';
import { inShelves, shelves } from '../../src/graph/shelves';

const frame = { id: 'n', kind: 'Namespace', name: 'n', lines: [] };
const blocks = Array.from({ length: 60 }, (_, i) => ({ id: `b${i}`, parent: i % 2 ? 'n' : undefined, width: 80 + i, height: 40, boxes: [], arrows: [] }));
const { areas, width, height } = inShelves({ blocks, frames: [frame], titles: new Map([['n', boxText(frame)]]), edges: [], labels: [] });

test('rows that are about as wide as a screen, in the order of the blocks', () => {
  expect(width / height).toBeGreaterThan(1);
  expect(width / height).toBeLessThan(2.5);
  expect([areas.get('b3')!.x > areas.get('b1')!.x, areas.get('b3')!.y === areas.get('b1')!.y]).toEqual([true, true]);
});

test('no block lies on another one, and those of a frame are in it', () => {
  const inFrame = blocks.filter(({ parent }) => parent === 'n').map(({ id }) => areas.get(id)!);
  const { x, y, ...around } = areas.get('n')!;

  const isOutside = (area: Area) => area.x < x || area.y < y || area.x + area.width > x + around.width || area.y + area.height > y + around.height;

  expect(inFrame.filter(isOutside)).toEqual([]);
  expect(inFrame.filter((a, i) => inFrame.slice(i + 1).some(b => overlap(a, b)))).toEqual([]);
});

test('rows are no wider than they may be, but for a block that is wider', () => {
  const all = Array.from({ length: 30 }, (_, i) => ({ id: `b${i}`, width: 100, height: 100 }));

  expect(shelves(all).width).toBeGreaterThan(400);
  expect(shelves(all, 250).width).toBe(216);
  expect(shelves(all, 50).width).toBe(100);
});
