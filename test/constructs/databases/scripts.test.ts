import { spawn, spawnSync } from 'child_process';
import { readdirSync } from 'fs';
import { join } from 'path';
import { script, scriptFiles, scriptsIn } from '../../../src/constructs/databases/scripts';
import { needs } from '../../support/needs';

const DIRECTORY = join(__dirname, '../../../src/constructs/databases');
const FOLDERS = readdirSync(DIRECTORY, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
const SCRIPTS = FOLDERS.flatMap(folder => readdirSync(join(DIRECTORY, folder)).filter(name => name.endsWith('.sh')).map(name => `${folder}/${name}`));
/** A container has the scripts of all folders in one. */
const SOURCES = FOLDERS.flatMap(folder => ['-P', join(DIRECTORY, folder)]);
const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0;

test.each(SCRIPTS)('%s says in its first lines what it is for', name => {
  const [shebang, comment] = script(name).split('\n');

  expect(shebang).toMatch(/^#!\/bin\/(sh|bash)$/);
  expect(comment).toMatch(/^# [A-Z]/);
});

needs(hasShellcheck, 'no shellcheck').test.each(SCRIPTS)('%s passes shellcheck', name => {
  const { stdout } = spawnSync('shellcheck', ['-x', ...SOURCES, join(DIRECTORY, name)], { encoding: 'utf8' });

  expect(stdout).toBe('');
});

test('downloads nothing', () => {
  const calls = SCRIPTS.flatMap(name => script(name).split('\n').filter(line => /\b(wget|apt-get|apk|yum|microdnf|pip)\b/.test(line)));

  expect(calls).toEqual([]);
});

test('files of an app are mounted where the scripts look for each other', () => {
  const [file, settings] = scriptFiles(['scripts/members.sh', 'zookeeper/zookeeper.cfg']);

  expect(file).toMatchObject({ path: '/scripts/members.sh', executable: true });
  expect(file.content).toBe(script('scripts/members.sh'));
  expect(settings.executable).toBe(false);
});

test.each(['sh', 'bash'])('a script of %s that waits for the others ends when its pod is stopped, also as the first process of its container', async shell => {
  const env = { PATH: process.env.PATH, POD_NAME: 'db-0', POD_NAMESPACE: 'shop', SERVICE: 'db-members', REPLICAS: '3' };
  const waiting = spawn(shell, ['-euc', `. ${join(DIRECTORY, 'scripts/members.sh')}; echo waits; while :; do sleep 0.1; done`], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise(resolve => waiting.stdout!.once('data', resolve));

  waiting.kill('SIGTERM');
  const [code, signal] = await new Promise<[number | null, string | null]>(resolve => waiting.once('exit', (...end) => resolve(end)));

  // A first process that leaves the signal to the kernel is not ended by it.
  expect({ code, signal }).toEqual({ code: 143, signal: null });
});

test('the scripts of an engine are found by their names, in their order', () => {
  expect(scriptsIn('mongo', /^mongo-m.*\.(js|sh)$/)).toEqual(['mongo/mongo-member.js', 'mongo/mongo-member.sh']);
  expect(scriptsIn('postgresql', /\.pl$/)).toEqual(['postgresql/postgresql-agent.pl']);
});
