import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildCsi, csiObjects, snapshotDefinitions } from './csi';
import { dnsObjects } from './dns';
import { buildKubeRouter } from './kube-router';
import { KubeletClient } from './kubelet-client';
import { Network } from './network';
import { Node } from './node';
import { missingForNodes } from './requirements';
import { systemImages } from './system-images';
import { volumeObjects } from './volumes';
import { BackgroundProcess } from '../background-process';
import { buildAll } from '../binaries';
import { Credentials } from '../credentials';
import { Kubectl } from '../kubectl';
import { Nodes } from '../nodes';
import { waitUntil } from '../wait';

/** Nobody else listens on the address of a cluster's network. */
const PORT = 6443;
const DNS_SECONDS = 60;
const DEFINED_SECONDS = 60;

/** What nodes have of their cluster. */
export interface RealNodesOptions {
  /** Of the cluster. */
  readonly name: string;
  readonly folder: string;
  readonly minor: string;
  readonly count: number;
  readonly network: Network;
  /** What names end in. */
  readonly domain: string;
  readonly credentials: Credentials;
}

/** Nodes with a real kubelet, container runtime and proxy, and the cluster's DNS. */
export class RealNodes implements Nodes {
  public static names(count: number): string[] {
    return Array.from({ length: count }, (_, index) => Node.nameOf(index + 1));
  }

  public readonly nodes: readonly Node[];
  private readonly client: KubeletClient;

  constructor(private readonly options: RealNodesOptions) {
    const { name, folder, minor, count, network, domain, credentials } = options;
    this.client = new KubeletClient(folder);
    this.nodes = RealNodes.names(count).map((node, index) => new Node(index + 1, name, {
      folder,
      minor,
      network,
      domain,
      nodes: count,
      kubeconfig: credentials.kubeconfig(node),
      kubeconfigOfProxy: credentials.kubeconfig('kube-proxy'),
      kubeconfigOfCsi: credentials.kubeconfig('csi'),
      kubeconfigOfRouter: credentials.kubeconfig('kube-router'),
      clientCertificate: this.client.certificate,
    }));
  }

  public get description(): string {
    return `${this.nodes.length} real`;
  }

  public get host(): string {
    return this.options.network.host;
  }

  public get serverFlags(): Readonly<Record<string, string>> {
    return {
      'kubelet-client-certificate': this.client.certificate,
      'kubelet-client-key': this.client.key,
      'kubelet-preferred-address-types': 'InternalIP',
    };
  }

  public get processes(): readonly BackgroundProcess[] {
    return this.nodes.flatMap(({ processes }) => processes);
  }

  public build(): void {
    const missing = missingForNodes();
    if (missing.length > 0) { throw new Error(`Real nodes cannot run here. Missing:\n${missing.map(line => `- ${line}`).join('\n')}`); }
    buildAll(this.options.minor, 'real');
    systemImages();
    buildCsi();
    buildKubeRouter();
  }

  public async port(): Promise<number> {
    return PORT;
  }

  public prepare(): void {
    this.client.create();
    this.options.network.up(this.nodes.length);
  }

  public async start(kubectl: Kubectl): Promise<void> {
    const volumes = join(this.options.folder, 'volumes');
    mkdirSync(volumes);
    await kubectl.apply(volumeObjects(volumes));
    // The sidecars look once, when they are started, for what the server can store.
    await kubectl.run(['create', '-f', snapshotDefinitions()]);
    await kubectl.run(['wait', '--for=condition=Established', 'crd', '--all', `--timeout=${DEFINED_SECONDS}s`]);
    await waitUntil('snapshots are served', DEFINED_SECONDS, async () => (await kubectl.ask(['get', 'volumesnapshotclasses'])).code === 0);
    await kubectl.apply(csiObjects);
    await Promise.all(this.nodes.map(async node => {
      await node.start();
      for (const image of systemImages()) { node.load(image); }
    }));
  }

  public async ready(kubectl: Kubectl): Promise<void> {
    await Promise.all(this.nodes.map(node => node.enforcePolicies()));
    // Not before: its pods would all be on the node that was there first.
    await kubectl.apply(dnsObjects(Math.min(this.nodes.length, 2), false, this.options.domain));
    await kubectl.run(['rollout', 'status', '-n', 'kube-system', 'deployment/coredns', `--timeout=${DNS_SECONDS}s`]);
  }

  public async end(): Promise<void> {
    await Promise.all(this.nodes.map(node => node.end()));
    this.options.network.down(this.nodes.length);
  }
}
