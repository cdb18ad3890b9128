import { ChildProcess, spawn } from 'child_process';
import { mkdirSync, openSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { kubernetes } from '../../../scripts/kubernetes/binaries';
import { serverProcesses } from '../../../scripts/kubernetes/control-plane';
import { Credentials } from '../../../scripts/kubernetes/credentials';
import { Outcome, run, until } from '../harness/command';

const MINOR = '1.36';
const NAMESPACE = 'default';

/** A real etcd and a real API server on the cluster's network, with the rights that a chart would give. */
export class ApiServer {
  public readonly port = 6443;
  private readonly processes: ChildProcess[] = [];
  private readonly credentials: Credentials;
  private readonly folder: string;

  /** @param network how a command must begin to run on the network */
  constructor(folder: string, private readonly host: string, private readonly network: readonly string[]) {
    this.folder = join(folder, 'kubernetes');
    mkdirSync(this.folder, { recursive: true });
    this.credentials = new Credentials(this.folder);
  }

  public get certificate(): string { return readFileSync(this.credentials.certificate, 'utf8'); }

  public async start(): Promise<void> {
    this.credentials.create();
    this.credentials.writeKubeconfigs(`https://${this.host}:${this.port}`);
    const plans = serverProcesses({
      minor: MINOR,
      folder: this.folder,
      credentials: this.credentials,
      ports: { etcd: 2379, etcdPeers: 2380 },
      server: { host: this.host, port: this.port },
      serverFlags: { 'endpoint-reconciler-type': 'none' },
    });
    for (const { name, program, args } of plans) {
      const log = openSync(join(this.folder, `${name}.log`), 'a');
      this.processes.push(spawn(this.network[0], [...this.network.slice(1), program, ...args], { stdio: ['ignore', log, log] }));
    }
    await until('the API server answers', 120, async () => (await this.kubectl('get', '--raw', '/readyz')).code === 0);
  }

  public kubectl(...args: string[]): Promise<Outcome> {
    return run([...this.network, kubernetes(MINOR, 'kubectl'), '--kubeconfig', this.credentials.kubeconfig('admin'), '-n', NAMESPACE, ...args], 20_000);
  }

  /** An empty Lease, an account that may read and write this one object, and a token of it. */
  public async createLease(name: string): Promise<string> {
    const role = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name },
      rules: [{ apiGroups: ['coordination.k8s.io'], resources: ['leases'], resourceNames: [name], verbs: ['get', 'update'] }],
    };
    const binding = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: NAMESPACE }],
    };
    for (const manifest of [this.emptyLease(name), { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } }, role, binding]) {
      await this.must('create', '-f', this.file(manifest));
    }
    return (await this.must('create', 'token', name, '--duration=24h')).stdout.trim();
  }

  /** Writes the Lease of the chart over the one that is there, as `kubectl replace` and some deployers do. */
  public async replaceByEmpty(name: string): Promise<void> {
    await this.must('replace', '--force', '-f', this.file(this.emptyLease(name)));
  }

  public stop(): void {
    for (const process of this.processes) { process.kill('SIGKILL'); }
  }

  private emptyLease(name: string): object {
    return { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name }, spec: {} };
  }

  private file(manifest: object): string {
    const path = join(this.folder, 'manifest.json');
    writeFileSync(path, JSON.stringify(manifest));
    return path;
  }

  private async must(...args: string[]): Promise<Outcome> {
    const outcome = await this.kubectl(...args);
    if (outcome.code !== 0) { throw new Error(`kubectl ${args.join(' ')}: ${outcome.stderr}`); }
    return outcome;
  }
}
