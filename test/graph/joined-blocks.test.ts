import { Block } from '../../src/graph/blocks';
import { idsIn, inRows, joined, sideBySide, split } from '../../src/graph/joined-blocks';

const block = (id: string, width = 100): Block => ({ id, parent: 'shop', width, height: 50, boxes: [], arrows: [] });

test('blocks side by side are one block in their frame, in which each has its place', () => {
  const row = sideBySide([block('m-0'), block('m-1')]);

  expect([row.parent, row.width, row.height]).toEqual(['shop', 220, 50]);
  expect(row.members!.map(({ block: { id }, x, y }) => [id, x, y])).toEqual([['m-0', 0, 0], ['m-1', 120, 0]]);
  expect(idsIn(row)).toEqual([row.id, 'm-0', 'm-1']);
});

test('a family that is too wide for one row has several, and other blocks stay', () => {
  const family = ['m-0', 'm-1', 'm-2', 'm-3'].map(id => block(id, 400));
  const rows = inRows([family[0], block('other'), ...family.slice(1)], [family]);

  expect(rows.map(({ id, members }) => members?.map(member => member.block.id) ?? id)).toEqual([['m-0', 'm-1'], 'other', ['m-2', 'm-3']]);
});

test('what was drawn as one block is taken apart: blocks and their arrows are where it stands', () => {
  const edge = { from: 'a', to: 'b', label: '', about: 'data' } as const;
  const point = { x: 10, y: 20 };
  const areas = new Map([['a', { x: 1, y: 2, width: 100, height: 50 }]]);
  const inside = { areas, arrows: [{ edge, curve: [point], tip: point, text: [] }], width: 102, height: 52 };
  const part = joined([block('a')], inside);

  const drawn = split([part], { areas: new Map([[part.id, { x: 1000, y: 2000, width: 102, height: 52 }]]), arrows: [], width: 0, height: 0 });
  expect(drawn.areas.get('a')).toEqual({ x: 1001, y: 2002, width: 100, height: 50 });
  expect(drawn.arrows.map(({ tip }) => tip)).toEqual([{ x: 1010, y: 2020 }]);
});
