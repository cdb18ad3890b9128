import fc from 'fast-check';
import { page } from './page';
import { code, codeBlock, html, markdown } from '../../src/reports/markdown-text';
import { printable } from '../../src/reports/printable';

const textIn = (rendered: string) => rendered.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
/** In a table, a bar is written with a backslash even in code. */
const ofCell = (text: string) => textIn(page.render(`| a |\n| --- |\n| ${text} |\n`)).trim().split('\n').at(-1)!.trim();
const visible = (text: string) => text.replaceAll('\u200b', '');

test.each([
  ['a | b', 'a \\| b'],
  ['run `--plan` now', 'run `--plan` now'],
  ['a ` b', 'a \\` b'],
  ['<b>&amp;', '&lt;b&gt;&amp;amp;'],
  ['@team #12', '@\u200bteam #\u200b12'],
  ['two\nlines', 'two lines'],
])('%j is written as %j', (text, written) => {
  expect(markdown(text)).toBe(written);
});

const character = fc.constantFrom('`', '|', '\\', '<', '>', '*', '_', '[', ']', '(', ')', '#', '@', '!', '~', '&', 'a', '1', 'x');

test('a cell of code shows what it was made of, less the commands to a pipeline', () => {
  fc.assert(fc.property(fc.array(character, { minLength: 1 }).map(letters => letters.join('')), text => {
    expect(ofCell(`x${code(text)}x`)).toBe(`x${printable(text)}x`);
  }));
});

test('a cell of text shows what it was made of, less the backticks around code and the commands to a pipeline', () => {
  fc.assert(fc.property(fc.array(character, { minLength: 1 }).map(letters => letters.join('')), text => {
    const shown = visible(ofCell(`x${markdown(text)}x`));

    expect(shown.replaceAll('`', '')).toBe(`x${printable(text)}x`.replaceAll('`', ''));
  }));
});

test('a block of code cannot be left from within', () => {
  expect(codeBlock(['a', '```', '', 'b'], 'sh', '  ')).toEqual(['  ````sh', '  a', '  ```', '', '  b', '  ````']);
});

test('a summary is HTML', () => {
  expect(html('<b> & "c"')).toBe('&lt;b&gt; &amp; "c"');
});
