import { textOf } from '../../../../scripts/conformance/reader/texts';
import { decodeText } from '../../../../src/manifest/read/decode';

const texts = Array.from({ length: 300 }, (_, index) => textOf(1, index));

test('the same number makes the same file, and another one another', () => {
  expect(textOf(1, 7)).toEqual(texts[7]);
  expect(new Set(texts.map(text => text.toString('hex'))).size).toBeGreaterThan(200);
});

test('files come in every encoding and with every line end', () => {
  const marks = texts.map(text => text.subarray(0, 2).toString('hex'));

  expect(marks).toEqual(expect.arrayContaining(['fffe', 'feff', 'efbb']));
  expect(texts.some(text => text.includes('\r\n'))).toBe(true);
  expect(texts.some(text => /^\S+: \S+\r[^\n]/.test(text.toString()))).toBe(true);
});

test('what is decoded is nearly a manifest', () => {
  const named = texts.filter(text => decodeText(text).includes('ConfigMap'));

  expect(named.length).toBeGreaterThan(250);
});
