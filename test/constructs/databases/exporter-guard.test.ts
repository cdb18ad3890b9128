import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, Server } from 'node:http';
import { AddressInfo, createServer as createTcpServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { RedisReplication } from '../../../src';
import { script } from '../../../src/constructs/databases/scripts';
import { listOf, Manifest } from '../../../src/kubernetes/manifest';
import { needs } from '../../support/needs';

const isThere = (command: string) => spawnSync('which', [command]).status === 0;
const PASSWORD = 'a b"c\\d#$e';

let directory: string;
const started: ChildProcess[] = [];

beforeAll(() => { directory = mkdtempSync(join(tmpdir(), 'exporter-')); });
afterEach(() => started.splice(0).forEach(process => process.kill()));
afterAll(() => rmSync(directory, { recursive: true }));

function run(command: string, args: readonly string[], env: Record<string, string> = {}): void {
  started.push(spawn(command, args, { stdio: 'ignore', env: { PATH: process.env.PATH, ...env } }));
}

async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** Asks with a path as it is written, dots and all. */
function ask(port: number, path: string, method = 'GET'): Promise<{ status?: number; body: string }> {
  return new Promise((resolve, reject) => request({ host: '127.0.0.1', port, path, method }, response => {
    let body = '';
    response.on('data', part => { body += part; }).on('end', () => resolve({ status: response.statusCode, body }));
  }).on('error', reject).end());
}

/** Starts the guard as the pod does, before an exporter. */
async function guardOf(exporter: number): Promise<number> {
  const port = await freePort();
  const config = join(directory, 'guard.cfg');
  writeFileSync(config, script('scripts/exporter-guard.cfg'));
  run('haproxy', ['-db', '-f', config], { METRICS_PORT: String(port), EXPORTER_PORT: String(exporter) });
  for (let tries = 0; tries < 100; tries++) {
    if (await ask(port, '/').then(() => true, () => false)) { return port; }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('the guard did not come up');
}

needs(isThere('haproxy'), 'no haproxy').describe('the guard of an exporter', () => {
  const asked: string[] = [];
  let exporter: Server;

  beforeAll(async () => {
    exporter = createServer((incoming, response) => {
      asked.push(`${incoming.method} ${incoming.url}`);
      response.end('up 1\n');
    });
    await new Promise<void>(resolve => exporter.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => { exporter.close(); });

  test('lets nothing through but the metrics, and no parameter', async () => {
    const port = await guardOf((exporter.address() as AddressInfo).port);
    const others = ['/', '/scrape?target=evil:6379', '/probe?target=evil:3306', '/-/reload', '/debug/pprof/', '/metrics/../scrape?target=evil:1', '//metrics', '/%6detrics',
      '/metrics%2f..%2fscrape', '/metrics;x', '/METRICS', '/metrics/'];

    const statuses = await Promise.all([...others.map(path => ask(port, path)), ask(port, '/metrics', 'POST'), ask(port, '/metrics', 'DELETE')]);
    const answers = [await ask(port, '/metrics'), await ask(port, '/metrics?target=evil:3306&collect[]=x'), await ask(port, 'http://evil/metrics?target=evil:1').catch(() => undefined)];

    expect(statuses.map(({ status }) => status)).toEqual(statuses.map(() => 403));
    expect(answers.slice(0, 2)).toEqual([{ status: 200, body: 'up 1\n' }, { status: 200, body: 'up 1\n' }]);
    expect(new Set(asked)).toEqual(new Set(['GET /metrics']));
  });
});

needs(['haproxy', 'redis-server', 'prometheus-redis-exporter'].every(isThere), 'no redis-server, exporter or haproxy').describe('a real exporter of Redis', () => {
  /** What the manifests give the exporter, with this machine's paths and ports. */
  function environmentOf(manifests: Manifest[], changes: Record<string, string>): Record<string, string> {
    const deployment = manifests.find(({ kind }) => kind === 'Deployment')!;
    const env: Array<{ name: string; value: string }> = listOf(deployment.spec.template.spec.containers[0].env) as any;
    expect(env.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(changes)));
    return { ...Object.fromEntries(env.map(({ name, value }) => [name, value])), ...changes };
  }

  test('has figures of the server, and its account sees neither data nor passwords', async () => {
    const [server, exporter] = [await freePort(), await freePort()];
    const login = join(directory, 'login');
    mkdirSync(login);
    writeFileSync(join(directory, 'passwords.sh'), script('scripts/passwords.sh'));
    const local = (path: string) => script(path).replaceAll('/scripts/', `${directory}/`).replaceAll('/login/', `${login}/`);
    const address = `redis://127.0.0.1:${server}`;
    expect(spawnSync('sh', ['-c', local('scripts/exporter-login.sh'), 'sh', 'redis'], { env: { PATH: process.env.PATH, DATABASE_PASSWORD: PASSWORD, ADDRESS: address } }).status).toBe(0);
    const made = spawnSync('sh', ['-c', `. ${directory}/passwords.sh; password_for metrics "$0"`, PASSWORD], { encoding: 'utf8' }).stdout;
    const account = /echo "(user metrics .*)"/.exec(script('redis/redis-server.sh'))![1].replace('$metrics_password', made);
    writeFileSync(join(directory, 'redis.conf'), `port ${server}\nbind 127.0.0.1\nsave ""\nrequirepass "${PASSWORD.replace(/["\\]/g, '\\$&')}"\n${account}\n`);
    const chart = new Chart(Testing.app(), 'test', { namespace: 'shop' });
    new RedisReplication(chart, 'cache', { metrics: true });
    const environment = environmentOf(Testing.synth(chart), { REDIS_ADDR: address, REDIS_PASSWORD_FILE: `${login}/passwords.json`, REDIS_EXPORTER_WEB_LISTEN_ADDRESS: `127.0.0.1:${exporter}` });

    run('redis-server', [join(directory, 'redis.conf')]);
    run('prometheus-redis-exporter', [], environment);
    const guard = await guardOf(exporter);
    let metrics = '';
    for (let tries = 0; tries < 100 && !metrics.includes('redis_up 1'); tries++) {
      metrics = (await ask(guard, '/metrics')).body;
      await new Promise(resolve => setTimeout(resolve, 50));
    }

    expect(metrics).toMatch(/^redis_up 1$/m);
    expect(metrics).toMatch(/^redis_connected_clients \d/m);
    const as = (...command: string[]) => spawnSync('redis-cli', ['-p', String(server), '--user', 'metrics', ...command], { encoding: 'utf8', env: { PATH: process.env.PATH, REDISCLI_AUTH: made } }).stdout;
    expect([['GET', 'a'], ['KEYS', '*'], ['CONFIG', 'GET', 'requirepass'], ['ACL', 'LIST'], ['SLOWLOG', 'GET'], ['MONITOR'], ['EVAL', 'return 1', '0']].map(command => as(...command).slice(0, 6)))
      .toEqual(Array(7).fill('NOPERM'));
    expect(as('INFO', 'server')).toContain('redis_version');
  });
});
