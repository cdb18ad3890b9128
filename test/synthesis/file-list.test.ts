import { FileList, isBelow } from '../../src/synthesis/file-list';

const SUM = 'a'.repeat(64);
const OTHER = 'b'.repeat(64);

test('what is printed is read again, app by app', () => {
  const list = FileList.of('').with('b.js', new Map([['b.yaml', SUM]])).with('', new Map([['a.yaml', OTHER]]));

  const again = FileList.of(list.toString());

  expect(list.toString()).toBe(`${OTHER}  a.yaml\n# app: b.js\n${SUM}  b.yaml\n`);
  expect([...again.filesOf('b.js')]).toEqual([['b.yaml', SUM]]);
  expect([...again.filesOf('')]).toEqual([['a.yaml', OTHER]]);
});

test('an app that writes over a file of another one has it from then on', () => {
  const list = FileList.of(`# app: a.js\n${SUM}  a.yaml\n${SUM}  both.yaml\n`).with('b.js', new Map([['both.yaml', OTHER]]));

  expect([...list.filesOf('a.js').keys()]).toEqual(['a.yaml']);
  expect([...list.filesOf('b.js').keys()]).toEqual(['both.yaml']);
});

test('lines that are no sums, and names outside of the folder, are passed over', () => {
  const list = FileList.of(`nonsense\n${SUM}  ../a\n${SUM}  /a\n${SUM}  a/../../b\n${SUM}  b/c.yaml\n`);

  expect([...list.filesOf('')]).toEqual([['b/c.yaml', SUM]]);
});

test.each([['a', true], ['a/b', true], ['../a', false], ['a/../../b', false], ['/a', false]])('%s is in the folder: %s', (name, expected) => {
  const found = isBelow(name);

  expect(found).toBe(expected);
});
