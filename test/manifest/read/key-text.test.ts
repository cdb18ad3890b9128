import { keyText } from '../../../src/manifest/read/key-text';

test.each([
  ['a', 'a'], ['8080', '8080'], ['on', 'true'], ['n', 'false'], ['0x10', '16'], ['010', '8'], ['1_000', '1000'], ['12345678901234567', '12345678901234567'],
  ['1.10', '1.1'], ['1e3', '1000'], ['1e6', '1e+06'], ['0.00001', '1e-05'], ['1234567.891', '1.2345679e+06'], ['0.0', '0'], ['-0.0', '-0'], ['.inf', '.inf'], ['-.inf', '-.inf'], ['.nan', '.nan'],
  ['null', undefined], ['~', undefined], ['12345678901234567890', undefined],
])('the key %s is %p', (written, name) => {
  expect(keyText(written)).toBe(name);
});
