import { example } from './examples';
import { SELECTOR_RULES, checkLabelSelector } from './label-selector';
import { INLINE_VOLUME_RULES, checkInlineVolume } from './persistent-volumes';
import { checkAmounts, checkHugePages, hugePages, resourceAmount, resourceName } from './resources';
import { Rule, forRecords, forRepeated, isGiven, isText, rulesFor } from './rule';
import { checkToleration, tolerations } from './scheduling';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const priorityValue: Rule = {
  id: 'priority-class',
  why: 'the highest priorities belong to the system, and so do names that start with system-',
  fix: 'write a value up to 1000000000, and a name that does not start with system-',
  bad: example('PriorityClass', 'scheduling.k8s.io/v1', 'value: 2000000000'),
  good: example('PriorityClass', 'scheduling.k8s.io/v1', 'value: 1000000'),
};

export const csiTokens: Rule = {
  id: 'csi-driver-tokens',
  why: 'a CSI driver is handed one token for each audience',
  fix: 'write one token request for each audience',
  bad: example('CSIDriver', 'storage.k8s.io/v1', 'spec: {tokenRequests: [{audience: a}, {audience: a}]}'),
  good: example('CSIDriver', 'storage.k8s.io/v1', 'spec: {tokenRequests: [{audience: a}, {audience: b}]}'),
  exampleVersion: '1.34',
};

export const csiTokensInSecrets: Rule = {
  id: 'csi-driver-tokens-in-secrets',
  why: 'where tokens go can be said only of a driver that asks for tokens',
  severity: 'error',
  since: '1.35',
  fix: 'write tokenRequests, or remove serviceAccountTokenInSecrets',
  bad: example('CSIDriver', 'storage.k8s.io/v1', 'spec: {serviceAccountTokenInSecrets: true}'),
  good: example('CSIDriver', 'storage.k8s.io/v1', 'spec: {serviceAccountTokenInSecrets: true, tokenRequests: [{audience: a}]}'),
};

export const attachmentSource: Rule = {
  id: 'volume-attachment-source',
  why: 'an attachment is about one volume',
  fix: 'write source.persistentVolumeName only; controllers make these objects',
  bad: example('VolumeAttachment', 'storage.k8s.io/v1', 'spec: {attacher: a.example.com, nodeName: a, source: {}}'),
  good: example('VolumeAttachment', 'storage.k8s.io/v1', 'spec: {attacher: a.example.com, nodeName: a, source: {persistentVolumeName: a}}'),
};

export const csiNodeDrivers: Rule = {
  id: 'csi-node-drivers',
  why: 'each driver registers once on a node',
  fix: 'name each driver, and each of its topology keys, once',
  bad: example('CSINode', 'storage.k8s.io/v1', 'spec: {drivers: [{name: a, nodeID: a}, {name: a, nodeID: b}]}'),
  good: example('CSINode', 'storage.k8s.io/v1', 'spec: {drivers: [{name: a, nodeID: a}, {name: b, nodeID: b}]}'),
};

const MAX_NODE_ID = 256;
const HIGHEST_PRIORITY = 1_000_000_000;
const SYSTEM_CLASSES: ReadonlyMap<unknown, number> = new Map([['system-cluster-critical', 2_000_000_000], ['system-node-critical', 2_000_001_000]]);

export const priorityClassRules: ObjectCheck = rulesFor(['scheduling.k8s.io/PriorityClass'], [priorityValue], (priorityClass, broken) => {
  const name = priorityClass.metadata?.name;
  const { value } = priorityClass;
  const system = SYSTEM_CLASSES.get(name);
  if (isText(name) && name.startsWith('system-')) {
    if (system === undefined || value !== system) { broken(priorityValue, '/metadata/name', `the name ${show(name)} is kept for the system`, 'take a name that does not start with system-'); }
    if (system !== undefined && priorityClass.globalDefault === true) { broken(priorityValue, '/globalDefault', `${show(name)} is never the class of pods that name none`, 'remove globalDefault'); }
  } else if (typeof value === 'number' && value > HIGHEST_PRIORITY) {
    broken(priorityValue, '/value', `the value ${value} is above ${HIGHEST_PRIORITY}`, `write at most ${HIGHEST_PRIORITY}`);
  }
});

export const csiDriverRules: ObjectCheck = rulesFor(['storage.k8s.io/CSIDriver'], [csiTokens, csiTokensInSecrets], (driver, broken) => {
  const { tokenRequests, serviceAccountTokenInSecrets: inSecrets } = recordOf(driver.spec);
  if (isGiven(inSecrets) && listOf(tokenRequests).length === 0) {
    broken(csiTokensInSecrets, '/spec/serviceAccountTokenInSecrets', 'the driver asks for no tokens');
  }
  forRepeated(listOf(tokenRequests), request => `audience ${show(recordOf(request).audience)}`, (request, index) =>
    broken(csiTokens, `/spec/tokenRequests/${index}/audience`, `the audience ${show(recordOf(request).audience)} is there already`));
});

export const volumeAttachmentRules: ObjectCheck = rulesFor(['storage.k8s.io/VolumeAttachment'], [attachmentSource, ...INLINE_VOLUME_RULES], (attachment, broken) => {
  const { source } = recordOf(attachment.spec);
  if (!isRecord(source)) { return; }
  const { persistentVolumeName: name, inlineVolumeSpec } = source;
  if (isText(name) === isRecord(inlineVolumeSpec) || name === '') {
    broken(attachmentSource, '/spec/source', 'the attachment must name exactly one volume');
  } else if (isRecord(inlineVolumeSpec)) {
    checkInlineVolume(inlineVolumeSpec, '/spec/source/inlineVolumeSpec', broken);
  }
});

export const csiNodeRules: ObjectCheck = rulesFor(['storage.k8s.io/CSINode'], [csiNodeDrivers], (node, broken) => {
  const drivers = listOf(recordOf(node.spec).drivers);
  forRepeated(drivers, driver => recordOf(driver).name, (driver, index) =>
    broken(csiNodeDrivers, `/spec/drivers/${index}/name`, `the driver ${show(driver.name)} is there already`));
  drivers.forEach((driver, index) => {
    forRepeated(listOf(recordOf(driver).topologyKeys), key => key, (key, position) =>
      broken(csiNodeDrivers, `/spec/drivers/${index}/topologyKeys/${position}`, `the topology key ${show(key)} is there already`));
    const { nodeID } = recordOf(driver);
    if (isText(nodeID) && Buffer.byteLength(nodeID) > MAX_NODE_ID) {
      broken(csiNodeDrivers, `/spec/drivers/${index}/nodeID`, `nodeID has more than ${MAX_NODE_ID} characters`, 'leave CSINodes to the kubelet');
    }
  });
});

export const runtimeClassRules: ObjectCheck = rulesFor(['node.k8s.io/RuntimeClass'], [tolerations, resourceName, resourceAmount, hugePages], (runtimeClass, broken) => {
  forRecords(recordOf(runtimeClass.scheduling).tolerations, (toleration, index) => checkToleration(toleration, `/scheduling/tolerations/${index}`, broken));
  forRepeated(listOf(recordOf(runtimeClass.scheduling).tolerations).map(recordOf), ({ key, operator, value, effect }) => `${show(key ?? '')} ${show(operator ?? '')} ${show(value ?? '')} ${show(effect ?? '')}`, (_, index) =>
    broken(tolerations, `/scheduling/tolerations/${index}`, 'the same toleration is there already', 'remove it'));
  const podFixed = recordOf(recordOf(runtimeClass.overhead).podFixed);
  checkAmounts(podFixed, '/overhead/podFixed', broken);
  checkHugePages(Object.keys(podFixed), '/overhead/podFixed', broken, 'the overhead');
});

export const storageCapacityRules: ObjectCheck = rulesFor(['storage.k8s.io/CSIStorageCapacity'], SELECTOR_RULES, (capacity, broken) =>
  checkLabelSelector(capacity.nodeTopology, '/nodeTopology', broken));
