import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import * as fc from 'fast-check';
import { script } from '../../../src/constructs/databases/scripts';
import { HOSTILE_PASSWORDS } from '../../support/hostile-passwords';
import { needs } from '../../support/needs';

const SHELLS = ['sh', 'bash'];
const hasRedis = spawnSync('redis-cli', ['--version']).status === 0;

/** Any text that a Secret may hold and a shell can be given, without control characters. */
const passwords = fc.oneof(fc.constantFrom(...HOSTILE_PASSWORDS), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.string({ minLength: 1, maxLength: 1000 }))
  // eslint-disable-next-line no-control-regex
  .filter(text => !/[\x00-\x1f\x7f]/.test(text) && Buffer.from(text).toString() === text);

const lists = fc.array(passwords, { minLength: 20, maxLength: 40 });

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'passwords-'));
  mkdirSync(join(directory, 'login'));
});
afterAll(() => rmSync(directory, { recursive: true }));

/** The text of a script for this machine: what it sources and writes is in a directory of the test. */
function here(path: string): string {
  const name = path.replace(/\W/g, '-');
  const text = script(path).replaceAll('/scripts/', `${directory}/`).replaceAll('/login/', `${directory}/login/`).replace(`${directory}/passwords.sh`, () => here('scripts/passwords.sh'));
  writeFileSync(join(directory, name), text);
  return join(directory, name);
}

function run(shell: string, code: string, args: readonly string[], env: Record<string, string> = {}, path = process.env.PATH) {
  // What the shell's own path may hold is of no matter here: the program is found first.
  const { status, stdout, stderr } = spawnSync(find(shell), [...shell === 'bash' ? ['--norc'] : [], '-euc', code, 'test', ...args], { encoding: 'utf8', env: { PATH: path, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  return { status, stdout, stderr };
}

function find(command: string): string {
  return process.env.PATH!.split(delimiter).map(one => join(one, command)).find(one => spawnSync('test', ['-x', one]).status === 0)!;
}

/** A folder of commands in which some are missing. */
function without(...missing: string[]): string {
  const folder = mkdtempSync(join(directory, 'commands-'));
  for (const command of ['sha256sum', 'cut', 'od', 'tr', 'cat', 'sed', 'curl'].filter(name => !missing.includes(name))) { symlinkSync(find(command), join(folder, command)); }
  return folder;
}

test.each(SHELLS)('%s: every password without control characters is taken', shell => {
  const file = here('scripts/passwords.sh');

  fc.assert(fc.property(lists, some => {
    expect(run(shell, `. ${file}; for one; do check_password "$one"; done`, some)).toEqual({ status: 0, stdout: '', stderr: '' });
  }), { numRuns: 5 });
});

test.each(SHELLS.flatMap(shell => [
  [shell, ''], [shell, 'secret\n'], [shell, '\nsecret'], [shell, 'a\r'], [shell, 'a\tb'], [shell, '\x7f'],
]))('%s: %p is refused, and what is said does not hold it', (shell, password) => {
  const { status, stdout, stderr } = run(shell, `. ${here('scripts/passwords.sh')}; check_password "$1"; echo went on`, [password]);

  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^the password (is empty|holds a line break).*: write the Secret anew/);
  expect(stderr).not.toContain('secret');
});

test.each(SHELLS)('%s: a password made of another one is 64 digits, of this purpose alone', shell => {
  const file = here('scripts/passwords.sh');

  const { status, stdout } = run(shell, `. ${file}; for one; do for purpose in metrics metrics sst; do password_for $purpose "$one"; echo; done; done`, HOSTILE_PASSWORDS);

  const made = stdout.trim().split('\n');
  const [one, again, other] = [0, 1, 2].map(which => made.filter((_, index) => index % 3 === which));
  expect(status).toBe(0);
  expect(made.filter(password => !/^[0-9a-f]{64}$/.test(password))).toEqual([]);
  expect(again).toEqual(one);
  expect(new Set([...one, ...other]).size).toBe(2 * HOSTILE_PASSWORDS.length);
});

test.each(SHELLS.flatMap(shell => [[shell, 'sha256sum'], [shell, 'cut']]))('%s: without %s no password is made, and nothing goes on', (shell, missing) => {
  const { status, stdout, stderr } = run(shell, `. ${here('scripts/passwords.sh')}; made=$(password_for metrics secret); echo "IDENTIFIED BY '$made'"`, [], {}, without(missing));

  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain('no password could be made');
});

test.each(['od', 'tr'])('no Secret is made without %s', missing => {
  writeFileSync(join(directory, 'token'), 'token');
  const env = { SECRET_NAME: 'a', POD_NAMESPACE: 'a', KEYS: 'password key', ACCOUNT_DIRECTORY: directory, API_SERVER: 'http://127.0.0.1:9' };

  const { status, stderr } = run('sh', script('scripts/create-secret.sh'), [], env, without(missing));

  expect(status).toBe(1);
  expect(stderr).toContain('no random value could be made');
});

test('an exporter gets the password of its own account, for its own server, in a file that nobody else can read', () => {
  const file = here('scripts/exporter-login.sh');

  fc.assert(fc.property(passwords, password => {
    const env = { DATABASE_PASSWORD: password, ADDRESS: 'rediss://cache-0.cache-members.shop.svc.cluster.local:6379' };
    const results = ['redis', 'mysql'].map(kind => spawnSync('sh', [file, kind], { encoding: 'utf8', env: { PATH: process.env.PATH, ...env } }));
    const made = run('sh', `. ${here('scripts/passwords.sh')}; password_for metrics "$1"`, [password]).stdout;

    expect(results.map(({ status, stderr }) => [status, stderr])).toEqual([[0, ''], [0, '']]);
    expect(JSON.parse(readFileSync(join(directory, 'login/passwords.json'), 'utf8'))).toEqual({
      'rediss://metrics@cache-0.cache-members.shop.svc.cluster.local:6379': made, 'rediss://cache-0.cache-members.shop.svc.cluster.local:6379': made,
    });
    expect(readFileSync(join(directory, 'login/my.cnf'), 'utf8')).toBe(`[client]\nuser=metrics\npassword=${made}\n`);
    expect(['passwords.json', 'my.cnf'].map(name => statSync(join(directory, 'login', name)).mode.toString(8).slice(-3))).toEqual(['600', '600']);
  }), { numRuns: 3 });
});

test('no script gives a password to a command as an argument, or to a file before others are kept from reading it', () => {
  const names = ['redis/redis-server.sh', 'redis/redis-sentinel.sh', 'redis/redis-dump.sh', 'mariadb/mariadb-server.sh', 'mariadb/mariadb-dump.sh', 'mysql/mysql-server.sh', 'mysql/mysql-member.sh',
    'mysql/mysql-dump.sh', 'mongo/mongo-server.sh', 'mongo/mongo-dump.sh', 'zookeeper/zookeeper-server.sh', 'zookeeper/zookeeper-members.sh', 'cassandra/cassandra-server.sh', 'scripts/exporter-login.sh'];
  const SECRET = /\$\{?(REDISCLI_AUTH|MYSQL_PWD|MONGO_PASSWORD|MONGO_KEY|ZOO_SUPER_PASSWORD|CASSANDRA_PASSWORD|DATABASE_PASSWORD|token)\b/;
  // Commands of the shell itself, functions of these scripts, and here-strings: none of them starts a program with it.
  const WITHIN = /^\s*(\{ |super=\$\(printf "\$\()?(\w+=\$\()?(printf|echo|case|check_password|password_for|quoted|if \[|\[) |<<<|^\s*#/;

  const seen = names.flatMap(name => script(name).split('\n').filter(line => SECRET.test(line)).map(line => ({ name, line })));
  const late = names.filter(name => / >|>"/.test(script(name)) && seen.some(other => other.name === name && /printf|echo/.test(other.line)) && !/umask 077/.test(script(name)));

  expect(names.filter(name => /echo .*\$password\b/.test(script(name)))).toEqual([]);
  expect(seen.filter(({ line }) => !WITHIN.test(line))).toEqual([]);
  expect(seen.length).toBeGreaterThan(12);
  expect(late.filter(name => !['redis/redis-dump.sh', 'zookeeper/zookeeper-members.sh', 'mysql/mysql-member.sh'].includes(name))).toEqual([]);
});

needs(hasRedis, 'no redis-server').describe('a real Redis', () => {
  let server: ChildProcess;
  const socket = () => join(directory, 'redis.sock');
  const cli = (input: string, env: Record<string, string> = {}, ...args: string[]) => spawnSync('redis-cli', ['-s', socket(), ...args], { input, encoding: 'utf8', env: { PATH: process.env.PATH, ...env } }).stdout.trim();

  beforeAll(async () => {
    server = spawn('redis-server', ['--port', '0', '--unixsocket', socket(), '--save', ''], { stdio: 'ignore' });
    while (cli('PING\n') !== 'PONG') { await new Promise(resolve => setTimeout(resolve, 50)); }
  });
  afterAll(() => { server.kill(); });

  test('reads every password as it is, where it stands in its configuration and where Sentinel is told it', () => {
    const file = join(directory, 'redis-common.sh');
    writeFileSync(file, script('redis/redis-common.sh'));
    let before = '';

    fc.assert(fc.property(passwords, password => {
      const { stdout } = run('sh', `. ${file}; quoted "$1"`, [password]);
      // redis-cli reads its lines by the same rules as a server its configuration.
      const set = cli(`CONFIG SET requirepass ${stdout}`, { REDISCLI_AUTH: before });
      const login = cli('PING\n', { REDISCLI_AUTH: password });
      const told = cli(password, { REDISCLI_AUTH: password }, '-x', 'ECHO');
      before = password;

      expect([set, login, told]).toEqual(['OK', 'PONG', expect.stringContaining(password.trim())]);
    }), { numRuns: 8 });
  });
});
