import { parseDocument } from 'yaml';
import { forbiddenTab } from '../../../src/manifest/read/tabs';

const tabIn = (source: string) => forbiddenTab(parseDocument(source), source);

test.each([
  ['in front of nothing', 'a: b\n\t\nc: d\n', 5],
  ['after a text in quotes', 'a: "b"\n      \t\nc: d\n', 13],
  ['not deep enough after a text without quotes', 'a:\n  b: c\n  \t\nd: e\n', 12],
  ['in front of a comment', 'a: [b]\n\t# c\n', 7],
  ['not deep enough after |', 'a: |\n  b\n \t\nc: d\n', 10],
  ['after a dash', 'a:\n-\tb\n', 4],
  ['at the end', 'a: b\n\t', 5],
])('a tab %s is refused', (_, source, offset) => {
  expect(tabIn(source)).toBe(offset);
});

test.each([
  ['between a key and its value', 'a:\tb\t\n'],
  ['within brackets', 'a: [b,\n  \t\n  c]\n'],
  ['within quotes', 'a: "b\n  \t\n  c"\n'],
  ['in the lines after |', 'a: |\n  b\n  \t\n  c\n'],
  ['deep enough after a text without quotes', 'a: b\n  \t\nc: d\n'],
  ['deep enough after an item', '- b\n  \t\n- d\n'],
])('a tab %s is not', (_, source) => {
  expect(tabIn(source)).toBeUndefined();
});
