import * as fs from 'fs';
import * as path from 'path';
import { stringify } from 'yaml';
import { useFolder } from './folder';
import { record } from './recorder';
import { statefulSet } from '../update/support';

const folder = useFolder();

const manifests = (spec: object = {}) => folder.write('dist/db.yaml', stringify(statefulSet(spec)));
const lockFile = () => path.join(folder.path, 'lock.yaml');
const lock = (...words: string[]) => record(['lock', '--file', lockFile(), ...words, path.join(folder.path, 'dist')]);

test('writes a file that holds, and writes the same again', () => {
  manifests();

  const first = lock();
  const text = fs.readFileSync(lockFile(), 'utf8');
  const again = lock();

  expect(first).toEqual({ code: 0, out: `1 system is locked in ${lockFile()}.\n`, err: '' });
  expect(again.code).toBe(0);
  expect(fs.readFileSync(lockFile(), 'utf8')).toBe(text);
  expect(lock('--check').out).toBe('The lock holds for 1 system.\n');
});

test('a change of the identity is refused, and the file stays', () => {
  manifests();
  lock();
  const text = fs.readFileSync(lockFile(), 'utf8');
  manifests({ serviceName: 'x' });

  const { code, out } = lock();

  expect(code).toBe(1);
  expect(out).toContain("serviceName of StatefulSet 'data/db' is locked");
  expect(out).toContain('Nothing was written');
  expect(fs.readFileSync(lockFile(), 'utf8')).toBe(text);
});

test('a change that is accepted by name is written with its reason', () => {
  manifests();
  lock();
  manifests({ serviceName: 'x' });

  const { code } = lock('--accept', 'data/db', '--reason', 'new DNS names');

  expect(code).toBe(0);
  expect(fs.readFileSync(lockFile(), 'utf8')).toContain('reason: new DNS names');
  expect(lock('--check').code).toBe(0);
});

test('a system is unlocked by name while there are no manifests of its new identity, and locked anew', () => {
  manifests();
  lock();

  const unlocked = record(['lock', '--file', lockFile(), '--accept', 'data/db', '--reason', 'new DNS names']);
  manifests({ serviceName: 'x' });
  const locked = lock();

  expect(unlocked).toEqual({ code: 0, out: `0 systems are locked in ${lockFile()}.\n`, err: '' });
  expect(locked.code).toBe(0);
  expect(fs.readFileSync(lockFile(), 'utf8')).toMatch(/serviceName: x[^]*reason: new DNS names/);
});

test('what is not locked cannot be unlocked', () => {
  manifests();
  lock();

  const { code, err } = record(['lock', '--file', lockFile(), '--accept', 'data/other', '--reason', 'why']);

  expect(code).toBe(2);
  expect(err).toContain("nothing about 'data/other' breaks the lock");
});

test.each([
  [['--accept', 'data/db'], 'needs a reason'],
  [['--reason', 'why'], 'add --accept'],
  [['--accept', 'data/other', '--reason', 'why'], "nothing about 'data/other' breaks the lock"],
])('%j is bad usage, and writes nothing', (words, message) => {
  manifests();

  const { code, err } = lock(...words);

  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(fs.existsSync(lockFile())).toBe(false);
});

test('nothing to lock, and a lock file that is none, are bad usage', () => {
  manifests();
  fs.writeFileSync(lockFile(), 'version: 9\nsystems: []\n');

  expect(record(['lock']).err).toContain('nothing to lock');
  expect(lock().err).toContain('version: must be 1, got 9');
});
