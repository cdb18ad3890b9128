import { spawnSync } from 'child_process';
import { chmodSync, chownSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { needs } from '../../support/needs';

const SCRIPT = join(__dirname, '../../../src/diff/plan/copy-volume.sh');
const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;
const hasBusybox = spawnSync('busybox', ['true']).status === 0;
const isRoot = process.getuid?.() === 0;
const folder = mkdtempSync(join(tmpdir(), 'copy-'));
const [old, fresh] = [join(folder, 'old'), join(folder, 'new')];

beforeEach(() => {
  rmSync(folder, { recursive: true });
  mkdirSync(join(old, 'base', 'pg_wal'), { recursive: true });
  mkdirSync(join(old, 'lost+found'));
  mkdirSync(join(fresh, 'lost+found'), { recursive: true });
  writeFileSync(join(old, 'base', 'a file'), 'rows', { mode: 0o600 });
  writeFileSync(join(old, '.hidden'), '');
  writeFileSync(join(old, 'lost+found', 'inode'), 'not data');
  symlinkSync('base/a file', join(old, 'link'));
  chmodSync(join(old, 'base'), 0o700);
  chmodSync(old, 0o750);
});
afterAll(() => rmSync(folder, { recursive: true }));

function modeOf(path: string): string {
  return statSync(join(fresh, path)).mode.toString(8).slice(-3);
}

function copy(env: NodeJS.ProcessEnv = process.env) {
  return spawnSync('sh', [SCRIPT, old, fresh], { encoding: 'utf8', env });
}

test('everything arrives as it was, apart from lost+found', () => {
  const { status, stdout } = copy();

  expect(status).toBe(0);
  expect(stdout).toBe('copied 5 entries\n');
  expect(readFileSync(join(fresh, 'base', 'a file'), 'utf8')).toBe('rows');
  expect(modeOf('base/a file')).toBe('600');
  expect(modeOf('base')).toBe('700');
  expect(modeOf('')).toBe('750');
  expect(lstatSync(join(fresh, 'link')).isSymbolicLink()).toBe(true);
  expect(readdirSync(join(fresh, 'lost+found'))).toEqual([]);
});

needs(hasBusybox, 'no busybox').test('the image has every command that the script needs', () => {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  spawnSync('busybox', ['--install', '-s', bin]);

  const { status, stdout, stderr } = spawnSync(join(bin, 'sh'), [SCRIPT, old, fresh], { encoding: 'utf8', env: { PATH: bin } });

  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'copied 5 entries\n', stderr: '' });
});

needs(isRoot, 'root does not run the tests').test('owners are kept', () => {
  chownSync(join(old, 'base', 'a file'), 999, 998);

  const { status } = copy();

  expect(status).toBe(0);
  expect(statSync(join(fresh, 'base', 'a file'))).toMatchObject({ uid: 999, gid: 998 });
});

test('a copy that is not the same fails, and says where', () => {
  writeFileSync(join(folder, 'cp'), '#!/bin/sh\n/bin/cp "$@"\nchmod 644 "$PLACE/base/a file" 2>/dev/null || true\n', { mode: 0o755 });

  const { status, stderr } = copy({ ...process.env, PATH: `${folder}:${process.env.PATH}`, PLACE: fresh });

  expect(status).toBe(1);
  expect(stderr).toContain('the copy differs');
  expect(stderr).toContain('644 ./base/a file 4');
});

needs(hasShellcheck, 'no shellcheck').test('the script passes shellcheck', () => {
  expect(spawnSync('shellcheck', [SCRIPT], { encoding: 'utf8' }).stdout).toBe('');
});
