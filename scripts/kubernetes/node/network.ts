import { networkInterfaces } from 'node:os';
import { run, succeeds } from './command';

const MOST = 60;
/** Where Services have their addresses; they mean something on nodes only. */
export const SERVICE_ADDRESSES = '10.96.0.0/16';
export const DNS_ADDRESS = '10.96.0.10';
/** What names end in, unless the cluster has another domain. */
export const CLUSTER_DOMAIN = 'cluster.local';

/**
 * The network of one cluster: a bridge on this machine, on which the control plane listens, with a cable to each node. The addresses are
 * 10.(128 + n).0.0/16 for the n-th cluster: 10.x.0.1 is this machine, 10.x.0.11 the first node, and 10.x.1.0/24 its pods.
 */
export class Network {
  /** The first network that nobody on this machine uses. */
  public static free(): Network {
    const used = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? []).map(({ address }) => address);
    const routes = run('ip', ['-4', 'route', 'show', 'table', 'all']);
    const index = Array.from({ length: MOST }, (_, number) => number).find(number => {
      const { prefix, bridge } = new Network(number);
      return !used.some(address => address.startsWith(`${prefix}.`)) && !routes.includes(` ${prefix}.`) && !routes.startsWith(`${prefix}.`)
        && !succeeds('ip', ['link', 'show', bridge]);
    });
    if (index === undefined) { throw new Error(`All networks from ${new Network(0).prefix} to ${new Network(MOST - 1).prefix} are in use`); }
    return new Network(index);
  }

  constructor(public readonly index: number) {}

  /** Address of this machine, where the API server listens. */
  public get host(): string {
    return `${this.prefix}.0.1`;
  }

  public get addressesOfPods(): string {
    return `${this.prefix}.0.0/16`;
  }

  public addressOfNode(number: number): string {
    return `${this.prefix}.0.${10 + number}`;
  }

  public podsOfNode(number: number): string {
    return `${this.prefix}.${number}.0/24`;
  }

  /** Makes the bridge, and ways to the pods of so many nodes. */
  public up(nodes: number): void {
    run('ip', ['link', 'add', this.bridge, 'type', 'bridge']);
    run('ip', ['addr', 'add', `${this.host}/24`, 'dev', this.bridge]);
    run('ip', ['link', 'set', this.bridge, 'up']);
    for (const number of numbers(nodes)) { run('ip', ['route', 'add', this.podsOfNode(number), 'via', this.addressOfNode(number), 'dev', this.bridge]); }
  }

  /** Connects a node, which is a process with a network of its own. */
  public connect(number: number, nodes: number, process: number): void {
    const cable = this.cable(number);
    this.disconnect(number);
    const inNode = (...words: string[]) => run('nsenter', ['--target', String(process), '--net', 'ip', ...words]);
    run('ip', ['link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', String(process)]);
    run('ip', ['link', 'set', cable, 'master', this.bridge, 'up']);
    inNode('link', 'set', 'lo', 'up');
    inNode('addr', 'add', `${this.addressOfNode(number)}/24`, 'dev', 'eth0');
    inNode('link', 'set', 'eth0', 'up');
    inNode('route', 'add', 'default', 'via', this.host);
    for (const other of numbers(nodes).filter(node => node !== number)) {
      inNode('route', 'add', this.podsOfNode(other), 'via', this.addressOfNode(other));
    }
  }

  public down(nodes: number): void {
    for (const number of numbers(nodes)) { this.disconnect(number); }
    succeeds('ip', ['link', 'del', this.bridge]);
  }

  /** Mostly the cable is gone with its node, but the kernel keeps a network for minutes while connections in it are being closed. */
  private disconnect(number: number): void {
    succeeds('ip', ['link', 'del', this.cable(number)]);
  }

  private cable(number: number): string {
    return `${this.bridge}n${number}`;
  }

  private get prefix(): string {
    return `10.${128 + this.index}`;
  }

  private get bridge(): string {
    return `k8s-${this.index}`;
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
