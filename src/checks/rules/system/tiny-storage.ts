import { claimYaml } from './examples';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { parseQuantity } from '../../../kubernetes/quantity';
import { claimTemplatesOf } from '../../../kubernetes/workload';
import { Inventory, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** No file system fits into less. */
const LEAST = parseQuantity('1Mi')!;

/** Parts of a byte are told as such. */
const BYTE = parseQuantity('1')!;

const example = (size: string) => claimYaml('data', 'accessModes: [ReadWriteOnce]').replace('1Gi', size);

export const tinyStorage: Check = {
  id: 'tiny-storage',
  why: 'storage is counted in bytes, and 10 is 10 bytes. Drivers make a volume of their least size then, or none at all; and the size of a claim in a StatefulSet never changes',
  severity: 'warning',
  run: function* (inventory) {
    for (const { object, spec, path } of claimSpecs(inventory)) {
      const { storage } = recordOf(recordOf(spec.resources).requests);
      const bytes = parseQuantity(storage);
      if (bytes === undefined || bytes <= 0n || bytes >= LEAST || bytes % BYTE !== 0n) { continue; }
      yield {
        object,
        path: `${path}/resources/requests/storage`,
        message: `${titleOf(object)} asks for ${String(storage)} of storage, which is less than 1 MiB`,
        fix: `write a unit, such as ${/^\d+/.exec(String(storage))?.[0] ?? '10'}Gi`,
      };
    }
  },
  bad: example('10'),
  good: example('10Gi'),
};

interface ClaimSpec {
  readonly object: Manifest;
  readonly spec: Record<string, any>;
  readonly path: string;
}

function* claimSpecs(inventory: Inventory): Iterable<ClaimSpec> {
  for (const object of inventory.ofKind('PersistentVolumeClaim')) { yield { object, spec: recordOf(object.spec), path: '/spec' }; }
  for (const object of inventory.ofKind('StatefulSet')) {
    for (const [i, claim] of claimTemplatesOf(object).entries()) { yield { object, spec: recordOf(recordOf(claim).spec), path: `/spec/volumeClaimTemplates/${i}/spec` }; }
  }
}
