import { spawnSync } from 'child_process';
import { readdirSync } from 'fs';
import { join } from 'path';
import { script, scriptFiles } from '../../src/presets/scripts';

const DIRECTORY = join(__dirname, '../../src/presets/scripts');
const SCRIPTS = readdirSync(DIRECTORY).filter(name => name.endsWith('.sh'));
const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;

test.each(SCRIPTS)('%s says in its first lines what it is for', name => {
  const [shebang, comment] = script(name).split('\n');

  expect(shebang).toMatch(/^#!\/bin\/(sh|bash)$/);
  expect(comment).toMatch(/^# [A-Z]/);
});

(hasShellcheck ? test.each(SCRIPTS) : test.skip.each(SCRIPTS))('%s passes shellcheck (skipped where shellcheck is not installed)', name => {
  const { stdout } = spawnSync('shellcheck', ['-x', '-P', DIRECTORY, join(DIRECTORY, name)], { encoding: 'utf8' });

  expect(stdout).toBe('');
});

test('downloads nothing', () => {
  const calls = SCRIPTS.flatMap(name => script(name).split('\n').filter(line => /\b(wget|apt-get|apk|yum|microdnf|pip)\b/.test(line)));

  expect(calls).toEqual([]);
});

test('files of an app are mounted where the scripts look for each other', () => {
  const [file, settings] = scriptFiles(['members.sh', 'zookeeper.cfg']);

  expect(file).toMatchObject({ path: '/scripts/members.sh', executable: true });
  expect(file.content).toBe(script('members.sh'));
  expect(settings.executable).toBe(false);
});
