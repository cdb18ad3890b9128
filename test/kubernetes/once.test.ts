import { once, oncePerKey } from '../../src/kubernetes/once';

test('a value is made once, and not before somebody asks', () => {
  const make = jest.fn(() => undefined);

  const value = once(make);
  expect(make).not.toHaveBeenCalled();
  value();
  value();

  expect(make).toHaveBeenCalledTimes(1);
});

test('a value is made once for each key, also where there is none', () => {
  const make = jest.fn((key: string) => key === '' ? undefined : key.length);

  const lengthOf = oncePerKey(make);
  const lengths = ['ab', '', 'ab', '', 'c'].map(lengthOf);

  expect(lengths).toEqual([2, undefined, 2, undefined, 1]);
  expect(make.mock.calls).toEqual([['ab'], [''], ['c']]);
});
