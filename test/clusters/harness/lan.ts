import { ChildProcess, spawn } from 'child_process';
import { writeFileSync } from 'fs';
import { join } from 'path';
import { may, must, Outcome, run, sleep } from './command';

const SUBNET = '10.77.0';
const BRIDGE_ADDRESS = '02:00:00:00:00:01';
/** What is not in a pod answers here. */
export const NAME_SERVER = `${SUBNET}.1`;

/** One name of the cluster's DNS and the address that it stands for. */
export interface DnsRecord {
  readonly name: string;
  readonly address: string;
}

/**
 * A network of its own: a bridge and a name server in one network namespace,
 * and a namespace for each pod, joined to the bridge by a veth pair. No
 * interface of the machine takes part, so nothing can leave it.
 */
export class Lan {
  private readonly hostsFile: string;
  private readonly namespaces = new Set<string>();
  private nameServer?: ChildProcess;
  private nextHost = 10;

  constructor(private readonly id: string, directory: string) {
    this.hostsFile = join(directory, 'hosts');
  }

  public async start(): Promise<void> {
    this.addNamespace(this.id);
    // Without an address of its own it has that of a pod, and another one when that pod goes: those who remember the old one
    // cannot reach the name server for half a minute.
    must('ip', '-n', this.id, 'link', 'add', 'bridge', 'address', BRIDGE_ADDRESS, 'type', 'bridge');
    must('ip', '-n', this.id, 'addr', 'add', `${NAME_SERVER}/24`, 'dev', 'bridge');
    must('ip', '-n', this.id, 'link', 'set', 'bridge', 'up');
    writeFileSync(this.hostsFile, '');
    const dnsmasq = [
      'dnsmasq', '--keep-in-foreground', '--conf-file=/dev/null', '--user=root', '--pid-file=', '--no-resolv', '--no-hosts',
      `--log-facility=${this.hostsFile}.log`, '--local=/cluster.local/', '--local-ttl=1', `--addn-hosts=${this.hostsFile}`, `--listen-address=${NAME_SERVER}`, '--bind-interfaces',
    ];
    this.nameServer = spawn('ip', ['netns', 'exec', this.id, ...dnsmasq], { stdio: 'ignore' });
    await sleep(200);
  }

  /** Makes the namespace of a pod and joins it to the bridge on a fresh address. */
  public join(pod: string): { namespace: string; address: string } {
    const namespace = `${this.id}-${pod}`;
    const address = `${SUBNET}.${this.nextHost++}`;
    const port = `p${this.nextHost}`;
    this.addNamespace(namespace);
    must('ip', '-n', this.id, 'link', 'add', port, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', namespace);
    must('ip', '-n', this.id, 'link', 'set', port, 'master', 'bridge', 'up');
    must('ip', '-n', namespace, 'addr', 'add', `${address}/24`, 'dev', 'eth0');
    must('ip', '-n', namespace, 'link', 'set', 'eth0', 'up');
    return { namespace, address };
  }

  /** Removes a namespace; connections into it hang, as when a node is lost. */
  public leave(namespace: string): void {
    may('ip', 'netns', 'del', namespace);
    this.namespaces.delete(namespace);
  }

  /** Pulls the plug of a pod, or puts it back. */
  public setLink(namespace: string, state: 'up' | 'down'): void {
    must('ip', '-n', namespace, 'link', 'set', 'eth0', state);
  }

  /** The name that comes first is also the one that the address stands for. */
  public publish(records: readonly DnsRecord[]): void {
    writeFileSync(this.hostsFile, records.map(({ name, address }) => `${address} ${name}\n`).join(''));
    this.nameServer?.kill('SIGHUP');
  }

  /** Content of a pod's /etc/resolv.conf. */
  public resolvConf(namespace: string, options: readonly string[]): string {
    return `nameserver ${NAME_SERVER}\nsearch ${namespace}.svc.cluster.local svc.cluster.local cluster.local\noptions ${options.join(' ')}\n`;
  }

  /** Runs a client's command on the network, outside any pod. */
  public run(argv: readonly string[], timeoutMs?: number): Promise<Outcome> {
    return run(['ip', 'netns', 'exec', this.id, ...argv], timeoutMs);
  }

  public stop(): void {
    this.nameServer?.kill('SIGKILL');
    for (const namespace of [...this.namespaces].reverse()) { this.leave(namespace); }
  }

  private addNamespace(name: string): void {
    must('ip', 'netns', 'add', name);
    this.namespaces.add(name);
    must('ip', '-n', name, 'link', 'set', 'lo', 'up');
  }
}
