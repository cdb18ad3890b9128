import { bashCompletion } from '../../src/cli/completion-bash';

test('a value that cannot be foreseen is left to the user, one of a few is offered', () => {
  const script = bashCompletion([{ name: 'a', summary: 's', options: [{ name: 'file', value: 'file', description: 'd' }, { name: 'kind', value: 'kind', choices: ['x', 'y'], description: 'd' }] }]);

  expect(script).toContain("'a --file') return ;;");
  expect(script).toContain("'a --kind') COMPREPLY=($(compgen -W 'x y' -- \"$word\")); return ;;");
});
