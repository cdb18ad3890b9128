import { COMMANDS } from '../../src/cli/commands';
import { commandHelp, programHelp } from '../../src/cli/help';

const widest = (text: string) => Math.max(...text.split('\n').filter(line => !/^ {2}\S/.test(line)).map(line => line.length));

test('the help of the program fits a screen of 24 lines and 80 columns', () => {
  const lines = programHelp(COMMANDS).trimEnd().split('\n');

  // The last line of the screen is the next prompt.
  expect(lines.length).toBeLessThan(24);
  expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80);
});

test.each(COMMANDS.map(({ name, load }) => [name, load] as const))('the help of %s is wrapped, and has an example that can be typed', (name, load) => {
  const { examples, ...command } = load();
  const help = commandHelp({ ...command, examples: [] });

  expect(widest(help)).toBeLessThanOrEqual(80);
  expect(examples.some(([line]) => line.includes(`cdk8s-stateful ${name}`))).toBe(true);
});
