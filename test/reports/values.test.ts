import fc from 'fast-check';
import { arrow } from '../../src/reports/values';

test.each([
  [3, 1, '3 → 1'],
  [undefined, 'a', '(none) → a'],
  [{ a: 'b', c: [1, true] }, undefined, '{a: b, c: [1, true]} → (none)'],
  ['one\ntwo\n', undefined, '2 lines of text → (none)'],
  ['one\ntwo\nthree\n', 'one\n2\nthree\n', 'line 2: two → 2'],
  ['one\ntwo\n', 'one\ntwo\nthree\n', 'line 3: (none) → three'],
  ['line\n', 'other\n', 'line → other'],
  ['same', 'same', ''],
  [undefined, undefined, ''],
])('%j to %j is told as %s', (before, after, told) => {
  expect(arrow({ before, after }).replaceAll('\n', '')).toBe(told);
});

test('long values are cut where they differ', () => {
  const start = 'registry.example.com/a/rather/long/path/to/an/image';

  expect(arrow({ before: `${start}:1.0`, after: `${start}:2.0` })).toBe('…to/an/image:1.0 → …to/an/image:2.0');
});

test('no value is longer than a line, and a difference is always seen', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (before, after) => {
    const told = arrow({ before, after });

    expect(told.length).toBeLessThan(130);
    expect(told === '').toBe(before === after);
  }));
});
