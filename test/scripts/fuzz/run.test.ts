import { readdirSync } from 'node:fs';
import { Random } from '../../../scripts/conformance/random';
import { commandLines } from '../../../scripts/fuzz/command-lines';
import { runInput } from '../../../scripts/fuzz/run';
import { useFolder } from '../../cli/folder';

const folder = useFolder();

test('every command takes broken input in its stride, and leaves nothing behind', () => {
  const before = process.cwd();
  process.chdir(folder.path);
  try {
    const failures = Array.from({ length: 25 }, (_, index) => runInput(20, index)).flat();

    expect(failures).toEqual([]);
    expect(readdirSync('.')).toEqual([]);
  } finally {
    process.chdir(before);
  }
});

test('each command that reads manifests is asked', () => {
  expect(Object.values(commandLines(new Random(1))).map(([command]) => command)).toEqual(['check', 'diff', 'diff', 'upgrade-check', 'lock', 'lock']);
});
