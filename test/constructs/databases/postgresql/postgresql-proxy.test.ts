import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { AddressInfo, Server, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { script } from '../../../../src/constructs/databases/scripts';
import { needs } from '../../../support/needs';

const hasProxy = spawnSync('haproxy', ['-v']).status === 0;

async function portOf(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await portOf(server);
  await new Promise(resolve => server.close(resolve));
  return port;
}

function isOpen(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1').on('connect', () => { socket.destroy(); resolve(true); }).on('error', () => resolve(false));
  });
}

/** A member: a server that says its name, and an agent that answers as it is told. */
class Member {
  public role?: 'primary' | 'replica';
  public readonly server = createServer(socket => { socket.on('error', () => { /* the client has gone */ }); socket.end(this.name); });
  public readonly agent = createHttpServer((request, response) => { response.writeHead(request.url === `/${this.role}` ? 200 : 503).end(); });

  constructor(public readonly name: string) { }

  public async line(): Promise<string> {
    return `  server ${this.name} 127.0.0.1:${await portOf(this.server)} port ${await portOf(this.agent)}`;
  }
}

needs(hasProxy, 'no haproxy').describe('the proxy', () => {
  const directory = mkdtempSync(join(tmpdir(), 'proxy-'));
  const members = [new Member('db-0'), new Member('db-1'), new Member('db-2')];
  let proxy: ChildProcess;
  let ports: number[];

  beforeAll(async () => {
    ports = [await freePort(), await freePort()];
    const lines = (await Promise.all(members.map(member => member.line()))).join('\n');
    const config = script('postgresql/postgresql-proxy.cfg')
      .replace('bind :5433', `bind 127.0.0.1:${ports[0]}`)
      .replace('bind :5434', `bind 127.0.0.1:${ports[1]}`)
      .replaceAll(' init-addr none resolvers cluster resolve-prefer ipv4', '')
      .replaceAll(/^ {2}server-template .*/gm, lines)
      .replaceAll('inter 1s', 'inter 100ms');
    writeFileSync(join(directory, 'proxy.cfg'), config);
    proxy = spawn('haproxy', ['-db', '-f', join(directory, 'proxy.cfg')], { stdio: 'ignore' });
    while (!await isOpen(ports[1])) { await new Promise(resolve => setTimeout(resolve, 50)); }
  });

  afterAll(() => {
    proxy.kill('SIGKILL');
    for (const { server, agent } of members) { server.close(); agent.closeAllConnections(); agent.close(); }
    rmSync(directory, { recursive: true });
  });

  /** Who answers at a port; nobody is an empty text. */
  function answer(port: number): Promise<string> {
    return new Promise(resolve => {
      let text = '';
      connect(port, '127.0.0.1').on('data', part => { text += part; }).on('close', () => resolve(text)).on('error', () => { /* closed next */ });
    });
  }

  /** Whether so many connections in a row come to these members and no others, once the proxy has noticed. */
  async function leadsTo(port: number, names: string[]): Promise<boolean> {
    for (let attempt = 0; attempt < 60; attempt++) {
      const found = new Set([await answer(port), await answer(port), await answer(port), await answer(port)]);
      if (found.size === names.length && names.every(name => found.has(name))) { return true; }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
    return false;
  }

  const setRoles = (...roles: Member['role'][]) => members.forEach((member, index) => { member.role = roles[index]; });

  test('leads those who write to the primary, and those who read to the others', async () => {
    setRoles('replica', 'primary', 'replica');

    const found = [await leadsTo(ports[0], ['db-1']), await leadsTo(ports[1], ['db-0', 'db-2'])];

    expect(found).toEqual([true, true]);
  });

  test('follows the primary, and reads from it while there is no other', async () => {
    setRoles('primary', undefined, undefined);

    const found = [await leadsTo(ports[0], ['db-0']), await leadsTo(ports[1], ['db-0'])];

    expect(found).toEqual([true, true]);
  });

  test('leads nobody anywhere while no member leads', async () => {
    setRoles(undefined, undefined, undefined);

    const found = [await leadsTo(ports[0], ['']), await leadsTo(ports[1], [''])];

    expect(found).toEqual([true, true]);
  });
});
