import { ensemble } from './examples';
import { replicasOf } from '../../../kubernetes/workload';
import { titleOf } from '../../../manifest/inventory';
import { quorumOf } from '../../../manifest/quorum';
import { Check } from '../../engine/check';

export const evenQuorum: Check = {
  id: 'even-quorum',
  why: 'members that decide by majority bear no more failures with an even number than with one less, and two halves can each be without a majority',
  severity: 'warning',
  run: function* (inventory) {
    for (const set of inventory.ofKind('StatefulSet')) {
      const count = replicasOf(set);
      const image = count > 0 && count % 2 === 0 ? quorumOf(set) : undefined;
      if (image === undefined) { continue; }
      yield {
        object: set,
        path: '/spec/replicas',
        message: `${titleOf(set)} runs ${count} members of '${image}', which decide by majority: `
          + `they bear ${count / 2 - 1} failure${count === 4 ? '' : 's'}, as ${count - 1} would`,
        fix: `write replicas: ${count + 1}, or ${count - 1}`,
      };
    }
  },
  bad: ensemble(4),
  good: ensemble(3),
};
