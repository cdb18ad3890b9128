import { claimYaml, objectYaml, together } from './examples';
import { isRecord, textOf } from '../../../kubernetes/manifest';
import { NO_PROVISIONER } from '../../../kubernetes/provisioners';
import { EXISTING_CLAIM, storageClassOf } from '../../../manifest/claims';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (selector: string) => together(
  objectYaml('storage.k8s.io/v1', 'StorageClass', 'nfs', 'provisioner: nfs.csi.k8s.io', 'parameters: {server: 192.0.2.1, share: /export}'),
  objectYaml('storage.k8s.io/v1', 'CSIDriver', 'nfs.csi.k8s.io', 'spec: {attachRequired: false}'),
  claimYaml('data', `storageClassName: nfs, accessModes: [ReadWriteMany]${selector}`));

export const selectorOfProvisionedClaim: Check = {
  id: 'selector-of-provisioned-claim',
  why: 'a selector chooses among volumes that are there. No provisioner makes a volume for a claim that has one: the claim stays Pending',
  run: function* (inventory, { claims }) {
    const classesOfVolumes = new Set(inventory.ofKind('PersistentVolume').map(storageClassOf));
    for (const { from, path, spec, storageClass, title } of claims.all) {
      const ofClass = inventory.findIn('StorageClass', '', storageClass);
      if (!isRecord(spec.selector) || spec.volumeName || !ofClass) { continue; }
      if (ofClass.provisioner === NO_PROVISIONER || classesOfVolumes.has(storageClass)) { continue; }
      if (Object.keys(EXISTING_CLAIM).some(label => Object.hasOwn(spec.selector.matchLabels ?? {}, label))) { continue; }
      yield {
        object: from,
        path: `${path}/spec/selector`,
        message: `The claim ${title} has a selector, and ${titleOf(ofClass)} has its volumes made by '${textOf(ofClass.provisioner)}', which makes none for such a claim`,
        fix: 'remove the selector; or write volumes with these labels, and a class that nobody provisions for both',
      };
    }
  },
  bad: example(', selector: {matchLabels: {app: db}}'),
  good: example(''),
};
