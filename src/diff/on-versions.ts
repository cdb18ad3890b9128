import { DiffOptions, diff, sorted, summaryOf } from './diff';
import { plansFor } from './plan/plan';
import { ApiModel } from '../kubernetes/api/model';
import { Manifest } from '../kubernetes/manifest';
import { foundOnEach, namesOf } from '../reports/on-versions';
import { MigrationPlan } from '../reports/plan';
import { Comparison } from './changes/comparison';

/** A comparison on each of some versions, and together. */
export interface ComparisonOnVersions extends Comparison {
  readonly onEach: readonly Comparison[];
}

/** Compares on each version; a change that is the same on several is told once. */
export function diffOnEach(
  before: readonly Manifest[], after: readonly Manifest[], models: readonly ApiModel[], options: Omit<DiffOptions, 'model'>,
): ComparisonOnVersions {
  const onEach = new Map(models.map(model => [model, diff(before, after, { ...options, model })]));
  const [first] = onEach.values();
  if (onEach.size === 1) { return { ...first, onEach: [first] }; }
  const changes = sorted(foundOnEach(models, model => [...onEach.get(model)!.changes]));
  return { ...first, changes, summary: summaryOf(changes), kubernetesVersions: namesOf(models), onEach: [...onEach.values()] };
}

/** The plans of each version; one that differs from the others says in its title for which version it is. */
export function plansOnEach({ onEach }: ComparisonOnVersions): MigrationPlan[] {
  const plans = onEach.map(comparison => plansFor(comparison).map(plan => ({ plan, text: JSON.stringify(plan) })));
  const onAll = (text: string) => plans.every(some => some.some(other => other.text === text));
  const told = new Set<string>();
  return onEach.flatMap(({ kubernetesVersions }, index) => plans[index].flatMap(({ plan, text }) => {
    if (!onAll(text)) { return [{ ...plan, title: `${plan.title} on Kubernetes ${kubernetesVersions.join(', ')}` }]; }
    const isNew = !told.has(text);
    told.add(text);
    return isNew ? [plan] : [];
  }));
}
