import { spawnSync } from 'child_process';
import * as fs from 'fs';
import * as os from 'os';
import * as path from 'path';
import { exclusively } from '../../../src/manifest/write/exclusive';
import { useFolder } from '../../cli/folder';

const folder = useFolder();
const file = () => path.join(folder.path, 'a.yaml');
const mark = () => `${file()}.busy`;
const endedPid = () => spawnSync('true').pid;

test('while one is at work its mark names the process, and then it is gone', () => {
  const during = exclusively(file(), () => fs.readFileSync(mark(), 'utf8'));

  expect(during).toBe(`${process.pid} ${os.hostname()}\n`);
  expect(fs.readdirSync(folder.path)).toEqual([]);
});

test('the mark is gone after a failure, too', () => {
  expect(() => exclusively(file(), () => { throw new Error('a failure'); })).toThrow('a failure');

  expect(fs.readdirSync(folder.path)).toEqual([]);
});

test.each([
  ['of a process that runs', () => `${process.ppid} ${os.hostname()}\n`],
  ['of another machine', () => '1 elsewhere\n'],
  ['that is being written', () => ''],
])('a mark %s is waited for, and told in the end', (_, owner) => {
  folder.write('a.yaml.busy', owner());

  expect(() => exclusively(file(), () => 'done', 30)).toThrow(/^cannot write '.*a\.yaml': (process \d+ on \S+|another process) is writing it; if none is, remove '.*a\.yaml\.busy'$/);
  expect(fs.readFileSync(mark(), 'utf8')).toBe(owner());
});

test.each([
  ['of a process that was killed', () => `${endedPid()} ${os.hostname()}\n`, new Date()],
  ['that names nobody and is old', () => '', new Date(2001, 1, 3)],
])('a mark %s is removed', (_, owner, time) => {
  fs.utimesSync(folder.write('a.yaml.busy', owner()), time, time);

  const result = exclusively(file(), () => 'done', 30);

  expect(result).toBe('done');
  expect(fs.readdirSync(folder.path)).toEqual([]);
});

test('a folder that is not there is told in one line', () => {
  const nowhere = path.join(folder.path, 'no', 'a.yaml');

  expect(() => exclusively(nowhere, () => 'done')).toThrow(`cannot write '${nowhere}': there is no such folder`);
});
