import { ON_NODE_1, volumeYaml } from './examples';
import { isRecord, recordOf } from '../../../kubernetes/manifest';
import { accessModesOf } from '../../../manifest/claims';
import { titleOf } from '../../../manifest/inventory';
import { Check } from '../../engine/check';

const example = (modes: string) => volumeYaml('disk-1', 'storageClassName: disks', `accessModes: [${modes}]`, 'hostPath: {path: /data}', ON_NODE_1);

export const hostPathAccessModes: Check = {
  id: 'host-path-access-modes',
  why: 'a directory of a node cannot be shared between nodes: with ReadWriteMany or ReadOnlyMany each pod sees the files of its own node only',
  severity: 'warning',
  run: function* (inventory) {
    for (const volume of inventory.ofKind('PersistentVolume')) {
      const spec = recordOf(volume.spec);
      const source = ['hostPath', 'local'].find(type => isRecord(spec[type]));
      const shared = accessModesOf(spec).filter(mode => mode === 'ReadWriteMany' || mode === 'ReadOnlyMany');
      if (source === undefined || shared.length === 0) { continue; }
      yield {
        object: volume,
        path: '/spec/accessModes',
        message: `${titleOf(volume)} is a directory of a node (${source}) and offers ${shared.join(' and ')}, which it cannot keep`,
        fix: 'write accessModes: [ReadWriteOnce], or use storage that nodes share, such as NFS',
      };
    }
  },
  bad: example('ReadWriteOnce, ReadWriteMany'),
  good: example('ReadWriteOnce'),
};
