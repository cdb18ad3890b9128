import { accessModes, checkAccessModes } from './claim-spec';
import { example } from './examples';
import { NODE_SELECTOR_RULES, checkNodeSelector } from './node-selector';
import { Broken, Rule, givenOf, isGiven, isText, namesIn, rulesFor } from './rule';
import { VOLUME_SOURCE_RULES, checkPersistentSource } from './volume-sources';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
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
  exampleVersion: '1.29',
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

export const persistentVolumeClass: Rule = {
  id: 'persistent-volume-attributes-class',
  why: 'a class of volume attributes says what a CSI driver is to do, and no other source knows of it',
  severity: 'error',
  since: '1.34',
  fix: 'write the name of the class and csi, or remove volumeAttributesClassName',
  bad: volumeExample(`${HEAD}, hostPath: {path: /data}, volumeAttributesClassName: fast`),
  good: volumeExample(`${HEAD}, csi: {driver: a.example.com, volumeHandle: a}, volumeAttributesClassName: fast`),
};

export const inlineVolume: Rule = {
  id: 'inline-volume',
  why: 'an attachment of a volume that is no object of its own says how a CSI driver finds it, and nothing of claims, classes and nodes',
  severity: 'error',
  fix: 'write csi and accessModes alone; with persistentVolumeReclaimPolicy only Retain, and with volumeMode only Filesystem',
  bad: attached('csi: {driver: a.example.com, volumeHandle: a}, accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}'),
  good: attached('csi: {driver: a.example.com, volumeHandle: a}, accessModes: [ReadWriteOnce]'),
};

function attached(spec: string): string {
  return example('VolumeAttachment', 'storage.k8s.io/v1', `spec: {attacher: a.example.com, nodeName: a, source: {inlineVolumeSpec: {${spec}}}}`);
}

/** In the order in which the server counts them. */
const SOURCES = [
  'hostPath', 'gcePersistentDisk', 'awsElasticBlockStore', 'glusterfs', 'flocker', 'nfs', 'rbd', 'quobyte', 'cephfs', 'iscsi', 'cinder', 'fc',
  'flexVolume', 'azureFile', 'vsphereVolume', 'photonPersistentDisk', 'portworxVolume', 'azureDisk', 'scaleIO', 'local', 'storageos', 'csi',
];

export const INLINE_VOLUME_RULES = [inlineVolume, persistentVolumeSource, accessModes, ...VOLUME_SOURCE_RULES];

/** The volume of an attachment that has no object of its own. */
export function checkInlineVolume(spec: Record<string, any>, at: string, broken: Broken) {
  for (const field of ['claimRef', 'capacity', 'nodeAffinity', 'storageClassName']) {
    const given = spec[field];
    if (isGiven(given) && given !== '' && !(field === 'capacity' && isRecord(given) && Object.keys(given).length === 0)) {
      broken(inlineVolume, `${at}/${field}`, `${field} says nothing to an attachment`, `remove ${field}`);
    }
  }
  if (!isGiven(spec.csi)) { broken(inlineVolume, `${at}/csi`, 'no CSI driver is named', 'add csi'); }
  for (const [field, only] of [['persistentVolumeReclaimPolicy', 'Retain'], ['volumeMode', 'Filesystem']]) {
    if (isText(spec[field]) && spec[field] !== only) { broken(inlineVolume, `${at}/${field}`, `${field} is ${show(spec[field])}`, `write ${only}, or leave it out`); }
  }
  checkAccessModes(spec.accessModes, `${at}/accessModes`, broken);
  checkSources(spec, '', at, broken);
}

export const persistentVolumeRules: ObjectCheck = rulesFor(
  ['/PersistentVolume'],
  [
    persistentVolumeSource, persistentVolumeCapacity, localVolumeAffinity, persistentVolumeClass, recycledRoot, mountOptions, accessModes,
    ...VOLUME_SOURCE_RULES, ...NODE_SELECTOR_RULES,
  ],
  (volume, broken) => {
    const spec = recordOf(volume.spec);
    checkAccessModes(spec.accessModes, '/spec/accessModes', broken);
    checkCapacity(spec.capacity, broken);
    checkSources(spec, volume.metadata?.name, '/spec', broken);
    checkClass(spec, broken);
    checkAffinity(spec, broken);
    checkMountOptions(volume, spec, broken);
    if (spec.persistentVolumeReclaimPolicy === 'Recycle' && isRoot(recordOf(spec.hostPath).path)) {
      broken(recycledRoot, '/spec/persistentVolumeReclaimPolicy', 'the volume is the root of the node, and would be recycled');
    }
  },
);

function checkClass({ volumeAttributesClassName: name, csi }: Record<string, any>, broken: Broken) {
  if (typeof name !== 'string') { return; }
  if (!isText(name) || !DNS_SUBDOMAIN.fits(name)) { broken(persistentVolumeClass, '/spec/volumeAttributesClassName', `${show(name)} is no name of a class`); }
  if (!isGiven(csi)) { broken(persistentVolumeClass, '/spec/csi', 'the volume has a class of attributes, and no CSI driver'); }
}

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

function checkSources(spec: Record<string, any>, name: unknown, at: string, broken: Broken) {
  const given = givenOf(spec, SOURCES);
  if (given.length === 0) { broken(persistentVolumeSource, at, 'the volume does not say where its storage is'); }
  // The server does not ask whether there was a source before flexVolume.
  const second = given.find((source, index) => index > 0 && source !== 'flexVolume');
  if (second !== undefined) { broken(persistentVolumeSource, `${at}/${second}`, `the volume has ${given.length} sources: ${namesIn(given, 'and')}`); }
  for (const source of given) {
    if (isRecord(spec[source])) { checkPersistentSource(source, spec[source], name, `${at}/${source}`, broken); }
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
