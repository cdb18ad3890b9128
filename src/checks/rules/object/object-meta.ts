import { Broken, Rule, forRecords, isBelow, isText, rulesFor } from './rule';
import { Manifest, groupOf, groupKindOf, isRecord, listOf, recordOf } from '../../../kubernetes/manifest';
import { show } from '../../../reports/show';
import { ObjectCheck } from '../../engine/object-check';

export const finalizers: Rule = {
  id: 'finalizer',
  why: 'a finalizer names who must clean up before an object goes; names without a domain belong to Kubernetes',
  fix: 'write a name with a domain, such as example.com/backup',
  bad: meta('finalizers: [backup]'),
  good: meta('finalizers: [example.com/backup]'),
};

export const ownerReferences: Rule = {
  id: 'owner-references',
  why: 'an object is managed by one controller at most, and owners are named by group, version, kind, name and uid',
  fix: 'leave ownerReferences to controllers',
  bad: meta('ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: a, uid: a, controller: true}, ' +
    '{apiVersion: apps/v1, kind: ReplicaSet, name: b, uid: b, controller: true}]'),
  good: meta('ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: a, uid: a, controller: true}]'),
};

export const objectMetadata: Rule = {
  id: 'object-metadata',
  why: 'annotations travel with every object, at most 256 KiB of them; what depends on an object is either deleted with it or orphaned; and changes are counted from 0 up',
  fix: 'keep long texts in a ConfigMap, and at most one of the finalizers orphan and foregroundDeletion',
  bad: meta('finalizers: [orphan, foregroundDeletion]'),
  good: meta('finalizers: [orphan]'),
};

function meta(line: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: web, ${line}}\n`;
}

/** What holds for the metadata of every kind. */
export const objectMetaRules: ObjectCheck = {
  ...rulesFor([], [ownerReferences, finalizers, objectMetadata], (object, broken) => {
    checkAnnotations(object.metadata?.annotations, broken);
    checkNumbers(object, broken);
    checkGeneration(object, broken);
    if (object.metadata?.ownerReferences === undefined && object.metadata?.finalizers === undefined && object.kind !== 'Namespace') { return; }
    forRecords(object.metadata?.ownerReferences, (owner, index) => checkOwner(owner, `/metadata/ownerReferences/${index}`, broken));
    checkFinalizers(object, broken);
    const controllers = listOf(object.metadata?.ownerReferences).filter(owner => isRecord(owner) && owner.controller === true);
    if (controllers.length > 1) { broken(ownerReferences, '/metadata/ownerReferences', `the object has ${controllers.length} controllers`); }
  }),
  kinds: undefined,
};

function checkGeneration(object: Manifest, broken: Broken) {
  const { metadata } = object;
  const name = groupKindOf(object);
  if (isBelow(metadata?.generation, 0) && !COUNTED.has(name)) {
    broken(COUNTED_LATER[name] ?? objectMetadata, '/metadata/generation', `generation is ${metadata?.generation}`, 'leave it to the server');
  }
}

function checkOwner({ apiVersion, kind }: Record<string, any>, at: string, broken: Broken) {
  if (!isText(apiVersion)) { return; }
  if (apiVersion.split('/').length > 2 || apiVersion.endsWith('/')) {
    broken(ownerReferences, `${at}/apiVersion`, `${show(apiVersion)} is no group and version`, 'write a version such as v1, or a group and a version such as apps/v1');
  }
  if (apiVersion === 'v1' && kind === 'Event') { broken(ownerReferences, `${at}/kind`, 'an Event cannot own anything', 'remove the owner'); }
}

const MAX_ANNOTATIONS = 256 * 1024;

function checkAnnotations(annotations: unknown, broken: Broken) {
  if (!isRecord(annotations)) { return; }
  let size = 0;
  for (const [key, value] of Object.entries(annotations)) {
    if (typeof value === 'string') { size += key.length + Buffer.byteLength(value); }
  }
  if (size > MAX_ANNOTATIONS) {
    broken(objectMetadata, '/metadata/annotations', `the annotations have ${size} bytes, and may have ${MAX_ANNOTATIONS}`,
      'keep long texts in a ConfigMap; kubectl apply --server-side keeps no copy of the object in an annotation');
  }
}

/** Fields of old versions that live on as annotations: the server reads numbers out of them. */
const NUMBERS: Readonly<Record<string, string>> = {
  'apps/Deployment': 'deprecated.deployment.rollback.to',
  'apps/DaemonSet': 'deprecated.daemonset.template.generation',
};

/** Kinds whose generation the server begins with 1, whatever is written. */
const COUNTED: ReadonlySet<string> = new Set([
  'scheduling.k8s.io/PriorityClass', 'networking.k8s.io/IngressClass', 'networking.k8s.io/NetworkPolicy', 'networking.k8s.io/Ingress',
  'discovery.k8s.io/EndpointSlice', 'policy/PodDisruptionBudget', 'resource.k8s.io/ResourceSlice', 'resource.k8s.io/DeviceClass',
  'resource.k8s.io/DeviceTaintRule', 'flowcontrol.apiserver.k8s.io/FlowSchema', 'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
  'apps/DaemonSet', 'apps/StatefulSet', 'apps/Deployment', 'apps/ReplicaSet', 'batch/Job', 'batch/CronJob', '/PodTemplate',
  '/ReplicationController', 'admissionregistration.k8s.io/ValidatingAdmissionPolicy', 'admissionregistration.k8s.io/MutatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding', 'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration', 'admissionregistration.k8s.io/MutatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition',
]);

/** Kinds of which it does so in later versions, and the rule as it held before. */
const COUNTED_LATER: Readonly<Record<string, Rule>> = {
  '/Pod': { ...objectMetadata, until: '1.33' },
  'autoscaling/HorizontalPodAutoscaler': { ...objectMetadata, until: '1.37' },
};

function checkNumbers(object: Manifest, broken: Broken) {
  if (object.metadata?.annotations === undefined) { return; }
  const name = NUMBERS[groupKindOf(object)];
  const value = name && recordOf(object.metadata.annotations)[name];
  if (!isText(value) || /^[+-]?\d{1,18}$/.test(value)) { return; }
  broken(objectMetadata, `/metadata/annotations/${name}`, `${show(value)} is no whole number`, 'remove the annotation');
}

/** Groups whose finalizers the API server checks; objects of others may have finalizers without a domain. */
const BUILT_IN_GROUPS: ReadonlySet<string> = new Set([
  '', 'apps', 'autoscaling', 'batch', 'certificates.k8s.io', 'discovery.k8s.io', 'flowcontrol.apiserver.k8s.io',
  'networking.k8s.io', 'rbac.authorization.k8s.io', 'scheduling.k8s.io', 'storage.k8s.io',
]);
const OWN_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];

function checkFinalizers(object: Manifest, broken: Broken) {
  const names = listOf(object.metadata?.finalizers);
  if (names.includes('orphan') && names.includes('foregroundDeletion')) {
    broken(objectMetadata, '/metadata/finalizers', 'both orphan and foregroundDeletion are set');
  }
  if (!BUILT_IN_GROUPS.has(groupOf(object.apiVersion)) || object.apiVersion === 'v1' && object.kind === 'Event') { return; }
  checkNames(names, '/metadata/finalizers', broken);
  if (object.kind === 'Namespace') { checkNames(recordOf(object.spec).finalizers, '/spec/finalizers', broken); }
}

function checkNames(names: unknown, at: string, broken: Broken) {
  listOf(names).forEach((name, index) => {
    if (isText(name) && !name.includes('/') && !OWN_FINALIZERS.includes(name)) {
      broken(finalizers, `${at}/${index}`, `${show(name)} has no domain, and is none of ${OWN_FINALIZERS.join(', ')}`);
    }
  });
}
