import { sorted, summaryOf } from './diff';
import { ComparisonOnVersions, diffOnEach, plansOnEach } from './on-versions';
import { Declared } from './rules/newly-found';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { Change, Diff } from '../reports/change';
import { clustersInWords, foundInEach } from '../reports/clusters';
import { MigrationPlan } from '../reports/plan';
import { toldOnce } from '../reports/told-once';

/** What runs in a cluster, and what is applied to it. */
export interface ClusterSides extends Declared {
  /** @default - it is the only one, and nobody gave it a name */
  readonly name?: string;
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
  readonly models: readonly ApiModel[];
  /** Why a danger was accepted, by the id of the change. */
  readonly accepted?: ReadonlyMap<string, string>;
  /** CustomResourceDefinitions that are in the cluster. @default - those of both sides */
  readonly definitions?: readonly Manifest[];
}

/** A comparison of each cluster, and together. */
export interface ComparisonInClusters extends Diff {
  readonly inEach: ReadonlyMap<ClusterSides, ComparisonOnVersions>;
}

/** Adds to the changes of a cluster where they stand. */
type Placed = (changes: readonly Change[], comparison: ComparisonOnVersions, sides: ClusterSides) => readonly Change[];

/** Compares cluster by cluster; a change that is the same in several is told once. */
export function diffInEach(sides: readonly ClusterSides[], placed: Placed = changes => changes): ComparisonInClusters {
  const inEach = new Map(sides.map(one => [one, diffOnEach(one.before, one.after, one.models, one)]));
  const found = [...inEach].map(([one, comparison]): [string, readonly Change[]] => [one.name ?? '', placed(comparison.changes, comparison, one)]);
  const changes = found.length === 1 ? found[0][1] : sorted(foundInEach(new Map(found)));
  const kubernetesVersions = [...new Set([...inEach.values()].flatMap(comparison => comparison.kubernetesVersions))];
  return { changes, summary: summaryOf(changes), kubernetesVersions, inEach };
}

/** The plans of each cluster. One that is the same in several is there once; its title says for which it is. */
export function plansInEach({ inEach }: ComparisonInClusters): MigrationPlan[] {
  const plans = [...inEach].map(([{ name = '' }, comparison]): [string, MigrationPlan[]] => [name, plansOnEach(comparison)]);
  if (plans.length === 1) { return plans[0][1]; }
  return toldOnce<MigrationPlan, string>(plans, plan => JSON.stringify(plan))
    .map(({ said, parts }) => ({ ...said, title: `${said.title} in ${clustersInWords(parts)}` }));
}
