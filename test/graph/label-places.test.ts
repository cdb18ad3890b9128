import { overlap } from './laid-out';
import { GraphEdge } from '../../src/graph/graph';
import { distance, labelArea, pointsOf, withLabelsNear } from '../../src/graph/label-places';
import { LaidArrow } from '../../src/graph/layout';

const down = (x: number, labelX: number, labelY = 100): LaidArrow => ({
  edge: { from: 'a', to: 'b', label: 'reads', about: 'settings' } as GraphEdge,
  curve: [{ x, y: 0 }, { x, y: 60 }, { x, y: 120 }, { x, y: 180 }],
  tip: { x, y: 190 },
  text: [{ text: 'reads', x: labelX, y: labelY, size: 10, bold: false, width: 40, role: 'line' }],
});

test('a label far from its arrow is put beside it', () => {
  const [moved] = withLabelsNear([down(100, 200)], []);

  expect(distance(labelArea(moved)!, pointsOf(moved.curve))).toBe(5);
});

test('a label that is near stays where it is, and so does one for which there is no room', () => {
  const near = down(100, 108);
  expect(withLabelsNear([near], [])).toEqual([near]);

  const far = down(100, 200);
  expect(withLabelsNear([far], [{ x: 0, y: 0, width: 190, height: 200 }])).toEqual([far]);
});

test('it goes where no box, no other label and, if that can be, no other arrow is', () => {
  const right = { x: 101, y: 0, width: 60, height: 200 };
  const [byBox] = withLabelsNear([down(100, 200)], [right]);
  expect(labelArea(byBox)!.x + 40).toBe(95);

  const [first, second] = withLabelsNear([down(100, 200), down(102, 260)], []).map(arrow => labelArea(arrow)!);
  expect(overlap(first, second)).toBe(false);

  const [byArrow] = withLabelsNear([down(100, 200), down(120, 125)], []);
  expect(labelArea(byArrow)!.x + 40).toBe(95);
});

test('an arrow without words has no label', () => {
  expect(labelArea({ ...down(100, 0), text: [] })).toBeUndefined();
  expect(withLabelsNear([{ ...down(100, 0), text: [] }], [])).toHaveLength(1);
});

test('a label at a long straight line is near it, wherever on it', () => {
  const [start, end] = [{ x: 0, y: 0 }, { x: 0, y: 900 }];
  const line = pointsOf([start, start, end, end]);

  expect([...Array(89).keys()].filter(i => distance({ x: 5, y: i * 10, width: 40, height: 8 }, line) > 10)).toEqual([]);
});
