import { absences } from './absence';
import { storageClassOf } from '../../../manifest/claims';
import { Check } from '../../engine/check';

const claim = `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: data}
spec: {storageClassName: fast, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
`;

export const missingStorageClass: Check = {
  id: 'missing-storage-class',
  why: 'claims of a class that does not exist stay Pending forever. Classes mostly come with the cluster: worth knowing, '
    + 'and an error if the environment is declared complete. Volumes of that class among the manifests are enough, no StorageClass is needed for them',
  severity: 'info',
  run: (inventory, context) => {
    const ofVolumes = new Set(inventory.ofKind('PersistentVolume').map(storageClassOf));
    return absences(context, context.references.ofKind('StorageClass')
      .filter(({ from, name }) => from.kind !== 'PersistentVolume' && !ofVolumes.has(name)));
  },
  bad: claim,
  good: `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: {name: fast}
provisioner: nfs.csi.k8s.io
---
apiVersion: storage.k8s.io/v1
kind: CSIDriver
metadata: {name: nfs.csi.k8s.io}
spec: {attachRequired: false}
---${claim}`,
};
