import { isReservedWord, plainScalar } from '../../../src/manifest/read/plain-scalar';

test.each<[string, unknown]>([
  ['abc', 'abc'], ['/a', '/a'], ['0', 0], ['12', 12], ['-3', -3], ['1.5', 1.5], ['017', 15], ['true', true], ['false', false], ['null', null], ['~', null],
  ['1.2.3', '1.2.3'], ['10Mi', '10Mi'], ['12:30', '12:30'], ['2026-01-01', '2026-01-01'], ['-c', '-c'], ['.a', '.a'],
])('%s is %p', (text, value) => {
  expect(plainScalar(text)).toBe(value);
});

test.each(['yes', 'Off', 'y', 'TRUE', 'Null', '1e3', '0x1f', '1_000', '0b1', '.5', '+1', '-0', '.inf', '1.', '0o7', '12345678901234567890'])('%s is left to the library', text => {
  expect(plainScalar(text)).toBeUndefined();
});

test('words that YAML takes for truth or nothing are no text', () => {
  expect(['no', 'NO', 'null', '<<', 'nor', ''].map(isReservedWord)).toEqual([true, true, true, true, false, false]);
});
