import { integerOf, isReservedWord, plainScalar } from '../../../src/manifest/read/plain-scalar';

test.each<[string, unknown]>([
  ['abc', 'abc'], ['/a', '/a'], ['0', 0], ['12', 12], ['-3', -3], ['1.5', 1.5], ['017', 15], ['true', true], ['false', false], ['null', null], ['~', null],
  ['1.2.3', '1.2.3'], ['10Mi', '10Mi'], ['12:30', '12:30'], ['2026-01-01', '2026-01-01'], ['-c', '-c'], ['.a', '.a'],
  ['yes', true], ['Off', false], ['y', true], ['yEs', 'yEs'], ['TRUE', true], ['Null', null], ['', null], ['<<', '<<'],
  ['1e3', 1000], ['1E+3', 1000], ['0x1f', 31], ['0X1F', 31], ['1_000', 1000], ['0b11', 3], ['-0b11', -3], ['.5', 0.5], ['-.5', -0.5], ['+1', 1], ['-0', 0], ['1.', 1], ['0o7', 7], ['08', 8],
  ['.inf', Infinity], ['-.INF', -Infinity], ['.NaN', NaN], ['1e400', '1e400'], ['._5', '._5'], ['.5_0', '.5_0'], ['.', '.'], ['+', '+'], ['0x', '0x'], ['99999999999999999999', 1e20],
])('%s is %p', (text, value) => {
  expect(plainScalar(text)).toBe(value);
});

test('words that YAML takes for truth or nothing are no text', () => {
  expect(['no', 'NO', 'null', '<<', 'nor', '+1'].map(isReservedWord)).toEqual([true, true, true, true, false, false]);
});

test('whole numbers have all their digits, as far as 64 bits go', () => {
  const numbers = ['12345678901234567890', '0x10', '-9223372036854775808', '18446744073709551616', '-9223372036854775809', '+9223372036854775808', '1.5', '.5', 'a'].map(integerOf);

  expect(numbers).toEqual([12345678901234567890n, 16n, -(2n ** 63n), undefined, undefined, undefined, undefined, undefined, undefined]);
});
