import { accessModes, checkAccessModes } from './claim-spec';
import { example } from './examples';
import { NODE_SELECTOR_RULES, checkNodeSelector } from './node-selector';
import { Broken, Rule, givenOf, isGiven, isText, namesIn, rulesFor } from './rule';
import { VOLUME_SOURCE_RULES, checkPersistentSource } from './volume-sources';
import { Manifest, isRecord, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { parseQuantity } from '../../../kubernetes/quantity';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

const MOUNT_OPTIONS = 'volume.beta.kubernetes.io/mount-options';
const HEAD = 'capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce]';

function volumeExample(spec: string): string {
  return example('PersistentVolume', 'v1', `spec: {${spec}}`);
}

export const persistentVolumeSource: Rule = {
  id: 'persistent-volume-source',
  why: 'a PersistentVolume stands for one piece of storage',
  fix: 'write exactly one source, such as nfs, local or csi',
  bad: volumeExample(HEAD),
  good: volumeExample(`${HEAD}, nfs: {server: nfs.example.com, path: /data}`),
};

export const persistentVolumeCapacity: Rule = {
  id: 'persistent-volume-capacity',
  why: 'claims are bound by size, so a volume says how much storage it has, and nothing else',
  fix: 'write capacity: {storage: <size>} with a size above 0',
  bad: volumeExample('capacity: {storage: 0}, accessModes: [ReadWriteOnce], nfs: {server: nfs.example.com, path: /data}'),
  good: volumeExample(`${HEAD}, nfs: {server: nfs.example.com, path: /data}`),
};

export const localVolumeAffinity: Rule = {
  id: 'local-volume-affinity',
  why: 'a local volume is a disk of one node; without node affinity Pods would look for it on every node',
  fix: 'add nodeAffinity.required that names the node',
  bad: volumeExample(`${HEAD}, local: {path: /mnt/disk}`),
  good: volumeExample(`${HEAD}, local: {path: /mnt/disk}, nodeAffinity: {required: {nodeSelectorTerms: ` +
    '[{matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [node-1]}]}]}}'),
};

export const recycledRoot: Rule = {
  id: 'recycled-root',
  why: 'Recycle deletes everything under the path, and this would be the whole node',
  fix: 'write persistentVolumeReclaimPolicy: Retain',
  bad: volumeExample(`${HEAD}, hostPath: {path: /}, persistentVolumeReclaimPolicy: Recycle`),
  good: volumeExample(`${HEAD}, hostPath: {path: /data}, persistentVolumeReclaimPolicy: Retain`),
};

export const mountOptions: Rule = {
  id: 'mount-options-annotation',
  why: 'the old annotation for mount options is refused for sources that are not mounted by the kubelet itself',
  fix: 'remove the annotation; where mount options are possible write spec.mountOptions',
  bad: annotated('hostPath: {path: /data}'),
  good: annotated('nfs: {server: nfs.example.com, path: /data}'),
};

function annotated(source: string): string {
  return volumeExample(`${HEAD}, ${source}`).replace('{name: web}', `{name: web, annotations: {${MOUNT_OPTIONS}: ro}}`);
}

const SOURCES: ReadonlySet<string> = new Set([
  'awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'csi', 'fc', 'flexVolume', 'flocker', 'gcePersistentDisk', 'glusterfs',
  'hostPath', 'iscsi', 'local', 'nfs', 'photonPersistentDisk', 'portworxVolume', 'quobyte', 'rbd', 'scaleIO', 'storageos', 'vsphereVolume',
]);

export const persistentVolumeRules: ObjectCheck = rulesFor(
  ['/PersistentVolume'],
  [
    persistentVolumeSource, persistentVolumeCapacity, localVolumeAffinity, recycledRoot, mountOptions, accessModes,
    ...VOLUME_SOURCE_RULES, ...NODE_SELECTOR_RULES,
  ],
  (volume, broken) => {
    const spec = recordOf(volume.spec);
    checkAccessModes(spec.accessModes, '/spec/accessModes', broken);
    checkCapacity(spec.capacity, broken);
    checkSources(spec, volume.metadata?.name, broken);
    checkAffinity(spec, broken);
    checkMountOptions(volume, spec, broken);
    if (spec.persistentVolumeReclaimPolicy === 'Recycle' && isRoot(recordOf(spec.hostPath).path)) {
      broken(recycledRoot, '/spec/persistentVolumeReclaimPolicy', 'the volume is the root of the node, and would be recycled');
    }
  },
);

const WITH_MOUNT_OPTIONS = [
  'gcePersistentDisk', 'awsElasticBlockStore', 'glusterfs', 'nfs', 'rbd', 'quobyte', 'iscsi', 'cinder', 'cephfs', 'azureFile', 'vsphereVolume',
  'azureDisk', 'photonPersistentDisk',
];

function checkMountOptions(volume: Manifest, spec: Record<string, any>, broken: Broken) {
  if (isGiven(recordOf(volume.metadata?.annotations)[MOUNT_OPTIONS]) && givenOf(spec, WITH_MOUNT_OPTIONS).length === 0) {
    broken(mountOptions, `/metadata/annotations${pointer(MOUNT_OPTIONS)}`, 'this source takes no mount options from an annotation');
  }
}

function isRoot(path: unknown): boolean {
  return isText(path) && /^\/+(\.\/*)*$/.test(path);
}

function checkCapacity(capacity: unknown, broken: Broken) {
  if (isGiven(capacity) && !isRecord(capacity)) { return; }
  const { storage, ...others } = recordOf(capacity);
  if (!isGiven(storage)) { broken(persistentVolumeCapacity, '/spec/capacity', 'the volume does not say how much storage it has'); }
  for (const name of Object.keys(others)) { broken(persistentVolumeCapacity, '/spec/capacity', `a volume has storage only, not ${show(name)}`); }
  const size = parseQuantity(storage);
  if (size !== undefined && size <= 0n) { broken(persistentVolumeCapacity, '/spec/capacity/storage', `the volume has ${show(storage)} storage`); }
}

function checkSources(spec: Record<string, any>, name: unknown, broken: Broken) {
  const given = Object.keys(spec).filter(field => SOURCES.has(field) && isGiven(spec[field]));
  if (given.length === 0) { broken(persistentVolumeSource, '/spec', 'the volume does not say where its storage is'); }
  // The server lets flexVolume stand beside another source.
  const counted = given.filter(source => source !== 'flexVolume');
  if (counted.length > 1) { broken(persistentVolumeSource, `/spec/${counted[1]}`, `the volume has ${counted.length} sources: ${namesIn(counted, 'and')}`); }
  for (const source of given) {
    if (isRecord(spec[source])) { checkPersistentSource(source, spec[source], name, `/spec/${source}`, broken); }
  }
}

function checkAffinity(spec: Record<string, any>, broken: Broken) {
  const at = '/spec/nodeAffinity';
  if (!isRecord(spec.nodeAffinity)) {
    if (isGiven(spec.local)) { broken(localVolumeAffinity, at, 'a local volume needs node affinity'); }
    return;
  }
  if (!isGiven(spec.nodeAffinity.required)) { broken(localVolumeAffinity, `${at}/required`, 'nodeAffinity does not say which nodes are required'); }
  checkNodeSelector(spec.nodeAffinity.required, `${at}/required`, broken);
}
