import { execFileSync, spawn } from 'node:child_process';
import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { useFolder } from './folder';
import { InputError, MAX_BYTES, readInput } from '../../src/cli/input';

const folder = useFolder();
const pipe = (name: string) => {
  const file = join(folder.path, name);
  execFileSync('mkfifo', [file]);
  return file;
};

test('a file is read, by its name or its number', () => {
  folder.write('a.yaml', 'a: b\n');
  const file = join(folder.path, 'a.yaml');
  const descriptor = openSync(file, 'r');

  const contents = [readInput(file), readInput(descriptor)].map(String);

  closeSync(descriptor);
  expect(contents).toEqual(['a: b\n', 'a: b\n']);
});

test('a pipe is read until its writer is done', () => {
  const file = pipe('slow');
  // Opening a pipe for both ends waits for nobody.
  const writer = openSync(file, 'r+');
  writeSync(writer, 'a: b\n');
  spawn('sh', ['-c', 'sleep 0.3; echo \'c: d\' >&3'], { stdio: ['ignore', 'ignore', 'ignore', writer] });
  closeSync(writer);

  const content = readInput(file);

  expect(String(content)).toBe('a: b\nc: d\n');
});

test('what is too large is not read at all', () => {
  folder.write('large.json', '');
  const file = join(folder.path, 'large.json');
  truncateSync(file, MAX_BYTES + 1);

  expect(() => readInput(file)).toThrow('larger than 50 MB');
});

test('what never ends is read up to the limit', () => {
  const descriptor = openSync('/dev/zero', 'r');

  expect(() => readInput(descriptor)).toThrow('larger than 50 MB');

  closeSync(descriptor);
});

test.each([
  ['a pipe that nobody writes into', () => pipe('silent'), 'nobody writes'],
  ['a device', () => '/dev/zero', 'a device'],
])('%s is no input', (_, fileOf, message) => {
  const file = fileOf();

  expect(() => readInput(file)).toThrow(InputError);
  expect(() => readInput(file)).toThrow(message);
});
