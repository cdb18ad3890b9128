import { inputOf } from '../../../scripts/fuzz/inputs';

test('a number is the same input each time, and another number is another one', () => {
  expect(inputOf(1, 2)).toEqual(inputOf(1, 2));
  expect(new Set(Array.from({ length: 20 }, (_, index) => inputOf(1, index).after)).size).toBe(20);
});

test('the changed document is not the one before', () => {
  const same = Array.from({ length: 50 }, (_, index) => inputOf(3, index)).filter(({ before, after }) => before === after);

  expect(same.length).toBeLessThan(10);
});
