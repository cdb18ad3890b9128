import { amountOf, misfitOf, shareOf } from '../../../src/kubernetes/formats/percent';

test('a count and a percentage are compared by their numbers', () => {
  const amounts = [0, '0%', '25%', 'x', undefined].map(amountOf);

  expect(amounts).toEqual([0, 0, 25, undefined, undefined]);
});

test('a share of the pods is rounded up', () => {
  const shares = [1, '25%', '0%', '5', undefined].map(value => shareOf(value, 3));

  expect(shares).toEqual([1, 1, 0, undefined, undefined]);
});

test('what is neither a count nor a percentage is told', () => {
  const misfits = [1, '100%', undefined, -1, '101%', '5'].map(value => misfitOf(value, 100));

  expect(misfits).toEqual([undefined, undefined, undefined, 'it is less than nothing', 'it is more than 100%', 'it is neither a number nor a percentage such as 25%']);
});
