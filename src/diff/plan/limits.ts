import { growthOf, sizeOf } from './grow';
import { withOldPods } from './set-steps';
import { TemplatePair } from './template-pairs';
import { Manifest } from '../../kubernetes/manifest';
import { ordinalsOf } from '../../kubernetes/workload';
import { namespaceOf } from '../../manifest/inventory';

/** What holds for every plan. */
export const GENERAL_LIMITS: readonly string[] = [
  'Only what the plan is for and what its pods need is applied here; apply the other manifests afterwards, as always, and only then let anything prune.',
];

/** Losing members is another matter. */
export function keepsOldPods(before: Manifest, after: Manifest): string[] {
  const { first, last } = ordinalsOf(before);
  return withOldPods(before, after) === after ? [] : [`The set is created with the pods that it had (${first} to ${last}); fewer or other ordinals are a change of its own afterwards, with a plan of its own.`];
}

/** Plans do not grow without end. */
export function onlyListed(set: Manifest): string[] {
  const { first, last } = ordinalsOf(set);
  return last - first > 99 ? ['Only the first 100 ordinals are covered.'] : [];
}

/** Volumes that go to another claim stay as large as they are, whatever the new manifests ask for. */
export function keptSizes(pairs: readonly TemplatePair[]): string[] {
  return pairs.filter(pair => growthOf(pair) !== 0).map(pair => {
    const { old, next } = pair;
    const kept = `What is claimed as ${next.metadata?.name} keeps its size, ${sizeOf(old)}`;
    return growthOf(pair) > 0
      ? `${kept}; grow it to ${sizeOf(next)} afterwards.`
      : `${kept}, for no claim shrinks: write ${sizeOf(old)} in the new manifest. Only a system of its own gets smaller volumes: export the data and import it there.`;
  });
}

/** What pods need and no manifest here makes. */
export function elsewhere(before: Manifest, after: Manifest): string[] {
  const namespace = namespaceOf(after);
  return namespace === namespaceOf(before) ? [] : [`Secrets and ConfigMaps that are not in the manifests must be made in namespace ${namespace} beforehand.`];
}
