import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackgroundProcess } from './background-process';
import { buildAll } from './binaries';
import { ProcessPlan, controllerProcesses, serverProcesses } from './control-plane';
import { Credentials } from './credentials';
import { Kubectl } from './kubectl';
import { versionOf } from './minors';
import { CLUSTERS } from './paths';
import { freePorts } from './ports';
import { SIMULATED_NODES } from './simulated-nodes';
import { waitUntil } from './wait';

/** In the order in which they are started. */
const PROCESSES = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kwok'];
const SERVER_SECONDS = 120;
const NODES_SECONDS = 120;

/** A cluster of its own version on this machine. Its nodes are simulated, all else is Kubernetes. */
export class Cluster {
  /** Names of all clusters that were started and not ended. */
  public static names(): string[] {
    return existsSync(CLUSTERS) ? readdirSync(CLUSTERS).sort() : [];
  }

  private readonly folder: string;
  private readonly minorFile: string;
  private readonly processes: readonly BackgroundProcess[];
  private readonly credentials: Credentials;

  constructor(public readonly name: string) {
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) { throw new Error(`'${name}' cannot name a cluster: write small letters, digits, dots and dashes`); }
    this.folder = join(CLUSTERS, name);
    this.minorFile = join(this.folder, 'minor');
    this.processes = PROCESSES.map(process => new BackgroundProcess(process, this.folder));
    this.credentials = new Credentials(this.folder);
  }

  public get exists(): boolean {
    return existsSync(this.minorFile);
  }

  public get minor(): string {
    if (!this.exists) { throw new Error(`There is no cluster '${this.name}', only ${Cluster.names().join(', ') || 'none'}`); }
    return readFileSync(this.minorFile, 'utf8');
  }

  public get kubeconfig(): string {
    return this.credentials.kubeconfig('admin');
  }

  public get kubectl(): Kubectl {
    return new Kubectl(this.minor, this.kubeconfig);
  }

  public get isRunning(): boolean {
    return this.exists && this.notRunning().length === 0;
  }

  /** One line that says what runs. */
  public get state(): string {
    if (!this.exists) { return `${this.name}  did not start`; }
    const missing = this.notRunning().join(', ');
    return `${this.name}  Kubernetes ${versionOf(this.minor)}, nodes: simulated, ${missing ? `not running: ${missing}` : 'running'}`;
  }

  /** Starts it, and waits until its nodes are ready. */
  public async up(minor: string): Promise<void> {
    if (this.exists) { throw new Error(`There is a cluster of this name: ${this.state}\nEnd it first: npm run kubernetes -- down ${this.name}`); }
    buildAll(minor);
    const [etcd, etcdPeers, server] = await freePorts(3);
    const first = serverProcesses(minor, this.folder, { etcd, etcdPeers, server }, this.credentials);
    const then = controllerProcesses(minor, this.credentials);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    this.credentials.create();
    this.credentials.writeKubeconfigs(`https://127.0.0.1:${server}`);
    writeFileSync(this.minorFile, minor);
    try {
      this.start(first);
      await this.wait('the API server is ready', SERVER_SECONDS, ['get', '--raw', '/readyz']);
      this.start(then);
      await this.kubectl.apply(SIMULATED_NODES);
      await this.wait('pods can be made', NODES_SECONDS, ['get', 'serviceaccount', 'default']);
      await this.wait('the nodes are ready', NODES_SECONDS, ['wait', '--for=condition=Ready', 'node', '--all', '--timeout=5s']);
    } catch (error) {
      await this.endProcesses();
      rmSync(this.minorFile);
      throw error;
    }
  }

  /** Ends its processes and deletes what it stored. */
  public async down(): Promise<void> {
    await this.endProcesses();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private notRunning(): string[] {
    return this.processes.filter(process => !process.isRunning()).map(({ name }) => name);
  }

  private start(plans: readonly ProcessPlan[]): void {
    for (const { name, program, args } of plans) { this.process(name).start(program, args); }
  }

  private process(name: string): BackgroundProcess {
    return this.processes.find(process => process.name === name)!;
  }

  private async endProcesses(): Promise<void> {
    for (const process of [...this.processes].reverse()) { await process.end(); }
  }

  /** Asks until kubectl gets an answer. What was started must not end meanwhile. */
  private async wait(what: string, seconds: number, args: readonly string[]): Promise<void> {
    let said = '';
    const ask = async () => {
      const { code, stderr } = await this.kubectl.ask(args);
      said = stderr;
      return code === 0 || this.processes.some(process => process.hasEnded);
    };
    await waitUntil(what, seconds, ask).catch(error => {
      const logs = this.processes.map(process => `${process.name}:\n${process.lastLines(5)}`);
      throw new Error(`${error.message}\n${said}${logs.join('\n')}`);
    });
    const ended = this.processes.find(process => process.hasEnded);
    if (ended) { throw new Error(`${ended.name} has ended. Its last lines:\n${ended.lastLines()}`); }
  }
}
