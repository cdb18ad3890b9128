import { spawnSync } from 'child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';
import { App, Chart, Size } from 'cdk8s';
import { Backup, HealthCheck, MongoReplicaSet, Namespace, NfsStorage, PostgreSqlCluster, StatefulApp } from '../src';
import { needs } from './support/needs';

// The package for Python, from what `npx projen compile` made, with cdk8s as Python has it.
const ROOT = resolve(__dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'python-'));
const PYTHON = join(folder, 'venv/bin/python');
const env = { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: 'true' };

function run(command: string, words: readonly string[], cwd = ROOT) {
  return spawnSync(command, words, { cwd, env, encoding: 'utf8', maxBuffer: 2 ** 26 });
}

function succeed(command: string, words: readonly string[]): void {
  const { status, stdout, stderr } = run(command, words);
  if (status !== 0) { throw new Error(`${command} ${words.join(' ')}: ${stdout}${stderr}`); }
}

const isCompiled = existsSync(join(ROOT, '.jsii')) && existsSync(join(ROOT, 'lib'));
const hasPython = run('python3', ['-m', 'venv', join(folder, 'venv')]).status === 0
  && run(PYTHON, ['-m', 'pip', 'download', '--no-deps', '--dest', folder, 'constructs']).status === 0;
const there = needs(isCompiled && hasPython, 'nothing compiled, or no Python that can make an environment and has an index of packages');

beforeAll(() => {
  if (!isCompiled || !hasPython) { return; }
  // Without the script that compiles: other tests read lib at the same time.
  succeed('npx', ['jsii-pacmak', '--pack-command', 'npm pack --ignore-scripts', '--target', 'python', '--code-only', '--outdir', join(folder, 'code')]);
  succeed(PYTHON, ['-m', 'pip', 'install', '--quiet', join(folder, 'code/python')]);
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The system of system.py in TypeScript. */
function system(outdir: string): App {
  const app = new App({ outdir });
  const web = new Chart(app, 'web', { namespace: 'web' });
  new Namespace(web, 'web');
  const nfs = new NfsStorage(web, 'nfs', { server: '192.168.1.21', path: '/nfsdata' });
  new StatefulApp(web, 'httpd', {
    image: 'httpd:2.4.62',
    replicas: 2,
    ports: [{ name: 'http', port: 8080 }],
    volumes: [{ name: 'htdocs', mountPath: '/usr/local/apache2/htdocs', size: Size.mebibytes(100), storage: nfs.storage }],
    secretFiles: [{ secretName: 'login', mountPath: '/etc/login' }],
    initContainers: [{ name: 'wait', image: 'busybox:1.36.1', imagePullPolicy: 'IfNotPresent' }],
    healthCheck: HealthCheck.http(),
  });
  const shop = new Chart(app, 'shop', { namespace: 'shop' });
  const orders = new PostgreSqlCluster(shop, 'orders', {});
  new Backup(shop, 'orders-backup', { database: orders });
  new MongoReplicaSet(shop, 'sessions', {});
  return app;
}

const filesIn = (outdir: string) => Object.fromEntries(readdirSync(outdir).sort().map(file => [file, readFileSync(join(outdir, file), 'utf8')]));

there.test('Python writes the same bytes as TypeScript, and warns', () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  system(join(folder, 'typescript')).synth();
  const warnings = stderr.mock.calls.map(([text]) => text).join('');
  stderr.mockRestore();

  const python = run(PYTHON, [join(__dirname, 'support/python/system.py'), join(folder, 'python'), '2']);

  expect(python.status).toBe(0);
  expect(filesIn(join(folder, 'python'))).toEqual(filesIn(join(folder, 'typescript')));
  expect(warnings).toContain('missing-secret');
  expect(python.stderr).toContain(warnings.trim());
}, 120_000);

there.test('Python is told what is wrong, in an exception, and writes nothing', () => {
  const python = run(PYTHON, [join(__dirname, 'support/python/system.py'), join(folder, 'wrong'), '-2']);

  expect(python.status).toBe(1);
  expect(python.stderr).toContain("[web/httpd] 'replicas' must be a whole number from 0");
  expect(readdirSync(join(folder, 'wrong'))).toEqual([]);
}, 120_000);
