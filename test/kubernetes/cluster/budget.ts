import { Kubectl } from '../../../scripts/kubernetes/kubectl';
import { LiveObject, isGoing, isObserved } from '../../../scripts/kubernetes/live-object';
import { waitUntil } from '../../../scripts/kubernetes/wait';

const SECONDS = 60;

/** The status of a PodDisruptionBudget and the pods that it speaks of. */
export class Budget {
  /** All budgets of a namespace that have pods. */
  public static async of(kubectl: Kubectl, namespace: string): Promise<Budget[]> {
    const list = async (kind: string): Promise<LiveObject[]> => JSON.parse(await kubectl.run(['get', kind, '-n', namespace, '-o', 'json'])).items;
    const [budgets, pods] = [await list('pdb'), await list('pods')];
    return budgets
      .map(budget => new Budget(kubectl, budget, pods.filter(pod => pod.status.phase === 'Running' && !isGoing(pod) && selects(budget, pod))))
      .filter(budget => budget.pods.length > 0);
  }

  private constructor(private readonly kubectl: Kubectl, private readonly budget: LiveObject, private readonly pods: readonly LiveObject[]) {}

  public get name(): string {
    return this.budget.metadata.name;
  }

  /** How many pods may be gone at once, by what is written in the budget. */
  public get written(): number {
    const { maxUnavailable, minAvailable } = this.budget.spec;
    const count = (value: number | string) => typeof value === 'number' ? value : Math.ceil(parseInt(value, 10) * this.pods.length / 100);
    return maxUnavailable === undefined ? this.pods.length - count(minAvailable) : Math.min(count(maxUnavailable), this.pods.length);
  }

  /** Waits until the controller has counted all pods, and gives what it then allows. */
  public async allowed(): Promise<number> {
    let budget = this.budget;
    await waitUntil(`budget ${this.name} counts ${this.pods.length} healthy pods`, SECONDS, async () => {
      const { name, namespace } = this.budget.metadata;
      budget = JSON.parse(await this.kubectl.run(['get', 'pdb', name, '-n', namespace!, '-o', 'json']));
      return isObserved(budget) && budget.status.currentHealthy === this.pods.length && budget.status.expectedPods === this.pods.length;
    });
    return budget.status.disruptionsAllowed;
  }

  /** Evicts one pod after the other until the server refuses. Gives how many it let go. */
  public async evict(): Promise<number> {
    for (const [index, { metadata: { name, namespace } }] of this.pods.entries()) {
      const eviction = JSON.stringify({ apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } });
      const { code, stderr } = await this.kubectl.ask(['create', '--raw', `/api/v1/namespaces/${namespace}/pods/${name}/eviction`, '-f', '-'], eviction);
      if (code !== 0) {
        if (!stderr.includes('disruption budget')) { throw new Error(stderr); }
        return index;
      }
    }
    return this.pods.length;
  }
}

function selects({ spec }: LiveObject, { metadata }: LiveObject): boolean {
  return Object.entries(spec.selector.matchLabels ?? {}).every(([key, value]) => metadata.labels?.[key] === value);
}
