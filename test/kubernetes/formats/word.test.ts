import { testTextFormat } from './format-cases';
import { NOT_EMPTY, atMost, oneOf } from '../../../src/kubernetes/formats/word';

testTextFormat('one of two words', oneOf('On', 'Off'), ['On', 'Off'], ['on', 'x']);

test('a word in other letters is the word', () => {
  expect([oneOf('On', 'Off').nearest?.('off'), oneOf('On', 'Off').nearest?.('x')]).toEqual(['Off', undefined]);
});

test('lists and mappings are empty if nothing is in them', () => {
  const answers = [[], {}, ['a'], { a: 1 }, 'a', 0].map(value => NOT_EMPTY.fits(value));

  expect(answers).toEqual([false, false, true, true, true, true]);
});

test('lists and mappings are counted', () => {
  const answers = [['a', 'b'], { a: 1, b: 2 }, ['a', 'b', 'c'], { a: 1, b: 2, c: 3 }].map(value => atMost(2).fits(value));

  expect(answers).toEqual([true, true, false, false]);
});
