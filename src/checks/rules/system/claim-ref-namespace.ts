import { ONCE, volumeYaml } from './examples';
import { recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (claimRef: string) => volumeYaml('disk-1', 'storageClassName: ""', ONCE, `claimRef: {${claimRef}}`, 'nfs: {server: 192.168.1.21, path: /disk-1}');

export const claimRefNamespace: Check = {
  id: 'claim-ref-namespace',
  why: 'a volume reserved for a claim without saying in which namespace never binds: it matches no claim, and others may not have it',
  run: function* (inventory) {
    for (const volume of inventory.ofKind('PersistentVolume')) {
      const { name, namespace } = recordOf(recordOf(volume.spec).claimRef);
      if (typeof name !== 'string' || namespace) { continue; }
      yield {
        object: volume,
        path: '/spec/claimRef/namespace',
        message: `${titleOf(volume)} is reserved for the claim '${name}' of no namespace`,
        fix: 'write the namespace of the claim in spec.claimRef.namespace',
      };
    }
  },
  bad: example('name: data-web-0'),
  good: example('namespace: default, name: data-web-0'),
};
