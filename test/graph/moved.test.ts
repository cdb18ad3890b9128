import { textBlock } from '../../src/graph/box-text';
import { boxAt } from '../../src/graph/laid-box';
import { movedArrow, movedBox, movedFrame } from '../../src/graph/moved';

const node = { id: 'a', kind: 'Pod', name: 'a', lines: [] };

test('a box and a frame move with their texts', () => {
  const box = boxAt(node, textBlock([['a', 'name']]), 0, 0, 100, 50);
  const moved = movedBox(box, 5, 7);

  expect([moved.x, moved.y, moved.text[0].x - box.text[0].x, moved.text[0].y - box.text[0].y]).toEqual([5, 7, 5, 7]);
  expect(movedFrame({ group: node, x: 1, y: 1, width: 9, height: 9, text: [] }, 5, 7)).toMatchObject({ x: 6, y: 8 });
});

test('an arrow moves with both tips', () => {
  const edge = { from: 'a', to: 'b', label: '', about: 'data' as const };
  const arrow = { edge, curve: [{ x: 0, y: 0 }], tip: { x: 0, y: 9 }, text: [] };

  expect(movedArrow(arrow, 5, 7)).toEqual({ edge, curve: [{ x: 5, y: 7 }], tip: { x: 5, y: 16 }, text: [] });
  expect(movedArrow({ ...arrow, tail: { x: 1, y: 1 } }, 5, 7).tail).toEqual({ x: 6, y: 8 });
});
