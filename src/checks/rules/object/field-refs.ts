import { containerExample, podExample } from './examples';
import { Broken, Rule, isGiven, isText, namesIn } from './rule';
import { ApiModel } from '../../../kubernetes/api/model';
import { ANNOTATION_KEY, LABEL_KEY } from '../../../kubernetes/formats/label';
import { isRecord, textOf } from '../../../kubernetes/manifest';
import { parseQuantity } from '../../../kubernetes/quantity';
import { show } from '../../../reports/show';

export const fieldRefPath: Rule = {
  id: 'field-ref',
  why: 'only a few fields of a Pod can be handed to its containers, and a variable can hold others than a file',
  fix: 'name one of the fields that Kubernetes hands to containers',
  bad: containerExample('env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.uuid}}}]'),
  good: containerExample('env: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.uid}}}]'),
};

export const resourceFieldRef: Rule = {
  id: 'resource-field-ref',
  why: 'only requests and limits of cpu, memory, ephemeral-storage and huge pages can be handed to containers, in a few units',
  fix: 'write limits.cpu, limits.memory, limits.ephemeral-storage or the same with requests; divisor 1 or 1m for cpu, else 1, 1Ki, 1Mi, ...',
  bad: containerExample('env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.disk}}}]'),
  good: containerExample('env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: 1Mi}}}]'),
};

export const downwardFile: Rule = {
  id: 'downward-file-source',
  why: 'a file of a downwardAPI volume holds exactly one field',
  fix: 'write exactly one of fieldRef and resourceFieldRef',
  bad: podExample('volumes: [{name: info, downwardAPI: {items: [{path: name}]}}]'),
  good: podExample('volumes: [{name: info, downwardAPI: {items: [{path: name, fieldRef: {fieldPath: metadata.name}}]}}]'),
};

export const resourceFieldContainer: Rule = {
  id: 'resource-field-container',
  why: 'the resources of a container that is not in the Pod cannot be handed out, and the container that asks for them never starts',
  severity: 'warning',
  fix: 'name a container of this Pod, or leave containerName out to mean the container itself',
  bad: containerExample('env: [{name: A, valueFrom: {resourceFieldRef: {containerName: wbe, resource: limits.memory}}}]'),
  good: containerExample('env: [{name: A, valueFrom: {resourceFieldRef: {containerName: web, resource: limits.memory}}}]'),
};

export const FIELD_REF_RULES = [resourceFieldContainer, fieldRefPath, resourceFieldRef, downwardFile];

const ALWAYS = ['metadata.name', 'metadata.namespace', 'metadata.uid'];

const OF_ENV = [...ALWAYS, 'spec.nodeName', 'spec.host', 'spec.serviceAccountName', 'status.hostIP', 'status.podIP', 'status.podIPs'];

/** Fields that a variable can hold; besides, one label or annotation: `metadata.labels['app']`. */
export function envFields(model: ApiModel): readonly string[] {
  return model.isOff('PodHostIPs') ? OF_ENV : OF_ENV_WITH_HOST_IPS;
}

const OF_ENV_WITH_HOST_IPS = [...OF_ENV, 'status.hostIPs'];

/** Fields that a file of a volume can hold; besides, one label or annotation. */
export const FILE_FIELDS = [...ALWAYS, 'metadata.labels', 'metadata.annotations'];

const ONE_OF_A_MAP = /^metadata\.(labels|annotations)\['(.*)'\]$/;

export function checkFieldRef(ref: unknown, fields: readonly string[], at: string, broken: Broken) {
  if (!isRecord(ref)) { return; }
  if (isText(ref.apiVersion) && ref.apiVersion !== 'v1') {
    broken(fieldRefPath, `${at}/apiVersion`, `fields are named as in v1, not as in ${show(ref.apiVersion)}`, 'leave apiVersion out');
  }
  const path = ref.fieldPath;
  if (!isText(path) || fields.includes(path)) { return; }
  const [, map, key] = ONE_OF_A_MAP.exec(path) ?? [];
  if (map && (map === 'annotations' ? ANNOTATION_KEY : LABEL_KEY).fits(key)) { return; }
  broken(
    fieldRefPath, `${at}/fieldPath`, `${show(path)} cannot be handed to a container here`,
    `write one of ${namesIn(fields.filter(field => field !== 'spec.host'), 'or')}, or a key such as metadata.labels['app']`,
  );
}

const RESOURCE = /^(?:limits|requests)\.(?:(cpu)|memory|ephemeral-storage|hugepages-.*)$/;
const BINARY_UNITS = ['1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'];
const DECIMAL_UNITS = ['1', '1k', '1M', '1G', '1T', '1P', '1E'];

export function checkResourceFieldRef(ref: unknown, at: string, broken: Broken) {
  if (!isRecord(ref) || !isText(ref.resource)) { return; }
  const [resource, cpu] = RESOURCE.exec(ref.resource) ?? [];
  if (!resource) {
    broken(resourceFieldRef, `${at}/resource`, `${show(ref.resource)} is no resource that can be handed to a container`);
  } else if (isGiven(ref.divisor) && !isUnit(ref.divisor, cpu !== undefined)) {
    broken(resourceFieldRef, `${at}/divisor`, `divisor ${show(ref.divisor)} is no unit for ${resource}`);
  }
}

function isUnit(divisor: unknown, cpu: boolean): boolean {
  const value = parseQuantity(divisor);
  if (value === undefined || value === 0n) { return true; }
  const written = textOf(divisor);
  const [, sign] = /[eE]([-+]?)\d+$/.exec(written) ?? [];
  // The server compares texts. It keeps one with an exponent as it was written, unless this is negative.
  if (sign !== undefined && sign !== '-') { return false; }
  const units = sign ? ['1'] : cpu ? ['1m', '1'] : written.endsWith('i') ? BINARY_UNITS : DECIMAL_UNITS;
  return units.some(unit => parseQuantity(unit) === value);
}

/** A file of a downwardAPI volume. */
export function checkDownwardFile(file: unknown, at: string, broken: Broken) {
  if (!isRecord(file)) { return; }
  if (isGiven(file.fieldRef)) {
    checkFieldRef(file.fieldRef, FILE_FIELDS, `${at}/fieldRef`, broken);
    if (isGiven(file.resourceFieldRef)) { broken(downwardFile, `${at}/resourceFieldRef`, 'the file has both fieldRef and resourceFieldRef'); }
  } else if (isRecord(file.resourceFieldRef)) {
    if (!isText(file.resourceFieldRef.containerName)) {
      broken(resourceFieldRef, `${at}/resourceFieldRef`, 'a file must say whose resources it holds', 'add containerName');
    }
    checkResourceFieldRef(file.resourceFieldRef, `${at}/resourceFieldRef`, broken);
  } else {
    broken(downwardFile, at, 'the file has neither fieldRef nor resourceFieldRef');
  }
}
