import { refusalOf } from '../../../src/manifest/read/refused-text';

test.each([
  ['a colour of a terminal', 'a: \u001b[31m\n', 3, 'U+001B', '"\\x1b"'],
  ['a file that is no text', 'a\0', 1, 'U+0000', 'UTF-8'],
  ['half a character', 'a: \ud800', 3, 'U+D800', '"\\ud800"'],
  ['a directive', '# c\n\n%YAML 1.1\n', 5, 'directive', 'remove the line'],
])('%s is refused', (_, source, offset, message, fix) => {
  const refusal = refusalOf(source);

  expect(refusal).toEqual({ offset, message: expect.stringContaining(message), fix: expect.stringContaining(fix) });
});

test.each(['a: b\t\r\n', 'a: %\n', 'a: \u0085\u00a0\u2028\ufffd\u{1f600}', '---\na: b\n%c'])('%j is left to the grammar', source => {
  expect(refusalOf(source)).toBeUndefined();
});
