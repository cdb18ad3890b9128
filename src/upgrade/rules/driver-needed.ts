import { Behaviour } from './behaviour';
import { isRecord, listOf, recordOf } from '../../kubernetes/manifest';
import { titleOf } from '../../manifest/inventory';

const FIX = 'install the CSI driver pxd.portworx.com before the upgrade';

export const driverNeeded: Behaviour = {
  id: 'driver-needed',
  why: 'Kubernetes mounted these volumes itself; now it leaves them to a CSI driver, which must be there',
  severity: 'warning',
  holds: { since: '1.31' },
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#portworxvolume',
  run: function* ({ inventory, pods }) {
    for (const volume of inventory.ofKind('PersistentVolume')) {
      if (isRecord(recordOf(volume.spec).portworxVolume)) { yield { object: volume, path: '/spec/portworxVolume', message: messageOf(titleOf(volume)), fix: FIX }; }
    }
    for (const { workload, template } of pods.all) {
      for (const [index, volume] of listOf(template.spec.volumes).entries()) {
        if (!isRecord(recordOf(volume).portworxVolume)) { continue; }
        yield { object: workload, path: `${template.path}/spec/volumes/${index}/portworxVolume`, message: messageOf(titleOf(workload)), fix: FIX };
      }
    }
  },
};

function messageOf(title: string): string {
  return `the portworxVolume of ${title} is mounted by the CSI driver pxd.portworx.com, and by nothing else`;
}
