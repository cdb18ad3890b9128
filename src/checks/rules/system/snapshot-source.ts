import { claimYaml, objectYaml, together, ONCE } from './examples';
import { Manifest, groupOf, recordOf, textOf } from '../../../kubernetes/manifest';
import { namespaceOf, titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const GROUP = 'snapshot.storage.k8s.io';

const example = (driver: string) => together(
  objectYaml('storage.k8s.io/v1', 'StorageClass', 'disks', 'provisioner: disks.example.com'),
  objectYaml('storage.k8s.io/v1', 'CSIDriver', 'disks.example.com', 'spec: {attachRequired: true}'),
  objectYaml('v1', 'Pod', 'web', 'spec: {containers: [{name: web, image: httpd:2.4.62}], volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]}'),
  claimYaml('data', `storageClassName: disks, ${ONCE}`),
  objectYaml(`${GROUP}/v1`, 'VolumeSnapshotClass', 'daily', `driver: ${driver}`, 'deletionPolicy: Delete'),
  objectYaml(`${GROUP}/v1`, 'VolumeSnapshot', 'data', 'spec: {volumeSnapshotClassName: daily, source: {persistentVolumeClaimName: data}}'));

export const snapshotSource: Check = {
  id: 'snapshot-source',
  why: 'a snapshot has one source: a claim of which it is made, or content that is there. Only the driver that made a volume can make a snapshot of it',
  severity: 'warning',
  run: function* (inventory, { claims }) {
    const own = (kind: string) => inventory.ofKind(kind).filter(({ apiVersion }) => groupOf(apiVersion) === GROUP);
    const classes = new Map<unknown, Manifest>(own('VolumeSnapshotClass').map(one => [one.metadata?.name, one]));
    for (const object of own('VolumeSnapshot')) {
      const { source, volumeSnapshotClassName } = recordOf(object.spec);
      const { persistentVolumeClaimName: claimName, volumeSnapshotContentName: contentName } = recordOf(source);
      if (claimName && contentName) {
        yield {
          object,
          path: '/spec/source',
          severity: 'error',
          message: `${titleOf(object)} has two sources: the claim '${textOf(claimName)}' and the content '${textOf(contentName)}'. It is refused`,
          fix: 'leave out one of persistentVolumeClaimName and volumeSnapshotContentName',
        };
        continue;
      }
      const claim = claims.find(namespaceOf(object), claimName);
      const provisioner = claim && inventory.findIn('StorageClass', '', claim.storageClass)?.provisioner;
      const driver = classes.get(volumeSnapshotClassName)?.driver;
      // What Kubernetes brought itself, a driver of another name does today.
      if (typeof provisioner !== 'string' || typeof driver !== 'string' || provisioner === driver || provisioner.startsWith('kubernetes.io/')) { continue; }
      yield {
        object,
        path: '/spec/volumeSnapshotClassName',
        message: `${titleOf(object)} is of a class for the driver '${driver}', and the volume of claim '${textOf(claimName)}' is made by '${provisioner}': no snapshot is made`,
        fix: `name a VolumeSnapshotClass with driver: ${provisioner}`,
      };
    }
  },
  bad: example('nfs.csi.k8s.io'),
  good: example('disks.example.com'),
};
