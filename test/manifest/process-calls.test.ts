import { processCallsOf, scriptOf } from '../../src/manifest/process-calls';

const callsOf = (container: Record<string, unknown>) => processCallsOf({ container, path: '/c' });

test('a container, its probes and its hooks have processes started', () => {
  const calls = callsOf({
    command: ['a'],
    args: ['b', 'c'],
    readinessProbe: { exec: { command: ['d'] } },
    lifecycle: { preStop: { exec: { command: ['e'] } } },
  });

  expect(calls.map(({ by, words, pathOf }) => [by, words, pathOf(words.length - 1)])).toEqual([
    ['container', ['a', 'b', 'c'], '/c/args/1'],
    ['probe', ['d'], '/c/readinessProbe/exec/command/0'],
    ['hook', ['e'], '/c/lifecycle/preStop/exec/command/0'],
  ]);
});

test('without a command the image says which program it is', () => {
  const [{ namesProgram }] = callsOf({ args: ['sh', '-c', 'x'] });

  expect(namesProgram).toBe(false);
});

test.each([
  [['sh', '-c', 'x'], 2],
  [['/bin/bash', '-euo', 'pipefail', '-c', 'x'], 4],
  [['bash', '-c', '-x', '-e', 'x', 'y'], 4],
  [['sh', '-ec', 'x'], 2],
  [['sh', '/start.sh', '-c', 'x'], undefined],
  [['redis-server', '-c', 'x'], undefined],
  [['sh', '-c'], undefined],
])('%j has its script at %s', (command, index) => {
  const [call] = callsOf({ command });

  expect(scriptOf(call)?.index).toBe(index);
});
