import fc from 'fast-check';
import { closest } from '../../src/reports/did-you-mean';
import { KnownWords } from '../../src/reports/known-words';

const MANY = new KnownWords(Array.from({ length: 20_000 }, (_, index) => `key-of-${index}`));

test('few words are all compared', () => {
  fc.assert(fc.property(fc.array(fc.stringMatching(/^[abc]{1,6}$/)), fc.stringMatching(/^[abc]{1,6}$/), (words, written) => {
    expect(new KnownWords(words).closest(written)).toBe(closest(written, words));
  }));
});

test.each([
  ['key-of-12345', 'key-of-12345'],
  ['KEY-OF-12345', 'key-of-12345'],
  ['key-fo-12345', 'key-of-12345'],
  ['keyof-12345', 'key-of-12345'],
  ['kex-of-12345', 'key-of-12345'],
  ['password', undefined],
])('among many words takes %s for %s', (written, meant) => {
  expect(MANY.closest(written)).toBe(meant);
});

test('knows its words, each once', () => {
  const words = new KnownWords(['a', 'b', 'a']);

  expect(words.all).toEqual(['a', 'b']);
  expect([words.has('b'), words.has('c')]).toEqual([true, false]);
});
