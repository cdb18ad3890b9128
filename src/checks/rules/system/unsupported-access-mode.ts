import { claimYaml, objectYaml, together } from './examples';
import { driverOf } from '../../../kubernetes/provisioners';
import { accessModesOf } from '../../../manifest/claims';
import { Check } from '../../engine/check';

const example = (mode: string) => together(
  objectYaml('storage.k8s.io/v1', 'StorageClass', 'fast', 'provisioner: ebs.csi.aws.com'),
  objectYaml('storage.k8s.io/v1', 'CSIDriver', 'ebs.csi.aws.com', 'spec: {attachRequired: true}'),
  claimYaml('data', `storageClassName: fast, accessModes: [${mode}]`));

export const unsupportedAccessMode: Check = {
  id: 'unsupported-access-mode',
  why: 'a disk is attached to one node at a time: a claim that asks the driver of such disks for more stays Pending for ever, and its pods with it',
  run: function* (inventory, { claims }) {
    for (const { from, path, spec, storageClass, title } of claims.all) {
      const provisioner = inventory.findIn('StorageClass', '', storageClass)?.provisioner;
      const supported = driverOf(provisioner).accessModes;
      const wrong = supported && spec.volumeMode !== 'Block' && !spec.volumeName ? accessModesOf(spec).find(mode => !supported.includes(mode)) : undefined;
      if (wrong === undefined) { continue; }
      yield {
        object: from,
        path: `${path}/spec/accessModes`,
        message: `The claim ${title} asks for ${wrong}, and the driver of its class, '${provisioner}', makes volumes with ${supported!.join(', ')} only`,
        fix: 'write ReadWriteOnce, with a claim for each pod (volumeClaimTemplates of a StatefulSet), or name a class of a shared file system such as NFS',
      };
    }
  },
  bad: example('ReadWriteMany'),
  good: example('ReadWriteOnce'),
};
