import { ensemble } from './examples';
import { imageName } from '../../../kubernetes/image';
import { textOf } from '../../../kubernetes/manifest';
import { containersOf, replicasOf } from '../../../kubernetes/workload';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { quorumOf } from '../../../manifest/quorum';
import { Pods } from '../../../manifest/references/pods';
import { Check } from '../../engine/check';

export const evenQuorum: Check = {
  id: 'even-quorum',
  why: 'members that decide by majority bear no more failures with an even number than with one less, and two halves can each be without a majority',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const set of inventory.ofKind('StatefulSet')) {
      const count = replicasOf(set);
      const image = count > 0 && count % 2 === 0 ? quorumOf(set) : undefined;
      if (image === undefined || arbitersOf(image, references.pods.in(namespaceOf(set))) % 2 === 1) { continue; }
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

/** How many pods vote and hold no data: they run the same program as a workload of their own, which is named after what it does. */
function arbitersOf(image: string, pods: readonly Pods[]): number {
  return pods.filter(({ workload, template }) => /arbiter/i.test(textOf(workload.metadata?.name))
    && containersOf(template).some(({ container }) => imageName(container.image) === imageName(image)))
    .reduce((sum, { workload }) => sum + replicasOf(workload), 0);
}
