import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BackgroundProcess } from './background-process';
import { ProcessPlan, controllerProcesses, serverProcesses } from './control-plane';
import { Credentials } from './credentials';
import { Kubectl } from './kubectl';
import { versionOf } from './minors';
import { debianImage } from './node/images/debian-image';
import { imageNamed } from './node/images/images';
import { CLUSTER_DOMAIN, Network } from './node/network';
import { nfsFolder } from './node/nfs';
import { Node } from './node/node';
import { provisionerImage } from './node/provisioner-images';
import { RealNodes } from './node/real-nodes';
import { Nodes } from './nodes';
import { CLUSTERS } from './paths';
import { freePorts } from './ports';
import { SimulatedNodes } from './simulated-nodes';
import { waitUntil } from './wait';

/** In the order in which they are started. */
const CONTROL_PLANE = ['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler'];
const SERVER_SECONDS = 120;
const NODES_SECONDS = 120;

/** What is written down of a cluster. */
interface ClusterRecord {
  readonly minor: string;
  /** How many real nodes it has. With none its nodes are simulated. */
  readonly nodes: number;
  /** Number of the network of real nodes. */
  readonly network?: number;
  /** What names of real nodes' pods end in, if that is not `cluster.local`. */
  readonly domain?: string;
}

/** A cluster of its own version on this machine. Its nodes may be simulated, all else is Kubernetes. */
export class Cluster {
  /** Names of all clusters that were started and not ended. */
  public static names(): string[] {
    return existsSync(CLUSTERS) ? readdirSync(CLUSTERS).sort() : [];
  }

  private readonly folder: string;
  private readonly recordFile: string;
  private readonly controlPlane: readonly BackgroundProcess[];

  constructor(public readonly name: string) {
    if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) { throw new Error(`'${name}' cannot name a cluster: write small letters, digits, dots and dashes`); }
    this.folder = join(CLUSTERS, name);
    this.recordFile = join(this.folder, 'cluster.json');
    this.controlPlane = CONTROL_PLANE.map(process => new BackgroundProcess(process, this.folder));
  }

  public get exists(): boolean {
    return existsSync(this.recordFile);
  }

  public get minor(): string {
    return this.record.minor;
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
    return `${this.name}  Kubernetes ${versionOf(this.minor)}, nodes: ${this.nodes.description}, ${missing ? `not running: ${missing}` : 'running'}`;
  }

  /** The nodes that are real. */
  public get realNodes(): readonly Node[] {
    const { nodes } = this;
    return nodes instanceof RealNodes ? nodes.nodes : [];
  }

  /**
   * Starts it, and waits until its nodes are ready.
   *
   * @param domain what names end in on real nodes
   */
  public async up(minor: string, realNodes = 0, domain?: string): Promise<void> {
    if (this.exists) { throw new Error(`There is a cluster of this name: ${this.state}\nEnd it first: npm run kubernetes -- down ${this.name}`); }
    const record: ClusterRecord = { minor, nodes: realNodes, domain, ...realNodes > 0 && { network: Network.free().index } };
    const nodes = this.nodesOf(record);
    nodes.build();
    const [etcd, etcdPeers] = await freePorts(2);
    const server = { host: nodes.host, port: await nodes.port() };
    const credentials = this.credentialsOf(record);
    const first = serverProcesses({ minor, folder: this.folder, credentials, ports: { etcd, etcdPeers }, server, serverFlags: nodes.serverFlags });
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    credentials.create();
    credentials.writeKubeconfigs(`https://${server.host}:${server.port}`);
    writeFileSync(this.recordFile, JSON.stringify(record));
    try {
      nodes.prepare();
      this.start(first);
      await this.wait('the API server is ready', SERVER_SECONDS, ['get', '--raw', '/readyz']);
      this.start(controllerProcesses(minor, credentials));
      await this.wait('pods can be made', NODES_SECONDS, ['get', 'serviceaccount', 'default']);
      await nodes.start(this.kubectl);
      await this.wait('the nodes are ready', NODES_SECONDS, ['wait', '--for=condition=Ready', 'node', '--all', '--timeout=5s']);
      await nodes.ready(this.kubectl);
    } catch (error) {
      await this.endProcesses();
      rmSync(this.recordFile);
      throw error;
    }
  }

  /** Makes images known to its real nodes, by their names in manifests. */
  public load(images: readonly string[]): void {
    for (const layout of images.map(name => provisionerImage(name) ?? debianImage(imageNamed(name)))) {
      for (const node of this.realNodes) { node.load(layout); }
    }
  }

  /** The folder of this machine that its real nodes mount for one of an NFS server. It must be made before. */
  public nfsFolder(server: string, path: string): string {
    return nfsFolder(this.folder, server, path);
  }

  /** A folder for what is started beside it; it goes with the cluster. */
  public folderFor(name: string): string {
    return join(this.folder, name);
  }

  /** Ends its processes and deletes what it stored. */
  public async down(): Promise<void> {
    await this.endProcesses();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get record(): ClusterRecord {
    if (!this.exists) { throw new Error(`There is no cluster '${this.name}', only ${Cluster.names().join(', ') || 'none'}`); }
    return JSON.parse(readFileSync(this.recordFile, 'utf8'));
  }

  private get nodes(): Nodes {
    return this.nodesOf(this.record);
  }

  private get credentials(): Credentials {
    return this.credentialsOf(this.record);
  }

  private credentialsOf({ nodes }: ClusterRecord): Credentials {
    return new Credentials(this.folder, RealNodes.names(nodes));
  }

  private nodesOf(record: ClusterRecord): Nodes {
    const { minor, nodes: count, network, domain = CLUSTER_DOMAIN } = record;
    const credentials = this.credentialsOf(record);
    return network === undefined
      ? new SimulatedNodes(minor, this.folder, credentials)
      : new RealNodes({ name: this.name, folder: this.folder, minor, count, network: new Network(network), domain, credentials });
  }

  private notRunning(): string[] {
    return this.processes().filter(process => !process.isRunning()).map(({ name }) => name);
  }

  private processes(): readonly BackgroundProcess[] {
    return [...this.controlPlane, ...this.nodes.processes];
  }

  private start(plans: readonly ProcessPlan[]): void {
    for (const { name, program, args } of plans) { this.controlPlane.find(process => process.name === name)!.start(program, args); }
  }

  private async endProcesses(): Promise<void> {
    if (this.exists) { await this.nodes.end(); }
    for (const process of [...this.controlPlane].reverse()) { await process.end(); }
  }

  /** Asks until kubectl gets an answer. What was started must not end meanwhile. */
  private async wait(what: string, seconds: number, args: readonly string[]): Promise<void> {
    let said = '';
    const processes = this.controlPlane;
    const ask = async () => {
      const { code, stderr } = await this.kubectl.ask(args);
      said = stderr;
      return code === 0 || processes.some(process => process.hasEnded);
    };
    await waitUntil(what, seconds, ask).catch(error => {
      const logs = this.processes().map(process => `${process.name}:\n${process.lastLines(5)}`);
      throw new Error(`${error.message}\n${said}${logs.join('\n')}`);
    });
    const ended = processes.find(process => process.hasEnded);
    if (ended) { throw new Error(`${ended.name} has ended. Its last lines:\n${ended.lastLines()}`); }
  }
}
