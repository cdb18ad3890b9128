/** What the server writes where a field is absent. */
export interface FieldDefault {
  /** `Type.field`; `Type.field.below` where the field below has it only as a part of this type. Through lists it is about each item. */
  readonly field: string;
  /** The value, if it is always the same. A field that is dropped, since its gate is off, gets none. */
  readonly value?: unknown;
  /** The function in src/kubernetes/api/computed-defaults.ts, if it depends on other fields. */
  readonly computed?: string;
  readonly since?: string;
  readonly until?: string;
}

type Values = Readonly<Record<string, unknown>>;

const CONTAINER: Values = { terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File', resources: {} };
const WEBHOOK: Values = { failurePolicy: 'Fail', matchPolicy: 'Equivalent', timeoutSeconds: 10, namespaceSelector: {}, objectSelector: {} };
const VOLUME_MODE: Values = { volumeMode: 'Filesystem' };
const MODE: Values = { defaultMode: 0o644 };
const TCP: Values = { protocol: 'TCP' };
const HTTPS: Values = { port: 443 };
const RBAC_GROUP = 'rbac.authorization.k8s.io';
const RBD: Values = { pool: 'rbd', user: 'admin', keyring: '/etc/ceph/keyring' };
const SCALE_IO: Values = { storageMode: 'ThinProvisioned', fsType: 'xfs' };
const ISCSI: Values = { iscsiInterface: 'default' };
const QUEUING: Values = { queues: 64, handSize: 8, queueLengthLimit: 50 };
const DEVICE_REQUEST: Values = { allocationMode: 'ExactCount' };
const CPU_AT_80_PERCENT = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } };

/** Always the same value, in all versions that have the field: pkg/apis/<group>/<version>/defaults.go, and `+default` in the types. */
const FIXED: Readonly<Record<string, Values>> = {
  // core/v1
  'Container': CONTAINER,
  'EphemeralContainer': CONTAINER,
  'Probe': { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
  'HTTPGetAction': { path: '/', scheme: 'HTTP' },
  'ObjectFieldSelector': { apiVersion: 'v1' },
  // A Quantity is written even if it is zero.
  'ResourceFieldSelector': { divisor: '0' },
  'PodSpec': { dnsPolicy: 'ClusterFirst', restartPolicy: 'Always', terminationGracePeriodSeconds: 30, schedulerName: 'default-scheduler', securityContext: {} },
  'Pod': {
    'spec.enableServiceLinks': true,
    // Admission: plugin/pkg/admission/{serviceaccount,priority}.
    'spec.serviceAccountName': 'default',
    'spec.preemptionPolicy': 'PreemptLowerPriority',
    'spec.priority': 0,
  },
  'SecretVolumeSource': MODE,
  'ConfigMapVolumeSource': MODE,
  'DownwardAPIVolumeSource': MODE,
  'ProjectedVolumeSource': MODE,
  'ServiceAccountTokenProjection': { expirationSeconds: 3600 },
  'HostPathVolumeSource': { type: '' },
  'AzureDiskVolumeSource': { cachingMode: 'ReadWrite', kind: 'Shared', fsType: 'ext4', readOnly: false },
  'ISCSIVolumeSource': ISCSI,
  'ISCSIPersistentVolumeSource': ISCSI,
  'RBDVolumeSource': RBD,
  'RBDPersistentVolumeSource': RBD,
  'ScaleIOVolumeSource': SCALE_IO,
  'ScaleIOPersistentVolumeSource': SCALE_IO,
  'PersistentVolumeSpec': { persistentVolumeReclaimPolicy: 'Retain', ...VOLUME_MODE },
  'PersistentVolumeClaimSpec': VOLUME_MODE,
  'ServiceSpec': { type: 'ClusterIP', sessionAffinity: 'None' },
  'ClientIPConfig': { timeoutSeconds: 10800 },
  'EndpointPort': TCP,
  'Secret': { type: 'Opaque' },
  'ReplicationControllerSpec': { replicas: 1 },
  // apps/v1; claims of a template get their kind when the server converts it.
  'StatefulSetSpec': {
    'replicas': 1,
    'podManagementPolicy': 'OrderedReady',
    'revisionHistoryLimit': 10,
    'updateStrategy': {},
    'persistentVolumeClaimRetentionPolicy': {},
    'volumeClaimTemplates.apiVersion': 'v1',
    'volumeClaimTemplates.kind': 'PersistentVolumeClaim',
  },
  'StatefulSetUpdateStrategy': { type: 'RollingUpdate' },
  'RollingUpdateStatefulSetStrategy': { partition: 0, maxUnavailable: 1 },
  'StatefulSetPersistentVolumeClaimRetentionPolicy': { whenDeleted: 'Retain', whenScaled: 'Retain' },
  'DeploymentSpec': { replicas: 1, revisionHistoryLimit: 10, progressDeadlineSeconds: 600, strategy: {} },
  'DeploymentStrategy': { type: 'RollingUpdate' },
  'RollingUpdateDeployment': { maxUnavailable: '25%', maxSurge: '25%' },
  'DaemonSetSpec': { revisionHistoryLimit: 10, updateStrategy: {} },
  'DaemonSetUpdateStrategy': { type: 'RollingUpdate' },
  'RollingUpdateDaemonSet': { maxUnavailable: 1, maxSurge: 0 },
  'ReplicaSetSpec': { replicas: 1 },
  // batch/v1: a Job gets them, the template of a CronJob does not.
  'Job': { 'spec.parallelism': 1, 'spec.completionMode': 'NonIndexed', 'spec.suspend': false },
  'PodFailurePolicyOnPodConditionsPattern': { status: 'True' },
  'CronJobSpec': { concurrencyPolicy: 'Allow', suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 },
  // autoscaling; what version 1 cannot say is filled in by its conversion.
  'HorizontalPodAutoscalerSpec': { minReplicas: 1, metrics: [CPU_AT_80_PERCENT] },
  'HorizontalPodAutoscalerBehavior': {
    'scaleUp': {},
    'scaleUp.stabilizationWindowSeconds': 0,
    'scaleUp.selectPolicy': 'Max',
    'scaleUp.policies': [{ type: 'Pods', value: 4, periodSeconds: 15 }, { type: 'Percent', value: 100, periodSeconds: 15 }],
    'scaleDown': {},
    'scaleDown.selectPolicy': 'Max',
    'scaleDown.policies': [{ type: 'Percent', value: 100, periodSeconds: 15 }],
  },
  'autoscaling/v1.HorizontalPodAutoscalerSpec': { minReplicas: 1 },
  // The other groups.
  'NetworkPolicyPort': TCP,
  'IngressClassSpec': { 'parameters.scope': 'Cluster' },
  'discovery.k8s.io/v1.EndpointPort': { name: '', ...TCP },
  'RoleRef': { apiGroup: RBAC_GROUP },
  'StorageClass': { reclaimPolicy: 'Delete', volumeBindingMode: 'Immediate' },
  'CSIDriverSpec': {
    attachRequired: true,
    podInfoOnMount: false,
    storageCapacity: false,
    requiresRepublish: false,
    fsGroupPolicy: 'ReadWriteOnceWithFSType',
    volumeLifecycleModes: ['Persistent'],
    seLinuxMount: false,
    preventPodSchedulingIfMissing: false,
  },
  'PriorityClass': { preemptionPolicy: 'PreemptLowerPriority' },
  'ValidatingWebhook': WEBHOOK,
  'MutatingWebhook': { ...WEBHOOK, reinvocationPolicy: 'Never' },
  'RuleWithOperations': { scope: '*' },
  'NamedRuleWithOperations': { scope: '*' },
  'ServiceReference': HTTPS,
  'apiextensions.k8s.io/v1.ServiceReference': HTTPS,
  'apiregistration.k8s.io/v1.ServiceReference': HTTPS,
  'ValidatingAdmissionPolicySpec': { failurePolicy: 'Fail' },
  'MutatingAdmissionPolicySpec': { failurePolicy: 'Fail' },
  'MatchResources': { matchPolicy: 'Equivalent', namespaceSelector: {}, objectSelector: {} },
  'CustomResourceDefinitionSpec': { conversion: {} },
  'CustomResourceConversion': { strategy: 'None' },
  'FlowSchemaSpec': { matchingPrecedence: 1000 },
  'flowcontrol.apiserver.k8s.io/v1.FlowSchemaSpec': { matchingPrecedence: 1000 },
  'QueuingConfiguration': QUEUING,
  'flowcontrol.apiserver.k8s.io/v1.QueuingConfiguration': QUEUING,
  'LimitedPriorityLevelConfiguration': { nominalConcurrencyShares: 30, lendablePercent: 0 },
  'flowcontrol.apiserver.k8s.io/v1.LimitedPriorityLevelConfiguration': { nominalConcurrencyShares: 30, lendablePercent: 0 },
  'ExactDeviceRequest': DEVICE_REQUEST,
  'DeviceSubRequest': DEVICE_REQUEST,
};

/** The function that makes the value, by the field. */
const COMPUTED: Readonly<Record<string, string>> = {
  'Container.imagePullPolicy': 'pullPolicyOfImage',
  'EphemeralContainer.imagePullPolicy': 'pullPolicyOfImage',
  'ImageVolumeSource.pullPolicy': 'pullPolicyOfReference',
  'Volume.emptyDir': 'emptyDirWithoutSource',
  'Pod.spec.containers.resources.requests': 'requestsOfLimits',
  'Pod.spec.initContainers.resources.requests': 'requestsOfLimits',
  'ServicePort.targetPort': 'port',
  'ServiceSpec.sessionAffinityConfig': 'sessionAffinityConfig',
  'ServiceSpec.internalTrafficPolicy': 'internalTrafficPolicy',
  'ServiceSpec.allocateLoadBalancerNodePorts': 'nodePortsOfLoadBalancer',
  'ReplicationControllerSpec.selector': 'labelsOfTemplate',
  'ReplicationController.metadata.labels': 'labelsOfObjectsTemplate',
  'Namespace.metadata.labels': 'labelWithName',
  'LimitRangeItem.default': 'limitsOfMax',
  'LimitRangeItem.defaultRequest': 'requestsOfLimitRange',
  'DeploymentStrategy.rollingUpdate': 'ofRollingUpdate',
  'DaemonSetUpdateStrategy.rollingUpdate': 'ofRollingUpdate',
  // Unlike the other two, a type that is written out gets no parameters.
  'StatefulSetUpdateStrategy.rollingUpdate': 'withoutType',
  'Job.spec.completions': 'oneCompletion',
  'Job.spec.backoffLimit': 'backoffLimit',
  'Job.metadata.labels': 'labelsOfObjectsTemplate',
  'NetworkPolicySpec.policyTypes': 'policyTypes',
  'Subject.apiGroup': 'apiGroupOfSubject',
  'CustomResourceDefinitionNames.singular': 'lowerKind',
  'CustomResourceDefinitionNames.listKind': 'listKind',
  'ExactDeviceRequest.count': 'oneDevice',
  'DeviceSubRequest.count': 'oneDevice',
};

/** What changed over the versions. */
const BY_VERSION: readonly FieldDefault[] = [
  // Templates no longer get them (gate DefaultHostNetworkHostPortsInPodTemplates, off from the start).
  { field: 'PodSpec.containers.ports.hostPort', computed: 'hostPortOnHostNetwork', until: '1.28' },
  { field: 'PodSpec.initContainers.ports.hostPort', computed: 'hostPortOnHostNetwork', until: '1.28' },
  { field: 'Pod.spec.containers.ports.hostPort', computed: 'hostPortOnHostNetwork', since: '1.28' },
  { field: 'Pod.spec.initContainers.ports.hostPort', computed: 'hostPortOnHostNetwork', since: '1.28' },
  // A Service with external addresses counts as one that is reached from outside.
  { field: 'ServiceSpec.externalTrafficPolicy', computed: 'trafficPolicyOfNodePorts', until: '1.29' },
  { field: 'ServiceSpec.externalTrafficPolicy', computed: 'trafficPolicyOfExternal', since: '1.29' },
  { field: 'Job.spec.manualSelector', value: false, since: '1.29' },
  { field: 'Job.spec.podReplacementPolicy', computed: 'podReplacementPolicy', since: '1.29' },
];

/** Every default that the documents do not have. */
export const DEFAULTS: readonly FieldDefault[] = [
  ...Object.entries(FIXED).flatMap(([type, values]) => Object.entries(values).map(([field, value]) => ({ field: `${type}.${field}`, value }))),
  ...Object.entries(COMPUTED).map(([field, computed]) => ({ field, computed })),
  ...BY_VERSION,
];
