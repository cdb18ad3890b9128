import { Block } from '../../src/graph/blocks';
import { filled } from '../../src/graph/filled-frames';
import { overlap } from '../../src/graph/label-places';
import { Area, Drawn } from '../../src/graph/layout';

const TASK = { blocks: [], frames: [{ id: 'shop', kind: 'Namespace', name: 'shop', lines: [] }], titles: new Map([['shop', { width: 50, height: 30, lines: [] }]]), edges: [], labels: [] };
const block = (id: string, width: number, height: number): Block => ({ id, parent: 'shop', width, height, boxes: [], arrows: [] });

/** A frame of some width with one block at its left, and a class below it that the block leads to. */
function drawn(width: number): Drawn {
  const areas = new Map<string, Area>([['shop', { x: 0, y: 0, width, height: 300 }], ['db', { x: 10, y: 50, width: 300, height: 240 }], ['class', { x: 110, y: 360, width: 100, height: 50 }]]);
  const edge = { from: 'db', to: 'class', label: '', about: 'data' } as const;
  return { areas, arrows: [{ edge, curve: [290, 310, 330, 350].map(y => ({ x: 160, y })), tip: { x: 160, y: 360 }, text: [] }], width, height: 410 };
}

function isSound({ areas }: Drawn): boolean {
  const [frame, ...blocks] = [areas.get('shop')!, ...[...areas].filter(([id]) => !['shop', 'class'].includes(id)).map(([, area]) => area)];
  const [right, bottom] = [frame.x + frame.width, frame.y + frame.height];
  const isInside = ({ x, y, width, height }: Area) => x >= frame.x && y >= frame.y && x + width <= right && y + height <= bottom;
  return blocks.every(isInside) && blocks.every((a, i) => blocks.slice(i + 1).every(b => !overlap(a, b))) && !overlap(frame, areas.get('class')!);
}

test('a block goes where a frame has room: the picture does not grow', () => {
  const picture = filled(TASK, drawn(600), [block('job', 200, 200)])!;

  expect(isSound(picture)).toBe(true);
  expect([picture.width <= 600, picture.areas.get('shop')!.height]).toEqual([true, 300]);
});

test('without room the frame becomes wider', () => {
  const picture = filled(TASK, drawn(320), [block('job', 200, 200)])!;

  expect(isSound(picture)).toBe(true);
  expect([picture.areas.get('shop')!.width > 520, picture.areas.get('class')!.y]).toEqual([true, 360]);
});

test('as wide as a screen it becomes higher, and what is below goes down with its arrow', () => {
  const picture = filled(TASK, drawn(1300), [block('job', 1000, 270)])!;

  expect(isSound(picture)).toBe(true);
  const { y } = picture.areas.get('class')!;
  expect([y > 450, picture.arrows[0].tip.y === y, picture.arrows[0].curve[0].y]).toEqual([true, true, 290]);
});

test('what has room nowhere is told', () => {
  expect(filled(TASK, drawn(320), [block('job', 1320, 100)])).toBeUndefined();
});

test('a frame ends where what is in it ends', () => {
  const { areas, width } = filled(TASK, drawn(1200), [])!;

  expect([areas.get('shop')!.width, width]).toEqual([320, 330]);
});
