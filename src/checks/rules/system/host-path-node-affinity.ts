import { ON_NODE_1, ONCE, volumeYaml } from './examples';
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
  bad: volumeYaml('disk-1', 'storageClassName: disks', ONCE, 'hostPath: {path: /data}'),
  good: volumeYaml('disk-1', 'storageClassName: disks', ONCE, 'local: {path: /data}', ON_NODE_1),
};
