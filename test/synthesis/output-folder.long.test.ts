import { spawn, spawnSync } from 'child_process';
import { once } from 'events';
import * as fs from 'fs';
import * as path from 'path';
import { FILE_LIST, OutputFolder } from '../../src/synthesis/output-folder';
import { unfinishedIn } from '../../src/synthesis/replacement';
import { useFolder } from '../cli/folder';
import { needs } from '../support/needs';
import { NO_SMALL_DISK, useSmallDisk } from '../support/small-disk';

const folder = useFolder();
const KILLS = 12;

/** Writes one generation after the other, and says when the first one is there. In every second one there are other files. */
const WRITER = `
const { OutputFolder } = require(${JSON.stringify(path.join(__dirname, '../../src/synthesis/output-folder.ts'))});
for (let generation = Number(process.argv[2]); ; generation++) {
  const folder = new OutputFolder(process.argv[1], 'writer');
  for (let i = 0; i < 40; i++) { folder.add([(generation % 2 ? 'odd' : 'even') + i % 20 + '/' + i], '.yaml', generation + ' ' + i + '\\n'); }
  for (let i = 0; i < 40; i++) { folder.add(['always' + i], '.yaml', generation + ' ' + 'x'.repeat(2000) + '\\n'); }
  folder.commit();
  if (generation === Number(process.argv[2])) { process.stdout.write('ready'); }
}`;

async function killedAfter(milliseconds: number, generation: number) {
  const child = spawn(process.execPath, ['--require', require.resolve('tsx/cjs'), '-e', WRITER, folder.path, String(generation)], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  await new Promise(done => setTimeout(done, milliseconds));
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function generations(): string[] {
  const files = (fs.readdirSync(folder.path, { recursive: true }) as string[]).filter(name => name.endsWith('.yaml'));
  return files.map(name => fs.readFileSync(path.join(folder.path, name), 'utf8').split(' ')[0]);
}

test('a process that is killed at any moment leaves whole files, and the next one finds one generation', async () => {
  let interrupted = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    await killedAfter(Math.random() * 80, 1 + kill * 100_000);
    if (unfinishedIn(folder.path).length > 0) { interrupted++; }

    new OutputFolder(folder.path, 'writer');

    expect(new Set(generations()).size).toBe(1);
    expect(generations()).toHaveLength(80);
    expect(spawnSync('sha256sum', ['--check', '--strict', '--quiet', FILE_LIST], { cwd: folder.path, encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '' });
  }
  expect(interrupted).toBeGreaterThan(0);
}, 300_000);

test('several apps that write to one folder at once are all in its list', async () => {
  const script = `
    const { OutputFolder } = require(${JSON.stringify(path.join(__dirname, '../../src/synthesis/output-folder.ts'))});
    const folder = new OutputFolder(process.argv[1], process.argv[2]);
    for (let i = 0; i < 20; i++) { folder.add([process.argv[2] + i], '.yaml', process.argv[2]); }
    folder.commit();`;
  const apps = ['a', 'b', 'c', 'd'];

  const ended = apps.map(app => once(spawn(process.execPath, ['--require', require.resolve('tsx/cjs'), '-e', script, folder.path, app], { stdio: 'inherit' }), 'exit'));
  const codes = (await Promise.all(ended)).map(([code]) => code);

  expect(codes).toEqual([0, 0, 0, 0]);
  const list = fs.readFileSync(path.join(folder.path, FILE_LIST), 'utf8');
  expect(apps.filter(app => list.includes(`# app: ${app}\n`))).toEqual(apps);
  expect(fs.readdirSync(folder.path).filter(name => name.startsWith('.'))).toEqual([FILE_LIST]);
}, 120_000);

const small = useSmallDisk(64);

needs(small.isThere, NO_SMALL_DISK).test('a disk that is full leaves everything as it was, and is told in one line', () => {
  const folderWith = (text: string) => {
    const output = new OutputFolder(small.path, 'a');
    output.add(['first'], '.yaml', text.slice(0, 5));
    output.add(['second'], '.yaml', text);
    return output;
  };
  folderWith('small').commit();

  const commit = () => folderWith('large'.repeat(100_000)).commit();

  expect(commit).toThrow(/^cannot write '.*': no space is left on the disk$/);
  expect(['first', 'second'].map(name => fs.readFileSync(path.join(small.path, `${name}.yaml`), 'utf8'))).toEqual(['small', 'small']);
  expect(fs.readdirSync(small.path).sort()).toEqual([FILE_LIST, 'first.yaml', 'second.yaml']);
});
