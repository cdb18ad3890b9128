import { withOldPods } from './set-steps';
import { namespaceOf } from '../../manifest/inventory';
import { Manifest } from '../../manifest/manifest';
import { ordinalsOf } from '../../manifest/workload';

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

/** What pods need and no manifest here makes. */
export function elsewhere(before: Manifest, after: Manifest): string[] {
  const namespace = namespaceOf(after);
  return namespace === namespaceOf(before) ? [] : [`Secrets and ConfigMaps that are not in the manifests must be made in namespace ${namespace} beforehand.`];
}
