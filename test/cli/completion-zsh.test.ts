import { zshCompletion } from '../../src/cli/completion-zsh';

test('quotes, brackets and colons of descriptions stay text', () => {
  const script = zshCompletion([{ name: 'a', summary: "it's", options: [{ name: 'b', value: 'file', multiple: true, description: "a: [b] 'c'" }] }]);

  expect(script).toContain("'a:it'\\''s'");
  expect(script).toContain("'*--b[a\\: \\[b\\] '\\''c'\\'']:file:_files'");
});
