import { Behaviour } from './behaviour';
import { recordOf } from '../../kubernetes/manifest';
import { titleOf } from '../../manifest/inventory';

export const rolloutWaits: Behaviour = {
  id: 'rollout-waits',
  why: 'a rolling update of pods that start in parallel went on as soon as a pod was Ready; now it waits minReadySeconds after each',
  severity: 'info',
  holds: { since: '1.34' },
  source: 'https://github.com/kubernetes/kubernetes/pull/130909',
  run: function* ({ inventory }) {
    for (const set of inventory.ofKind('StatefulSet')) {
      const { minReadySeconds, podManagementPolicy } = recordOf(set.spec);
      if (podManagementPolicy !== 'Parallel' || !(Number(minReadySeconds) > 0)) { continue; }
      yield {
        object: set,
        path: '/spec/minReadySeconds',
        message: `a rolling update of ${titleOf(set)} waits ${Number(minReadySeconds)} seconds after each pod`,
        fix: 'give deployments more time, or write fewer minReadySeconds',
      };
    }
  },
};
