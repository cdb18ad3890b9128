import { KINDS, TYPES } from './kubernetes-1.27.generated';
import { once } from './once';
import { FormatUse, formatsOf } from '../formats/table';

/** What a field holds. Lists and maps have an `item`, structs a `struct`, enums their `values`. */
export interface FieldType {
  readonly holds: 'string' | 'boolean' | 'int32' | 'int64' | 'number' | 'quantity' | 'intOrString' | 'time' | 'microTime' | 'any'
  | 'enum' | 'list' | 'map' | 'struct';
  readonly item?: FieldType;
  readonly values?: readonly string[];
  /** Whether an enum must not be the empty string. */
  readonly neverEmpty?: boolean;
  readonly struct?: string;
}

/** A field of a struct. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** What the schema does not say about its value. */
  readonly formats: readonly FormatUse[];
  /** The server drops what is in here, or never looks at it: only names and types of fields count. */
  readonly ignored: boolean;
}

/** A type with named fields, such as `Container`. */
export interface Struct {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  readonly required: readonly string[];
}

interface Kinds {
  /** The type of each `apiVersion/Kind`. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Those without a schema. */
  readonly otherKinds: readonly string[];
}

const served = once(() => JSON.parse(KINDS) as Kinds);

/** How the fields of each type are spelled: JSON that is parsed when the first object has the type. */
const spellings = once(() => new Map(TYPES.split('\n').map(line => {
  const end = line.indexOf(' ');
  return [line.slice(0, end), line.slice(end + 1)];
})));

/**
 * Fields that the published schema calls required though the server does
 * without: it fills them in, or takes the zero value for an answer.
 */
const NOT_REQUIRED: ReadonlySet<string> = new Set([
  'CSIDriver.spec', 'CSINode.spec', 'CSINodeSpec.drivers', 'ControllerRevision.revision', 'CustomResourceDefinitionVersion.served',
  'CustomResourceDefinitionVersion.storage', 'EndpointSlice.endpoints', 'Event.involvedObject', 'Event.metadata', 'ForZone.name', 'HTTPHeader.value',
  'ISCSIPersistentVolumeSource.lun', 'ISCSIVolumeSource.lun', 'LimitRangeSpec.limits', 'NetworkPolicySpec.podSelector',
  'PodFailurePolicy.rules', 'PodFailurePolicyOnPodConditionsPattern.status', 'PodFailurePolicyRule.onPodConditions',
  'PreferredSchedulingTerm.preference', 'PriorityClass.value', 'RoleRef.apiGroup', 'ScaleIOPersistentVolumeSource.secretRef',
  'ScaleIOVolumeSource.secretRef', 'StatefulSetSpec.serviceName', 'Sysctl.value', 'TokenRequest.audience',
]);

/** Fields that the published schema calls optional though the server never does without. */
const REQUIRED_TOO: ReadonlySet<string> = new Set([
  'APIServiceSpec.version', 'apiregistration.k8s.io/v1.ServiceReference.name', 'apiregistration.k8s.io/v1.ServiceReference.namespace',
  'ConfigMapEnvSource.name', 'ConfigMapKeySelector.name', 'ConfigMapProjection.name', 'ConfigMapVolumeSource.name', 'Container.image',
  'ControllerRevision.data',
  'ExecAction.command', 'HostAlias.ip', 'IngressClassSpec.controller', 'PodDNSConfigOption.name', 'PodTemplate.template', 'ReplicaSetSpec.template',
  'ReplicationControllerSpec.template', 'ScaleIOPersistentVolumeSource.volumeName', 'ScaleIOVolumeSource.volumeName', 'SecretEnvSource.name',
  'SecretKeySelector.name', 'SecretProjection.name', 'SecretVolumeSource.secretName', 'VolumeNodeAffinity.required',
]);

/** Enums that the server does not fill in if they are empty: only where the field is missing altogether. */
const NEVER_EMPTY: ReadonlySet<string> = new Set([
  'AzureDiskVolumeSource.cachingMode', 'AzureDiskVolumeSource.kind', 'EndpointSlice.addressType', 'HTTPIngressPath.pathType',
  'JobSpec.completionMode', 'MutatingWebhook.failurePolicy', 'MutatingWebhook.matchPolicy', 'MutatingWebhook.reinvocationPolicy',
  'MutatingWebhook.sideEffects', 'NetworkPolicyPort.protocol', 'NodeSelectorRequirement.operator', 'PersistentVolumeClaimSpec.volumeMode',
  'PersistentVolumeSpec.volumeMode', 'PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy', 'PodFailurePolicyOnExitCodesRequirement.operator',
  'PodFailurePolicyRule.action', 'PodSecurityContext.fsGroupChangePolicy', 'PodSpec.preemptionPolicy', 'PriorityClass.preemptionPolicy',
  'ScopedResourceSelectorRequirement.operator', 'ScopedResourceSelectorRequirement.scopeName', 'SeccompProfile.type',
  'ServiceSpec.internalTrafficPolicy', 'ServiceSpec.ipFamilyPolicy', 'StorageClass.volumeBindingMode', 'Taint.effect',
  'TopologySpreadConstraint.nodeAffinityPolicy', 'TopologySpreadConstraint.nodeTaintsPolicy', 'TopologySpreadConstraint.whenUnsatisfiable',
  'ValidatingWebhook.failurePolicy', 'ValidatingWebhook.matchPolicy', 'ValidatingWebhook.sideEffects', 'VolumeMount.mountPropagation',
  'discovery.k8s.io/v1.EndpointPort.protocol',
]);

/** Status is written by controllers; the others are dropped, since their features are off in Kubernetes 1.27, or never looked at. */
const IGNORED: ReadonlySet<string> = new Set([
  'ObjectMeta.managedFields', 'Endpoint.deprecatedTopology', 'SecurityContext.procMount', 'PodSpec.resourceClaims', 'Container.resizePolicy', 'EphemeralContainer.resizePolicy', 'ResourceRequirements.claims',
  'PersistentVolumeClaimSpec.dataSource', 'MetricIdentifier.selector', 'MutatingWebhook.matchConditions', 'ValidatingWebhook.matchConditions', 'RollingUpdateStatefulSetStrategy.maxUnavailable',
]);

// Structs are built when the first object of their kind comes along, and kept: they depend on nothing but the schema.
const structs = new Map<string, Struct>();

/** The type of a kind; undefined if there is no schema for it. */
export function structOfKind(apiVersion: string, kind: string): Struct | undefined {
  const key = `${apiVersion}/${kind}`;
  const { kinds } = served();
  return Object.hasOwn(kinds, key) ? structNamed(kinds[key]) : undefined;
}

/** True if Kubernetes 1.27 serves this kind, with or without a schema here. */
export function isServed(apiVersion: string, kind: string): boolean {
  const key = `${apiVersion}/${kind}`;
  return Object.hasOwn(served().kinds, key) || served().otherKinds.includes(key);
}

/** Every `apiVersion/Kind` with a schema. */
export function kindsWithSchema(): readonly string[] {
  return Object.keys(served().kinds);
}

/** The struct of this name. */
export function structNamed(name: string): Struct {
  const known = structs.get(name);
  if (known) { return known; }
  const fields = new Map<string, Field>();
  const required: string[] = [];
  const formats = formatsOf(name);
  for (const [field, spelling] of Object.entries<string>(JSON.parse(spellings().get(name)!))) {
    const path = `${name}.${field}`;
    if (spelling.endsWith('!') ? !NOT_REQUIRED.has(path) : REQUIRED_TOO.has(path)) { required.push(field); }
    fields.set(field, {
      name: field,
      type: parseType(spelling.replace(/!$/, ''), NEVER_EMPTY.has(path)),
      formats: formats.get(field) ?? [],
      ignored: IGNORED.has(path) || field === 'status' && fields.has('kind'),
    });
  }
  const struct = { name, fields, required };
  structs.set(name, struct);
  return struct;
}

/** `string`, `@Container`, `[]@Container`, `{}string`, `=TCP|UDP`. */
function parseType(spelling: string, neverEmpty = false): FieldType {
  switch (spelling[0]) {
    case '[': return { holds: 'list', item: parseType(spelling.slice(2)) };
    case '{': return { holds: 'map', item: parseType(spelling.slice(2)) };
    case '@': return { holds: 'struct', struct: spelling.slice(1) };
    case '=': return { holds: 'enum', values: spelling.slice(1).split('|').filter(value => value !== ''), neverEmpty };
    default: return { holds: spelling as FieldType['holds'] };
  }
}
