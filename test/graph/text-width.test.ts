import { textWidth, wrapped, wrappedName } from '../../src/graph/text-width';

const LETTERS = { size: 10 };

test('a text is as wide as its letters', () => {
  expect(textWidth('Wi', LETTERS)).toBeCloseTo(9.44 + 2.22);
  expect(textWidth('Wi', { size: 20, bold: true })).toBeCloseTo(18.88 + 5.56);
});

test('letters of other scripts are taken for wide ones', () => {
  expect(textWidth('é', LETTERS)).toBe(8.5);
  expect(textWidth('名', LETTERS)).toBe(10);
  expect(textWidth('…', LETTERS)).toBe(10);
});

test('a long name goes on in the next line behind a hyphen, a dot or a slash', () => {
  expect(wrapped('registry.example.com/team/database-with-a-long-name:8.2.1', LETTERS, 120, 9)).toEqual(['registry.example.com/', 'team/database-with-a-', 'long-name:8.2.1']);
});

test('what has no such place is broken anywhere', () => {
  const lines = wrapped('a'.repeat(50), LETTERS, 100, 9);

  expect(lines.join('')).toBe('a'.repeat(50));
  expect(Math.max(...lines.map(line => textWidth(line, LETTERS)))).toBeLessThanOrEqual(100);
});

test('what does not fit ends with dots', () => {
  const lines = wrapped('ab-'.repeat(10_000), LETTERS, 100, 2);

  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  expect(textWidth(lines[1], LETTERS)).toBeLessThanOrEqual(100);
});

test('a name that fits into a line is not parted where words are', () => {
  expect(wrapped('the set becomes db; data-db-0, data-db-1 stay', LETTERS, 110, 9)).toEqual(['the set becomes db;', 'data-db-0, data-db-1', 'stay']);
});

test('a port stays with its colon', () => {
  expect(wrapped('zookeeper:3.9.4 :client :peer :metrics', LETTERS, 120, 9)).toEqual(['zookeeper:3.9.4 :client', ':peer :metrics']);
});

test('what is broken anywhere begins in the line that is begun', () => {
  expect(wrapped(`ns-${'n'.repeat(30)}`, LETTERS, 100, 9)[0]).toMatch(/^ns-n+$/);
});

test('a name that is cut keeps its end', () => {
  const lines = wrappedName(`data-${'d'.repeat(200)}-db-17`, LETTERS, 100, 3);

  expect(lines).toHaveLength(3);
  expect(lines.join('')).toMatch(/^data-d+…d*-db-17$/);
  expect(Math.max(...lines.map(line => textWidth(line, LETTERS)))).toBeLessThanOrEqual(100);
});

test.each(['', 'a', '…', 'a…', 'x'.repeat(10_000)])('a name of any kind is told in so many lines: %#', name => {
  const lines = wrappedName(name, LETTERS, 60, 2);

  expect(lines.length).toBeLessThanOrEqual(2);
});
