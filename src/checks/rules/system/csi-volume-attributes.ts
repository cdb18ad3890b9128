import { volumeYaml } from './examples';
import { Manifest, listOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check, SystemProblem } from '../../engine/check';

const example = (attribute: string) => volumeYaml('media', 'accessModes: [ReadWriteMany]', 'persistentVolumeReclaimPolicy: Retain', 'storageClassName: media',
  `csi: {driver: nfs.csi.k8s.io, volumeHandle: nas/media, volumeAttributes: {server: nas.example.com, ${attribute}: /media}}`);

/**
 * What drivers want in the attributes of a volume that they did not make.
 *
 * @see https://github.com/kubernetes-csi/csi-driver-nfs/blob/master/docs/driver-parameters.md
 * @see https://github.com/kubernetes-csi/csi-driver-smb/blob/master/docs/driver-parameters.md
 */
const WANTED: Readonly<Record<string, readonly string[]>> = { 'nfs.csi.k8s.io': ['server', 'share'], 'smb.csi.k8s.io': ['source'] };

export const csiVolumeAttributes: Check = {
  id: 'csi-volume-attributes',
  why: 'a driver reads in volumeAttributes where the data is. Without an attribute that it wants it mounts nothing: the Pod stays in ContainerCreating',
  severity: 'warning',
  run: function* (inventory, { references }) {
    for (const volume of inventory.ofKind('PersistentVolume')) { yield* missingIn(volume, recordOf(volume.spec).csi, '/spec/csi'); }
    for (const { workload, template } of references.pods.all) {
      for (const [i, { csi }] of listOf(template.spec.volumes).map(recordOf).entries()) { yield* missingIn(workload, csi, `${template.path}/spec/volumes/${i}/csi`); }
    }
  },
  bad: example('path'),
  good: example('share'),
};

function* missingIn(object: Manifest, csi: unknown, path: string): Iterable<SystemProblem> {
  const { driver, volumeAttributes } = recordOf(csi);
  const wanted = Object.hasOwn(WANTED, textOf(driver)) ? WANTED[textOf(driver)] : [];
  // Drivers do not ask for capital letters.
  const given = new Set(Object.keys(recordOf(volumeAttributes)).map(name => name.toLowerCase()));
  const missing = wanted.filter(name => !given.has(name));
  if (missing.length === 0) { return; }
  yield {
    object,
    path,
    message: `${titleOf(object)} has a volume of ${driver} without ${missing.join(' and ')}: the driver does not mount it`,
    fix: `write volumeAttributes: {${wanted.map(name => `${name}: <${name}>`).join(', ')}}`,
  };
}
