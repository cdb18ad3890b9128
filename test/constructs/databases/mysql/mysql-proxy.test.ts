import { ChildProcess, spawn, spawnSync } from 'child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { AddressInfo, createServer as createTcpServer } from 'net';
import { tmpdir } from 'os';
import { join } from 'path';
import { Connection, createConnection, createServer } from 'mysql2';
import initSqlJs, { SqlJsStatic } from 'sql.js';
import { script } from '../../../../src/constructs/databases/scripts';
import { needs } from '../../../support/needs';
import { MemberRow, select } from '../stand-ins/mysql-tables';

const hasProxy = spawnSync('haproxy', ['-v']).status === 0;
const QUERY = /tcp-check send "(.*)"/.exec(script('mysql/mysql-proxy.cfg'))![1];

const member = (uuid: string, state: MemberRow['state'], role = 'SECONDARY'): MemberRow => ({ uuid, host: uuid, state, role });
let engine: SqlJsStatic;

beforeAll(async () => { engine = await initSqlJs(); });

/** What a server with the id `me` answers to the question of the proxies. */
const answerOf = (rows: MemberRow[]) => select(engine, { uuid: 'me', executed: '', received: '', rows }, QUERY);

test.each<[string, string, MemberRow[]]>([
  ['a primary', 'is primary', [member('me', 'ONLINE', 'PRIMARY'), member('b', 'ONLINE'), member('c', 'RECOVERING')]],
  ['the only member', 'is primary', [member('me', 'ONLINE', 'PRIMARY')]],
  ['a secondary', 'is not', [member('me', 'ONLINE'), member('b', 'ONLINE', 'PRIMARY')]],
  ['a primary that still recovers', 'is not', [member('me', 'RECOVERING', 'PRIMARY'), member('b', 'ONLINE')]],
  ['a primary without a majority', 'is not', [member('me', 'ONLINE', 'PRIMARY'), member('b', 'UNREACHABLE'), member('c', 'UNREACHABLE')]],
  ['one of two that cannot reach the other', 'is not', [member('me', 'ONLINE', 'PRIMARY'), member('b', 'UNREACHABLE')]],
  ['a member outside of the group', 'is not', [member('', 'OFFLINE', '')]],
])('%s answers that it %s', (_, expected, rows) => {
  expect(answerOf(rows)).toBe(expected);
});

test('the statement is as long as its packet says', () => {
  const header = /send-binary (\w{6})0003/.exec(script('mysql/mysql-proxy.cfg'))![1];

  expect(Buffer.from(header, 'hex').readUIntLE(0, 3)).toBe(QUERY.length + 1);
});

/** A server of mysql2, which knows MySQL's protocol: it lets in the user `proxy` without a password and answers the question. */
class Server {
  public readonly users: string[] = [];
  public isPrimary = false;
  public readonly port: Promise<number>;
  private readonly server = createServer(connection => this.greet(connection));

  constructor(private readonly name: string) {
    const server = this.server as any;
    this.port = new Promise(resolve => { server.listen(0, () => resolve((server._server.address() as AddressInfo).port)); });
  }

  public close(): void {
    this.server.close(() => { /* closed */ });
  }

  private greet(connection: any): void {
    // Packets are counted anew with every command; mysql2 leaves that to its servers.
    const reset = () => setImmediate(() => { connection.sequenceId = 0; });
    connection.serverHandshake({
      protocolVersion: 10,
      serverVersion: '8.4.6',
      connectionId: 1,
      statusFlags: 2,
      characterSet: 255,
      capabilityFlags: 0x00ffffff,
      authPluginName: 'caching_sha2_password',
      authCallback: ({ user, authToken }: any, done: (error: null, refusal?: { code: number; message: string }) => void) => {
        this.users.push(user);
        done(null, authToken.length === 0 ? undefined : { code: 1045, message: 'Access denied' });
        reset();
      },
    });
    const columns = (name: string) => [{ catalog: 'def', schema: '', table: '', orgTable: '', name, orgName: '', characterSet: 255, columnLength: 40, columnType: 253, flags: 0, decimals: 0 }];
    connection.on('query', (sql: string) => {
      connection.sequenceId = 1;
      if (sql === QUERY) {
        const rows = [member('me', 'ONLINE', this.isPrimary ? 'PRIMARY' : 'SECONDARY'), member('b', 'ONLINE')];
        connection.writeTextResult([{ answer: answerOf(rows) }], columns('answer'));
      } else {
        connection.writeTextResult([{ name: this.name }], columns('name'));
      }
      reset();
    });
    connection.on('error', () => { /* the client has gone */ });
  }
}

needs(hasProxy, 'no haproxy').describe('the proxy', () => {
  const directory = mkdtempSync(join(tmpdir(), 'proxy-'));
  const servers = [new Server('db-0'), new Server('db-1')];
  let proxy: ChildProcess;
  let port: number;

  beforeAll(async () => {
    port = await new Promise(resolve => {
      const probe = createTcpServer();
      probe.listen(0, () => { const found = (probe.address() as AddressInfo).port; probe.close(() => resolve(found)); });
    });
    const ports = await Promise.all(servers.map(server => server.port));
    const config = script('mysql/mysql-proxy.cfg')
      .replace('bind :3307', `bind 127.0.0.1:${port}`)
      .replace(/ init-addr none resolvers cluster resolve-prefer ipv4/, '')
      .replace(/^ {2}server-template .*/m, ports.map((one, index) => `  server db-${index} 127.0.0.1:${one}`).join('\n'));
    writeFileSync(join(directory, 'proxy.cfg'), config);
    proxy = spawn('haproxy', ['-db', '-f', join(directory, 'proxy.cfg')], { stdio: 'ignore' });
  });

  afterAll(() => {
    proxy.kill('SIGKILL');
    servers.forEach(server => server.close());
    rmSync(directory, { recursive: true });
  });

  /** The member to which a client of the proxy comes; tries for some seconds. */
  async function leadsTo(name: string): Promise<boolean> {
    for (let attempt = 0; attempt < 60; attempt++) {
      const connection: Connection = createConnection({ host: '127.0.0.1', port, user: 'app' });
      const found = await new Promise(resolve => {
        connection.on('error', () => resolve(undefined));
        connection.query('SELECT name', (error: unknown, rows: any) => resolve(error ? undefined : rows[0].name));
      });
      connection.destroy();
      if (found === name) { return true; }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
    return false;
  }

  test('leads to the primary, and to another one when that is the primary', async () => {
    servers[1].isPrimary = true;
    const first = await leadsTo('db-1');
    servers[1].isPrimary = false;
    servers[0].isPrimary = true;

    const second = await leadsTo('db-0');

    expect([first, second]).toEqual([true, true]);
    expect(new Set(servers.flatMap(({ users }) => users))).toEqual(new Set(['proxy', 'app']));
  });
});
