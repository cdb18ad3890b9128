import { recordOf } from '../../../kubernetes/manifest';
import { ObjectCheck } from '../../engine/object-check';
import { podExample } from '../object/examples';
import { Broken, Rule, forRecords, isGiven, rulesFor } from '../object/rule';

export const deprecatedVolumeType: Rule = {
  id: 'deprecated-volume-type',
  why: 'drivers within Kubernetes make way for CSI drivers: volumes of these types can no longer be mounted from Kubernetes 1.31 on',
  severity: 'warning',
  since: '1.28',
  fix: 'use a CSI driver for this storage',
  bad: podExample('volumes: [{name: a, cephfs: {monitors: ["10.0.0.1:6789"]}}]'),
  good: podExample('volumes: [{name: a, emptyDir: {}}]'),
};

const TYPES = ['cephfs', 'rbd'];

export const volumeTypeWarnings: readonly ObjectCheck[] = [
  rulesFor(['/Pod'], [deprecatedVolumeType], (pod, broken) =>
    forRecords(recordOf(pod.spec).volumes, (volume, index) => checkType(volume, `/spec/volumes/${index}`, broken))),
  rulesFor(['/PersistentVolume'], [deprecatedVolumeType], (volume, broken) => checkType(recordOf(volume.spec), '/spec', broken)),
];

function checkType(volume: Record<string, any>, at: string, broken: Broken) {
  for (const type of TYPES) {
    if (isGiven(volume[type])) { broken(deprecatedVolumeType, `${at}/${type}`, `volumes of the type ${type} are deprecated`); }
  }
}
