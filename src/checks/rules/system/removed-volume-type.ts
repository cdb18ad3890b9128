import { WEB_WITH_PAGES, podYaml } from './examples';
import { ApiModel } from '../../../kubernetes/api/model';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { titleOf } from '../../../manifest/inventory';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

/** Volume types that the server still accepts and no node can mount, by the version that took them out. */
const REMOVED: Readonly<Record<string, string>> = {
  flocker: '1.25',
  glusterfs: '1.26',
  quobyte: '1.25',
  scaleIO: '1.22',
  storageos: '1.25',
  photonPersistentDisk: '1.31',
};

export const removedVolumeType: Check = {
  id: 'removed-volume-type',
  why: 'the server accepts volume types whose drivers were removed from Kubernetes; a pod with such a volume never starts',
  run: function* (inventory, { references, model }: CheckContext) {
    for (const volume of inventory.ofKind('PersistentVolume')) {
      yield* removedTypes(volume, recordOf(volume.spec), '/spec', model);
    }
    for (const { workload, template } of references.pods.all) {
      for (const [i, volume] of listOf(template.spec.volumes).entries()) {
        yield* removedTypes(workload, recordOf(volume), `${template.path}/spec/volumes/${i}`, model);
      }
    }
  },
  bad: podYaml(WEB_WITH_PAGES, 'volumes: [{name: pages, glusterfs: {endpoints: gluster, path: pages}}]'),
  good: podYaml(WEB_WITH_PAGES, 'volumes: [{name: pages, nfs: {server: 192.168.1.21, path: /pages}}]'),
};

function* removedTypes(object: Manifest, volume: Record<string, any>, path: string, model: ApiModel): Iterable<SystemProblem> {
  for (const [type, since] of Object.entries(REMOVED)) {
    if (!isRecord(volume[type]) || !model.isSince(since)) { continue; }
    yield {
      object,
      path: `${path}/${type}`,
      message: `${titleOf(object)} uses a ${type} volume, which no node can mount since Kubernetes ${since}`,
      fix: 'use a CSI driver for this storage, or NFS',
    };
  }
}
