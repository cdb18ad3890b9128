import { ensembleWithBudget } from './examples';
import { shareOf } from '../../../kubernetes/formats/percent';
import { recordOf } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { titleOf } from '../../../manifest/inventory';
import { expectedPods } from '../../../manifest/references/expected-pods';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

export const evictionBlocked: Check = {
  id: 'eviction-blocked',
  why: 'a PodDisruptionBudget that allows no disruption stops every drain of a node: upgrades of the cluster hang, or are forced and hurt',
  severity: 'warning',
  run: function* (_, { references }) {
    const countFor = oncePerKey((pods: readonly Pods[]) => expectedPods(pods, references));
    for (const selection of references.selectionsFor('protects')) {
      const count = countFor(references.pods.select(selection.selector, selection.namespaces[0]));
      const blocking = count === undefined ? undefined : blockingField(recordOf(selection.from.spec), count);
      if (!blocking) { continue; }
      yield {
        object: selection.from,
        path: `/spec/${blocking}`,
        message: `${titleOf(selection.from)} has ${blocking}: ${recordOf(selection.from.spec)[blocking]} for ${count} `
          + `pod${count === 1 ? '' : 's'}, so none of them may ever be evicted`,
        fix: 'write maxUnavailable: 1; for a single pod leave the budget out, or run more replicas',
      };
    }
  },
  bad: ensembleWithBudget('minAvailable: 3'),
  good: ensembleWithBudget('maxUnavailable: 1'),
};

function blockingField({ minAvailable, maxUnavailable }: Record<string, any>, count: number): string | undefined {
  const allowed = shareOf(maxUnavailable, count);
  if (allowed !== undefined) { return allowed === 0 ? 'maxUnavailable' : undefined; }
  const needed = shareOf(minAvailable, count);
  return needed !== undefined && needed >= count ? 'minAvailable' : undefined;
}
