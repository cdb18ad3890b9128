import { rowsOfBoxes, stacked } from '../../src/graph/stack';

const nodes = ['a', 'b', 'c'].map(name => ({ id: name, kind: 'Secret', name, lines: [] }));

test('boxes stand in rows that are no wider than they may be', () => {
  const [one, many] = [rowsOfBoxes(nodes, 1000), rowsOfBoxes(nodes, 1)];

  expect(new Set(one.boxes.map(({ y }) => y)).size).toBe(1);
  expect(many.boxes.map(({ x }) => x)).toEqual([0, 0, 0]);
  expect(many.boxes[1].y).toBeGreaterThan(many.boxes[0].y + many.boxes[0].height);
  expect(many.width).toBe(Math.max(...many.boxes.map(({ width }) => width)));
});

test('what is stacked stands below each other, in the middle', () => {
  const [wide, narrow] = [rowsOfBoxes(nodes, 1000), rowsOfBoxes(nodes.slice(0, 1), 1000)];

  const { width, height, boxes } = stacked([narrow, wide]);

  expect([width, height]).toEqual([wide.width, wide.height + narrow.height]);
  expect([boxes[0].x, boxes[1].y]).toEqual([(wide.width - narrow.width) / 2, narrow.height]);
});

test('a row with fewer boxes stands in the middle', () => {
  const { boxes, width } = rowsOfBoxes(nodes, 1.5 * rowsOfBoxes(nodes, 1000).width / 2 + 20);
  const [first, second] = [boxes.slice(0, 2), boxes.slice(2)];
  const middle = (row: typeof boxes) => (row[0].x + row.at(-1)!.x + row.at(-1)!.width) / 2;

  expect(second[0].y).toBeGreaterThan(first[0].y);
  expect([middle(first), middle(second)]).toEqual([width / 2, width / 2]);
});
