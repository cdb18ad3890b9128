import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Size, Testing } from 'cdk8s';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { LiveObject } from '../../../scripts/kubernetes/live-object';
import { Pod } from '../../../scripts/kubernetes/pod';
import { waitUntil } from '../../../scripts/kubernetes/wait';
import { StatefulApp } from '../../../src/constructs/stateful-app';
import { Storage } from '../../../src/constructs/storage/storage';

const FILE = '/data/numbers';
const MEMBERS = [0, 1, 2];
const SECONDS = 180;

/** What may differ between the manifests of counters. */
export interface CountersProps {
  readonly name: string;
  readonly size: Size;
  readonly storageClass: LiveObject;
}

/** A StatefulApp whose three members write 1, 2, 3, … to their volumes all the time: so it shows if something is missing, and if one stood still. */
export class Counters {
  public static readonly image = 'busybox:1.36';
  public readonly manifests: readonly LiveObject[];
  public readonly claims: readonly string[];

  constructor(private readonly kubectl: Kubectl, private readonly namespace: string, private readonly props: CountersProps) {
    const { name, size, storageClass } = props;
    const chart = new Chart(Testing.app(), 'chart', { namespace });
    const app = new StatefulApp(chart, name, {
      image: Counters.image,
      replicas: MEMBERS.length,
      command: ['/opt/counter.sh', FILE],
      files: [{ path: '/opt/counter.sh', content: readFileSync(join(__dirname, 'clients', 'counter.sh'), 'utf8'), executable: true }],
      volumes: [{ name: 'data', mountPath: '/data', size, storage: Storage.dynamic({ storageClassName: storageClass.metadata.name }) }],
    });
    this.manifests = [...Testing.synth(chart), storageClass];
    this.claims = MEMBERS.map(ordinal => app.claimName('data', ordinal));
  }

  /** The same with other props. */
  public with(changed: Partial<CountersProps>): Counters {
    return new Counters(this.kubectl, this.namespace, { ...this.props, ...changed });
  }

  /** Applies it on the server's side, by nobody's force, and waits until all members are ready. */
  public async apply(): Promise<void> {
    await this.kubectl.run(['apply', '--server-side', '--validate=strict', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: this.manifests }));
    await this.ready();
  }

  public async ready(): Promise<void> {
    await this.kubectl.run(['rollout', 'status', '-n', this.namespace, `statefulset/${this.props.name}`, `--timeout=${SECONDS}s`]);
    await waitUntil('every member is ready', SECONDS, async () => (await Promise.all(this.pods.map(pod => pod.isReady()))).every(Boolean));
  }

  public async uids(): Promise<unknown[]> {
    return (await Promise.all(this.pods.map(pod => pod.get()))).map(pod => pod?.metadata.uid);
  }

  /** What a command prints at each member. */
  public async say(...command: string[]): Promise<(string | undefined)[]> {
    return Promise.all(this.pods.map(async pod => (await pod.says(this.props.name, ...command))?.trim()));
  }

  /** How far each has counted. None may have left out a number. */
  public async counts(): Promise<number[]> {
    const listings = await this.say('cat', FILE);
    return listings.map((listing, index) => {
      const numbers = (listing ?? '').split('\n').map(Number);
      const wrong = numbers.findIndex((number, at) => number !== at + 1);
      if (wrong >= 0) { throw new Error(`Member ${index} wrote ${numbers.slice(Math.max(0, wrong - 2), wrong + 3).join(', ')} after ${wrong} lines`); }
      return numbers.length;
    });
  }

  /** Waits until each has counted further than that, and fails if one has lost a number. */
  public async countOn(from: readonly number[]): Promise<void> {
    let counts: readonly number[] = [];
    const isFurther = async () => {
      counts = await this.counts();
      return counts.every((count, index) => count > from[index]);
    };
    await waitUntil(`all count on after ${from.join(', ')}`, SECONDS, isFurther).catch(error => { throw new Error(`${error.message}; they are at ${counts.join(', ')}`); });
  }

  /** A field of each claim. */
  public async ofClaims(jsonpath: string): Promise<string[]> {
    return Promise.all(this.claims.map(claim => this.kubectl.run(['get', 'pvc', claim, '-n', this.namespace, '-o', `jsonpath=${jsonpath}`])));
  }

  /** A field of each claim's volume. */
  public async ofVolumes(jsonpath: string): Promise<string[]> {
    return Promise.all((await this.ofClaims('{.spec.volumeName}')).map(volume => this.kubectl.run(['get', 'pv', volume, '-o', `jsonpath=${jsonpath}`])));
  }

  private get pods(): readonly Pod[] {
    return MEMBERS.map(ordinal => new Pod(this.kubectl, this.namespace, `${this.props.name}-${ordinal}`));
  }
}
