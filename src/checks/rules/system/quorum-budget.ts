import { ensembleWithBudget } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { oncePerKey } from '../../../kubernetes/once';
import { replicasOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { evictable, majorityOf, quorumOf } from '../../../manifest/quorum';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

export const quorumBudget: Check = {
  id: 'quorum-budget',
  why: 'a PodDisruptionBudget that lets a majority be evicted lets the drain of two nodes stop a system that decides by majority',
  severity: 'warning',
  run: function* (_, { references }) {
    // Budgets with one selector have one list of pods.
    const votersOf = oncePerKey(votersAmong);
    for (const { from, selector, namespaces } of references.selectionsFor('protects')) {
      const { maxUnavailable } = recordOf(from.spec);
      for (const { image, count } of votersOf(references.pods.select(selector, namespaces[0]))) {
        const gone = evictable(recordOf(from.spec), count);
        if (gone === undefined || count - gone >= majorityOf(count)) { continue; }
        const left = count - gone;
        yield {
          object: from,
          path: maxUnavailable === undefined ? '/spec/minAvailable' : '/spec/maxUnavailable',
          message: `${titleOf(from)} lets ${gone} of ${count} members of '${image}' be evicted at once, and ${left} ${left === 1 ? 'is' : 'are'} no majority`,
          fix: `write maxUnavailable: ${count - majorityOf(count)}`,
        };
      }
    }
  },
  bad: ensembleWithBudget('maxUnavailable: 2'),
  good: ensembleWithBudget('maxUnavailable: 1'),
};

interface Voters {
  readonly image: string;
  readonly count: number;
}

function votersAmong(all: readonly Pods[]): Voters[] {
  return all.flatMap(({ workload }): Voters[] => {
    const [image, count] = [quorumOf(workload), replicasOf(workload)];
    return image === undefined || count < 3 ? [] : [{ image, count }];
  });
}
