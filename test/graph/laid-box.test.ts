import { boxText } from '../../src/graph/box-text';
import { boxAt, heightOf, PADDING } from '../../src/graph/laid-box';

test('a text stands in the middle of its box, with room around it', () => {
  const node = { id: 'a', kind: 'Pod', name: 'db-0', lines: ['redis:8'] };
  const text = boxText(node);

  const { text: [first], width, height } = boxAt(node, text, 100, 50, text.width + 2 * PADDING, heightOf(text));

  expect(first.x - 100).toBeCloseTo((width - first.width) / 2);
  expect(height - text.height).toBeGreaterThan(2 * PADDING);
});
