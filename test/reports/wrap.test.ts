import fc from 'fast-check';
import { wrapped } from '../../src/reports/wrap';

test('lines are indented as far as the first one', () => {
  expect(wrapped('  fix: ', 'one two three four five six', 27)).toEqual(['  fix: one two three four', '       five six']);
});

test('no word is lost or cut, and lines fit if their words do', () => {
  fc.assert(fc.property(fc.array(fc.string({ minLength: 1, maxLength: 15 }).map(word => word.replaceAll(' ', '_')), { minLength: 1 }), fc.integer({ min: 24, max: 120 }), (words, columns) => {
    const lines = wrapped('  - ', words.join(' '), columns);

    expect(lines.map(line => line.slice(4)).join(' ')).toBe(words.join(' '));
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(columns);
  }));
});
