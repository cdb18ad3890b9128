import { podExample } from './examples';
import { Broken, Rule, isGiven, isText } from './rule';
import { DNS_LABEL } from '../../../kubernetes/formats/dns-label';
import { DNS_SUBDOMAIN } from '../../../kubernetes/formats/dns-subdomain';
import { isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { pointer } from '../../../kubernetes/pointer';
import { show } from '../../../reports/show';

export const volumeSourceFields: Rule = {
  id: 'volume-source-fields',
  why: 'some fields of a volume source need each other, and some exclude each other',
  fix: 'see the fields of this volume source in the Kubernetes reference',
  bad: podExample('volumes: [{name: data, fc: {targetWWNs: [a], wwids: [b], lun: 1}}]'),
  good: podExample('volumes: [{name: data, fc: {targetWWNs: [a], lun: 1}}]'),
};

export const VOLUME_SOURCE_RULES = [volumeSourceFields];

/** Fields of volume sources that depend on each other; the same in volumes of Pods and in PersistentVolumes. */
export function checkVolumeSource(kind: string, source: Record<string, any>, volumeName: unknown, at: string, broken: Broken) {
  SOURCE_RULES.get(kind)?.(source, at, broken, volumeName);
  for (const field of NAMED_SECRETS.get(kind) ?? []) { checkSecretName(source[field], false, `${at}/${field}`, broken); }
  if (kind === 'csi') { checkSecretRef(source.nodePublishSecretRef, false, `${at}/nodePublishSecretRef`, broken); }
}

/** The same for a PersistentVolume, whose secrets may be in any namespace, and so must name it. */
export function checkPersistentSource(kind: string, source: Record<string, any>, volumeName: unknown, at: string, broken: Broken) {
  SOURCE_RULES.get(kind)?.(source, at, broken, volumeName);
  for (const field of NAMED_SECRETS.get(kind) ?? []) { checkSecretName(source[field], true, `${at}/${field}`, broken); }
  if (kind === 'iscsi') { checkSecretName(source.secretRef, false, `${at}/secretRef`, broken); }
  for (const field of kind === 'csi' ? CSI_SECRETS : []) { checkSecretRef(source[field], true, `${at}/${field}`, broken); }
  if (source.secretNamespace === '') {
    broken(volumeSourceFields, `${at}/secretNamespace`, 'secretNamespace is given, but empty', 'name a namespace, or leave the field out');
  }
}

/** Fields that name a Secret, which may have any name as far as the server is concerned. */
const NAMED_SECRETS: ReadonlyMap<string, readonly string[]> = new Map([['cinder', ['secretRef']], ['storageos', ['secretRef']]]);

const CSI_SECRETS = ['controllerPublishSecretRef', 'controllerExpandSecretRef', 'nodePublishSecretRef', 'nodeExpandSecretRef'];

function checkSecretName(ref: unknown, withNamespace: boolean, at: string, broken: Broken) {
  if (!isRecord(ref)) { return; }
  for (const field of withNamespace ? ['name', 'namespace'] : ['name']) {
    if (!isText(ref[field])) { broken(volumeSourceFields, `${at}/${field}`, `the Secret has no ${field}`, `add the ${field} of the Secret`); }
  }
}

function checkSecretRef(ref: unknown, withNamespace: boolean, at: string, broken: Broken) {
  if (!isRecord(ref)) { return; }
  if (!isText(ref.name) || !DNS_SUBDOMAIN.fits(ref.name)) { broken(volumeSourceFields, `${at}/name`, `${show(ref.name ?? '')} is no name of a Secret`, 'name the Secret'); }
  if (withNamespace && (!isText(ref.namespace) || !DNS_LABEL.fits(ref.namespace))) {
    broken(volumeSourceFields, `${at}/namespace`, `${show(ref.namespace ?? '')} is no namespace of a Secret`, 'name the namespace of the Secret');
  }
}

type SourceRule = (source: Record<string, any>, at: string, broken: Broken, volumeName: unknown) => void;

const SOURCE_RULES: ReadonlyMap<string, SourceRule> = new Map<string, SourceRule>([
  ['iscsi', checkIscsi], ['fc', checkFibreChannel], ['flocker', checkFlocker], ['azureDisk', checkAzureDisk],
  ['flexVolume', checkFlexVolume], ['quobyte', checkQuobyte], ['storageos', checkStorageOs],
]);

const MAX_ISCSI_NAME = 64;

function checkIscsi(source: Record<string, any>, at: string, broken: Broken, volumeName: unknown) {
  if ((source.chapAuthDiscovery === true || source.chapAuthSession === true) && !isGiven(source.secretRef)) {
    broken(volumeSourceFields, at, 'CHAP authentication is on, but no secret is named', 'add secretRef');
  }
  if (isGiven(source.initiatorName) && `${volumeName}:${source.targetPortal}`.length > MAX_ISCSI_NAME) {
    broken(volumeSourceFields, `${at}/targetPortal`, `volume name and targetPortal together have more than ${MAX_ISCSI_NAME} characters`, 'shorten the volume name');
  }
}

const MAX_LUN = 255;

function checkFibreChannel(source: Record<string, any>, at: string, broken: Broken) {
  const targets = listOf(source.targetWWNs).length > 0;
  const wwids = listOf(source.wwids).length > 0;
  if (!targets && !wwids) { broken(volumeSourceFields, at, 'the disk is not named', 'write either targetWWNs and lun, or wwids'); }
  if (targets && wwids) { broken(volumeSourceFields, `${at}/wwids`, 'both targetWWNs and wwids are given', 'write either targetWWNs and lun, or wwids'); }
  if (targets && typeof source.lun === 'number' && (source.lun < 0 || source.lun > MAX_LUN)) {
    broken(volumeSourceFields, `${at}/lun`, `lun is ${source.lun}, but must be from 0 to ${MAX_LUN}`, 'write the number of the unit');
  }
  if (targets && !isGiven(source.lun)) { broken(volumeSourceFields, at, 'targetWWNs is given without lun', 'add lun'); }
}

function checkFlocker(source: Record<string, any>, at: string, broken: Broken) {
  if (isText(source.datasetName) === isText(source.datasetUUID)) {
    broken(volumeSourceFields, at, 'a Flocker volume needs exactly one of datasetName and datasetUUID', 'write exactly one of them');
  }
  if (isText(source.datasetName) && source.datasetName.includes('/')) {
    broken(volumeSourceFields, `${at}/datasetName`, `${show(source.datasetName)} has a '/' in it`, "write a name without '/'");
  }
}

function checkAzureDisk(source: Record<string, any>, at: string, broken: Broken) {
  const kind = source.kind ?? 'Shared';
  const start = kind === 'Managed' ? '/subscriptions/' : 'https://';
  if (isText(source.diskURI) && !source.diskURI.startsWith(start)) {
    broken(volumeSourceFields, `${at}/diskURI`, `the URI of a ${kind} disk must start with '${start}'`, `write a URI that starts with '${start}', or another kind (Shared unless given)`);
  }
}

function checkFlexVolume(source: Record<string, any>, at: string, broken: Broken) {
  for (const option of Object.keys(recordOf(source.options))) {
    const namespace = `.${option.split('/')[0].toLowerCase()}`;
    if (namespace.endsWith('.kubernetes.io') || namespace.endsWith('.k8s.io')) {
      broken(volumeSourceFields, `${at}/options${pointer(option)}`, `the option ${show(option)} is in a namespace that Kubernetes keeps for itself`, 'rename the option');
    }
  }
}

const MAX_QUOBYTE_TENANT = 64;

function checkQuobyte(source: Record<string, any>, at: string, broken: Broken) {
  if (isText(source.registry) && source.registry.split(',').some(part => !/^(\[[^\]]*\]|[^:[\]]*):[^:]*$/.test(part))) {
    broken(volumeSourceFields, `${at}/registry`, `${show(source.registry)} is no list of host:port`, 'write host:port, several parted by commas');
  }
  if (isText(source.tenant) && source.tenant.length > MAX_QUOBYTE_TENANT) {
    broken(volumeSourceFields, `${at}/tenant`, `the tenant has more than ${MAX_QUOBYTE_TENANT} characters`, 'write the UUID of the tenant');
  }
}

function checkStorageOs(source: Record<string, any>, at: string, broken: Broken) {
  if (!isText(source.volumeName)) { broken(volumeSourceFields, `${at}/volumeName`, 'the StorageOS volume is not named', 'add volumeName'); }
}
