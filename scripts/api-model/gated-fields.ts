import { Correction } from './corrections';

/**
 * Fields that the server drops while a gate is off, and whose Go source has no `+featureGate` to say so, or names a gate
 * that does not exist. Each was looked up in the function that drops it.
 */
export interface GatedField extends Correction {
  /** `A,B` needs both, `A|B` one of them. @default - no gate, though the Go source names one: the server drops it never */
  readonly gate?: string;
  /** The function that drops it, or would. */
  readonly source: string;
}

const POD = 'pkg/api/pod/util.go';
const JOB = 'pkg/registry/batch/job/strategy.go PrepareForCreate';
const SLICE = 'pkg/registry/discovery/endpointslice/strategy.go dropDisabledFieldsOnCreate';

export const GATED_FIELDS: readonly GatedField[] = [
  {
    fields: ['RollingUpdateStatefulSetStrategy.maxUnavailable'],
    gate: 'MaxUnavailableStatefulSet',
    source: 'pkg/registry/apps/statefulset/strategy.go dropStatefulSetDisabledFields',
  },
  { fields: ['SecurityContext.procMount'], gate: 'ProcMountType', source: `${POD} dropDisabledProcMountField` },
  { fields: ['PodSpec.hostUsers'], gate: 'UserNamespacesStatelessPodsSupport', until: '1.28', source: `${POD} dropDisabledFields` },
  { fields: ['PodSpec.hostUsers'], gate: 'UserNamespacesSupport', since: '1.28', source: `${POD} dropDisabledFields` },
  {
    fields: ['PodAffinityTerm.matchLabelKeys', 'PodAffinityTerm.mismatchLabelKeys'],
    gate: 'MatchLabelKeysInPodAffinity',
    since: '1.29',
    source: `${POD} dropDisabledMatchLabelKeysFieldInPodAffinity`,
  },
  { fields: ['Lifecycle.stopSignal'], gate: 'ContainerStopSignals', since: '1.33', source: `${POD} dropContainerStopSignals` },
  // The source names PodCertificateProjection, which is no gate. The projection is dropped as a whole.
  { fields: ['VolumeProjection.podCertificate'], gate: 'PodCertificateRequest', since: '1.34', source: `${POD} dropDisabledPodCertificateProjection` },
  // The volume is dropped as a whole, with its mounts.
  { fields: ['Volume.image'], gate: 'ImageVolume', since: '1.31', source: `${POD} dropImageVolumes` },
  { fields: ['JobSpec.backoffLimitPerIndex', 'JobSpec.maxFailedIndexes'], gate: 'JobBackoffLimitPerIndex', since: '1.28', source: JOB },
  { fields: ['JobSpec.podReplacementPolicy'], gate: 'JobPodReplacementPolicy', since: '1.28', source: JOB },
  { fields: ['JobSpec.successPolicy'], gate: 'JobSuccessPolicy', since: '1.30', source: JOB },
  { fields: ['JobSpec.managedBy'], gate: 'JobManagedBy', since: '1.30', source: JOB },
  { fields: ['EndpointHints.forNodes'], gate: 'PreferSameTrafficDistribution', since: '1.33', source: SLICE },
  // Of what DRADeviceTaints is about, the server drops the taints of slices only. Since 1.35 it drops tolerations, too.
  {
    fields: [
      ...['', 'resource.k8s.io/v1beta2.'].flatMap(version => ['ExactDeviceRequest', 'DeviceSubRequest', 'DeviceRequestAllocationResult'].map(type => `${version}${type}`)),
      ...['resource.k8s.io/v1beta1.', 'resource.k8s.io/v1alpha3.'].flatMap(version =>
        ['DeviceRequest', 'DeviceSubRequest', 'DeviceRequestAllocationResult'].map(type => `${version}${type}`)),
    ].map(type => `${type}.tolerations`),
    until: '1.35',
    source: 'pkg/registry/resource/resourceclaim/strategy.go dropDisabledFields',
  },
  // Status, which only the server writes: here for a complete picture.
  { fields: ['PodStatus.hostIPs'], gate: 'PodHostIPs', since: '1.28', source: `${POD} dropDisabledPodStatusFields` },
  {
    fields: ['LoadBalancerIngress.ipMode'],
    gate: 'LoadBalancerIPMode',
    since: '1.29',
    source: 'pkg/registry/core/service/strategy.go dropServiceStatusDisabledFields',
  },
  {
    fields: ['DeploymentStatus.terminatingReplicas', 'ReplicaSetStatus.terminatingReplicas'],
    gate: 'DeploymentReplicaSetTerminatingReplicas',
    since: '1.33',
    source: 'pkg/registry/apps/{deployment,replicaset}/strategy.go dropDisabledStatusFields',
  },
];
