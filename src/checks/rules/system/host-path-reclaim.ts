import { ON_NODE_1, ONCE, volumeYaml } from './examples';
import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (policy: string) => volumeYaml('disk-1', 'storageClassName: disks', ONCE, `persistentVolumeReclaimPolicy: ${policy}`, 'hostPath: {path: /data}', ON_NODE_1);

export const hostPathReclaim: Check = {
  id: 'host-path-reclaim',
  why: 'Kubernetes cannot delete directories of nodes: with Delete the volume ends as Failed once its claim is gone, '
    + 'and below /tmp a directory of the wrong node may be deleted',
  severity: 'warning',
  run: function* (inventory) {
    for (const volume of inventory.ofKind('PersistentVolume')) {
      const spec = recordOf(volume.spec);
      if (spec.persistentVolumeReclaimPolicy !== 'Delete' || (!isRecord(spec.hostPath) && !isRecord(spec.local))) { continue; }
      yield {
        object: volume,
        path: '/spec/persistentVolumeReclaimPolicy',
        message: `${titleOf(volume)} is a directory of a node with the reclaim policy Delete, which nothing carries out properly`,
        fix: 'write persistentVolumeReclaimPolicy: Retain',
      };
    }
  },
  bad: example('Delete'),
  good: example('Retain'),
};
