import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Cgroup } from './cgroup';
import { run } from './command';
import { containerd } from './containerd';
import { CSI_SIDECARS, CsiSidecar, csiDriver, csiSidecar } from './csi';
import { kubeProxy } from './kube-proxy';
import { POLICY_CHAIN, kubeRouter } from './kube-router';
import { kubelet } from './kubelet';
import { Network } from './network';
import { BackgroundProcess } from '../background-process';
import { ProcessPlan } from '../control-plane';
import { waitUntil } from '../wait';

const FIRST_PROCESS = join(__dirname, 'node.sh');
const SECONDS = 30;
const NAMESPACES = ['--mount', '--net', '--uts', '--pid'];
const PARTS = ['containerd', 'kubelet', 'kube-proxy', 'csi-driver'] as const;
/** It asks once, when it is started, which node it is on: the kubelet must have told the API server of it. */
const PART_OF_READY_NODES = 'kube-router';
export type NodePart = typeof PARTS[number] | typeof PART_OF_READY_NODES | CsiSidecar;

/** What a node has of its cluster. */
export interface NodeOptions {
  /** Of the cluster. */
  readonly folder: string;
  readonly minor: string;
  readonly network: Network;
  /** What names of the cluster end in. */
  readonly domain: string;
  /** How many nodes the cluster has. */
  readonly nodes: number;
  readonly kubeconfig: string;
  readonly kubeconfigOfProxy: string;
  readonly kubeconfigOfCsi: string;
  readonly kubeconfigOfRouter: string;
  readonly clientCertificate: string;
}

/** A machine of a cluster, as a process with namespaces of its own in which everything else of it runs. */
export class Node {
  public static nameOf(number: number): string {
    return `node-${number}`;
  }

  public readonly name: string;
  public readonly processes: readonly BackgroundProcess[];
  private readonly folder: string;
  private readonly cgroup: Cgroup;
  private readonly machine: BackgroundProcess;
  private readonly firstParts: readonly NodePart[];
  private readonly parts: ReadonlyMap<NodePart, BackgroundProcess>;

  /** @param number counted from 1 */
  constructor(private readonly number: number, cluster: string, private readonly options: NodeOptions) {
    this.name = Node.nameOf(number);
    this.folder = join(options.folder, this.name);
    this.cgroup = new Cgroup(`kubernetes-${cluster}-${this.name}`);
    this.machine = new BackgroundProcess(this.name, options.folder);
    this.firstParts = number === 1 ? [...PARTS, ...CSI_SIDECARS] : PARTS;
    const parts: readonly NodePart[] = [...this.firstParts, PART_OF_READY_NODES];
    this.parts = new Map(parts.map(part => [part, new BackgroundProcess(`${this.name}-${part}`, options.folder)]));
    this.processes = [this.machine, ...this.parts.values()];
  }

  /** Switches it on, or on again. */
  public async start(): Promise<void> {
    const started = join(this.folder, 'started');
    mkdirSync(this.folder, { recursive: true });
    rmSync(started, { force: true });
    this.cgroup.create();
    this.machine.start('unshare', [...NAMESPACES, '--fork', '--mount-proc', '--kill-child', 'bash', FIRST_PROCESS, this.folder, this.name]);
    await waitUntil(`${this.name} has its namespaces`, SECONDS, () => existsSync(started) || this.machine.hasEnded);
    if (this.machine.hasEnded) { throw new Error(`${this.name} could not be started:\n${this.machine.lastLines()}`); }
    this.options.network.connect(this.number, this.options.nodes, this.firstProcess()!);
    for (const part of this.firstParts) { this.startPart(part); }
    await waitUntil(`containerd runs on ${this.name}`, SECONDS, () => this.succeeds('ctr', ['version']));
  }

  /** Enforces NetworkPolicies from now on. The node must be ready. */
  public async enforcePolicies(): Promise<void> {
    this.startPart(PART_OF_READY_NODES);
    const process = this.parts.get(PART_OF_READY_NODES)!;
    await waitUntil(`policies are enforced on ${this.name}`, SECONDS, () => process.hasEnded || this.succeeds('iptables', ['--list-rules', POLICY_CHAIN]));
    if (process.hasEnded) { throw new Error(`${process.name} has ended. Its last lines:\n${process.lastLines()}`); }
  }

  public startPart(part: NodePart): void {
    const { program, args } = this.plan(part);
    this.parts.get(part)!.start('nsenter', this.inside('setpriv', ['--pdeathsig', 'TERM', program, ...args]));
  }

  /** Ends one of its processes. */
  public async endPart(part: NodePart): Promise<void> {
    await this.parts.get(part)!.kill();
  }

  /** Makes an image known to it, which is a folder in the layout of the OCI. */
  public load(image: string): void {
    run('sh', ['-c', 'tar --create --directory="$1" . | nsenter $2 ctr --namespace=k8s.io images import -', 'sh', image, this.target().join(' ')]);
  }

  /** Runs a program on it, and gives what it prints. */
  public run(program: string, args: readonly string[]): string {
    return run('nsenter', this.inside(program, args));
  }

  /** Switches it off, as if its power had failed. */
  public async lose(): Promise<void> {
    const first = this.firstProcess();
    await this.machine.kill();
    if (first !== undefined) { await waitUntil(`the processes of ${this.name} end`, SECONDS, () => !existsSync(`/proc/${first}`)); }
    for (const part of this.parts.values()) { await part.kill(); }
  }

  /** Switches it off for ever. */
  public async end(): Promise<void> {
    await this.lose();
    await waitUntil(`the groups of ${this.name} are empty`, SECONDS, () => {
      try { this.cgroup.remove(); } catch { return false; }
      return true;
    });
  }

  private plan(part: NodePart): ProcessPlan {
    const { folder, name, options } = this;
    const { minor, network, domain, kubeconfig, kubeconfigOfProxy, kubeconfigOfCsi, kubeconfigOfRouter, clientCertificate } = options;
    switch (part) {
      case 'containerd': return containerd(folder, network.podsOfNode(this.number));
      case 'kubelet': return kubelet({
        minor,
        folder,
        name,
        kubeconfig,
        clientCertificate,
        domain,
        cluster: options.folder,
        address: network.addressOfNode(this.number),
        cgroup: this.cgroup.path,
      });
      case 'kube-proxy': return kubeProxy({ minor, folder, name, kubeconfig: kubeconfigOfProxy, addressesOfPods: network.addressesOfPods });
      case 'kube-router': return kubeRouter(name, kubeconfigOfRouter);
      case 'csi-driver': return csiDriver(name, join(this.options.folder, 'csi'));
      default: return csiSidecar(part, kubeconfigOfCsi);
    }
  }

  private succeeds(program: string, args: readonly string[]): boolean {
    try { this.run(program, args); } catch { return false; }
    return true;
  }

  private inside(program: string, args: readonly string[]): string[] {
    return [...this.target(), program, ...args];
  }

  private target(): string[] {
    const first = this.firstProcess();
    if (first === undefined) { throw new Error(`${this.name} does not run`); }
    return ['--target', String(first), ...NAMESPACES, '--wd=/'];
  }

  /** As this machine numbers it; on the node it is 1. */
  private firstProcess(): number | undefined {
    const { id } = this.machine;
    const [child] = id === undefined ? [] : run('ps', ['--ppid', String(id), '-o', 'pid=']).split('\n');
    return child ? Number(child) : undefined;
  }
}
