/**
 * What the published documents say and the server does not. A correction holds for all versions unless it says since or
 * until when. By the short name of the type; the ones of 1.27 were found by asking its server.
 */
export interface Correction {
  readonly fields: readonly string[];
  readonly since?: string;
  readonly until?: string;
}

/**
 * Fields that the published schema calls required though the server does
 * without: it fills them in, or takes the zero value for an answer.
 */
export const NOT_REQUIRED: readonly Correction[] = [{
  fields: [
    'CSIDriver.spec', 'CSINode.spec', 'CSINodeSpec.drivers', 'ControllerRevision.revision', 'CustomResourceDefinitionVersion.served',
    'CustomResourceDefinitionVersion.storage', 'EndpointSlice.endpoints', 'Event.involvedObject', 'Event.metadata', 'ForZone.name', 'HTTPHeader.value',
    'ISCSIPersistentVolumeSource.lun', 'ISCSIVolumeSource.lun', 'LimitRangeSpec.limits', 'NetworkPolicySpec.podSelector',
    'PodFailurePolicy.rules', 'PodFailurePolicyOnPodConditionsPattern.status', 'PodFailurePolicyRule.onPodConditions',
    'PreferredSchedulingTerm.preference', 'PriorityClass.value', 'RoleRef.apiGroup', 'ScaleIOPersistentVolumeSource.secretRef',
    'ScaleIOVolumeSource.secretRef', 'StatefulSetSpec.serviceName', 'Sysctl.value', 'TokenRequest.audience',
  ],
}, {
  // pkg/apis/resource/validation/validation.go: all that is in them is optional, or 0 will do. pkg/apis/storagemigration/validation.
  fields: [
    'DeviceClass.spec', 'resource.k8s.io/v1.ResourceClaim.spec', 'ResourceClaimTemplate.spec', 'ResourceClaimTemplateSpec.spec',
    'ResourcePool.generation', 'DeviceCapacity.value', 'Counter.value', 'GroupResource.group',
    'ConfigMapNodeConfigSource.kubeletConfigKey', 'ConfigMapNodeConfigSource.name', 'ConfigMapNodeConfigSource.namespace',
  ],
}, {
  // Zero seconds will do: gate PodLifecycleSleepActionAllowZero.
  fields: ['SleepAction.seconds'], since: '1.33',
}];

/** Fields that the published schema calls optional though the server never does without. */
export const REQUIRED_TOO: readonly Correction[] = [{
  fields: [
    'APIServiceSpec.version', 'apiregistration.k8s.io/v1.ServiceReference.name', 'apiregistration.k8s.io/v1.ServiceReference.namespace',
    'ConfigMapEnvSource.name', 'ConfigMapKeySelector.name', 'ConfigMapProjection.name', 'ConfigMapVolumeSource.name', 'Container.image',
    'ControllerRevision.data',
    'ExecAction.command', 'HostAlias.ip', 'IngressClassSpec.controller', 'PodDNSConfigOption.name', 'PodTemplate.template', 'ReplicaSetSpec.template',
    'ReplicationControllerSpec.template', 'ScaleIOPersistentVolumeSource.volumeName', 'ScaleIOVolumeSource.volumeName', 'SecretEnvSource.name',
    'SecretKeySelector.name', 'SecretProjection.name', 'SecretVolumeSource.secretName', 'VolumeNodeAffinity.required',
    'ValidatingAdmissionPolicyBindingSpec.policyName', 'MutatingAdmissionPolicyBinding.spec', 'MutatingAdmissionPolicyBindingSpec.policyName',
    'ServiceCIDR.spec', 'ServiceCIDRSpec.cidrs',
  ],
}, {
  // Until then a template might lack it.
  fields: ['ImageVolumeSource.reference'], since: '1.37',
}];

/** Enums whose values the generated definitions of a version lost: the server knows them. */
export const VALUES_TOO: readonly (Correction & { readonly values: readonly string[] })[] = [
  { fields: ['MutatingWebhook.reinvocationPolicy'], values: ['IfNeeded', 'Never'], since: '1.34', until: '1.35' },
];

/** Values that the server refuses while a gate is off, though the enum has them. */
export const GATED_VALUES: readonly (Correction & { readonly values: readonly string[]; readonly gate: string })[] = [
  // pkg/apis/apps/validation/validation.go AllowStatefulSetRecreateStrategy
  { fields: ['StatefulSetUpdateStrategy.type'], values: ['Recreate'], gate: 'StatefulSetRecreateStrategy' },
  // pkg/api/pod/util.go allowTaintTolerationComparisonOperators
  { fields: ['Toleration.operator'], values: ['Gt', 'Lt'], gate: 'TaintTolerationComparisonOperators' },
  // pkg/apis/batch/validation/validation.go: only with backoffLimitPerIndex, which the gate drops.
  { fields: ['PodFailurePolicyRule.action'], values: ['FailIndex'], gate: 'JobBackoffLimitPerIndex' },
];

/**
 * Enums whose value may be empty though they are pointers, or required: the server takes the empty string of all other
 * ones for a wrong value.
 */
export const MAY_BE_EMPTY: readonly Correction[] = [{ fields: ['StorageClass.reclaimPolicy'] }];

/** Fields that the server overwrites or never looks at: only names and types of what is in them count. */
export const NEVER_READ: readonly Correction[] = [{
  fields: ['ObjectMeta.managedFields', 'Endpoint.deprecatedTopology', 'PersistentVolumeClaimSpec.dataSource', 'MetricIdentifier.selector'],
}];
