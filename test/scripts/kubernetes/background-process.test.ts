import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackgroundProcess } from '../../../scripts/kubernetes/background-process';
import { waitUntil } from '../../../scripts/kubernetes/wait';

const newFolder = () => mkdtempSync(join(tmpdir(), 'background-process-'));
/** The folder has to be named on the command line. */
const shell = (folder: string, script: string) => ['-c', script, `${folder}/sh`];

test('a process that was started can be ended', async () => {
  const folder = newFolder();
  const sleeper = new BackgroundProcess('sleeper', folder);

  sleeper.start('sh', shell(folder, 'while :; do sleep 1; done'));
  const wasRunning = sleeper.isRunning();
  await sleeper.end();

  expect([wasRunning, sleeper.isRunning()]).toEqual([true, false]);
});

test('another process that got the number of one that has ended is left alone', async () => {
  const folder = newFolder();
  const other = spawn('sleep', ['60']);
  writeFileSync(join(folder, 'sleeper.pid'), String(other.pid));

  await new BackgroundProcess('sleeper', folder).end();

  expect(other.exitCode ?? other.signalCode).toBeNull();
  other.kill();
});

test('a process that ends is noticed, with what it said last', async () => {
  const folder = newFolder();
  const failing = new BackgroundProcess('failing', folder);

  failing.start('sh', shell(folder, 'echo no such port; exit 1'));
  await waitUntil('it has ended', 10, () => failing.hasEnded);

  expect(failing.lastLines()).toBe('no such port');
});

test('a program that is not there is noticed, with its name', async () => {
  const folder = newFolder();
  const missing = new BackgroundProcess('missing', folder);

  missing.start('no-such-program', [`--data-dir=${folder}/data`]);
  await waitUntil('it has ended', 10, () => missing.hasEnded);

  expect(missing.lastLines()).toContain('no-such-program');
});
