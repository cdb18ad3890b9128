import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

/** Sources that keep their data in one place: it matters which pod gets which. */
const PLACES = ['hostPath', 'local', 'nfs', 'iscsi', 'fc', 'csi'];

const example = (first = '', second = '') => `
apiVersion: v1
kind: PersistentVolume
metadata: {name: disk-1}
spec:
  storageClassName: disks
  accessModes: [ReadWriteOnce]
  capacity: {storage: 1Gi}
  nfs: {server: 192.168.1.21, path: /disk-1}${first}
---
apiVersion: v1
kind: PersistentVolume
metadata: {name: disk-2}
spec:
  storageClassName: disks
  accessModes: [ReadWriteOnce]
  capacity: {storage: 1Gi}
  nfs: {server: 192.168.1.21, path: /disk-2}${second}
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db}
spec:
  serviceName: db
  replicas: 2
  selector: {matchLabels: {app: db}}
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db, image: mysql:8.0.40, volumeMounts: [{name: data, mountPath: /var/lib/mysql}]}]}
  volumeClaimTemplates:
    - {metadata: {name: data}, spec: {storageClassName: disks, accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
---
apiVersion: v1
kind: Service
metadata: {name: db}
spec: {clusterIP: None, selector: {app: db}}
`;

export const interchangeableVolumes: Check = {
  id: 'interchangeable-volumes',
  why: 'claims are bound to any free volume that fits, in the order they come: data prepared for one pod may go to another, '
    + 'and a re-created claim may get the volume of its neighbour',
  severity: 'info',
  run: function* (inventory, { staticBindings }) {
    if (inventory.ofKind('PersistentVolume').length === 0) { return; }
    for (const { claim, bound } of staticBindings()) {
      const places = bound.filter(volume => PLACES.some(source => isRecord(recordOf(volume.spec)[source])));
      if (claim.path === '' || places.length < 2) { continue; }
      yield {
        object: claim.from,
        path: claim.path,
        message: `${titleOf(claim.from)} claims ${claim.title}, and each of them may get any of ${places.length} volumes, `
          + `such as ${titleOf(places[0])} and ${titleOf(places[1])}`,
        fix: 'reserve each volume: write spec.claimRef with the namespace and name of the claim it is for',
      };
    }
  },
  bad: example(),
  good: example('\n  claimRef: {namespace: default, name: data-db-0}', '\n  claimRef: {namespace: default, name: data-db-1}'),
};
