import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from './client';
import { BackgroundProcess } from '../kubernetes/background-process';
import { FLAGS_ON_LOOPBACK, HOST, serverProcesses } from '../kubernetes/control-plane';
import { Credentials } from '../kubernetes/credentials';
import { Kubectl } from '../kubernetes/kubectl';
import { freePorts } from '../kubernetes/ports';
import { waitUntil } from '../kubernetes/wait';

const SECONDS = 120;

/** An API server alone: no controller changes what is asked about. */
export class ApiServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  private processes: BackgroundProcess[] = [];
  private readonly credentials = new Credentials(this.folder);
  private readonly ports = freePorts(3);

  constructor(private minor: string) {}

  public get kubectl(): Kubectl {
    return new Kubectl(this.minor, this.credentials.kubeconfig('admin'));
  }

  /** Starts it, and gives what it is asked by. */
  public async up(): Promise<Client> {
    const [, , port] = await this.ports;
    this.credentials.create();
    this.credentials.writeKubeconfigs(`https://${HOST}:${port}`);
    return this.start(() => true);
  }

  /** Ends the API server, and starts that of another minor on what it stored. */
  public async upgrade(minor: string): Promise<Client> {
    const server = this.processes.pop()!;
    await server.end();
    this.minor = minor;
    return this.start(name => name === server.name);
  }

  private async start(isMeant: (name: string) => boolean): Promise<Client> {
    const { minor, folder, credentials } = this;
    const [etcd, etcdPeers, port] = await this.ports;
    const plans = serverProcesses({
      minor, folder, credentials, ports: { etcd, etcdPeers }, server: { host: HOST, port }, serverFlags: FLAGS_ON_LOOPBACK,
    });
    for (const { name, program, args } of plans.filter(plan => isMeant(plan.name))) {
      const process = new BackgroundProcess(name, this.folder);
      this.processes.push(process);
      process.start(program, args);
    }
    const [token] = readFileSync(credentials.tokens, 'utf8').split(',');
    let client: Client | undefined;
    await waitUntil('the API server is ready', SECONDS, async () => {
      const ended = this.processes.find(process => process.hasEnded);
      if (ended) { throw new Error(`${ended.name} has ended. Its last lines:\n${ended.lastLines()}`); }
      client ??= Client.of(port, token, credentials.certificate);
      return await client?.isReady() ?? false;
    });
    return client!;
  }

  public async down(): Promise<void> {
    for (const process of [...this.processes].reverse()) { await process.end(); }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
