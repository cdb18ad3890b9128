import fc from 'fast-check';
import { printable } from '../../src/reports/printable';
import { anyText } from '../support/any-text';

test.each([
  ['plain, äöü 日本', 'plain, äöü 日本'],
  ['\u001b[2J', '\\x1b[2J'],
  ['a\nb', 'a\\x0ab'],
  ['\u202egpj.exe', '\\u202egpj.exe'],
  ['::stop-commands::x', '\\x3a:stop-commands::x'],
  ['  ::add-mask::x', '  \\x3a:add-mask::x'],
  ['::1', '::1'],
  ['a ##vso[task.setvariable] ##[group]', 'a \\x23#vso[task.setvariable] \\x23#[group]'],
])('%j is printed as %s', (text, printed) => {
  expect(printable(text)).toBe(printed);
});

test('no text commands a terminal', () => {
  fc.assert(fc.property(anyText(), text => {
    expect(/\p{Cc}/u.test(printable(text))).toBe(false);
  }));
});
