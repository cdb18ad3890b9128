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

  constructor(private readonly minor: string) {}

  public get kubectl(): Kubectl {
    return new Kubectl(this.minor, this.credentials.kubeconfig('admin'));
  }

  /** Starts it, and gives what it is asked by. */
  public async up(): Promise<Client> {
    const [etcd, etcdPeers, port] = await freePorts(3);
    const { minor, folder, credentials } = this;
    credentials.create();
    credentials.writeKubeconfigs(`https://${HOST}:${port}`);
    const plans = serverProcesses({
      minor, folder, credentials, ports: { etcd, etcdPeers }, server: { host: HOST, port }, serverFlags: FLAGS_ON_LOOPBACK,
    });
    for (const { name, program, args } of plans) {
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
