import { changedLines } from '../../../src/diff/examples/changed-lines';

test.each([
  ['a line that changes', 'a\nb\nc\n', 'a\nB\nc\n', ['  a', '- b', '+ B', '  c']],
  ['lines that go', 'a\nb\nb\nc\n', 'b\nc\n', ['- a', '  b', '- b', '  c']],
  ['lines that come at the end', 'a\n', 'a\nb\n', ['  a', '+ b']],
  ['nothing', 'a\n', 'a\n', ['  a']],
])('%s', (_, before, after, lines) => {
  expect(changedLines(before, after)).toEqual(lines);
});
