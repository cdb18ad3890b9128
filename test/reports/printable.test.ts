import fc from 'fast-check';
import { printable } from '../../src/reports/printable';

test.each([
  ['plain, äöü 日本', 'plain, äöü 日本'],
  ['\u001b[2J', '\\x1b[2J'],
  ['a\nb', 'a\\x0ab'],
  ['\u202egpj.exe', '\\u202egpj.exe'],
])('%j is printed as %s', (text, printed) => {
  expect(printable(text)).toBe(printed);
});

test('no text commands a terminal', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
    expect(/\p{Cc}/u.test(printable(text))).toBe(false);
  }));
});
