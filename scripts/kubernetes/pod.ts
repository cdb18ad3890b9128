import { Answer, Kubectl } from './kubectl';
import { LiveObject, hasCondition, isGoing } from './live-object';

/** A pod of a cluster, by its name. */
export class Pod {
  constructor(public readonly kubectl: Kubectl, public readonly namespace: string, public readonly name: string) {}

  /** What a command in one of its containers prints; undefined if it fails. */
  public async says(container: string, ...command: string[]): Promise<string | undefined> {
    const { code, stdout } = await this.exec(container, ...command);
    return code === 0 ? stdout : undefined;
  }

  public exec(container: string, ...command: string[]): Promise<Answer> {
    return this.kubectl.ask(['exec', '-n', this.namespace, this.name, '-c', container, '--', ...command]);
  }

  public async get(): Promise<LiveObject | undefined> {
    const { code, stdout } = await this.kubectl.ask(['get', 'pod', '-n', this.namespace, this.name, '-o', 'json']);
    return code === 0 ? JSON.parse(stdout) : undefined;
  }

  /** True if it serves, as its kubelet sees it, and nobody has deleted it. */
  public async isReady(): Promise<boolean> {
    const pod = await this.get();
    return pod !== undefined && !isGoing(pod) && hasCondition(pod, 'Ready');
  }

  /** Ids of its containers, which a container that is started anew does not keep. */
  public async containers(): Promise<string[]> {
    const statuses: ReadonlyArray<{ containerID: string }> = (await this.get())!.status.containerStatuses;
    return statuses.map(({ containerID }) => containerID.replace('containerd://', ''));
  }

  /** As a drain or a rolling update does it. */
  public async delete(...flags: string[]): Promise<void> {
    await this.kubectl.run(['delete', 'pod', '-n', this.namespace, this.name, ...flags]);
  }

  public async logs(container: string): Promise<string> {
    return (await this.kubectl.ask(['logs', '-n', this.namespace, this.name, '-c', container])).stdout;
  }
}
