import { ONCE, ON_NODE_1, claimYaml, objectYaml, together, volumeYaml } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (mode: string) => together(
  objectYaml('storage.k8s.io/v1', 'StorageClass', 'local', 'provisioner: kubernetes.io/no-provisioner', `volumeBindingMode: ${mode}`),
  volumeYaml('a', 'storageClassName: local', ONCE, 'local: {path: /mnt/a}', ON_NODE_1),
  claimYaml('data', `storageClassName: local, ${ONCE}`));

export const localVolumeImmediate: Check = {
  id: 'local-volume-immediate',
  why: 'with the binding mode Immediate, which is the default, a claim gets any free volume before a node is chosen for its pod. '
    + 'If the pod cannot run on the node of this volume, it stays Pending for ever, while other volumes are free',
  severity: 'warning',
  run: function* (inventory) {
    const local = new Map(inventory.ofKind('PersistentVolume').filter(({ spec }) => recordOf(spec).local !== undefined && recordOf(spec).claimRef === undefined)
      .map(volume => [recordOf(volume.spec).storageClassName, volume]));
    for (const storageClass of inventory.ofKind('StorageClass')) {
      const volume = local.get(storageClass.metadata?.name);
      const mode = storageClass.volumeBindingMode ?? 'Immediate';
      if (!volume || mode !== 'Immediate') { continue; }
      yield {
        object: storageClass,
        path: storageClass.volumeBindingMode === undefined ? '' : '/volumeBindingMode',
        message: `${titleOf(storageClass)} binds its claims at once, and ${titleOf(volume)} is a disk of one node: a claim may get a volume of a node where its pod cannot run`,
        fix: `write volumeBindingMode: WaitForFirstConsumer; a class that exists already must be created anew as '${textOf(storageClass.metadata?.name)}'`,
      };
    }
  },
  bad: example('Immediate'),
  good: example('WaitForFirstConsumer'),
};
