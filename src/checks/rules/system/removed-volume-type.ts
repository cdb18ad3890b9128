import { WEB_WITH_PAGES, podYaml } from './examples';
import { ApiModel } from '../../../kubernetes/api/model';
import { Manifest, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { GONE_SINCE } from '../../../kubernetes/provisioners';
import { titleOf } from '../../../manifest/inventory';
import { Check, CheckContext, SystemProblem } from '../../engine/check';

/** When nodes stop to mount a volume type that the server still accepts. */
interface Removal {
  /** The version that took it out. */
  readonly since: string;
  /** With this feature gate they mount it all the same. */
  readonly unless?: string;
  readonly fix?: string;
}

const REMOVED: Readonly<Record<string, Removal>> = {
  flocker: { since: GONE_SINCE.flocker },
  glusterfs: { since: GONE_SINCE.glusterfs },
  quobyte: { since: GONE_SINCE.quobyte },
  scaleIO: { since: GONE_SINCE.scaleIO },
  storageos: { since: GONE_SINCE.storageos },
  photonPersistentDisk: { since: GONE_SINCE.photonPersistentDisk },
  cephfs: { since: GONE_SINCE.cephfs, fix: 'use the CSI driver of Ceph, cephfs.csi.ceph.com' },
  rbd: { since: GONE_SINCE.rbd, fix: 'use the CSI driver of Ceph, rbd.csi.ceph.com' },
  gitRepo: { since: GONE_SINCE.gitRepo, unless: 'GitRepoVolumeDriver', fix: 'clone into an emptyDir volume in an init container' },
};

/** True if nodes of this version mount no volumes of the type any more. */
export function isRemovedType(type: string, model: ApiModel): boolean {
  const { since, unless } = REMOVED[type];
  return model.isSince(since) && (unless === undefined || model.isOff(unless));
}

/** The volume types that nodes mount no more from this version on, for the docs. */
export function volumeTypesRemovedIn(version: string): string[] {
  return Object.keys(REMOVED).filter(type => REMOVED[type].since === version);
}

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
  for (const type of Object.keys(volume)) {
    if (!Object.hasOwn(REMOVED, type) || !isRecord(volume[type]) || !isRemovedType(type, model)) { continue; }
    const { since, fix = 'use a CSI driver for this storage, or NFS' } = REMOVED[type];
    yield {
      object,
      path: `${path}/${type}`,
      message: `${titleOf(object)} uses a ${type} volume, which no node can mount since Kubernetes ${since}`,
      fix,
    };
  }
}
