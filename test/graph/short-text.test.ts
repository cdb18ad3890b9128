import { shortText } from '../../src/graph/short-text';

test('a line is cut where it is very long', () => {
  expect(shortText('a'.repeat(300))).toBe('a'.repeat(300));
  expect(shortText('a'.repeat(1_000_000))).toBe(`${'a'.repeat(300)}…`);
  expect(shortText('a\nb')).toBe('a\\x0ab');
});
