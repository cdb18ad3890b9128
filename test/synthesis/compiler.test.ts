import { spawnSync } from 'child_process';
import { compilerFlags, optimizingLater } from '../../src/synthesis/compiler';

const NODE_20 = '11.3.244.8-node.33';

afterEach(() => jest.restoreAllMocks());

test('the V8 of Node 20 optimizes later, a newer one as it does by itself', () => {
  expect(compilerFlags(NODE_20)).toEqual({ later: expect.stringMatching(/^--interrupt-budget=/), usual: expect.stringMatching(/^--interrupt-budget=/) });
  expect(compilerFlags('12.4.254.21-node.33')).toBeUndefined();
});

test('who started Node with a budget keeps it', () => {
  expect(compilerFlags(NODE_20, ['--interrupt-budget=1000'])).toBeUndefined();
});

const flags = compilerFlags(process.versions.v8);

test('the V8 that runs this knows its flags, and begins with the usual one', () => {
  const options = (...given: string[]) => spawnSync(process.execPath, [...given, '--v8-options'], { encoding: 'utf8' });

  expect(options(...flags ? [flags.later] : [])).toMatchObject({ status: 0, stderr: '' });
  expect(options().stdout).toContain(flags ? `default: ${flags.usual}\n` : '');
});

test.each([['ends', () => 5], ['fails', () => { throw new Error('wrong'); }]])('after a run that %s, V8 optimizes as usual', (_, run) => {
  const set = jest.spyOn(jest.requireActual<typeof import('node:v8')>('node:v8'), 'setFlagsFromString');

  try { expect(optimizingLater<number>(run)).toBe(5); } catch (error) { expect(error).toEqual(new Error('wrong')); }

  expect(set.mock.calls.flat()).toEqual(flags ? [flags.later, flags.usual] : []);
});
