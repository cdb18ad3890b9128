import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from './engine';
import { clientPod } from '../../../scripts/kubernetes/client-pod';
import { Cluster } from '../../../scripts/kubernetes/cluster';
import { Node } from '../../../scripts/kubernetes/node/node';
import { Pod } from '../../../scripts/kubernetes/pod';
import { waitUntil } from '../../../scripts/kubernetes/wait';

const NAME = 'writer';
const SECONDS = 90;

interface Write {
  readonly key: string;
  /** In milliseconds. */
  readonly answered: number;
}

/** A pod that writes to a database through its Service, by its name, and prints which writes were acknowledged. */
export class Writer {
  private readonly pod: Pod;
  private machine?: Node;

  constructor(private readonly engine: Engine, private readonly cluster: Cluster) {
    this.pod = new Pod(cluster.kubectl, engine.namespace, NAME);
  }

  /** @param node where it runs; the scheduler says it if it does not matter */
  public async start(node?: string): Promise<void> {
    const { namespace, set, manifests, container, writer, client = { host: set, passwordSecret: `${set}-auth` } } = this.engine;
    const script = readFileSync(join(__dirname, 'clients', writer), 'utf8');
    const server = manifests.find(({ kind }) => kind === 'StatefulSet')!.spec.template.spec.containers.find(({ name }: { name: string }) => name === container);
    await this.cluster.kubectl.apply([
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: NAME, namespace }, data: { script } },
      clientPod({
        namespace,
        name: NAME,
        image: server.image,
        command: ['bash', '/client/script'],
        env: { DATABASE: client.host, ...client.env },
        password: { variable: 'PASSWORD', secret: client.passwordSecret },
        files: NAME,
        nodeName: node,
      }),
    ]);
    await waitUntil('the pod that writes is on a node', SECONDS, async () => {
      const name = (await this.pod.get())?.spec.nodeName;
      this.machine = this.cluster.realNodes.find(one => one.name === name);
      return this.machine !== undefined;
    });
    await this.writesGoOn();
  }

  /** Where it runs since it was started. */
  public get node(): Node {
    if (!this.machine) { throw new Error('nobody writes yet'); }
    return this.machine;
  }

  /** Waits until a write is acknowledged from now on. */
  public async writesGoOn(seconds = SECONDS): Promise<void> {
    const count = (await this.acknowledged()).length;
    await waitUntil('writes are acknowledged again', seconds, async () => (await this.acknowledged()).length > count);
  }

  public async acknowledged(): Promise<Write[]> {
    const lines = this.printed().map(line => line.split(' '));
    return lines.filter(([word]) => word === 'ok').map(([, key, answered]) => ({ key, answered: Number(answered) }));
  }

  /** How many of the last tries were acknowledged, one after the other. */
  public async succeededLast(): Promise<number> {
    const tries = this.printed().filter(line => /^(ok|no) /.test(line)).reverse();
    const failed = tries.findIndex(line => line.startsWith('no '));
    return failed < 0 ? tries.length : failed;
  }

  /** The longest time without an acknowledgement since a moment, in seconds. */
  public async longestPause(since: number): Promise<number> {
    const moments = [since, ...(await this.acknowledged()).map(({ answered }) => answered).filter(moment => moment > since)];
    return Math.max(0, ...moments.slice(1).map((moment, index) => moment - moments[index])) / 1000;
  }

  /** Its lines, from the node's own disk: `kubectl logs` asks the kubelet, which some scenarios kill. */
  private printed(): string[] {
    const files = this.node.run('sh', ['-c', `cat /var/log/pods/${this.engine.namespace}_${NAME}_*/${NAME}/*.log 2>/dev/null || true`]);
    // Before each line stand when it was printed, on which stream, and whether it is whole.
    return files.split('\n').map(line => line.split(' ').slice(3).join(' '));
  }
}
