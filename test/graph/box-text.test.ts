import { boxText, placedText, textBlock } from '../../src/graph/box-text';

test('kind, name and facts, line by line', () => {
  const { lines, width, height } = boxText({ kind: 'Pod', name: 'db-0', lines: ['redis:8'], missing: true });

  expect(lines.map(({ role, text }) => [role, text])).toEqual([['kind', 'Pod'], ['name', 'db-0'], ['line', 'redis:8'], ['line', 'not among the manifests']]);
  expect(width).toBe(Math.max(...lines.map(line => line.width)));
  expect(height).toBeGreaterThan(lines[3].y);
});

test('of many facts the first ones', () => {
  const facts = Array.from({ length: 20 }, (_, i) => `host-${i}`);

  expect(boxText({ kind: 'Ingress', name: 'a', lines: facts }).lines.at(-1)!.text).toBe('… and 12 more');
});

test('no text has no size', () => {
  expect(textBlock([['', 'line']])).toEqual({ width: 0, height: 0, lines: [] });
});

test('text at its place', () => {
  const text = textBlock([['abc', 'line']]);
  const [{ width, y }] = text.lines;

  expect(placedText(text, 10, 20, 100, 'middle')).toMatchObject([{ x: 10 + (100 - width) / 2, y: 20 + y }]);
  expect(placedText(text, 10, 20, 100, 'left')).toMatchObject([{ x: 10 }]);
});

test.each([`orders-${'x'.repeat(56)}`, `${'data'.repeat(15)}-${'w'.repeat(52)}-0`])('a name as long as Kubernetes takes it is told whole: %s', name => {
  expect(boxText({ kind: 'PersistentVolumeClaim', name, lines: [] }).lines.filter(({ role }) => role === 'name').map(({ text }) => text).join('')).toBe(name);
});
