import { ONCE, volumeYaml } from './examples';
import { recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (reference: string) => volumeYaml('disk-1', ONCE, 'storageClassName: disks', 'nfs: {server: 192.168.1.21, path: /disk-1}',
  `claimRef: {namespace: default, name: data${reference}}`);

export const staleClaimRef: Check = {
  id: 'stale-claim-ref',
  why: 'a uid in the claimRef of a volume is that of one claim: once this is gone, the volume is Released, and no new claim of the same name gets it',
  severity: 'warning',
  run: function* (inventory) {
    for (const volume of inventory.ofKind('PersistentVolume')) {
      // Read from a cluster, the volume is in use.
      if (recordOf(volume.status).phase === 'Bound') { continue; }
      const { uid, name } = recordOf(recordOf(volume.spec).claimRef);
      if (typeof uid !== 'string' || uid === '') { continue; }
      yield {
        object: volume,
        path: '/spec/claimRef/uid',
        message: `${titleOf(volume)} is reserved for the claim '${textOf(name)}' with the uid ${textOf(uid)}, which a claim that is made anew does not have`,
        fix: 'remove uid and resourceVersion from claimRef: namespace and name are enough',
      };
    }
  },
  bad: example(', uid: 6d1c9a2e-0d4e-4c55-9a35-0f4a4c9d2b11'),
  good: example(''),
};
