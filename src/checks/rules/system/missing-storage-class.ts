import { absences } from './absence';
import { ONCE, claimYaml, objectYaml, together } from './examples';
import { storageClassOf } from '../../../manifest/claims';
import { Check } from '../../engine/check';

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
  bad: claimYaml('data', `storageClassName: fast, ${ONCE}`),
  good: together(
    claimYaml('data', `storageClassName: fast, ${ONCE}`),
    objectYaml('storage.k8s.io/v1', 'StorageClass', 'fast', 'provisioner: nfs.csi.k8s.io', 'parameters: {server: 192.0.2.1, share: /export}'),
    objectYaml('storage.k8s.io/v1', 'CSIDriver', 'nfs.csi.k8s.io', 'spec: {attachRequired: false}')),
};
