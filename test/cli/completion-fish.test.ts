import { fishCompletion } from '../../src/cli/completion-fish';

test('quotes of descriptions stay text, and files are offered where one is wanted', () => {
  const script = fishCompletion([{ name: 'a', summary: "it's", options: [{ name: 'b', value: 'file', description: 'd' }, { name: 'c', value: 'kind', choices: ['x', 'y'], description: 'd' }] }]);

  expect(script).toContain("-a a -d 'it\\'s'");
  expect(script).toContain("-l b -r -F -d 'd'");
  expect(script).toContain("-l c -x -a 'x y' -d 'd'");
});
