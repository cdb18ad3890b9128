import { together, volumeYaml } from './examples';
import { Manifest, recordOf } from '../../../kubernetes/manifest';
import { groupBy } from '../../../manifest/group-by';
import { referenceTo, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (handle: string) => together(...['a', handle].map((name, i) => volumeYaml(
  `volume-${i}`, 'accessModes: [ReadWriteMany]', 'storageClassName: ""', `claimRef: {name: data-${i}, namespace: default}`,
  `csi: {driver: nfs.csi.k8s.io, volumeHandle: ${name}, volumeAttributes: {server: 192.0.2.1, share: /export/${i}}}`)));

export const sharedVolumeHandle: Check = {
  id: 'shared-volume-handle',
  why: 'nodes and drivers know a volume by its volumeHandle. Of two volumes with one handle and different directories the first may be mounted for the pods of both; '
    + 'drivers such as csi-driver-nfs ask for a handle of its own for each volume',
  severity: 'warning',
  run: function* (inventory) {
    const volumes = inventory.ofKind('PersistentVolume').filter(volume => typeof recordOf(recordOf(volume.spec).csi).volumeHandle === 'string');
    for (const same of groupBy(volumes, ({ spec }) => JSON.stringify([spec.csi.driver, spec.csi.volumeHandle])).values()) {
      const [first, ...others] = same.sort((a, b) => referenceTo(a).name < referenceTo(b).name ? -1 : 1);
      for (const object of others) {
        // One volume may be given to several namespaces; the same object given twice is told elsewhere.
        if (object.metadata?.name === first.metadata?.name || attributesOf(object) === attributesOf(first)) { continue; }
        yield {
          object,
          path: '/spec/csi/volumeHandle',
          message: `${titleOf(object)} and ${titleOf(first)} have the same volumeHandle, '${object.spec.csi.volumeHandle}', and different volumeAttributes`,
          fix: 'write a handle of its own for each PersistentVolume, such as <server>/<directory>/<name>; a handle that exists cannot be changed, so create the volume anew',
        };
      }
    }
  },
  bad: example('a'),
  good: example('b'),
};

function attributesOf({ spec }: Manifest): string {
  const attributes = recordOf(spec.csi.volumeAttributes);
  return JSON.stringify(Object.keys(attributes).sort().map(name => [name, attributes[name]]));
}
