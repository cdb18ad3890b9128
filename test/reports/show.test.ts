import fc from 'fast-check';
import { show } from '../../src/reports/show';

test('values are shown short and on one line', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);

  const shown = ['a', 'a\nb', 'x'.repeat(99), 1, true, null, undefined, [], [1], {}, { a: 1 }, cycle].map(show);

  expect(shown).toEqual([
    "'a'", "'a b'", `'${'x'.repeat(60)}...'`, '1', 'true', 'null', 'undefined', 'an empty list', 'a list', 'an empty mapping', 'a mapping', 'a list',
  ]);
});

test('any value can be shown', () => {
  fc.assert(fc.property(fc.anything(), value => {
    expect(show(value)).toMatch(/^[^\n]{1,70}$/);
  }));
});
