import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

export const hostPathNodeAffinity: Check = {
  id: 'host-path-node-affinity',
  why: 'a hostPath volume is a directory of whatever node the pod runs on: on another node the pod finds an empty directory and starts without its data',
  severity: 'warning',
  run: function* (inventory) {
    for (const volume of inventory.ofKind('PersistentVolume')) {
      const spec = recordOf(volume.spec);
      if (!isRecord(spec.hostPath) || isRecord(spec.nodeAffinity)) { continue; }
      yield {
        object: volume,
        path: '/spec/hostPath',
        message: `${titleOf(volume)} is a directory of a node, and nothing says of which node`,
        fix: 'write spec.nodeAffinity for kubernetes.io/hostname, and local: {path: ...} instead of hostPath',
      };
    }
  },
  bad: `
apiVersion: v1
kind: PersistentVolume
metadata: {name: disk-1}
spec: {storageClassName: disks, accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, hostPath: {path: /data}}
`,
  good: `
apiVersion: v1
kind: PersistentVolume
metadata: {name: disk-1}
spec:
  storageClassName: disks
  accessModes: [ReadWriteOnce]
  capacity: {storage: 1Gi}
  local: {path: /data}
  nodeAffinity:
    required: {nodeSelectorTerms: [{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [node-1]}]}]}
`,
};
