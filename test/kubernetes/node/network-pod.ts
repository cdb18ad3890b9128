import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { Pod } from '../../../scripts/kubernetes/pod';
import { waitUntil } from '../../../scripts/kubernetes/wait';

const SECONDS = 180;
/** A packet that a policy drops is never answered. */
const DIAL_SECONDS = '5';
const TIMED_OUT = 124;
const script = (name: string) => readFileSync(join(__dirname, name), 'utf8');

/** The image of pods that answer at ports. */
export const NETWORK_IMAGE = 'node:24.21.0-alpine3.24';

/** What a container runs that answers at these ports, and does nothing else. */
export const listening = (...ports: number[]) => ['node', '-e', script('listen.js'), '--', ...ports.map(String)];

/** A pod as somebody who connects to others, or who answers them. */
export class NetworkPod {
  private readonly pod: Pod;
  private address?: string;

  /** @param ports at which it answers, if policies let others through */
  constructor(kubectl: Kubectl, namespace: string, name: string, private readonly container: string, public readonly ports: readonly number[] = []) {
    this.pod = new Pod(kubectl, namespace, name);
  }

  public get name(): string {
    return this.pod.name;
  }

  /** The pod with nothing but these labels, which are all that policies look at. The image must have bash. */
  public manifest(labels: Readonly<Record<string, string>>, image = NETWORK_IMAGE): object {
    const command = this.ports.length > 0 ? listening(...this.ports) : ['sleep', 'infinity'];
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: this.name, namespace: this.pod.namespace, labels },
      spec: {
        terminationGracePeriodSeconds: 0,
        securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
        containers: [{ name: this.container, image, command, securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
      },
    };
  }

  public async runs(): Promise<void> {
    await waitUntil(`pod ${this.name} runs`, SECONDS, async () => {
      const status = (await this.pod.get())?.status;
      this.address = status?.podIP;
      return status?.phase === 'Running' && this.address !== undefined;
    });
  }

  /** Deletes it: a pod that nothing controls is in the way when its node is drained. */
  public end(): Promise<void> {
    return this.pod.delete();
  }

  /** The ports of another pod at which this one gets an answer. */
  public async reached(others: readonly NetworkPod[]): Promise<ReadonlyMap<NetworkPod, number[]>> {
    const targets = others.flatMap(({ address, ports }) => ports.map(port => `${address}:${port}`));
    const { code, stdout, stderr } = await this.pod.exec(this.container, 'timeout', DIAL_SECONDS, 'bash', '-c', script('clients/dial.sh'), 'dial.sh', ...targets);
    if (![0, TIMED_OUT].includes(code)) { throw new Error(`${this.name}: ${stderr}`); }
    const answered = stdout.split('\n');
    return new Map(others.map(other => [other, other.ports.filter(port => answered.includes(`${other.address}:${port}`))]));
  }

  /** Whether the cluster's DNS tells it the address of a name. */
  public async findsName(name: string): Promise<boolean> {
    return await this.pod.says(this.container, 'getent', 'hosts', name) !== undefined;
  }
}
