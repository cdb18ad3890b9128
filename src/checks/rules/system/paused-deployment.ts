import { WEB, workloadYaml } from './examples';
import { replicasOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

export const pausedDeployment: Check = {
  id: 'paused-deployment',
  why: 'the controller makes no ReplicaSet for a Deployment that is paused. One that is new has no pods then; one that has pods keeps them as they are, whatever is applied',
  severity: 'warning',
  run: function* (inventory) {
    for (const object of inventory.ofKind('Deployment')) {
      // One that was read from a cluster has its pods.
      if (object.spec?.paused !== true || object.metadata?.uid !== undefined || replicasOf(object) === 0) { continue; }
      yield {
        object,
        path: '/spec/paused',
        message: `${titleOf(object)} is paused: where it is new, none of its pods is made, and where it runs, no change reaches its pods`,
        fix: 'remove paused: true; kubectl rollout pause holds a change back for a while',
      };
    }
  },
  bad: workloadYaml('Deployment', 'web', [WEB], 'paused: true'),
  good: workloadYaml('Deployment', 'web', [WEB]),
};
