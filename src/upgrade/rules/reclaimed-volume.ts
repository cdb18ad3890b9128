import { Behaviour } from './behaviour';
import { recordOf } from '../../kubernetes/manifest';
import { titleOf } from '../../manifest/inventory';

const FIX = 'before you delete such a PersistentVolume to keep its data, write Retain on it; for new volumes write reclaimPolicy: Retain on the class';

export const reclaimedVolume: Behaviour = {
  id: 'volume-reclaimed',
  why: 'a PersistentVolume with Delete that was deleted before its claim left its storage behind; now the storage is deleted with the claim',
  severity: 'warning',
  holds: { gate: 'HonorPVReclaimPolicy' },
  source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#persistentvolume-deletion-protection-finalizer',
  run: function* ({ inventory }) {
    for (const volume of inventory.ofKind('PersistentVolume')) {
      if (recordOf(volume.spec).persistentVolumeReclaimPolicy === 'Delete') {
        yield {
          object: volume,
          path: '/spec/persistentVolumeReclaimPolicy',
          message: `the storage behind ${titleOf(volume)} is deleted with its claim, also if the PersistentVolume was deleted first`,
          fix: FIX,
        };
      }
    }
    for (const storageClass of inventory.ofKind('StorageClass')) {
      // Nobody makes volumes for such a class, so their own policy counts.
      if (storageClass.provisioner === 'kubernetes.io/no-provisioner') { continue; }
      if ((storageClass.reclaimPolicy ?? 'Delete') === 'Delete') {
        yield {
          object: storageClass,
          path: storageClass.reclaimPolicy === undefined ? '' : '/reclaimPolicy',
          message: `the storage behind volumes of ${titleOf(storageClass)} is deleted with their claims, also if the PersistentVolume was deleted first`,
          fix: FIX,
        };
      }
    }
  },
};
