import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateFor } from './harness/certificate';
import { sleep, until } from './harness/command';
import { missingForClusters } from './harness/requirements';
import { isMade, pathOf } from '../../scripts/clusters/root-file-system';
import { rootNamed } from '../../scripts/clusters/root-file-systems';
import { pgbouncerIni } from '../../src/constructs/databases/postgresql/postgresql-pooler-configuration';
import { script } from '../../src/constructs/databases/scripts';
import { HOST, MISSING, RealServer } from '../constructs/databases/postgresql/real-server';
import { needs } from '../support/needs';

const ROOT = rootNamed('pgbouncer');
const PASSWORD = ' "quo\'ted" $HOME `id` \\ # ü %s ';
const POOL = 5;
const PORT = '6432';

const missing = MISSING ?? missingForClusters([]) ?? (isMade(ROOT) ? undefined : `no PgBouncer in ${pathOf(ROOT)}`);
const { describe: describeReal } = needs(missing === undefined, missing ?? '');
const tell = (line: string) => process.stderr.write(`PgBouncer: ${line}\n`);

/** PgBouncer out of its root file system, the first process of a namespace of its own, as in a container. */
class Pooler {
  private readonly process: ChildProcess;
  public ended = false;

  constructor(folder: string) {
    const root = pathOf(ROOT);
    const start = [
      `mount -t tmpfs tmpfs ${root}/run`, `mkdir ${root}/run/pgbouncer`, `mount --bind ${folder} ${root}/run/pgbouncer`, 'mount -t proc proc /proc',
      `exec chroot --userspec=65534:65534 ${root} /usr/sbin/pgbouncer /run/pgbouncer/pgbouncer.ini`,
    ];
    this.process = spawn('unshare', ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-euc', `{ ${start.join('; ')}; } >${folder}/log 2>&1`], { stdio: 'ignore' });
    this.process.once('exit', () => { this.ended = true; });
  }

  /** Runs a script in its namespace, as a hook of its container. */
  public hook(text: string): ChildProcess {
    return spawn('nsenter', ['--pid', `--target=${this.first()}`, 'sh', '-c', text], { stdio: 'ignore' });
  }

  /** A process that becomes another user does not end with its parent any more. */
  public kill(): void {
    if (!this.ended) { process.kill(Number(this.first()), 'SIGKILL'); }
  }

  private first(): string {
    return readFileSync(`/proc/${this.process.pid}/task/${this.process.pid}/children`, 'utf8').split(' ')[0];
  }
}

type Certificate = ReturnType<typeof certificateFor>;

/** A server with a user and a database, and a pooler before it. */
async function startAll(certificate?: Certificate) {
  const server = new RealServer(['scripts/passwords.sh']);
  try {
    return await startBoth(server, certificate);
  } catch (error) {
    server.remove();
    throw error;
  }
}

async function startBoth(server: RealServer, certificate?: Certificate) {
  const folder = join(server.root, 'run/pooler');
  mkdirSync(folder);
  spawnSync('chown', ['65534:65534', folder]);
  for (const [name, content] of Object.entries(certificate ?? {})) {
    server.write(`run/pooler/${name}`, content);
    chmodSync(join(folder, name), 0o600);
  }
  if (certificate) { server.write('config/pg_hba.conf', script('postgresql/pg_hba-tls.conf')); }
  await server.start('max_connections=30', ...certificate ? ['ssl=on', `ssl_cert_file=${folder}/tls.crt`, `ssl_key_file=${folder}/tls.key`] : []);
  server.sql(`CREATE ROLE shop LOGIN PASSWORD '${PASSWORD.replaceAll("'", "''")}'`);
  server.sql('CREATE DATABASE orders OWNER shop');
  const here = (text: string) => text.replaceAll('/run/pgbouncer', folder).replaceAll('/scripts/', `${join(server.root, 'scripts')}/`);
  const ini = pgbouncerIni(HOST, 5432, certificate !== undefined, { defaultPoolSize: POOL, tlsSecret: certificate && 'tls' });
  server.write('run/pooler/pgbouncer.ini', ini.replaceAll(/= (\/database-tls|\/tls)\//g, '= /run/pgbouncer/'));
  server.write('scripts/postgresql-userlist.sh', here(script('postgresql/postgresql-userlist.sh')));
  const { status, stderr } = server.script('postgresql-userlist.sh', { USERS: 'shop', PASSWORD_0: PASSWORD });
  expect([status, stderr]).toEqual([0, '']);
  const pooler = new Pooler(folder);
  const ask = asker(server, certificate ? { PGSSLMODE: 'verify-full', PGSSLROOTCERT: join(folder, 'ca.crt') } : {});
  await until('PgBouncer answers', 20, () => ask('SELECT 1') === '1', () => readFileSync(join(folder, 'log'), 'utf8'));
  return { server, pooler, ask };
}

const login = (user = 'shop', password = PASSWORD) => ({ PGHOST: HOST, PGPORT: PORT, PGUSER: user, PGPASSWORD: password, PGDATABASE: 'orders' });
const words = (statement: string) => ['--no-psqlrc', '--quiet', '--no-align', '--tuples-only', `--command=${statement}`];

/** Asks as a client does: what it gets; undefined if it is refused. */
function asker(server: RealServer, env: Record<string, string>) {
  return (statement: string, user?: string, password?: string): string | undefined => {
    const { status, stdout } = server.runWith({ ...login(user, password), ...env }, 'psql', ...words(statement));
    return status === 0 ? stdout.trim() : undefined;
  };
}

describeReal('clients of a PostgreSqlPooler, with a real PgBouncer and a real server', () => {
  let server: RealServer;
  let pooler: Pooler;
  let ask: ReturnType<typeof asker>;

  beforeAll(async () => { ({ server, pooler, ask } = await startAll()); }, 60_000);

  afterAll(() => {
    pooler?.kill();
    server?.remove();
  });

  /** Runs a client beside the test: what it printed, and how it ended. */
  function asking(command: string, ...args: string[]): Promise<{ output: string; status: number | null }> {
    const child = server.background(login(), 'sh', '-c', 'exec "$@" 2>&1', 'sh', command, ...args);
    let output = '';
    child.stdout?.on('data', data => { output += data; });
    return new Promise(resolve => child.once('close', status => resolve({ output: output.trim(), status })));
  }

  test('those of the list log in with their password, whatever is in it, and nobody else does', () => {
    const answers = [ask('SELECT current_user'), ask('SELECT 1', 'shop', 'wrong'), ask('SELECT 1', 'postgres', 'any')];

    expect(answers).toEqual(['shop', undefined, undefined]);
  });

  test('a hundred clients with prepared statements share five connections', async () => {
    server.runWith({ ...login(), PGHOST: HOST, PGPORT: '5432' }, 'pgbench', '--initialize', '--quiet');

    const clients = asking('pgbench', '--no-vacuum', '--client=100', '--time=6', '--protocol=prepared', '--select-only');
    const seen: number[] = [];
    for (let second = 0; second < 5; second++) {
      await sleep(1000);
      seen.push(Number(server.sql("SELECT count(*) FROM pg_stat_activity WHERE usename = 'shop'")));
    }
    const { output, status } = await clients;

    tell(`100 clients, ${Math.max(...seen)} connections, ${/tps = \d+/.exec(output)?.[0]}`);
    expect([status, output]).toEqual([0, expect.stringContaining('number of failed transactions: 0')]);
    expect(Math.max(...seen)).toBe(POOL);
  }, 30_000);

  test('what clients ask while the server is away waits, and is answered once it is back', async () => {
    await server.stop();
    const begin = Date.now();
    const waiting = asking('psql', ...words('SELECT 7'));
    await sleep(4000);
    await server.start('max_connections=30');
    const back = Date.now();

    const { output, status } = await waiting;

    tell(`a client waited ${Date.now() - begin} ms, and was answered ${Date.now() - back} ms after the server was back`);
    expect([status, output]).toEqual([0, '7']);
  }, 60_000);

  test('the hook lets transactions end, takes no new client, and disconnects those that only stay', async () => {
    const transaction = asking('psql', ...words("BEGIN; CREATE TABLE made AS SELECT 1 AS n; SELECT pg_sleep(9) IS NULL; COMMIT; SELECT 'done'"));
    const idle = asking('psql', ...words('SELECT 1'), '--command=\\! sleep 20');
    await sleep(1000);

    pooler.hook(script('postgresql/postgresql-pooler-drain.sh'));
    await sleep(2000);
    const early = ask('SELECT 2');
    await sleep(4500);
    const late = ask('SELECT 3');
    const ended = await transaction;

    expect([early, late]).toEqual(['2', undefined]);
    expect(ended).toEqual({ output: expect.stringMatching(/done$/), status: 0 });
    await until('PgBouncer ends', 10, () => pooler.ended);
    expect(server.sql('SELECT n FROM made', 'orders')).toBe('1');
    await idle;
  }, 60_000);
});

describeReal('with TLS', () => {
  let all: Awaited<ReturnType<typeof startAll>>;

  beforeAll(async () => { all = await startAll(certificateFor([HOST])); }, 60_000);

  afterAll(() => {
    all?.pooler.kill();
    all?.server.remove();
  });

  test('clients and the server are spoken to with it alone, and a client that knows another authority leaves', () => {
    const { server, ask } = all;
    const plain = asker(server, { PGSSLMODE: 'disable' });
    server.write('other.crt', certificateFor([HOST])['ca.crt']);
    const wary = asker(server, { PGSSLMODE: 'verify-full', PGSSLROOTCERT: join(server.root, 'other.crt') });

    const answers = [ask('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()'), plain('SELECT 1'), wary('SELECT 1')];

    expect(answers).toEqual(['t', undefined, undefined]);
  });
});
