import { readDocuments } from '../../../src/manifest/read/read';

const fixesIn = (content: string) => readDocuments(content, 'app.yaml').flatMap(({ problems }) => problems).map(({ fix }) => fix);

test.each([
  ['a: @home', "put the text in quotes: '@home'"],
  ["a: `it's`", 'put the text in quotes: "`it\'s`"'],
  ['a:\n- echo b: c: d', "put the text in quotes: 'echo b: c: d'"],
  ['a:\n  image: b\n   ports:\n  - c', "begin 'ports:' in the same column as 'image:' before it, which has a value already"],
  ['a:\n- name: b\n  image: c\n   ports: []', "begin 'ports: []' in the same column as 'image:' before it, which has a value already"],
  ['a: */5 * * * *', 'put text that begins with * in quotes: "*/5 * * * *", "*.example.com"'],
  ['a: [b', 'correct the line; text with special characters goes in quotes'],
])('%j', (content, fix) => {
  expect(fixesIn(content)).toEqual([fix]);
});
