import { Engine } from './engine';
import { Writer } from './writer';
import { Cluster } from '../../../scripts/kubernetes/cluster';
import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { Node } from '../../../scripts/kubernetes/node/node';
import { Pod } from '../../../scripts/kubernetes/pod';
import { waitUntil } from '../../../scripts/kubernetes/wait';

const READY_SECONDS = 300;
const COPIED_SECONDS = 120;
const LATE_SECONDS = 5;

/** A database on real nodes, and somebody who writes to it all the time. */
export class Database {
  public readonly writer: Writer;
  public readonly kubectl: Kubectl;

  constructor(public readonly engine: Engine, private readonly cluster: Cluster) {
    this.kubectl = cluster.kubectl;
    this.writer = new Writer(engine, cluster);
  }

  public get members(): readonly Pod[] {
    const { namespace, set } = this.engine;
    return [0, 1, 2].map(ordinal => new Pod(this.kubectl, namespace, `${set}-${ordinal}`));
  }

  /** Applies it to a namespace of its own, at the Pod Security level `restricted`. */
  public async apply(): Promise<void> {
    const { namespace, manifests } = this.engine;
    const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
    await this.kubectl.apply([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace, labels } }]);
    await this.kubectl.applyStrictly(manifests);
  }

  /** Waits until every member is ready, and gives how long that took, in seconds. */
  public async ready(): Promise<number> {
    const { namespace, set, readySeconds = READY_SECONDS } = this.engine;
    const begin = Date.now();
    await this.kubectl.run(['rollout', 'status', '-n', namespace, `statefulset/${set}`, `--timeout=${readySeconds}s`]);
    await waitUntil('every member is ready', readySeconds, async () => (await Promise.all(this.members.map(member => member.isReady()))).every(Boolean));
    return (Date.now() - begin) / 1000;
  }

  /** Rolls the pods of the set, one by one. */
  public async restart(): Promise<void> {
    const { namespace, set } = this.engine;
    await this.kubectl.run(['rollout', 'restart', '-n', namespace, `statefulset/${set}`]);
  }

  /** Runs now what a CronJob would run later, and gives how many of its pods failed before one succeeded. */
  public async runJob(cronJob: string): Promise<number> {
    const [at, job] = [['-n', this.engine.namespace], `${cronJob}-now`];
    await this.kubectl.run(['create', 'job', ...at, job, `--from=cronjob/${cronJob}`]);
    await this.kubectl.run(['wait', ...at, '--for=condition=Complete', `job/${job}`, `--timeout=${READY_SECONDS}s`]);
    return Number(await this.kubectl.run(['get', ...at, `job/${job}`, '-o', 'jsonpath={.status.failed}']));
  }

  /** The same, while the policies of the nodes learn of its pod only some seconds after its start, as on a busy cluster. */
  public async runJobThatIsLetInLate(cronJob: string): Promise<number> {
    const nodes = this.cluster.realNodes;
    await Promise.all(nodes.map(node => node.endPart('kube-router')));
    const failed = this.runJob(cronJob);
    try {
      await waitUntil(`a pod of ${cronJob} has begun`, READY_SECONDS, () => this.hasBegun(`${cronJob}-now`));
      await new Promise(resolve => setTimeout(resolve, LATE_SECONDS * 1000));
    } finally {
      await Promise.all(nodes.map(node => node.enforcePolicies()));
    }
    return failed;
  }

  /** The member that leads. There must be one, and one alone. */
  public async leader(): Promise<Pod> {
    let leaders: Pod[] = [];
    await waitUntil('one member leads', COPIED_SECONDS, async () => {
      const answers = await Promise.all(this.members.map(member => this.engine.leads(member)));
      leaders = this.members.filter((_, index) => answers[index]);
      return leaders.length === 1;
    });
    return leaders[0];
  }

  /** The machine of a member. */
  public async nodeOf(member: Pod): Promise<Node> {
    const name = (await member.get())!.spec.nodeName;
    return this.cluster.realNodes.find(node => node.name === name)!;
  }

  public nodeWithoutWriter(): string {
    return this.cluster.realNodes.map(({ name }) => name).find(name => name !== this.writer.node.name)!;
  }

  /** Waits until a write is acknowledged from now on. */
  public writesGoOn(): Promise<void> {
    return this.writer.writesGoOn(this.engine.failoverSeconds);
  }

  /** Deletes a member's claim and kills its pod, so that its next one gets an empty volume. */
  public async loseVolume(member: Pod): Promise<void> {
    const { name, namespace } = member;
    const claim = ['pvc', '-n', namespace, `data-${name}`];
    const id = async () => (await this.kubectl.ask(['get', ...claim, '-o', 'jsonpath={.metadata.uid}'])).stdout;
    const lost = await id();
    await this.kubectl.run(['delete', ...claim, '--wait=false']);
    await member.delete('--grace-period=0', '--force');
    await waitUntil(`${name} has another claim`, READY_SECONDS, async () => ![lost, ''].includes(await id()));
  }

  /** Every write that was acknowledged up to now must be at every member. Gives how many these are. */
  public async nothingLost(): Promise<number> {
    const written = (await this.writer.acknowledged()).map(({ key }) => key);
    for (const member of this.members) {
      let missing: string[] = [];
      await waitUntil(`${member.name} holds all ${written.length} writes`, COPIED_SECONDS, async () => {
        const held = await this.engine.keysOf(member);
        missing = written.filter(key => !held?.has(key));
        return missing.length === 0;
      }).catch(error => { throw new Error(`${error.message}; it lacks ${missing.length}: ${missing.slice(0, 10).join(', ')}`); });
    }
    return written.length;
  }

  private async hasBegun(job: string): Promise<boolean> {
    const of = ['pods', '-n', this.engine.namespace, '-l', `batch.kubernetes.io/job-name=${job}`];
    const { stdout } = await this.kubectl.ask(['get', ...of, '-o', 'jsonpath={.items[*].status.phase}']);
    return /Running|Succeeded|Failed/.test(stdout);
  }
}
