import { commandOfLine } from '../../../src/kubernetes/formats/command';

test.each([
  ['sleep 3600', '["sleep", "3600"]'],
  [' sleep  3600 ', '["sleep", "3600"]'],
  ['echo a && echo "b"', '["sh", "-c", "echo a && echo \\"b\\""]'],
  ['echo a\necho b', '["sh", "-c", "<the line>"]'],
  [`echo ${'x'.repeat(100)} | cat`, '["sh", "-c", "<the line>"]'],
])('%s is a line, and no file', (line, command) => {
  expect(commandOfLine(line)).toBe(command);
});

test.each(['sleep', '/bin/sleep', ' sleep', '', 'C:/Program Files/app', 'bin\\my app'])("'%s' may be a file", program => {
  expect(commandOfLine(program)).toBeUndefined();
});
