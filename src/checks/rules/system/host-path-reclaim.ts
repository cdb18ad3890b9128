import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (policy: string) => `
apiVersion: v1
kind: PersistentVolume
metadata: {name: disk-1}
spec:
  storageClassName: disks
  accessModes: [ReadWriteOnce]
  persistentVolumeReclaimPolicy: ${policy}
  capacity: {storage: 1Gi}
  hostPath: {path: /data}
  nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [node-1]}]}]}}
`;

export const hostPathReclaim: Check = {
  id: 'host-path-reclaim',
  why: 'Kubernetes cannot delete directories of nodes: with Delete the volume ends as Failed once its claim is gone, '
    + 'and below /tmp a directory of the wrong node may be deleted',
  severity: 'warning',
  run: function* (inventory) {
    for (const volume of inventory.ofKind('PersistentVolume')) {
      const spec = recordOf(volume.spec);
      if (spec.persistentVolumeReclaimPolicy !== 'Delete' || (!isRecord(spec.hostPath) && !isRecord(spec.local))) { continue; }
      yield {
        object: volume,
        path: '/spec/persistentVolumeReclaimPolicy',
        message: `${titleOf(volume)} is a directory of a node with the reclaim policy Delete, which nothing carries out properly`,
        fix: 'write persistentVolumeReclaimPolicy: Retain',
      };
    }
  },
  bad: example('Delete'),
  good: example('Retain'),
};
