import { IConstruct } from 'constructs';
import { clustersOn } from './declarations';
import type { Cluster } from '../checks/configuration/cluster';

/**
 * Which constructs of an app are for which cluster: those that are named nearest above them. What stands below none is
 * for every cluster of the app.
 */
export class ClusterScopes {
  /** All clusters of the app, each once. */
  public readonly all: readonly Cluster[];
  /** Why the declarations contradict each other. */
  public readonly problems: readonly string[];
  private readonly byScope: ReadonlyMap<IConstruct, readonly Cluster[]>;

  /**
   * @param declaring the constructs of the app with metadata
   */
  constructor(declaring: readonly IConstruct[]) {
    this.byScope = new Map(declaring.map(scope => [scope, clustersOn(scope)] as const).filter(([, clusters]) => clusters.length > 0));
    const clusters = [...new Set([...this.byScope.values()].flat())];
    const byName = new Map<string, Cluster>();
    for (const cluster of clusters) { byName.set(cluster.name, byName.get(cluster.name) ?? cluster); }
    this.all = [...byName.values()];
    const contradicting = clusters.filter(cluster => JSON.stringify(cluster) !== JSON.stringify(byName.get(cluster.name)));
    this.problems = [...new Set(contradicting.map(({ name }) => `there are two clusters '${name}' that are not the same; make one, and name it in both places`))];
  }

  /** The clusters that a construct is for. */
  public of(construct: IConstruct): readonly Cluster[] {
    if (this.all.length < 2) { return this.all; }
    for (let scope: IConstruct | undefined = construct; scope; scope = scope.node.scope) {
      const clusters = this.byScope.get(scope);
      if (clusters) { return clusters; }
    }
    return this.all;
  }
}
