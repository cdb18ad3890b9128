import { ONCE, volumeYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Types of volumes that Kubernetes can mount and not delete, by their field, and what each is. */
const UNDELETABLE: Readonly<Record<string, string>> = { fc: 'a disk of Fibre Channel', iscsi: 'an iSCSI disk', nfs: 'a directory of an NFS server' };

const example = (policy: string) => volumeYaml('media', ONCE, 'storageClassName: ""', `persistentVolumeReclaimPolicy: ${policy}`, 'nfs: {server: 10.1.2.3, path: /media}');

export const staticVolumeReclaim: Check = {
  id: 'static-volume-reclaim',
  why: 'Kubernetes deletes no directories of NFS servers and no iSCSI disks. With the reclaim policy Delete the volume ends as Failed once its claim is gone, and no other claim gets it',
  severity: 'warning',
  run: function* (inventory) {
    for (const volume of inventory.ofKind('PersistentVolume')) {
      const spec = recordOf(volume.spec);
      if (spec.persistentVolumeReclaimPolicy === 'Recycle' && ['nfs', 'hostPath'].every(field => spec[field] === undefined)) {
        yield {
          object: volume,
          path: '/spec/persistentVolumeReclaimPolicy',
          message: `${titleOf(volume)} has the reclaim policy Recycle, which Kubernetes carries out for NFS and hostPath alone: it ends as Failed once its claim is gone`,
          fix: 'write persistentVolumeReclaimPolicy: Retain, or Delete if its driver shall delete it',
        };
      }
      // What a provisioner made, it deletes.
      if (spec.persistentVolumeReclaimPolicy !== 'Delete' || recordOf(volume.metadata?.annotations)['pv.kubernetes.io/provisioned-by'] !== undefined) { continue; }
      const type = Object.keys(UNDELETABLE).find(field => spec[field] !== undefined);
      if (type === undefined) { continue; }
      yield {
        object: volume,
        path: '/spec/persistentVolumeReclaimPolicy',
        message: `${titleOf(volume)} is ${UNDELETABLE[type]} with the reclaim policy Delete, which nothing carries out`,
        fix: 'write persistentVolumeReclaimPolicy: Retain',
      };
    }
  },
  bad: example('Delete'),
  good: example('Retain'),
};
