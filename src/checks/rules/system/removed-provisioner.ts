import { objectYaml } from './examples';
import { driverOf } from '../../../kubernetes/provisioners';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (provisioner: string) => objectYaml('storage.k8s.io/v1', 'StorageClass', 'nfs', `provisioner: ${provisioner}`);

export const removedProvisioner: Check = {
  id: 'removed-provisioner',
  why: 'names that begin with kubernetes.io/ are of drivers that Kubernetes brings itself; of a class that names one that it does not have, every claim stays Pending',
  run: function* (inventory, { model, environment }) {
    for (const storageClass of inventory.ofKind('StorageClass')) {
      const { provisioner } = storageClass;
      const { gone } = driverOf(provisioner);
      if (gone === undefined || gone !== '' && !model.isSince(gone) || environment.provisioners?.includes(provisioner)) { continue; }
      yield {
        object: storageClass,
        path: '/provisioner',
        message: `${titleOf(storageClass)} asks for the provisioner '${provisioner}', which ${gone === '' ? 'Kubernetes does not have' : `is gone since Kubernetes ${gone}`}`,
        fix: provisioner.endsWith('/nfs') ? 'install the CSI driver for NFS and write provisioner: nfs.csi.k8s.io' : 'install a CSI driver and write its name',
      };
    }
  },
  bad: example('kubernetes.io/nfs'),
  good: example('kubernetes.io/no-provisioner'),
};
