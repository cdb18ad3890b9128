import { Random } from '../../../scripts/conformance/random';

const numbers = (random: Random) => Array.from({ length: 20 }, () => random.below(1000));

test('a seed gives the same numbers again', () => {
  expect(numbers(new Random(7))).toEqual(numbers(new Random('7')));
});

test('another seed gives other numbers', () => {
  expect(numbers(new Random(7))).not.toEqual(numbers(new Random(8)));
});

test('numbers are below their limit, and each comes up', () => {
  const random = new Random(1);

  const seen = new Set(Array.from({ length: 200 }, () => random.below(5)));

  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
});

test('shuffling loses nothing', () => {
  const items = [1, 2, 3, 4, 5, 6, 7, 8, 9];

  const shuffled = new Random(3).shuffled(items);

  expect(shuffled).not.toEqual(items);
  expect([...shuffled].sort()).toEqual(items);
});
