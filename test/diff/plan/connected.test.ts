import { connected } from '../../../src/diff/plan/connected';

const groups = (...values: string[]) => connected(values, value => value.split('')).map(group => group.join(' '));

test('what shares a key is one group', () => {
  expect(groups('ab', 'cd', 'be')).toEqual(['cd', 'ab be']);
});

test('two groups become one by what shares a key with both', () => {
  expect(groups('a', 'b', 'ab', 'c')).toEqual(['a b ab', 'c']);
});

test('what has no key is alone', () => {
  expect(connected(['x', 'y'], () => [])).toEqual([['x'], ['y']]);
});
