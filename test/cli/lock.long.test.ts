import { spawn, spawnSync } from 'child_process';
import { once } from 'events';
import * as fs from 'fs';
import * as path from 'path';
import { stringify } from 'yaml';
import { useFolder } from './folder';
import { LOCK_FILE } from '../../src/lock/lock-name';
import { statefulSet } from '../diff/support';
import { needs } from '../support/needs';
import { NO_SMALL_DISK, useSmallDisk } from '../support/small-disk';

const folder = useFolder();
// As users get it: run `npx projen compile` first, and again after every change.
const COMMAND = path.join(__dirname, '../../bin/cdk8s-stateful');

test('several processes that lock at once all have their systems in the file', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f'];
  for (const name of names) { folder.write(`${name}/db.yaml`, stringify({ ...statefulSet(), metadata: { name, namespace: 'data' } })); }

  const ended = names.map(name => once(spawn(COMMAND, ['lock', '--file', LOCK_FILE, name], { cwd: folder.path, stdio: 'ignore' }), 'exit'));
  const codes = (await Promise.all(ended)).map(([code]) => code);

  expect(codes).toEqual(names.map(() => 0));
  const text = fs.readFileSync(path.join(folder.path, LOCK_FILE), 'utf8');
  expect(names.filter(name => text.includes(`name: ${name}\n`))).toEqual(names);
  expect(fs.readdirSync(folder.path).sort()).toEqual([...names, LOCK_FILE].sort());
}, 120_000);

const disk = useSmallDisk(4);

needs(disk.isThere, NO_SMALL_DISK).test.each([
  ['full', 'rw', 'no space is left on the disk'],
  ['read-only', 'ro', 'the file system is read-only'],
])('a disk that is %s is told in one line, and the lock stays as it was', (_, mode, reason) => {
  const file = path.join(disk.path, 'lock.yaml');
  spawnSync('mount', ['-o', 'remount,rw,size=4k', disk.path]);
  fs.writeFileSync(file, 'version: 1\nsystems: []\n');
  spawnSync('mount', ['-o', `remount,${mode}`, disk.path]);
  folder.write('dist/db.yaml', stringify(statefulSet()));

  const { status, stdout, stderr } = spawnSync(COMMAND, ['lock', '--file', file, 'dist'], { cwd: folder.path, encoding: 'utf8' });

  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `cdk8s-stateful: cannot write '${file}': ${reason}\n` });
  expect(fs.readFileSync(file, 'utf8')).toBe('version: 1\nsystems: []\n');
  expect(fs.readdirSync(disk.path)).toEqual(['lock.yaml']);
});
