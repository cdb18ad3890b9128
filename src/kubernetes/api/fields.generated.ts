/** Written by scripts/api-model, of the Go modules k8s.io/kubernetes v1.27.16, v1.28.15, v1.29.15, v1.30.14, v1.31.13, v1.32.9, v1.33.5, v1.34.1, v1.34.2, v1.34.4, v1.35.3, v1.35.4, v1.36.3, v1.37.2. */
export const TYPES: string = `
ConfigMap	apiVersion:string	binaryData:{}string	data:{}string	immutable:boolean;ptr	kind:string	metadata:@ObjectMeta
ObjectMeta	annotations:{}string	creationTimestamp:time	deletionGracePeriodSeconds:int64;ptr	deletionTimestamp:time;ptr	finalizers:[*]string;merge	generateName:string	generation:int64	labels:{}string	managedFields:[]@ManagedFieldsEntry;ignored	name:string	namespace:string	ownerReferences:[uid]@OwnerReference;merge=uid	resourceVersion:string	selfLink:string	uid:string
ManagedFieldsEntry	apiVersion:string	fieldsType:string	fieldsV1:any	manager:string	operation:string	subresource:string	time:time;ptr
OwnerReference	:;atomic	apiVersion:string!	blockOwnerDeletion:boolean;ptr	controller:boolean;ptr	kind:string!	name:string!	uid:string!
Endpoints	apiVersion:string	kind:string	metadata:@ObjectMeta	subsets:[]@EndpointSubset
EndpointSubset	addresses:[]@EndpointAddress	notReadyAddresses:[]@EndpointAddress	ports:[]@EndpointPort
EndpointAddress	:;atomic	hostname:string	ip:string!	nodeName:string;ptr	targetRef:@ObjectReference;ptr
ObjectReference	:;atomic	apiVersion:string	fieldPath:string	kind:string	name:string	namespace:string	resourceVersion:string	uid:string
EndpointPort	:;atomic	appProtocol:string;ptr	name:string	port:int32!	protocol:=SCTP|TCP|UDP;default="TCP"
Event	action:string	apiVersion:string	count:int32	eventTime:microTime	firstTimestamp:time	involvedObject:@ObjectReference	kind:string	lastTimestamp:time	message:string	metadata:@ObjectMeta	reason:string	related:@ObjectReference;ptr	reportingComponent:string	reportingInstance:string	series:@EventSeries;ptr	source:@EventSource	type:string
EventSeries	count:int32	lastObservedTime:microTime
EventSource	component:string	host:string
LimitRange	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@LimitRangeSpec
LimitRangeSpec	limits:[]@LimitRangeItem
LimitRangeItem	default:{}quantity;computed=limitsOfMax	defaultRequest:{}quantity;computed=requestsOfLimitRange	max:{}quantity	maxLimitRequestRatio:{}quantity	min:{}quantity	type:string!
Namespace	apiVersion:string	kind:string	metadata:@ObjectMeta	metadata.labels:;computed=labelWithName	spec:@NamespaceSpec	status:@NamespaceStatus
NamespaceSpec	finalizers:[]string
NamespaceStatus	conditions:[type]@NamespaceCondition;merge=type	phase:=Active|Terminating
NamespaceCondition	lastTransitionTime:time	message:string	reason:string	status:string!	type:string!
Node	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@NodeSpec	status:@NodeStatus
NodeSpec	configSource:@NodeConfigSource;ptr	externalID:string	podCIDR:string	podCIDRs:[*]string;merge	1.37- podPreemptionPolicy:@NodePodPreemptionPolicy;ptr;gate=InPlacePodVerticalScalingSchedulerPreemption	providerID:string	taints:[]@Taint	unschedulable:boolean
NodeConfigSource	configMap:@ConfigMapNodeConfigSource;ptr
ConfigMapNodeConfigSource	kubeletConfigKey:string	name:string	namespace:string	resourceVersion:string	uid:string
Taint	effect:=NoExecute|NoSchedule|PreferNoSchedule!;nonempty	key:string!	timeAdded:time;ptr	value:string
NodeStatus	addresses:[type]@NodeAddress;merge=type	allocatable:{}quantity	capacity:{}quantity	conditions:[type]@NodeCondition;merge=type	config:@NodeConfigStatus;ptr	daemonEndpoints:@NodeDaemonEndpoints	1.35- declaredFeatures:[]string;gate=NodeDeclaredFeatures	1.31- features:@NodeFeatures;ptr;gate=SupplementalGroupsPolicy	images:[]@ContainerImage	nodeInfo:@NodeSystemInfo	phase:=Pending|Running|Terminated	1.30-1.31 runtimeHandlers:[]@NodeRuntimeHandler;gate=RecursiveReadOnlyMounts	1.31-1.35 runtimeHandlers:[]@NodeRuntimeHandler;gate=RecursiveReadOnlyMounts|UserNamespacesSupport	1.35-1.36 runtimeHandlers:[]@NodeRuntimeHandler;gate=UserNamespacesSupport	1.36- runtimeHandlers:[]@NodeRuntimeHandler	volumesAttached:[]@AttachedVolume	volumesInUse:[]string
NodeAddress	address:string!	type:string!
NodeCondition	lastHeartbeatTime:time	lastTransitionTime:time	message:string	reason:string	status:string!	type:string!
NodeConfigStatus	active:@NodeConfigSource;ptr	assigned:@NodeConfigSource;ptr	error:string	lastKnownGood:@NodeConfigSource;ptr
NodeDaemonEndpoints	kubeletEndpoint:@DaemonEndpoint
DaemonEndpoint	Port:int32!
ContainerImage	names:[]string	sizeBytes:int64
NodeSystemInfo	architecture:string!	bootID:string!	containerRuntimeVersion:string!	kernelVersion:string!	kubeProxyVersion:string!	kubeletVersion:string!	machineID:string!	operatingSystem:string!	osImage:string!	1.37- runningInUserNamespace:boolean;ptr;gate=KubeletInUserNamespace	1.33- swap:@NodeSwapStatus;ptr	systemUUID:string!
AttachedVolume	devicePath:string!	name:string!
PersistentVolume	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@PersistentVolumeSpec	status:@PersistentVolumeStatus
PersistentVolumeSpec	-1.30 accessModes:[]string	1.30- accessModes:[]=ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod	awsElasticBlockStore:@AWSElasticBlockStoreVolumeSource;ptr	azureDisk:@AzureDiskVolumeSource;ptr	azureFile:@AzureFilePersistentVolumeSource;ptr	capacity:{}quantity	cephfs:@CephFSPersistentVolumeSource;ptr	cinder:@CinderPersistentVolumeSource;ptr	claimRef:@ObjectReference;ptr	csi:@CSIPersistentVolumeSource;ptr	fc:@FCVolumeSource;ptr	flexVolume:@FlexPersistentVolumeSource;ptr	flocker:@FlockerVolumeSource;ptr	gcePersistentDisk:@GCEPersistentDiskVolumeSource;ptr	glusterfs:@GlusterfsPersistentVolumeSource;ptr	hostPath:@HostPathVolumeSource;ptr	iscsi:@ISCSIPersistentVolumeSource;ptr	local:@LocalVolumeSource;ptr	mountOptions:[]string	nfs:@NFSVolumeSource;ptr	nodeAffinity:@VolumeNodeAffinity;ptr	persistentVolumeReclaimPolicy:=Delete|Recycle|Retain;default="Retain"	photonPersistentDisk:@PhotonPersistentDiskVolumeSource;ptr	portworxVolume:@PortworxVolumeSource;ptr	quobyte:@QuobyteVolumeSource;ptr	rbd:@RBDPersistentVolumeSource;ptr	scaleIO:@ScaleIOPersistentVolumeSource;ptr	storageClassName:string	storageos:@StorageOSPersistentVolumeSource;ptr	1.29- volumeAttributesClassName:string;ptr;gate=VolumeAttributesClass	volumeMode:=Block|Filesystem;ptr;default="Filesystem";nonempty	vsphereVolume:@VsphereVirtualDiskVolumeSource;ptr
AWSElasticBlockStoreVolumeSource	fsType:string	partition:int32	readOnly:boolean	volumeID:string!
AzureDiskVolumeSource	cachingMode:=None|ReadOnly|ReadWrite;ptr;default="ReadWrite";nonempty	diskName:string!	diskURI:string!	fsType:string;ptr;default="ext4"	kind:=Dedicated|Managed|Shared;ptr;default="Shared";nonempty	readOnly:boolean;ptr;default=false
AzureFilePersistentVolumeSource	readOnly:boolean	secretName:string!	secretNamespace:string;ptr	shareName:string!
CephFSPersistentVolumeSource	monitors:[]string!	path:string	readOnly:boolean	secretFile:string	secretRef:@SecretReference;ptr	user:string
SecretReference	:;atomic	name:string	namespace:string
CinderPersistentVolumeSource	fsType:string	readOnly:boolean	secretRef:@SecretReference;ptr	volumeID:string!
CSIPersistentVolumeSource	controllerExpandSecretRef:@SecretReference;ptr	controllerPublishSecretRef:@SecretReference;ptr	driver:string!	fsType:string	-1.29 nodeExpandSecretRef:@SecretReference;ptr;gate=CSINodeExpandSecret	1.29- nodeExpandSecretRef:@SecretReference;ptr	nodePublishSecretRef:@SecretReference;ptr	nodeStageSecretRef:@SecretReference;ptr	readOnly:boolean	volumeAttributes:{}string	volumeHandle:string!
FCVolumeSource	fsType:string	lun:int32;ptr	readOnly:boolean	targetWWNs:[]string	wwids:[]string
FlexPersistentVolumeSource	driver:string!	fsType:string	options:{}string	readOnly:boolean	secretRef:@SecretReference;ptr
FlockerVolumeSource	datasetName:string	datasetUUID:string
GCEPersistentDiskVolumeSource	fsType:string	partition:int32	pdName:string!	readOnly:boolean
GlusterfsPersistentVolumeSource	endpoints:string!	endpointsNamespace:string;ptr	path:string!	readOnly:boolean
HostPathVolumeSource	path:string!	type:=|BlockDevice|CharDevice|Directory|DirectoryOrCreate|File|FileOrCreate|Socket;ptr;default=""
ISCSIPersistentVolumeSource	chapAuthDiscovery:boolean	chapAuthSession:boolean	fsType:string	initiatorName:string;ptr	iqn:string!	iscsiInterface:string;default="default"	lun:int32	portals:[]string	readOnly:boolean	secretRef:@SecretReference;ptr	targetPortal:string!
LocalVolumeSource	fsType:string;ptr	path:string!
NFSVolumeSource	path:string!	readOnly:boolean	server:string!
VolumeNodeAffinity	required:@NodeSelector!;ptr
NodeSelector	:;atomic	nodeSelectorTerms:[]@NodeSelectorTerm!
NodeSelectorTerm	:;atomic	matchExpressions:[]@NodeSelectorRequirement	matchFields:[]@NodeSelectorRequirement
NodeSelectorRequirement	key:string!	operator:=DoesNotExist|Exists|Gt|In|Lt|NotIn!;nonempty	values:[]string
PhotonPersistentDiskVolumeSource	fsType:string	pdID:string!
PortworxVolumeSource	fsType:string	readOnly:boolean	volumeID:string!
QuobyteVolumeSource	group:string	readOnly:boolean	registry:string!	tenant:string	user:string	volume:string!
RBDPersistentVolumeSource	fsType:string	image:string!	keyring:string;default="/etc/ceph/keyring"	monitors:[]string!	pool:string;default="rbd"	readOnly:boolean	secretRef:@SecretReference;ptr	user:string;default="admin"
ScaleIOPersistentVolumeSource	fsType:string;default="xfs"	gateway:string!	protectionDomain:string	readOnly:boolean	secretRef:@SecretReference;ptr	sslEnabled:boolean	storageMode:string;default="ThinProvisioned"	storagePool:string	system:string!	volumeName:string!
StorageOSPersistentVolumeSource	fsType:string	readOnly:boolean	secretRef:@ObjectReference;ptr	volumeName:string	volumeNamespace:string
VsphereVirtualDiskVolumeSource	fsType:string	storagePolicyID:string	storagePolicyName:string	volumePath:string!
PersistentVolumeStatus	1.28-1.31 lastPhaseTransitionTime:time;ptr;gate=PersistentVolumeLastPhaseTransitionTime	1.31- lastPhaseTransitionTime:time;ptr	message:string	phase:=Available|Bound|Failed|Pending|Released	reason:string
PersistentVolumeClaim	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@PersistentVolumeClaimSpec	status:@PersistentVolumeClaimStatus
PersistentVolumeClaimSpec	-1.30 accessModes:[]string	1.30- accessModes:[]=ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod	dataSource:@TypedLocalObjectReference;ptr;ignored	dataSourceRef:@TypedObjectReference;ptr	-1.29 resources:@ResourceRequirements	1.29- resources:@VolumeResourceRequirements	selector:@LabelSelector;ptr	storageClassName:string;ptr	1.29- volumeAttributesClassName:string;ptr;gate=VolumeAttributesClass	volumeMode:=Block|Filesystem;ptr;default="Filesystem";nonempty	volumeName:string
TypedLocalObjectReference	:;atomic	apiGroup:string;ptr	kind:string!	name:string!
TypedObjectReference	apiGroup:string;ptr	kind:string!	name:string!	namespace:string;ptr;gate=CrossNamespaceVolumeDataSource
ResourceRequirements	claims:[name]@ResourceClaim;gate=DynamicResourceAllocation	limits:{}quantity	requests:{}quantity
ResourceClaim	name:string!	1.31- request:string
LabelSelector	:;atomic	matchExpressions:[]@LabelSelectorRequirement	matchLabels:{}string
LabelSelectorRequirement	key:string!	operator:string!	values:[]string
PersistentVolumeClaimStatus	-1.30 accessModes:[]string	1.30- accessModes:[]=ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod	1.28-1.30 allocatedResourceStatuses:{}string;gate=RecoverVolumeExpansionFailure	1.30-1.31 allocatedResourceStatuses:{}=ControllerResizeFailed|ControllerResizeInProgress|NodeResizeFailed|NodeResizeInProgress|NodeResizePending;gate=RecoverVolumeExpansionFailure	1.31-1.35 allocatedResourceStatuses:{}=ControllerResizeInProgress|ControllerResizeInfeasible|NodeResizeInProgress|NodeResizeInfeasible|NodeResizePending;gate=RecoverVolumeExpansionFailure	1.35- allocatedResourceStatuses:{}=ControllerResizeInProgress|ControllerResizeInfeasible|NodeResizeInProgress|NodeResizeInfeasible|NodeResizePending	-1.35 allocatedResources:{}quantity;gate=RecoverVolumeExpansionFailure	1.35- allocatedResources:{}quantity	capacity:{}quantity	conditions:[type]@PersistentVolumeClaimCondition;merge=type	1.29- currentVolumeAttributesClassName:string;ptr;gate=VolumeAttributesClass	1.37- healthStatus:@VolumeHealthStatus;ptr;gate=CSIVolumeHealth	1.29- modifyVolumeStatus:@ModifyVolumeStatus;ptr;gate=VolumeAttributesClass	phase:=Bound|Lost|Pending	-1.28 resizeStatus:=|ControllerExpansionFailed|ControllerExpansionInProgress|NodeExpansionFailed|NodeExpansionInProgress|NodeExpansionPending;ptr;gate=RecoverVolumeExpansionFailure
PersistentVolumeClaimCondition	lastProbeTime:time	lastTransitionTime:time	message:string	reason:string	status:string!	type:string!
Pod	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@PodSpec	1.28- spec.containers.ports.hostPort:;computed=hostPortOnHostNetwork	spec.containers.resources.requests:;computed=requestsOfLimits	spec.enableServiceLinks:;default=true	1.28- spec.initContainers.ports.hostPort:;computed=hostPortOnHostNetwork	spec.initContainers.resources.requests:;computed=requestsOfLimits	spec.preemptionPolicy:;default="PreemptLowerPriority"	spec.priority:;default=0	spec.serviceAccountName:;default="default"	status:@PodStatus
PodSpec	activeDeadlineSeconds:int64;ptr	affinity:@Affinity;ptr	automountServiceAccountToken:boolean;ptr	containers:[name]@Container!;merge=name	-1.28 containers.ports.hostPort:;computed=hostPortOnHostNetwork	dnsConfig:@PodDNSConfig;ptr	dnsPolicy:=ClusterFirst|ClusterFirstWithHostNet|Default|None;default="ClusterFirst"	enableServiceLinks:boolean;ptr	ephemeralContainers:[name]@EphemeralContainer;merge=name	1.37- evictionResponders:[name]@EvictionResponder;gate=EvictionRequestAPI;merge=name	hostAliases:[ip]@HostAlias;merge=ip	hostIPC:boolean	hostNetwork:boolean	hostPID:boolean	-1.28 hostUsers:boolean;ptr;gate=UserNamespacesStatelessPodsSupport	1.28- hostUsers:boolean;ptr;gate=UserNamespacesSupport	hostname:string	1.34- hostnameOverride:string;ptr;gate=HostnameOverride	imagePullSecrets:[name]@LocalObjectReference;merge=name	initContainers:[name]@Container;merge=name	-1.28 initContainers.ports.hostPort:;computed=hostPortOnHostNetwork	nodeName:string	nodeSelector:{-}string	os:@PodOS;ptr	overhead:{}quantity	preemptionPolicy:=Never|PreemptLowerPriority;ptr;nonempty	priority:int32;ptr	priorityClassName:string	readinessGates:[]@PodReadinessGate	resourceClaims:[name]@PodResourceClaim;gate=DynamicResourceAllocation;merge=name;retainKeys	1.32- resources:@ResourceRequirements;ptr;gate=PodLevelResources	restartPolicy:=Always|Never|OnFailure;default="Always"	runtimeClassName:string;ptr	schedulerName:string;default="default-scheduler"	-1.30 schedulingGates:[name]@PodSchedulingGate;gate=PodSchedulingReadiness;merge=name	1.30- schedulingGates:[name]@PodSchedulingGate;merge=name	1.36- schedulingGroup:@PodSchedulingGroup;ptr;gate=GenericWorkload	securityContext:@PodSecurityContext;ptr;default={}	serviceAccount:string	serviceAccountName:string	setHostnameAsFQDN:boolean;ptr	shareProcessNamespace:boolean;ptr	subdomain:string	terminationGracePeriodSeconds:int64;ptr;default=30	tolerations:[]@Toleration	topologySpreadConstraints:[topologyKey,whenUnsatisfiable]@TopologySpreadConstraint;merge=topologyKey	volumes:[name]@Volume;merge=name;retainKeys	1.35-1.36 workloadRef:@WorkloadReference;ptr;gate=GenericWorkload
Affinity	nodeAffinity:@NodeAffinity;ptr	podAffinity:@PodAffinity;ptr	podAntiAffinity:@PodAntiAffinity;ptr
NodeAffinity	preferredDuringSchedulingIgnoredDuringExecution:[]@PreferredSchedulingTerm	requiredDuringSchedulingIgnoredDuringExecution:@NodeSelector;ptr
PreferredSchedulingTerm	preference:@NodeSelectorTerm	weight:int32!
PodAffinity	preferredDuringSchedulingIgnoredDuringExecution:[]@WeightedPodAffinityTerm	requiredDuringSchedulingIgnoredDuringExecution:[]@PodAffinityTerm
WeightedPodAffinityTerm	podAffinityTerm:@PodAffinityTerm!	weight:int32!
PodAffinityTerm	labelSelector:@LabelSelector;ptr	1.29- matchLabelKeys:[]string;gate=MatchLabelKeysInPodAffinity	1.29- mismatchLabelKeys:[]string;gate=MatchLabelKeysInPodAffinity	namespaceSelector:@LabelSelector;ptr	namespaces:[]string	topologyKey:string!
PodAntiAffinity	preferredDuringSchedulingIgnoredDuringExecution:[]@WeightedPodAffinityTerm	requiredDuringSchedulingIgnoredDuringExecution:[]@PodAffinityTerm
Container	args:[]string	command:[]string	env:[name]@EnvVar;merge=name	envFrom:[]@EnvFromSource	image:string!	imagePullPolicy:=Always|IfNotPresent|Never;computed=pullPolicyOfImage	lifecycle:@Lifecycle;ptr	livenessProbe:@Probe;ptr	name:string!	ports:[containerPort,protocol]@ContainerPort;merge=containerPort	readinessProbe:@Probe;ptr	resizePolicy:[]@ContainerResizePolicy;gate=InPlacePodVerticalScaling	resources:@ResourceRequirements;default={}	1.28-1.35 restartPolicy:string;ptr;gate=SidecarContainers	1.35- restartPolicy:string;ptr	1.34- restartPolicyRules:[]@ContainerRestartRule;gate=ContainerRestartRules	securityContext:@SecurityContext;ptr	startupProbe:@Probe;ptr	stdin:boolean	stdinOnce:boolean	terminationMessagePath:string;default="/dev/termination-log"	terminationMessagePolicy:=FallbackToLogsOnError|File;default="File"	tty:boolean	volumeDevices:[devicePath]@VolumeDevice;merge=devicePath	volumeMounts:[mountPath]@VolumeMount;merge=mountPath	workingDir:string
EnvVar	name:string!	value:string	valueFrom:@EnvVarSource;ptr
EnvVarSource	configMapKeyRef:@ConfigMapKeySelector;ptr	fieldRef:@ObjectFieldSelector;ptr	1.34- fileKeyRef:@FileKeySelector;ptr;gate=EnvFiles	resourceFieldRef:@ResourceFieldSelector;ptr	secretKeyRef:@SecretKeySelector;ptr
ConfigMapKeySelector	:;atomic	key:string!	name:string!	optional:boolean;ptr
ObjectFieldSelector	:;atomic	apiVersion:string;default="v1"	fieldPath:string!
ResourceFieldSelector	:;atomic	containerName:string	divisor:quantity;default="0"	resource:string!
SecretKeySelector	:;atomic	key:string!	name:string!	optional:boolean;ptr
EnvFromSource	configMapRef:@ConfigMapEnvSource;ptr	prefix:string	secretRef:@SecretEnvSource;ptr
ConfigMapEnvSource	name:string!	optional:boolean;ptr
SecretEnvSource	name:string!	optional:boolean;ptr
Lifecycle	postStart:@LifecycleHandler;ptr	preStop:@LifecycleHandler;ptr	1.33- stopSignal:=SIGABRT|SIGALRM|SIGBUS|SIGCHLD|SIGCLD|SIGCONT|SIGFPE|SIGHUP|SIGILL|SIGINT|SIGIO|SIGIOT|SIGKILL|SIGPIPE|SIGPOLL|SIGPROF|SIGPWR|SIGQUIT|SIGRTMAX|SIGRTMAX-1|SIGRTMAX-10|SIGRTMAX-11|SIGRTMAX-12|SIGRTMAX-13|SIGRTMAX-14|SIGRTMAX-2|SIGRTMAX-3|SIGRTMAX-4|SIGRTMAX-5|SIGRTMAX-6|SIGRTMAX-7|SIGRTMAX-8|SIGRTMAX-9|SIGRTMIN|SIGRTMIN+1|SIGRTMIN+10|SIGRTMIN+11|SIGRTMIN+12|SIGRTMIN+13|SIGRTMIN+14|SIGRTMIN+15|SIGRTMIN+2|SIGRTMIN+3|SIGRTMIN+4|SIGRTMIN+5|SIGRTMIN+6|SIGRTMIN+7|SIGRTMIN+8|SIGRTMIN+9|SIGSEGV|SIGSTKFLT|SIGSTOP|SIGSYS|SIGTERM|SIGTRAP|SIGTSTP|SIGTTIN|SIGTTOU|SIGURG|SIGUSR1|SIGUSR2|SIGVTALRM|SIGWINCH|SIGXCPU|SIGXFSZ;ptr;gate=ContainerStopSignals;nonempty
LifecycleHandler	exec:@ExecAction;ptr	httpGet:@HTTPGetAction;ptr	1.29-1.35 sleep:@SleepAction;ptr;gate=PodLifecycleSleepAction	1.35- sleep:@SleepAction;ptr	tcpSocket:@TCPSocketAction;ptr
ExecAction	command:[]string!
HTTPGetAction	host:string	httpHeaders:[]@HTTPHeader	path:string;default="/"	port:intOrString!	1.37- protocol:=HTTP1|HTTP2;ptr;gate=H2CContainerProbe;nonempty	scheme:=HTTP|HTTPS;default="HTTP"
HTTPHeader	name:string!	value:string
TCPSocketAction	host:string	port:intOrString!
Probe	exec:@ExecAction;ptr	failureThreshold:int32;default=3	grpc:@GRPCAction;ptr	httpGet:@HTTPGetAction;ptr	initialDelaySeconds:int32	periodSeconds:int32;default=10	successThreshold:int32;default=1	tcpSocket:@TCPSocketAction;ptr	terminationGracePeriodSeconds:int64;ptr	timeoutSeconds:int32;default=1
GRPCAction	1.37- mode:=Plaintext|TLS;ptr;gate=GRPCContainerProbeTLS;nonempty	port:int32!	service:string;ptr;default=""
ContainerPort	containerPort:int32!	hostIP:string	hostPort:int32	name:string	protocol:=SCTP|TCP|UDP;default="TCP"
ContainerResizePolicy	resourceName:string!	restartPolicy:string!
SecurityContext	allowPrivilegeEscalation:boolean;ptr	1.30- appArmorProfile:@AppArmorProfile;ptr	capabilities:@Capabilities;ptr	privileged:boolean;ptr	procMount:=Default|Unmasked;ptr;gate=ProcMountType;nonempty	readOnlyRootFilesystem:boolean;ptr	runAsGroup:int64;ptr	runAsNonRoot:boolean;ptr	runAsUser:int64;ptr	seLinuxOptions:@SELinuxOptions;ptr	seccompProfile:@SeccompProfile;ptr	windowsOptions:@WindowsSecurityContextOptions;ptr
Capabilities	add:[]string	drop:[]string
SELinuxOptions	level:string	role:string	type:string	user:string
SeccompProfile	:;union=type,localhostProfile:LocalhostProfile	localhostProfile:string;ptr	type:=Localhost|RuntimeDefault|Unconfined!;nonempty
WindowsSecurityContextOptions	gmsaCredentialSpec:string;ptr	gmsaCredentialSpecName:string;ptr	hostProcess:boolean;ptr	runAsUserName:string;ptr
VolumeDevice	devicePath:string!	name:string!
VolumeMount	1.37- bindMountOptions:[*]string;gate=VolumeBindMountOptions	mountPath:string!	mountPropagation:=Bidirectional|HostToContainer|None;ptr;nonempty	name:string!	readOnly:boolean	1.30-1.35 recursiveReadOnly:string;ptr;gate=RecursiveReadOnlyMounts	1.35- recursiveReadOnly:string;ptr	subPath:string	subPathExpr:string
PodDNSConfig	nameservers:[]string	options:[]@PodDNSConfigOption	searches:[]string
PodDNSConfigOption	name:string!	value:string;ptr
EphemeralContainer	args:[]string	command:[]string	env:[name]@EnvVar;merge=name	envFrom:[]@EnvFromSource	image:string	imagePullPolicy:=Always|IfNotPresent|Never;computed=pullPolicyOfImage	lifecycle:@Lifecycle;ptr	livenessProbe:@Probe;ptr	name:string!	ports:[containerPort,protocol]@ContainerPort;merge=containerPort	readinessProbe:@Probe;ptr	resizePolicy:[]@ContainerResizePolicy;gate=InPlacePodVerticalScaling	resources:@ResourceRequirements;default={}	1.28-1.35 restartPolicy:string;ptr;gate=SidecarContainers	1.35- restartPolicy:string;ptr	1.34- restartPolicyRules:[]@ContainerRestartRule;gate=ContainerRestartRules	securityContext:@SecurityContext;ptr	startupProbe:@Probe;ptr	stdin:boolean	stdinOnce:boolean	targetContainerName:string	terminationMessagePath:string;default="/dev/termination-log"	terminationMessagePolicy:=FallbackToLogsOnError|File;default="File"	tty:boolean	volumeDevices:[devicePath]@VolumeDevice;merge=devicePath	volumeMounts:[mountPath]@VolumeMount;merge=mountPath	workingDir:string
HostAlias	hostnames:[]string	ip:string!
LocalObjectReference	:;atomic	name:string
PodOS	name:string!
PodReadinessGate	conditionType:string!
PodResourceClaim	name:string!	1.31- resourceClaimName:string;ptr	1.31- resourceClaimTemplateName:string;ptr	-1.31 source:@ClaimSource
ClaimSource	-1.31 :	resourceClaimName:string;ptr	resourceClaimTemplateName:string;ptr
PodSchedulingGate	name:string!
PodSecurityContext	1.30- appArmorProfile:@AppArmorProfile;ptr	fsGroup:int64;ptr	fsGroupChangePolicy:=Always|OnRootMismatch;ptr;nonempty	runAsGroup:int64;ptr	runAsNonRoot:boolean;ptr	runAsUser:int64;ptr	1.32- seLinuxChangePolicy:string;ptr;gate=SELinuxChangePolicy	seLinuxOptions:@SELinuxOptions;ptr	seccompProfile:@SeccompProfile;ptr	supplementalGroups:[]int64	1.31- supplementalGroupsPolicy:=Merge|Strict;ptr;gate=SupplementalGroupsPolicy;nonempty	sysctls:[]@Sysctl	windowsOptions:@WindowsSecurityContextOptions;ptr
Sysctl	name:string!	value:string
Toleration	effect:=NoExecute|NoSchedule|PreferNoSchedule	key:string	-1.35 operator:=Equal|Exists	1.35- operator:=Equal|Exists|Gt?TaintTolerationComparisonOperators|Lt?TaintTolerationComparisonOperators	tolerationSeconds:int64;ptr	value:string
TopologySpreadConstraint	labelSelector:@LabelSelector;ptr	matchLabelKeys:[]string	maxSkew:int32!	minDomains:int32;ptr	nodeAffinityPolicy:=Honor|Ignore;ptr;nonempty	nodeTaintsPolicy:=Honor|Ignore;ptr;nonempty	topologyKey:string!	whenUnsatisfiable:=DoNotSchedule|ScheduleAnyway!;nonempty
Volume	awsElasticBlockStore:@AWSElasticBlockStoreVolumeSource;ptr	azureDisk:@AzureDiskVolumeSource;ptr	azureFile:@AzureFileVolumeSource;ptr	cephfs:@CephFSVolumeSource;ptr	cinder:@CinderVolumeSource;ptr	configMap:@ConfigMapVolumeSource;ptr	csi:@CSIVolumeSource;ptr	downwardAPI:@DownwardAPIVolumeSource;ptr	emptyDir:@EmptyDirVolumeSource;ptr;computed=emptyDirWithoutSource	ephemeral:@EphemeralVolumeSource;ptr	fc:@FCVolumeSource;ptr	flexVolume:@FlexVolumeSource;ptr	flocker:@FlockerVolumeSource;ptr	gcePersistentDisk:@GCEPersistentDiskVolumeSource;ptr	gitRepo:@GitRepoVolumeSource;ptr	glusterfs:@GlusterfsVolumeSource;ptr	hostPath:@HostPathVolumeSource;ptr	1.31- image:@ImageVolumeSource;ptr;gate=ImageVolume	iscsi:@ISCSIVolumeSource;ptr	name:string!	nfs:@NFSVolumeSource;ptr	persistentVolumeClaim:@PersistentVolumeClaimVolumeSource;ptr	photonPersistentDisk:@PhotonPersistentDiskVolumeSource;ptr	portworxVolume:@PortworxVolumeSource;ptr	projected:@ProjectedVolumeSource;ptr	quobyte:@QuobyteVolumeSource;ptr	rbd:@RBDVolumeSource;ptr	scaleIO:@ScaleIOVolumeSource;ptr	secret:@SecretVolumeSource;ptr	storageos:@StorageOSVolumeSource;ptr	vsphereVolume:@VsphereVirtualDiskVolumeSource;ptr
AzureFileVolumeSource	readOnly:boolean	secretName:string!	shareName:string!
CephFSVolumeSource	monitors:[]string!	path:string	readOnly:boolean	secretFile:string	secretRef:@LocalObjectReference;ptr	user:string
CinderVolumeSource	fsType:string	readOnly:boolean	secretRef:@LocalObjectReference;ptr	volumeID:string!
ConfigMapVolumeSource	defaultMode:int32;ptr;default=420	1.37- defaultUser:int64;ptr;gate=AtomicWriteVolumeUserFields	items:[]@KeyToPath	name:string!	optional:boolean;ptr
KeyToPath	key:string!	mode:int32;ptr	path:string!	1.37- user:int64;ptr;gate=AtomicWriteVolumeUserFields
CSIVolumeSource	driver:string!	fsType:string;ptr	nodePublishSecretRef:@LocalObjectReference;ptr	readOnly:boolean;ptr	volumeAttributes:{}string
DownwardAPIVolumeSource	defaultMode:int32;ptr;default=420	1.37- defaultUser:int64;ptr;gate=AtomicWriteVolumeUserFields	items:[]@DownwardAPIVolumeFile
DownwardAPIVolumeFile	fieldRef:@ObjectFieldSelector;ptr	mode:int32;ptr	path:string!	resourceFieldRef:@ResourceFieldSelector;ptr	1.37- user:int64;ptr;gate=AtomicWriteVolumeUserFields
EmptyDirVolumeSource	medium:string	1.37- mode:int32;ptr;gate=EmptyDirVolumeMode	sizeLimit:quantity;ptr
EphemeralVolumeSource	volumeClaimTemplate:@PersistentVolumeClaimTemplate;ptr
PersistentVolumeClaimTemplate	metadata:@ObjectMeta	spec:@PersistentVolumeClaimSpec!
FlexVolumeSource	driver:string!	fsType:string	options:{}string	readOnly:boolean	secretRef:@LocalObjectReference;ptr
GitRepoVolumeSource	directory:string	repository:string!	revision:string
GlusterfsVolumeSource	endpoints:string!	path:string!	readOnly:boolean
ISCSIVolumeSource	chapAuthDiscovery:boolean	chapAuthSession:boolean	fsType:string	initiatorName:string;ptr	iqn:string!	iscsiInterface:string;default="default"	lun:int32	portals:[]string	readOnly:boolean	secretRef:@LocalObjectReference;ptr	targetPortal:string!
PersistentVolumeClaimVolumeSource	claimName:string!	readOnly:boolean
ProjectedVolumeSource	defaultMode:int32;ptr;default=420	1.37- defaultUser:int64;ptr;gate=AtomicWriteVolumeUserFields	sources:[]@VolumeProjection
VolumeProjection	1.29- clusterTrustBundle:@ClusterTrustBundleProjection;ptr;gate=ClusterTrustBundleProjection	configMap:@ConfigMapProjection;ptr	downwardAPI:@DownwardAPIProjection;ptr	1.34- podCertificate:@PodCertificateProjection;ptr;gate=PodCertificateRequest	secret:@SecretProjection;ptr	serviceAccountToken:@ServiceAccountTokenProjection;ptr
ConfigMapProjection	items:[]@KeyToPath	name:string!	optional:boolean;ptr
DownwardAPIProjection	items:[]@DownwardAPIVolumeFile
SecretProjection	items:[]@KeyToPath	name:string!	optional:boolean;ptr
ServiceAccountTokenProjection	audience:string	expirationSeconds:int64;ptr;default=3600	path:string!	1.37- user:int64;ptr;gate=AtomicWriteVolumeUserFields
RBDVolumeSource	fsType:string	image:string!	keyring:string;default="/etc/ceph/keyring"	monitors:[]string!	pool:string;default="rbd"	readOnly:boolean	secretRef:@LocalObjectReference;ptr	user:string;default="admin"
ScaleIOVolumeSource	fsType:string;default="xfs"	gateway:string!	protectionDomain:string	readOnly:boolean	secretRef:@LocalObjectReference;ptr	sslEnabled:boolean	storageMode:string;default="ThinProvisioned"	storagePool:string	system:string!	volumeName:string!
SecretVolumeSource	defaultMode:int32;ptr;default=420	1.37- defaultUser:int64;ptr;gate=AtomicWriteVolumeUserFields	items:[]@KeyToPath	optional:boolean;ptr	secretName:string!
StorageOSVolumeSource	fsType:string	readOnly:boolean	secretRef:@LocalObjectReference;ptr	volumeName:string	volumeNamespace:string
PodStatus	1.35- allocatedResources:{}quantity;gate=InPlacePodLevelResourcesVerticalScaling	conditions:[type]@PodCondition;merge=type	containerStatuses:[]@ContainerStatus	ephemeralContainerStatuses:[]@ContainerStatus	1.34- extendedResourceClaimStatus:@PodExtendedResourceClaimStatus;ptr;gate=DRAExtendedResource	hostIP:string	1.28- hostIPs:[]@HostIP;gate=PodHostIPs;merge=ip	initContainerStatuses:[]@ContainerStatus	message:string	1.36-1.37 nodeAllocatableResourceClaimStatuses:[]@NodeAllocatableResourceClaimStatus;gate=DRANodeAllocatableResources	1.37- nodeAllocatableResourceClaimStatuses:[resourceClaimName]@NodeAllocatableResourceClaimStatus;gate=DRANodeAllocatableResources;merge=resourceClaimName	nominatedNodeName:string	1.33-1.36 observedGeneration:int64;gate=PodObservedGenerationTracking	1.36- observedGeneration:int64	phase:=Failed|Pending|Running|Succeeded|Unknown	podIP:string	podIPs:[ip]@PodIP;merge=ip	qosClass:=BestEffort|Burstable|Guaranteed	reason:string	resize:string;gate=InPlacePodVerticalScaling	1.28- resourceClaimStatuses:[name]@PodResourceClaimStatus;gate=DynamicResourceAllocation;merge=name;retainKeys	1.35- resources:@ResourceRequirements;ptr;gate=InPlacePodLevelResourcesVerticalScaling	startTime:time;ptr	1.37- volumeHealth:[name]@PodVolumeHealth;gate=CSIVolumeHealth
PodCondition	lastProbeTime:time	lastTransitionTime:time	message:string	1.33-1.36 observedGeneration:int64;gate=PodObservedGenerationTracking	1.36- observedGeneration:int64	reason:string	status:string!	type:string!
ContainerStatus	-1.32 allocatedResources:{}quantity;gate=InPlacePodVerticalScaling	1.32-1.36 allocatedResources:{}quantity;gate=InPlacePodVerticalScalingAllocatedStatus	1.36- allocatedResources:{}quantity	1.31- allocatedResourcesStatus:[name]@ResourceStatus;gate=ResourceHealthStatus;merge=name	containerID:string	image:string!	imageID:string!	lastState:@ContainerState	name:string!	ready:boolean!	resources:@ResourceRequirements;ptr;gate=InPlacePodVerticalScaling	restartCount:int32!	started:boolean;ptr	state:@ContainerState	1.33- stopSignal:=SIGABRT|SIGALRM|SIGBUS|SIGCHLD|SIGCLD|SIGCONT|SIGFPE|SIGHUP|SIGILL|SIGINT|SIGIO|SIGIOT|SIGKILL|SIGPIPE|SIGPOLL|SIGPROF|SIGPWR|SIGQUIT|SIGRTMAX|SIGRTMAX-1|SIGRTMAX-10|SIGRTMAX-11|SIGRTMAX-12|SIGRTMAX-13|SIGRTMAX-14|SIGRTMAX-2|SIGRTMAX-3|SIGRTMAX-4|SIGRTMAX-5|SIGRTMAX-6|SIGRTMAX-7|SIGRTMAX-8|SIGRTMAX-9|SIGRTMIN|SIGRTMIN+1|SIGRTMIN+10|SIGRTMIN+11|SIGRTMIN+12|SIGRTMIN+13|SIGRTMIN+14|SIGRTMIN+15|SIGRTMIN+2|SIGRTMIN+3|SIGRTMIN+4|SIGRTMIN+5|SIGRTMIN+6|SIGRTMIN+7|SIGRTMIN+8|SIGRTMIN+9|SIGSEGV|SIGSTKFLT|SIGSTOP|SIGSYS|SIGTERM|SIGTRAP|SIGTSTP|SIGTTIN|SIGTTOU|SIGURG|SIGUSR1|SIGUSR2|SIGVTALRM|SIGWINCH|SIGXCPU|SIGXFSZ;ptr;gate=ContainerStopSignals;nonempty	1.31- user:@ContainerUser;ptr;gate=SupplementalGroupsPolicy	1.30-1.35 volumeMounts:[mountPath]@VolumeMountStatus;gate=RecursiveReadOnlyMounts;merge=mountPath	1.35- volumeMounts:[mountPath]@VolumeMountStatus;merge=mountPath
ContainerState	running:@ContainerStateRunning;ptr	terminated:@ContainerStateTerminated;ptr	waiting:@ContainerStateWaiting;ptr
ContainerStateRunning	startedAt:time
ContainerStateTerminated	containerID:string	exitCode:int32!	finishedAt:time	message:string	reason:string	signal:int32	startedAt:time
ContainerStateWaiting	message:string	reason:string
PodIP	-1.30 ip:string	1.30- ip:string!
PodTemplate	apiVersion:string	kind:string	metadata:@ObjectMeta	template:@PodTemplateSpec!
PodTemplateSpec	metadata:@ObjectMeta	spec:@PodSpec
ReplicationController	apiVersion:string	kind:string	metadata:@ObjectMeta	metadata.labels:;computed=labelsOfObjectsTemplate	spec:@ReplicationControllerSpec	status:@ReplicationControllerStatus
ReplicationControllerSpec	minReadySeconds:int32	replicas:int32;ptr;default=1	selector:{-}string;computed=labelsOfTemplate	template:@PodTemplateSpec!;ptr
ReplicationControllerStatus	availableReplicas:int32	conditions:[type]@ReplicationControllerCondition;merge=type	fullyLabeledReplicas:int32	observedGeneration:int64	readyReplicas:int32	replicas:int32!
ReplicationControllerCondition	lastTransitionTime:time	message:string	reason:string	status:string!	type:string!
ResourceQuota	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@ResourceQuotaSpec	status:@ResourceQuotaStatus
ResourceQuotaSpec	hard:{}quantity	scopeSelector:@ScopeSelector;ptr	-1.30 scopes:[]string	1.30-1.33 scopes:[]=BestEffort|CrossNamespacePodAffinity|NotBestEffort|NotTerminating|PriorityClass|Terminating	1.33- scopes:[]=BestEffort|CrossNamespacePodAffinity|NotBestEffort|NotTerminating|PriorityClass|Terminating|VolumeAttributesClass
ScopeSelector	:;atomic	matchExpressions:[]@ScopedResourceSelectorRequirement
ScopedResourceSelectorRequirement	operator:=DoesNotExist|Exists|In|NotIn!;nonempty	-1.33 scopeName:=BestEffort|CrossNamespacePodAffinity|NotBestEffort|NotTerminating|PriorityClass|Terminating!;nonempty	1.33- scopeName:=BestEffort|CrossNamespacePodAffinity|NotBestEffort|NotTerminating|PriorityClass|Terminating|VolumeAttributesClass!;nonempty	values:[]string
ResourceQuotaStatus	hard:{}quantity	used:{}quantity
Secret	apiVersion:string	data:{}string	immutable:boolean;ptr	kind:string	metadata:@ObjectMeta	stringData:{}string	type:string;default="Opaque"
Service	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@ServiceSpec	status:@ServiceStatus
ServiceSpec	allocateLoadBalancerNodePorts:boolean;ptr;computed=nodePortsOfLoadBalancer	clusterIP:string	clusterIPs:[]string	externalIPs:[]string	externalName:string	-1.29 externalTrafficPolicy:=Cluster|Local;computed=trafficPolicyOfNodePorts	1.29- externalTrafficPolicy:=Cluster|Local;computed=trafficPolicyOfExternal	healthCheckNodePort:int32	internalTrafficPolicy:=Cluster|Local;ptr;computed=internalTrafficPolicy;nonempty	-1.30 ipFamilies:[]string	1.30- ipFamilies:[]=|IPv4|IPv6	ipFamilyPolicy:=PreferDualStack|RequireDualStack|SingleStack;ptr;nonempty	loadBalancerClass:string;ptr	loadBalancerIP:string	loadBalancerSourceRanges:[]string	ports:[port,protocol]@ServicePort;merge=port	publishNotReadyAddresses:boolean	selector:{-}string	sessionAffinity:=ClientIP|None;default="None"	sessionAffinityConfig:@SessionAffinityConfig;ptr;computed=sessionAffinityConfig	1.30-1.35 trafficDistribution:string;ptr;gate=ServiceTrafficDistribution	1.35- trafficDistribution:string;ptr	type:=ClusterIP|ExternalName|LoadBalancer|NodePort;default="ClusterIP"
ServicePort	appProtocol:string;ptr	name:string	nodePort:int32	port:int32!	protocol:=SCTP|TCP|UDP;default="TCP"	targetPort:intOrString;computed=port
SessionAffinityConfig	clientIP:@ClientIPConfig;ptr
ClientIPConfig	timeoutSeconds:int32;ptr;default=10800
ServiceStatus	conditions:[type]@Condition;merge=type	loadBalancer:@LoadBalancerStatus
Condition	lastTransitionTime:time!	message:string!	observedGeneration:int64	reason:string!	status:string!	type:string!
LoadBalancerStatus	ingress:[]@LoadBalancerIngress
LoadBalancerIngress	hostname:string	ip:string	1.29- ipMode:string;ptr;gate=LoadBalancerIPMode	ports:[]@PortStatus
PortStatus	error:string;ptr	port:int32!	protocol:=SCTP|TCP|UDP!;nonempty
ServiceAccount	apiVersion:string	automountServiceAccountToken:boolean;ptr	imagePullSecrets:[]@LocalObjectReference	kind:string	metadata:@ObjectMeta	secrets:[name]@ObjectReference;merge=name
ControllerRevision	apiVersion:string	data:any!	kind:string	metadata:@ObjectMeta	revision:int64
DaemonSet	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@DaemonSetSpec	1.37- spec:@DaemonSetSpec!	status:@DaemonSetStatus
DaemonSetSpec	minReadySeconds:int32	revisionHistoryLimit:int32;ptr;default=10	selector:@LabelSelector!;ptr	template:@PodTemplateSpec!	updateStrategy:@DaemonSetUpdateStrategy;default={}
DaemonSetUpdateStrategy	rollingUpdate:@RollingUpdateDaemonSet;ptr;computed=ofRollingUpdate	type:=OnDelete|RollingUpdate;default="RollingUpdate"
RollingUpdateDaemonSet	maxSurge:intOrString;ptr;default=0	maxUnavailable:intOrString;ptr;default=1
DaemonSetStatus	collisionCount:int32;ptr	conditions:[type]@DaemonSetCondition;merge=type	currentNumberScheduled:int32!	desiredNumberScheduled:int32!	numberAvailable:int32	numberMisscheduled:int32!	numberReady:int32!	numberUnavailable:int32	observedGeneration:int64	updatedNumberScheduled:int32
DaemonSetCondition	lastTransitionTime:time	message:string	reason:string	-1.37 status:string!	1.37- status:string	-1.37 type:string!	1.37- type:string
Deployment	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@DeploymentSpec	1.37- spec:@DeploymentSpec!	status:@DeploymentStatus
DeploymentSpec	minReadySeconds:int32	paused:boolean	progressDeadlineSeconds:int32;ptr;default=600	replicas:int32;ptr;default=1	revisionHistoryLimit:int32;ptr;default=10	selector:@LabelSelector!;ptr	strategy:@DeploymentStrategy;default={};retainKeys	template:@PodTemplateSpec!
DeploymentStrategy	rollingUpdate:@RollingUpdateDeployment;ptr;computed=ofRollingUpdate	type:=Recreate|RollingUpdate;default="RollingUpdate"
RollingUpdateDeployment	maxSurge:intOrString;ptr;default="25%"	maxUnavailable:intOrString;ptr;default="25%"
DeploymentStatus	availableReplicas:int32	collisionCount:int32;ptr	conditions:[type]@DeploymentCondition;merge=type	observedGeneration:int64	readyReplicas:int32	replicas:int32	1.33- terminatingReplicas:int32;ptr;gate=DeploymentReplicaSetTerminatingReplicas	unavailableReplicas:int32	updatedReplicas:int32
DeploymentCondition	lastTransitionTime:time	lastUpdateTime:time	message:string	reason:string	-1.37 status:string!	1.37- status:string	-1.37 type:string!	1.37- type:string
ReplicaSet	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@ReplicaSetSpec	1.37- spec:@ReplicaSetSpec!	status:@ReplicaSetStatus
ReplicaSetSpec	minReadySeconds:int32	replicas:int32;ptr;default=1	selector:@LabelSelector!;ptr	template:@PodTemplateSpec!
ReplicaSetStatus	availableReplicas:int32	conditions:[type]@ReplicaSetCondition;merge=type	fullyLabeledReplicas:int32	observedGeneration:int64	readyReplicas:int32	replicas:int32!	1.33- terminatingReplicas:int32;ptr;gate=DeploymentReplicaSetTerminatingReplicas
ReplicaSetCondition	lastTransitionTime:time	message:string	reason:string	-1.37 status:string!	1.37- status:string	-1.37 type:string!	1.37- type:string
StatefulSet	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@StatefulSetSpec	1.37- spec:@StatefulSetSpec!	status:@StatefulSetStatus
StatefulSetSpec	minReadySeconds:int32	ordinals:@StatefulSetOrdinals;ptr	persistentVolumeClaimRetentionPolicy:@StatefulSetPersistentVolumeClaimRetentionPolicy;ptr;default={}	podManagementPolicy:=OrderedReady|Parallel;default="OrderedReady"	replicas:int32;ptr;default=1	revisionHistoryLimit:int32;ptr;default=10	selector:@LabelSelector!;ptr	serviceName:string	template:@PodTemplateSpec!	updateStrategy:@StatefulSetUpdateStrategy;default={}	volumeClaimTemplates:[]@PersistentVolumeClaim	volumeClaimTemplates.apiVersion:;default="v1"	volumeClaimTemplates.kind:;default="PersistentVolumeClaim"
StatefulSetOrdinals	start:int32
StatefulSetPersistentVolumeClaimRetentionPolicy	whenDeleted:string;default="Retain"	whenScaled:string;default="Retain"
StatefulSetUpdateStrategy	rollingUpdate:@RollingUpdateStatefulSetStrategy;ptr;computed=withoutType	-1.37 type:=OnDelete|RollingUpdate;default="RollingUpdate"	1.37- type:=OnDelete|Recreate?StatefulSetRecreateStrategy|RollingUpdate;default="RollingUpdate"
RollingUpdateStatefulSetStrategy	maxUnavailable:intOrString;ptr;gate=MaxUnavailableStatefulSet;default=1	partition:int32;ptr;default=0
StatefulSetStatus	availableReplicas:int32	collisionCount:int32;ptr	conditions:[type]@StatefulSetCondition;merge=type	currentReplicas:int32	currentRevision:string	observedGeneration:int64	readyReplicas:int32	replicas:int32!	updateRevision:string	updatedReplicas:int32
StatefulSetCondition	lastTransitionTime:time	message:string	reason:string	-1.37 status:string!	1.37- status:string	-1.37 type:string!	1.37- type:string
CronJob	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.36 spec:@CronJobSpec	1.36- spec:@CronJobSpec!	status:@CronJobStatus
CronJobSpec	concurrencyPolicy:=Allow|Forbid|Replace;default="Allow"	failedJobsHistoryLimit:int32;ptr;default=1	jobTemplate:@JobTemplateSpec!	schedule:string!	startingDeadlineSeconds:int64;ptr	successfulJobsHistoryLimit:int32;ptr;default=3	suspend:boolean;ptr;default=false	timeZone:string;ptr
JobTemplateSpec	metadata:@ObjectMeta	spec:@JobSpec
JobSpec	activeDeadlineSeconds:int64;ptr	backoffLimit:int32;ptr	1.28- backoffLimitPerIndex:int32;ptr;gate=JobBackoffLimitPerIndex	completionMode:=Indexed|NonIndexed;ptr;nonempty	completions:int32;ptr	1.30- managedBy:string;ptr;gate=JobManagedBy	manualSelector:boolean;ptr	1.28- maxFailedIndexes:int32;ptr;gate=JobBackoffLimitPerIndex	parallelism:int32;ptr	podFailurePolicy:@PodFailurePolicy;ptr	1.28- podReplacementPolicy:=Failed|TerminatingOrFailed;ptr;gate=JobPodReplacementPolicy;nonempty	1.37- scheduling:@JobSchedulingConfiguration;ptr;gate=WorkloadWithJob	selector:@LabelSelector;ptr	1.30- successPolicy:@SuccessPolicy;ptr;gate=JobSuccessPolicy	suspend:boolean;ptr	template:@PodTemplateSpec!	ttlSecondsAfterFinished:int32;ptr
PodFailurePolicy	rules:[]@PodFailurePolicyRule
PodFailurePolicyRule	-1.28 action:=Count|FailJob|Ignore!;nonempty	1.28- action:=Count|FailIndex?JobBackoffLimitPerIndex|FailJob|Ignore!;nonempty	onExitCodes:@PodFailurePolicyOnExitCodesRequirement;ptr	onPodConditions:[]@PodFailurePolicyOnPodConditionsPattern
PodFailurePolicyOnExitCodesRequirement	containerName:string;ptr	operator:=In|NotIn!;nonempty	values:[*]int32!
PodFailurePolicyOnPodConditionsPattern	status:string;default="True"	type:string!
CronJobStatus	active:[]@ObjectReference	lastScheduleTime:time;ptr	lastSuccessfulTime:time;ptr
Job	apiVersion:string	kind:string	metadata:@ObjectMeta	metadata.labels:;computed=labelsOfObjectsTemplate	spec:@JobSpec	spec.backoffLimit:;computed=backoffLimit	spec.completionMode:;default="NonIndexed"	spec.completions:;computed=oneCompletion	1.29- spec.manualSelector:;default=false	spec.parallelism:;default=1	1.29- spec.podReplacementPolicy:;computed=podReplacementPolicy	spec.suspend:;default=false	status:@JobStatus
JobStatus	active:int32	completedIndexes:string	completionTime:time;ptr	conditions:[]@JobCondition;merge=type	failed:int32	1.28- failedIndexes:string;ptr	ready:int32;ptr	startTime:time;ptr	succeeded:int32	1.28- terminating:int32;ptr	uncountedTerminatedPods:@UncountedTerminatedPods;ptr
JobCondition	lastProbeTime:time	lastTransitionTime:time	message:string	reason:string	status:string!	type:string!
UncountedTerminatedPods	failed:[*]string	succeeded:[*]string
HorizontalPodAutoscaler	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.36 spec:@HorizontalPodAutoscalerSpec	1.36- spec:@HorizontalPodAutoscalerSpec!	status:@HorizontalPodAutoscalerStatus
HorizontalPodAutoscalerSpec	behavior:@HorizontalPodAutoscalerBehavior;ptr	maxReplicas:int32!	metrics:[]@MetricSpec;default=[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":80}}}]	minReplicas:int32;ptr;default=1	scaleTargetRef:@CrossVersionObjectReference!
HorizontalPodAutoscalerBehavior	scaleDown:@HPAScalingRules;ptr;default={}	scaleDown.policies:;default=[{"type":"Percent","value":100,"periodSeconds":15}]	scaleDown.selectPolicy:;default="Max"	scaleUp:@HPAScalingRules;ptr;default={}	scaleUp.policies:;default=[{"type":"Pods","value":4,"periodSeconds":15},{"type":"Percent","value":100,"periodSeconds":15}]	scaleUp.selectPolicy:;default="Max"	scaleUp.stabilizationWindowSeconds:;default=0
HPAScalingRules	policies:[]@HPAScalingPolicy	selectPolicy:string;ptr	stabilizationWindowSeconds:int32;ptr	1.33- tolerance:quantity;ptr;gate=HPAConfigurableTolerance
HPAScalingPolicy	periodSeconds:int32!	type:string!	value:int32!
MetricSpec	containerResource:@ContainerResourceMetricSource;ptr	external:@ExternalMetricSource;ptr	object:@ObjectMetricSource;ptr	pods:@PodsMetricSource;ptr	resource:@ResourceMetricSource;ptr	type:string!
ContainerResourceMetricSource	container:string!	name:string!	target:@MetricTarget!
MetricTarget	averageUtilization:int32;ptr	averageValue:quantity;ptr	type:string!	value:quantity;ptr
ExternalMetricSource	metric:@MetricIdentifier!	target:@MetricTarget!
MetricIdentifier	name:string!	selector:@LabelSelector;ptr;ignored
ObjectMetricSource	describedObject:@CrossVersionObjectReference!	metric:@MetricIdentifier!	target:@MetricTarget!
CrossVersionObjectReference	apiVersion:string	kind:string!	name:string!
PodsMetricSource	metric:@MetricIdentifier!	target:@MetricTarget!
ResourceMetricSource	name:string!	target:@MetricTarget!
HorizontalPodAutoscalerStatus	conditions:[type]@HorizontalPodAutoscalerCondition;merge=type	currentMetrics:[]@MetricStatus	currentReplicas:int32	desiredReplicas:int32!	lastScaleTime:time;ptr	observedGeneration:int64;ptr
HorizontalPodAutoscalerCondition	lastTransitionTime:time	message:string	1.37- observedGeneration:int64;ptr	reason:string	status:string!	type:string!
MetricStatus	containerResource:@ContainerResourceMetricStatus;ptr	external:@ExternalMetricStatus;ptr	object:@ObjectMetricStatus;ptr	pods:@PodsMetricStatus;ptr	resource:@ResourceMetricStatus;ptr	type:string!
ContainerResourceMetricStatus	container:string!	current:@MetricValueStatus!	name:string!
MetricValueStatus	averageUtilization:int32;ptr	averageValue:quantity;ptr	value:quantity;ptr
ExternalMetricStatus	current:@MetricValueStatus!	metric:@MetricIdentifier!
ObjectMetricStatus	current:@MetricValueStatus!	describedObject:@CrossVersionObjectReference!	metric:@MetricIdentifier!
PodsMetricStatus	current:@MetricValueStatus!	metric:@MetricIdentifier!
ResourceMetricStatus	current:@MetricValueStatus!	name:string!
autoscaling/v1.HorizontalPodAutoscaler	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.36 spec:@autoscaling/v1.HorizontalPodAutoscalerSpec	1.36- spec:@autoscaling/v1.HorizontalPodAutoscalerSpec!	status:@autoscaling/v1.HorizontalPodAutoscalerStatus
autoscaling/v1.HorizontalPodAutoscalerSpec	maxReplicas:int32!	minReplicas:int32;ptr;default=1	scaleTargetRef:@autoscaling/v1.CrossVersionObjectReference!	targetCPUUtilizationPercentage:int32;ptr
autoscaling/v1.CrossVersionObjectReference	:;atomic	apiVersion:string	kind:string!	name:string!
autoscaling/v1.HorizontalPodAutoscalerStatus	currentCPUUtilizationPercentage:int32;ptr	currentReplicas:int32!	desiredReplicas:int32!	lastScaleTime:time;ptr	observedGeneration:int64;ptr
Ingress	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@IngressSpec	status:@IngressStatus
IngressSpec	defaultBackend:@IngressBackend;ptr	ingressClassName:string;ptr	rules:[]@IngressRule	tls:[]@IngressTLS
IngressBackend	resource:@TypedLocalObjectReference;ptr	service:@IngressServiceBackend;ptr
IngressServiceBackend	name:string!	port:@ServiceBackendPort
ServiceBackendPort	-1.31 :	1.31- :;atomic	name:string	number:int32
IngressRule	host:string	http:@HTTPIngressRuleValue;ptr
HTTPIngressRuleValue	paths:[]@HTTPIngressPath!
HTTPIngressPath	backend:@IngressBackend!	path:string	pathType:=Exact|ImplementationSpecific|Prefix!;ptr;nonempty
IngressTLS	hosts:[]string	secretName:string
IngressStatus	loadBalancer:@IngressLoadBalancerStatus
IngressLoadBalancerStatus	ingress:[]@IngressLoadBalancerIngress
IngressLoadBalancerIngress	hostname:string	ip:string	ports:[]@IngressPortStatus
IngressPortStatus	error:string;ptr	port:int32!	protocol:=SCTP|TCP|UDP!;nonempty
IngressClass	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@IngressClassSpec
IngressClassSpec	controller:string!	parameters:@IngressClassParametersReference;ptr	parameters.scope:;default="Cluster"
IngressClassParametersReference	apiGroup:string;ptr	kind:string!	name:string!	namespace:string;ptr	scope:string;ptr
NetworkPolicy	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@NetworkPolicySpec	-1.28 status:@NetworkPolicyStatus
NetworkPolicySpec	egress:[]@NetworkPolicyEgressRule	ingress:[]@NetworkPolicyIngressRule	podSelector:@LabelSelector	-1.30 policyTypes:[]string;computed=policyTypes	1.30- policyTypes:[]=Egress|Ingress;computed=policyTypes
NetworkPolicyEgressRule	ports:[]@NetworkPolicyPort	to:[]@NetworkPolicyPeer
NetworkPolicyPort	endPort:int32;ptr	port:intOrString;ptr	protocol:=SCTP|TCP|UDP;ptr;default="TCP";nonempty
NetworkPolicyPeer	ipBlock:@IPBlock;ptr	namespaceSelector:@LabelSelector;ptr	podSelector:@LabelSelector;ptr
IPBlock	cidr:string!	except:[]string
NetworkPolicyIngressRule	from:[]@NetworkPolicyPeer	ports:[]@NetworkPolicyPort
NetworkPolicyStatus	-1.28 :	conditions:[type]@Condition;merge=type
PodDisruptionBudget	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@PodDisruptionBudgetSpec	status:@PodDisruptionBudgetStatus
PodDisruptionBudgetSpec	maxUnavailable:intOrString;ptr	minAvailable:intOrString;ptr	selector:@LabelSelector;ptr	unhealthyPodEvictionPolicy:=AlwaysAllow|IfHealthyBudget;ptr;nonempty
PodDisruptionBudgetStatus	conditions:[type]@Condition;merge=type	-1.36 currentHealthy:int32!	1.36- currentHealthy:int32	-1.36 desiredHealthy:int32!	1.36- desiredHealthy:int32	disruptedPods:{}time	-1.36 disruptionsAllowed:int32!	1.36- disruptionsAllowed:int32	-1.36 expectedPods:int32!	1.36- expectedPods:int32	observedGeneration:int64
ClusterRole	aggregationRule:@AggregationRule;ptr	apiVersion:string	kind:string	metadata:@ObjectMeta	rules:[]@PolicyRule
AggregationRule	clusterRoleSelectors:[]@LabelSelector
PolicyRule	apiGroups:[]string	nonResourceURLs:[]string	resourceNames:[]string	resources:[]string	verbs:[]string!
ClusterRoleBinding	apiVersion:string	kind:string	metadata:@ObjectMeta	roleRef:@RoleRef!	subjects:[]@Subject
RoleRef	:;atomic	apiGroup:string;default="rbac.authorization.k8s.io"	kind:string!	name:string!
Subject	:;atomic	apiGroup:string;computed=apiGroupOfSubject	kind:string!	name:string!	namespace:string
Role	apiVersion:string	kind:string	metadata:@ObjectMeta	rules:[]@PolicyRule
RoleBinding	apiVersion:string	kind:string	metadata:@ObjectMeta	roleRef:@RoleRef!	subjects:[]@Subject
CSIDriver	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@CSIDriverSpec
CSIDriverSpec	attachRequired:boolean;ptr;default=true	fsGroupPolicy:string;ptr;default="ReadWriteOnceWithFSType"	1.33- nodeAllocatableUpdatePeriodSeconds:int64;ptr;gate=MutableCSINodeAllocatableCount	podInfoOnMount:boolean;ptr;default=false	1.36- preventPodSchedulingIfMissing:boolean;ptr;gate=VolumeLimitScaling;default=false	requiresRepublish:boolean;ptr;default=false	seLinuxMount:boolean;ptr;gate=SELinuxMountReadWriteOncePod;default=false	1.35- serviceAccountTokenInSecrets:boolean;ptr;gate=CSIServiceAccountTokenSecrets	storageCapacity:boolean;ptr;gate=CSIStorageCapacity;default=false	tokenRequests:[]@TokenRequest	volumeLifecycleModes:[*]string;default=["Persistent"]
TokenRequest	audience:string	expirationSeconds:int64;ptr
CSINode	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@CSINodeSpec	1.37- status:@CSINodeStatus
CSINodeSpec	drivers:[name]@CSINodeDriver;merge=name
CSINodeDriver	allocatable:@VolumeNodeResources;ptr	name:string!	nodeID:string!	topologyKeys:[]string
VolumeNodeResources	count:int32;ptr
CSIStorageCapacity	apiVersion:string	capacity:quantity;ptr	kind:string	maximumVolumeSize:quantity;ptr	metadata:@ObjectMeta	nodeTopology:@LabelSelector;ptr	storageClassName:string!
StorageClass	allowVolumeExpansion:boolean;ptr	allowedTopologies:[]@TopologySelectorTerm	apiVersion:string	kind:string	metadata:@ObjectMeta	mountOptions:[]string	parameters:{}string	provisioner:string!	reclaimPolicy:=Delete|Recycle|Retain;ptr;default="Delete"	volumeBindingMode:=Immediate|WaitForFirstConsumer;ptr;default="Immediate";nonempty
TopologySelectorTerm	:;atomic	matchLabelExpressions:[]@TopologySelectorLabelRequirement
TopologySelectorLabelRequirement	key:string!	values:[]string!
VolumeAttachment	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@VolumeAttachmentSpec!	status:@VolumeAttachmentStatus
VolumeAttachmentSpec	attacher:string!	nodeName:string!	source:@VolumeAttachmentSource!
VolumeAttachmentSource	inlineVolumeSpec:@PersistentVolumeSpec;ptr	persistentVolumeName:string;ptr
VolumeAttachmentStatus	attachError:@VolumeError;ptr	attached:boolean!	attachmentMetadata:{}string	detachError:@VolumeError;ptr
VolumeError	1.33- errorCode:int32;ptr;gate=MutableCSINodeAllocatableCount	message:string	time:time
Lease	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@LeaseSpec
LeaseSpec	acquireTime:microTime;ptr	holderIdentity:string;ptr	leaseDurationSeconds:int32;ptr	leaseTransitions:int32;ptr	1.31- preferredHolder:string;ptr;gate=CoordinatedLeaderElection	renewTime:microTime;ptr	1.31- strategy:string;ptr;gate=CoordinatedLeaderElection
EndpointSlice	addressType:=FQDN|IPv4|IPv6!;nonempty	apiVersion:string	endpoints:[]@Endpoint	kind:string	metadata:@ObjectMeta	ports:[]@discovery.k8s.io/v1.EndpointPort
Endpoint	addresses:[*]string!	conditions:@EndpointConditions	deprecatedTopology:{}string;ignored	hints:@EndpointHints;ptr	hostname:string;ptr	nodeName:string;ptr	targetRef:@ObjectReference;ptr	zone:string;ptr
EndpointConditions	ready:boolean;ptr	serving:boolean;ptr	terminating:boolean;ptr
EndpointHints	1.33- forNodes:[]@ForNode;gate=PreferSameTrafficDistribution	forZones:[]@ForZone
ForZone	name:string
discovery.k8s.io/v1.EndpointPort	:;atomic	appProtocol:string;ptr	name:string;ptr;default=""	port:int32;ptr	protocol:=SCTP|TCP|UDP;ptr;default="TCP";nonempty
PriorityClass	apiVersion:string	description:string	globalDefault:boolean	kind:string	metadata:@ObjectMeta	preemptionPolicy:=Never|PreemptLowerPriority;ptr;default="PreemptLowerPriority";nonempty	value:int32
RuntimeClass	apiVersion:string	handler:string!	kind:string	metadata:@ObjectMeta	overhead:@Overhead;ptr	scheduling:@Scheduling;ptr
Overhead	podFixed:{}quantity
Scheduling	nodeSelector:{-}string	tolerations:[]@Toleration
MutatingWebhookConfiguration	apiVersion:string	kind:string	metadata:@ObjectMeta	webhooks:[name]@MutatingWebhook;merge=name
MutatingWebhook	admissionReviewVersions:[]string!	clientConfig:@WebhookClientConfig!	failurePolicy:=Fail|Ignore;ptr;default="Fail";nonempty	-1.30 matchConditions:[name]@MatchCondition;gate=AdmissionWebhookMatchConditions;merge=name	1.30- matchConditions:[name]@MatchCondition;merge=name	matchPolicy:=Equivalent|Exact;ptr;default="Equivalent";nonempty	name:string!	namespaceSelector:@LabelSelector;ptr;default={}	objectSelector:@LabelSelector;ptr;default={}	reinvocationPolicy:=IfNeeded|Never;ptr;default="Never";nonempty	rules:[]@RuleWithOperations	sideEffects:=None|NoneOnDryRun|Some|Unknown!;ptr;nonempty	timeoutSeconds:int32;ptr;default=10
WebhookClientConfig	caBundle:string	service:@ServiceReference;ptr	url:string;ptr
ServiceReference	name:string!	namespace:string!	path:string;ptr	port:int32;ptr;default=443
MatchCondition	expression:string!	name:string!
RuleWithOperations	apiGroups:[]string	apiVersions:[]string	-1.30 operations:[]string	1.30- operations:[]=*|CONNECT|CREATE|DELETE|UPDATE	resources:[]string	-1.35 scope:string;ptr;default="*"	1.35- scope:=*|Cluster|Namespaced;ptr;default="*";nonempty
ValidatingWebhookConfiguration	apiVersion:string	kind:string	metadata:@ObjectMeta	webhooks:[name]@ValidatingWebhook;merge=name
ValidatingWebhook	admissionReviewVersions:[]string!	clientConfig:@WebhookClientConfig!	failurePolicy:=Fail|Ignore;ptr;default="Fail";nonempty	-1.30 matchConditions:[name]@MatchCondition;gate=AdmissionWebhookMatchConditions;merge=name	1.30- matchConditions:[name]@MatchCondition;merge=name	matchPolicy:=Equivalent|Exact;ptr;default="Equivalent";nonempty	name:string!	namespaceSelector:@LabelSelector;ptr;default={}	objectSelector:@LabelSelector;ptr;default={}	rules:[]@RuleWithOperations	sideEffects:=None|NoneOnDryRun|Some|Unknown!;ptr;nonempty	timeoutSeconds:int32;ptr;default=10
CustomResourceDefinition	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@CustomResourceDefinitionSpec!	status:@CustomResourceDefinitionStatus
CustomResourceDefinitionSpec	conversion:@CustomResourceConversion;ptr;default={}	group:string!	names:@CustomResourceDefinitionNames!	preserveUnknownFields:boolean	scope:string!	versions:[]@CustomResourceDefinitionVersion!
CustomResourceConversion	strategy:string!;default="None"	webhook:@WebhookConversion;ptr
WebhookConversion	clientConfig:@apiextensions.k8s.io/v1.WebhookClientConfig;ptr	conversionReviewVersions:[]string!
apiextensions.k8s.io/v1.WebhookClientConfig	caBundle:string	service:@apiextensions.k8s.io/v1.ServiceReference;ptr	url:string;ptr
apiextensions.k8s.io/v1.ServiceReference	name:string!	namespace:string!	path:string;ptr	port:int32;ptr;default=443
CustomResourceDefinitionNames	categories:[]string	kind:string!	listKind:string;computed=listKind	plural:string!	shortNames:[]string	singular:string;computed=lowerKind
CustomResourceDefinitionVersion	additionalPrinterColumns:[]@CustomResourceColumnDefinition	deprecated:boolean	deprecationWarning:string;ptr	name:string!	schema:@CustomResourceValidation;ptr	1.30- selectableFields:[]@SelectableField;gate=CustomResourceFieldSelectors	served:boolean	storage:boolean	subresources:@CustomResourceSubresources;ptr
CustomResourceColumnDefinition	description:string	format:string	jsonPath:string!	name:string!	priority:int32	type:string!
CustomResourceValidation	openAPIV3Schema:@JSONSchemaProps;ptr
JSONSchemaProps	$ref:string;ptr	$schema:string	additionalItems:any	additionalProperties:any	allOf:[]@JSONSchemaProps	anyOf:[]@JSONSchemaProps	default:any	definitions:{}@JSONSchemaProps	dependencies:{}any	description:string	enum:[]any	example:any	exclusiveMaximum:boolean	exclusiveMinimum:boolean	externalDocs:@ExternalDocumentation;ptr	format:string	id:string	items:any	maxItems:int64;ptr	maxLength:int64;ptr	maxProperties:int64;ptr	maximum:number;ptr	minItems:int64;ptr	minLength:int64;ptr	minProperties:int64;ptr	minimum:number;ptr	multipleOf:number;ptr	not:@JSONSchemaProps;ptr	nullable:boolean	oneOf:[]@JSONSchemaProps	pattern:string	patternProperties:{}@JSONSchemaProps	properties:{}@JSONSchemaProps	required:[]string	title:string	type:string	uniqueItems:boolean	x-kubernetes-embedded-resource:boolean	x-kubernetes-int-or-string:boolean	x-kubernetes-list-map-keys:[]string	x-kubernetes-list-type:string;ptr	x-kubernetes-map-type:string;ptr	x-kubernetes-preserve-unknown-fields:boolean;ptr	x-kubernetes-validations:[rule]@ValidationRule;merge=rule
ExternalDocumentation	description:string	url:string
ValidationRule	1.28- fieldPath:string	message:string	messageExpression:string	1.29- optionalOldSelf:boolean;ptr;gate=CRDValidationRatcheting	1.28- reason:=FieldValueDuplicate|FieldValueForbidden|FieldValueInvalid|FieldValueRequired;ptr;nonempty	rule:string!
CustomResourceSubresources	scale:@CustomResourceSubresourceScale;ptr	status:@CustomResourceSubresourceStatus;ptr
CustomResourceSubresourceScale	labelSelectorPath:string;ptr	specReplicasPath:string!	statusReplicasPath:string!
CustomResourceSubresourceStatus	
CustomResourceDefinitionStatus	acceptedNames:@CustomResourceDefinitionNames	conditions:[type]@CustomResourceDefinitionCondition	1.35- observedGeneration:int64;gate=CRDObservedGenerationTracking	storedVersions:[]string
CustomResourceDefinitionCondition	lastTransitionTime:time	message:string	1.35- observedGeneration:int64;gate=CRDObservedGenerationTracking	reason:string	status:string!	type:string!
APIService	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@APIServiceSpec	status:@APIServiceStatus
APIServiceSpec	caBundle:string	group:string	groupPriorityMinimum:int32!	insecureSkipTLSVerify:boolean	service:@apiregistration.k8s.io/v1.ServiceReference;ptr	version:string!	versionPriority:int32!
apiregistration.k8s.io/v1.ServiceReference	name:string!	namespace:string!	port:int32;ptr;default=443
APIServiceStatus	conditions:[type]@APIServiceCondition;merge=type
APIServiceCondition	lastTransitionTime:time	message:string	reason:string	status:string!	type:string!
CertificateSigningRequest	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@CertificateSigningRequestSpec!	status:@CertificateSigningRequestStatus
CertificateSigningRequestSpec	expirationSeconds:int32;ptr	extra:{}[]string	groups:[]string	request:string!	signerName:string!	uid:string	-1.30 usages:[]string	1.30- usages:[]=any|cert sign|client auth|code signing|content commitment|crl sign|data encipherment|decipher only|digital signature|email protection|encipher only|ipsec end system|ipsec tunnel|ipsec user|key agreement|key encipherment|microsoft sgc|netscape sgc|ocsp signing|s/mime|server auth|signing|timestamping	username:string
CertificateSigningRequestStatus	certificate:string	conditions:[type]@CertificateSigningRequestCondition
CertificateSigningRequestCondition	lastTransitionTime:time	lastUpdateTime:time	message:string	reason:string	status:string!	type:string!
FlowSchema	-1.32 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@FlowSchemaSpec	status:@FlowSchemaStatus
FlowSchemaSpec	-1.32 :	distinguisherMethod:@FlowDistinguisherMethod;ptr	matchingPrecedence:int32;default=1000	priorityLevelConfiguration:@PriorityLevelConfigurationReference!	rules:[]@PolicyRulesWithSubjects
FlowDistinguisherMethod	-1.32 :	type:string!
PriorityLevelConfigurationReference	-1.32 :	name:string!
PolicyRulesWithSubjects	-1.32 :	nonResourceRules:[]@NonResourcePolicyRule	resourceRules:[]@ResourcePolicyRule	subjects:[]@flowcontrol.apiserver.k8s.io/v1beta3.Subject!
NonResourcePolicyRule	-1.32 :	nonResourceURLs:[*]string!	verbs:[*]string!
ResourcePolicyRule	-1.32 :	apiGroups:[*]string!	clusterScope:boolean	namespaces:[*]string	resources:[*]string!	verbs:[*]string!
flowcontrol.apiserver.k8s.io/v1beta3.Subject	-1.32 :;union=kind,group:Group,serviceAccount:ServiceAccount,user:User	group:@GroupSubject;ptr	kind:string!	serviceAccount:@ServiceAccountSubject;ptr	user:@UserSubject;ptr
GroupSubject	-1.32 :	name:string!
ServiceAccountSubject	-1.32 :	name:string!	namespace:string!
UserSubject	-1.32 :	name:string!
FlowSchemaStatus	-1.32 :	conditions:[type]@FlowSchemaCondition;merge=type
FlowSchemaCondition	-1.32 :	lastTransitionTime:time	message:string	reason:string	status:string	type:string
PriorityLevelConfiguration	-1.32 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@PriorityLevelConfigurationSpec	status:@PriorityLevelConfigurationStatus
PriorityLevelConfigurationSpec	-1.28 :;union=type,limited:Limited	1.28-1.32 :;union=type,exempt:Exempt,limited:Limited	1.28- exempt:@flowcontrol.apiserver.k8s.io/v1beta3.ExemptPriorityLevelConfiguration;ptr	limited:@LimitedPriorityLevelConfiguration;ptr	type:string!
LimitedPriorityLevelConfiguration	-1.32 :	borrowingLimitPercent:int32;ptr	lendablePercent:int32;ptr;default=0	limitResponse:@LimitResponse	nominalConcurrencyShares:int32;default=30
LimitResponse	-1.32 :;union=type,queuing:Queuing	queuing:@QueuingConfiguration;ptr	type:string!
QueuingConfiguration	-1.32 :	handSize:int32;default=8	queueLengthLimit:int32;default=50	queues:int32;default=64
PriorityLevelConfigurationStatus	-1.32 :	conditions:[type]@PriorityLevelConfigurationCondition;merge=type
PriorityLevelConfigurationCondition	-1.32 :	lastTransitionTime:time	message:string	reason:string	status:string	type:string
flowcontrol.apiserver.k8s.io/v1beta2.FlowSchema	-1.29 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@flowcontrol.apiserver.k8s.io/v1beta2.FlowSchemaSpec	status:@flowcontrol.apiserver.k8s.io/v1beta2.FlowSchemaStatus
flowcontrol.apiserver.k8s.io/v1beta2.FlowSchemaSpec	-1.29 :	distinguisherMethod:@flowcontrol.apiserver.k8s.io/v1beta2.FlowDistinguisherMethod;ptr	matchingPrecedence:int32	priorityLevelConfiguration:@flowcontrol.apiserver.k8s.io/v1beta2.PriorityLevelConfigurationReference!	rules:[]@flowcontrol.apiserver.k8s.io/v1beta2.PolicyRulesWithSubjects
flowcontrol.apiserver.k8s.io/v1beta2.FlowDistinguisherMethod	-1.29 :	type:string!
flowcontrol.apiserver.k8s.io/v1beta2.PriorityLevelConfigurationReference	-1.29 :	name:string!
flowcontrol.apiserver.k8s.io/v1beta2.PolicyRulesWithSubjects	-1.29 :	nonResourceRules:[]@flowcontrol.apiserver.k8s.io/v1beta2.NonResourcePolicyRule	resourceRules:[]@flowcontrol.apiserver.k8s.io/v1beta2.ResourcePolicyRule	subjects:[]@flowcontrol.apiserver.k8s.io/v1beta2.Subject!
flowcontrol.apiserver.k8s.io/v1beta2.NonResourcePolicyRule	-1.29 :	nonResourceURLs:[*]string!	verbs:[*]string!
flowcontrol.apiserver.k8s.io/v1beta2.ResourcePolicyRule	-1.29 :	apiGroups:[*]string!	clusterScope:boolean	namespaces:[*]string	resources:[*]string!	verbs:[*]string!
flowcontrol.apiserver.k8s.io/v1beta2.Subject	-1.29 :;union=kind,group:Group,serviceAccount:ServiceAccount,user:User	group:@flowcontrol.apiserver.k8s.io/v1beta2.GroupSubject;ptr	kind:string!	serviceAccount:@flowcontrol.apiserver.k8s.io/v1beta2.ServiceAccountSubject;ptr	user:@flowcontrol.apiserver.k8s.io/v1beta2.UserSubject;ptr
flowcontrol.apiserver.k8s.io/v1beta2.GroupSubject	-1.29 :	name:string!
flowcontrol.apiserver.k8s.io/v1beta2.ServiceAccountSubject	-1.29 :	name:string!	namespace:string!
flowcontrol.apiserver.k8s.io/v1beta2.UserSubject	-1.29 :	name:string!
flowcontrol.apiserver.k8s.io/v1beta2.FlowSchemaStatus	-1.29 :	conditions:[type]@flowcontrol.apiserver.k8s.io/v1beta2.FlowSchemaCondition
flowcontrol.apiserver.k8s.io/v1beta2.FlowSchemaCondition	-1.29 :	lastTransitionTime:time	message:string	reason:string	status:string	type:string
flowcontrol.apiserver.k8s.io/v1beta2.PriorityLevelConfiguration	-1.29 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@flowcontrol.apiserver.k8s.io/v1beta2.PriorityLevelConfigurationSpec	status:@flowcontrol.apiserver.k8s.io/v1beta2.PriorityLevelConfigurationStatus
flowcontrol.apiserver.k8s.io/v1beta2.PriorityLevelConfigurationSpec	-1.28 :;union=type,limited:Limited	1.28-1.29 :;union=type,exempt:Exempt,limited:Limited	1.28- exempt:@flowcontrol.apiserver.k8s.io/v1beta2.ExemptPriorityLevelConfiguration;ptr	limited:@flowcontrol.apiserver.k8s.io/v1beta2.LimitedPriorityLevelConfiguration;ptr	type:string!
flowcontrol.apiserver.k8s.io/v1beta2.LimitedPriorityLevelConfiguration	-1.29 :	assuredConcurrencyShares:int32	borrowingLimitPercent:int32;ptr	lendablePercent:int32;ptr	limitResponse:@flowcontrol.apiserver.k8s.io/v1beta2.LimitResponse
flowcontrol.apiserver.k8s.io/v1beta2.LimitResponse	-1.29 :;union=type,queuing:Queuing	queuing:@flowcontrol.apiserver.k8s.io/v1beta2.QueuingConfiguration;ptr	type:string!
flowcontrol.apiserver.k8s.io/v1beta2.QueuingConfiguration	-1.29 :	handSize:int32	queueLengthLimit:int32	queues:int32
flowcontrol.apiserver.k8s.io/v1beta2.PriorityLevelConfigurationStatus	-1.29 :	conditions:[type]@flowcontrol.apiserver.k8s.io/v1beta2.PriorityLevelConfigurationCondition
flowcontrol.apiserver.k8s.io/v1beta2.PriorityLevelConfigurationCondition	-1.29 :	lastTransitionTime:time	message:string	reason:string	status:string	type:string
events.k8s.io/v1.Event	action:string	apiVersion:string	deprecatedCount:int32	deprecatedFirstTimestamp:time	deprecatedLastTimestamp:time	deprecatedSource:@EventSource	eventTime:microTime!	kind:string	metadata:@ObjectMeta	note:string	reason:string	regarding:@ObjectReference	related:@ObjectReference;ptr	reportingController:string	reportingInstance:string	series:@events.k8s.io/v1.EventSeries;ptr	type:string
events.k8s.io/v1.EventSeries	count:int32!	lastObservedTime:microTime!
HostIP	1.28- :	-1.30 ip:string	1.30- ip:string!
PodResourceClaimStatus	1.28- :	name:string!	resourceClaimName:string;ptr
VolumeResourceRequirements	1.29- :	limits:{}quantity	requests:{}quantity
ModifyVolumeStatus	1.29- :	status:=InProgress|Infeasible|Pending!;nonempty	targetVolumeAttributesClassName:string
SleepAction	1.29- :	-1.33 seconds:int64!	1.33- seconds:int64
ClusterTrustBundleProjection	1.29- :	labelSelector:@LabelSelector;ptr	name:string;ptr	optional:boolean;ptr	path:string!	signerName:string;ptr	1.37- user:int64;ptr;gate=AtomicWriteVolumeUserFields
NodeRuntimeHandler	1.30- :	features:@NodeRuntimeHandlerFeatures;ptr	name:string
NodeRuntimeHandlerFeatures	1.30- :	-1.35 recursiveReadOnlyMounts:boolean;ptr;gate=RecursiveReadOnlyMounts	1.35- recursiveReadOnlyMounts:boolean;ptr	1.31-1.36 userNamespaces:boolean;ptr;gate=UserNamespacesSupport	1.36- userNamespaces:boolean;ptr
AppArmorProfile	1.30- :;union=type,localhostProfile:LocalhostProfile	localhostProfile:string;ptr	type:=Localhost|RuntimeDefault|Unconfined!;nonempty
VolumeMountStatus	1.30- :	mountPath:string!	name:string!	readOnly:boolean	-1.35 recursiveReadOnly:string;ptr;gate=RecursiveReadOnlyMounts	1.35- recursiveReadOnly:string;ptr	1.36- volumeStatus:@VolumeStatus;ptr
NodeFeatures	1.31- :	supplementalGroupsPolicy:boolean;ptr
ImageVolumeSource	1.31- :	pullPolicy:=Always|IfNotPresent|Never;computed=pullPolicyOfReference	-1.37 reference:string	1.37- reference:string!
ResourceStatus	1.31- :	name:string!	resources:[resourceID]@ResourceHealth
ResourceHealth	1.31- :	health:string	1.36- message:string;ptr;gate=ResourceHealthStatusMessage	resourceID:string!
ContainerUser	1.31- :	linux:@LinuxContainerUser;ptr
LinuxContainerUser	1.31- :	gid:int64!	supplementalGroups:[]int64	uid:int64!
NodeSwapStatus	1.33- :	capacity:int64;ptr
FileKeySelector	1.34- :;atomic	key:string!	optional:boolean;ptr;default=false	path:string!	volumeName:string!
ContainerRestartRule	1.34- :	action:string!	exitCodes:@ContainerRestartRuleOnExitCodes;ptr
ContainerRestartRuleOnExitCodes	1.34- :	operator:string!	values:[*]int32
PodCertificateProjection	1.34- :	certificateChainPath:string	credentialBundlePath:string	keyPath:string	keyType:string!	maxExpirationSeconds:int32;ptr	signerName:string!	1.37- user:int64;ptr;gate=AtomicWriteVolumeUserFields	1.35- userAnnotations:{}string
PodExtendedResourceClaimStatus	1.34- :	requestMappings:[]@ContainerExtendedResourceRequest!	resourceClaimName:string!
ContainerExtendedResourceRequest	1.34- :	containerName:string!	requestName:string!	resourceName:string!
WorkloadReference	1.35-1.36 :	name:string!	podGroup:string!	podGroupReplicaKey:string
PodSchedulingGroup	1.36- :;union=,podGroupName:PodGroupName	podGroupName:string;ptr
VolumeStatus	1.36- :	image:@ImageVolumeStatus;ptr;gate=ImageVolumeWithDigest
ImageVolumeStatus	1.36- :	imageRef:string!
NodeAllocatableResourceClaimStatus	1.36- :	containers:[*]string	1.37- mapping:[name]@NodeAllocatableMappedResources;merge=name	1.37- overhead:[name]@NodeAllocatableOverheadResources;merge=name	resourceClaimName:string!	-1.37 resources:{}quantity!
NodePodPreemptionPolicy	1.37- :	disableResizePreemption:[*]string
VolumeHealthStatus	1.37- :	healthConditions:[status,reason]@VolumeHealthCondition;merge=status	lastTransitionTime:time
VolumeHealthCondition	1.37- :	message:string	reason:string!	status:=DataLoss|Degraded|Inaccessible!;nonempty
EvictionResponder	1.37- :;atomic	name:string!	priority:int32!;ptr
NodeAllocatableMappedResources	1.37- :	name:string!	quantity:quantity!;ptr
NodeAllocatableOverheadResources	1.37- :	name:string!	perContainer:quantity;ptr	perPod:quantity;ptr
PodVolumeHealth	1.37- :	healthConditions:[status,reason]@VolumeHealthCondition;merge=status	lastTransitionTime:time	name:string!
StorageVersionMigration	1.37- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@StorageVersionMigrationSpec	status:@StorageVersionMigrationStatus
StorageVersionMigrationSpec	1.37- :	resource:@GroupResource!
GroupResource	1.35- :	group:string	resource:string!
StorageVersionMigrationStatus	1.37- :	conditions:[type]@Condition;merge=type	resourceVersion:string
VolumeAttributesClass	1.34- :	apiVersion:string	driverName:string!	kind:string	metadata:@ObjectMeta	parameters:{}string
CSINodeStatus	1.37- :	storageHealth:[name]@StorageHealth;gate=CSIVolumeHealth;merge=name
StorageHealth	1.37- :	healthConditions:[]@StorageHealthCondition	name:string!
StorageHealthCondition	1.37- :	accessMode:=ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod;ptr;nonempty	lastTransitionTime:time	message:string	reason:string!	status:=StorageDegraded|StorageUnreachable!;nonempty	volumeMode:=Block|Filesystem;ptr;nonempty
DeviceClass	1.34- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@DeviceClassSpec
DeviceClassSpec	1.34- :	config:[]@DeviceClassConfiguration	extendedResourceName:string;ptr;gate=DRAExtendedResource	selectors:[]@DeviceSelector
DeviceClassConfiguration	1.34- :	opaque:@OpaqueDeviceConfiguration;ptr
OpaqueDeviceConfiguration	1.34- :	driver:string!	parameters:any!
DeviceSelector	1.34- :	cel:@CELDeviceSelector;ptr
CELDeviceSelector	1.34- :	expression:string!
resource.k8s.io/v1.ResourceClaim	1.34- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@ResourceClaimSpec	status:@ResourceClaimStatus
ResourceClaimSpec	1.34- :	devices:@DeviceClaim
DeviceClaim	1.34- :	config:[]@DeviceClaimConfiguration	constraints:[]@DeviceConstraint	requests:[]@DeviceRequest
DeviceClaimConfiguration	1.34- :	opaque:@OpaqueDeviceConfiguration;ptr	requests:[]string
DeviceConstraint	1.34- :	distinctAttribute:string;ptr;gate=DRAConsumableCapacity	matchAttribute:string;ptr	requests:[]string
DeviceRequest	1.34- :	exactly:@ExactDeviceRequest;ptr	firstAvailable:[]@DeviceSubRequest;gate=DRAPrioritizedList	name:string!
ExactDeviceRequest	1.34- :	adminAccess:boolean;ptr;gate=DRAAdminAccess	-1.35 allocationMode:string;default="ExactCount"	1.35- allocationMode:=All|ExactCount;default="ExactCount"	capacity:@CapacityRequirements;ptr;gate=DRAConsumableCapacity	count:int64;computed=oneDevice	1.37- derivedAttributes:[]@DeviceDerivedAttribute;gate=DRADerivedAttributes	deviceClassName:string!	selectors:[]@DeviceSelector	-1.35 tolerations:[]@DeviceToleration	1.35- tolerations:[]@DeviceToleration;gate=DRADeviceTaints
CapacityRequirements	1.34- :	requests:{}quantity
DeviceToleration	1.34- :	-1.35 effect:=NoExecute|NoSchedule	1.35- effect:=NoExecute|NoSchedule|None	key:string	operator:=Equal|Exists;default="Equal"	tolerationSeconds:int64;ptr	value:string
DeviceSubRequest	1.34- :	-1.35 allocationMode:string;default="ExactCount"	1.35- allocationMode:=All|ExactCount;default="ExactCount"	capacity:@CapacityRequirements;ptr;gate=DRAConsumableCapacity	count:int64;computed=oneDevice	1.37- derivedAttributes:[]@DeviceDerivedAttribute;gate=DRADerivedAttributes	deviceClassName:string!	name:string!	selectors:[]@DeviceSelector	-1.35 tolerations:[]@DeviceToleration	1.35- tolerations:[]@DeviceToleration;gate=DRADeviceTaints
ResourceClaimStatus	1.34- :	allocation:@AllocationResult;ptr	devices:[driver,device,pool,shareID]@AllocatedDeviceStatus;gate=DRAResourceClaimDeviceStatus	reservedFor:[uid]@ResourceClaimConsumerReference;merge=uid
AllocationResult	1.34- :	allocationTimestamp:time;ptr;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	devices:@DeviceAllocationResult	nodeSelector:@NodeSelector;ptr
DeviceAllocationResult	1.34- :	config:[]@DeviceAllocationConfiguration	results:[]@DeviceRequestAllocationResult
DeviceAllocationConfiguration	1.34- :	opaque:@OpaqueDeviceConfiguration;ptr	requests:[]string	-1.35 source:string!	1.35- source:=FromClaim|FromClass!;nonempty
DeviceRequestAllocationResult	1.34- :	adminAccess:boolean;ptr;gate=DRAAdminAccess	bindingConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	bindingFailureConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	consumedCapacity:{}quantity;gate=DRAConsumableCapacity	device:string!	driver:string!	pool:string!	request:string!	shareID:string;ptr;gate=DRAConsumableCapacity	1.37- skipNodeOperations:[*]=*|NodePrepareResources|NodeUnprepareResources;gate=DRAOptionalNodeOperations	-1.35 tolerations:[]@DeviceToleration	1.35- tolerations:[]@DeviceToleration;gate=DRADeviceTaints
AllocatedDeviceStatus	1.34- :	conditions:[type]@Condition	data:any	device:string!	driver:string!	networkData:@NetworkDeviceData;ptr	pool:string!	shareID:string;ptr;gate=DRAConsumableCapacity
NetworkDeviceData	1.34- :	hardwareAddress:string	interfaceName:string	ips:[]string
ResourceClaimConsumerReference	1.34- :	apiGroup:string	name:string!	resource:string!	uid:string!
ResourceClaimTemplate	1.34- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@ResourceClaimTemplateSpec
ResourceClaimTemplateSpec	1.34- :	metadata:@ObjectMeta	spec:@ResourceClaimSpec
ResourceSlice	1.34- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@ResourceSliceSpec!
ResourceSliceSpec	1.34- :	allNodes:boolean;ptr	devices:[]@Device	driver:string!	nodeName:string;ptr	nodeSelector:@NodeSelector;ptr	1.37- partitionTypeAttribute:string;ptr;gate=DRAPartitionableDevicesType	perDeviceNodeSelection:boolean;ptr;gate=DRAPartitionableDevices	pool:@ResourcePool!	sharedCounters:[]@CounterSet;gate=DRAPartitionableDevices	1.37- skipNodeOperations:[*]=*|NodePrepareResources|NodeUnprepareResources;gate=DRAOptionalNodeOperations
Device	1.34- :	allNodes:boolean;ptr;gate=DRAPartitionableDevices	allowMultipleAllocations:boolean;ptr;gate=DRAConsumableCapacity	attributes:{}@DeviceAttribute	bindingConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	bindingFailureConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	bindsToNode:boolean;ptr;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	capacity:{}@DeviceCapacity	consumesCounters:[]@DeviceCounterConsumption;gate=DRAPartitionableDevices	name:string!	1.36-1.37 nodeAllocatableResourceMappings:{}@NodeAllocatableResourceMapping;gate=DRANodeAllocatableResources	1.37- nodeAllocatableResources:{}@NodeAllocatableResource;gate=DRANodeAllocatableResources	nodeName:string;ptr;gate=DRAPartitionableDevices	nodeSelector:@NodeSelector;ptr;gate=DRAPartitionableDevices	taints:[]@DeviceTaint;gate=DRADeviceTaints
DeviceAttribute	1.34- :	bool:boolean;ptr	1.36- bools:[]boolean;gate=DRAListTypeAttributes	int:int64;ptr	1.36- ints:[]int64;gate=DRAListTypeAttributes	string:string;ptr	1.36- strings:[]string;gate=DRAListTypeAttributes	version:string;ptr	1.36- versions:[]string;gate=DRAListTypeAttributes
DeviceCapacity	1.34- :	requestPolicy:@CapacityRequestPolicy;ptr;gate=DRAConsumableCapacity	value:quantity
CapacityRequestPolicy	1.34- :	default:quantity;ptr	validRange:@CapacityRequestPolicyRange;ptr	validValues:[]quantity
CapacityRequestPolicyRange	1.34- :	max:quantity;ptr	min:quantity!;ptr	step:quantity;ptr
DeviceCounterConsumption	1.34- :	1.37- compatibilityGroups:[]string;gate=DRADeviceCompatibilityGroups	counterSet:string!	counters:{}@Counter!
Counter	1.34- :	value:quantity
DeviceTaint	1.34- :	-1.35 effect:=NoExecute|NoSchedule!;nonempty	1.35- effect:=NoExecute|NoSchedule|None!;nonempty	key:string!	timeAdded:time;ptr	value:string
ResourcePool	1.34- :	generation:int64	name:string!	resourceSliceCount:int64!
CounterSet	1.34- :	counters:{}@Counter!	name:string!
NodeAllocatableResourceMapping	1.36-1.37 :	allocationMultiplier:quantity;ptr	capacityKey:string;ptr
DeviceTaintRule	1.37- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@DeviceTaintRuleSpec!	status:@DeviceTaintRuleStatus
DeviceTaintRuleSpec	1.37- :	deviceSelector:@DeviceTaintSelector;ptr	taint:@DeviceTaint!
DeviceTaintSelector	1.37- :	device:string;ptr	driver:string;ptr	pool:string;ptr
DeviceTaintRuleStatus	1.37- :	conditions:[type]@Condition;merge=type
DeviceDerivedAttribute	1.37- :	expression:string!	name:string!
NodeAllocatableResource	1.37- :	mapping:@NodeAllocatableMapping;ptr	overhead:@NodeAllocatableOverhead;ptr
NodeAllocatableMapping	1.37- :	capacityKey:string;ptr	capacityMultiplier:quantity;ptr	deviceMultiplier:quantity;ptr
NodeAllocatableOverhead	1.37- :	perContainer:quantity;ptr	perPod:quantity;ptr
IPAddress	1.33- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.36 spec:@IPAddressSpec	1.36- spec:@IPAddressSpec!
IPAddressSpec	1.33- :	parentRef:@ParentReference!;ptr
ParentReference	1.33- :	group:string	name:string!	namespace:string	resource:string!
ServiceCIDR	1.33- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@ServiceCIDRSpec!	status:@ServiceCIDRStatus
ServiceCIDRSpec	1.33- :	cidrs:[]string!
ServiceCIDRStatus	1.33- :	conditions:[type]@Condition;merge=type
flowcontrol.apiserver.k8s.io/v1.FlowSchema	1.29- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@flowcontrol.apiserver.k8s.io/v1.FlowSchemaSpec	1.37- spec:@flowcontrol.apiserver.k8s.io/v1.FlowSchemaSpec!	status:@flowcontrol.apiserver.k8s.io/v1.FlowSchemaStatus
flowcontrol.apiserver.k8s.io/v1.FlowSchemaSpec	1.29- :	distinguisherMethod:@flowcontrol.apiserver.k8s.io/v1.FlowDistinguisherMethod;ptr	matchingPrecedence:int32;default=1000	priorityLevelConfiguration:@flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfigurationReference!	rules:[]@flowcontrol.apiserver.k8s.io/v1.PolicyRulesWithSubjects
flowcontrol.apiserver.k8s.io/v1.FlowDistinguisherMethod	1.29- :	type:string!
flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfigurationReference	1.29- :	name:string!
flowcontrol.apiserver.k8s.io/v1.PolicyRulesWithSubjects	1.29- :	nonResourceRules:[]@flowcontrol.apiserver.k8s.io/v1.NonResourcePolicyRule	resourceRules:[]@flowcontrol.apiserver.k8s.io/v1.ResourcePolicyRule	subjects:[]@flowcontrol.apiserver.k8s.io/v1.Subject!
flowcontrol.apiserver.k8s.io/v1.NonResourcePolicyRule	1.29- :	nonResourceURLs:[*]string!	verbs:[*]string!
flowcontrol.apiserver.k8s.io/v1.ResourcePolicyRule	1.29- :	apiGroups:[*]string!	clusterScope:boolean	namespaces:[*]string	resources:[*]string!	verbs:[*]string!
flowcontrol.apiserver.k8s.io/v1.Subject	1.29- :;union=kind,group:Group,serviceAccount:ServiceAccount,user:User	group:@flowcontrol.apiserver.k8s.io/v1.GroupSubject;ptr	kind:string!	serviceAccount:@flowcontrol.apiserver.k8s.io/v1.ServiceAccountSubject;ptr	user:@flowcontrol.apiserver.k8s.io/v1.UserSubject;ptr
flowcontrol.apiserver.k8s.io/v1.GroupSubject	1.29- :	name:string!
flowcontrol.apiserver.k8s.io/v1.ServiceAccountSubject	1.29- :	name:string!	namespace:string!
flowcontrol.apiserver.k8s.io/v1.UserSubject	1.29- :	name:string!
flowcontrol.apiserver.k8s.io/v1.FlowSchemaStatus	1.29- :	conditions:[type]@flowcontrol.apiserver.k8s.io/v1.FlowSchemaCondition;merge=type
flowcontrol.apiserver.k8s.io/v1.FlowSchemaCondition	1.29- :	lastTransitionTime:time	message:string	reason:string	status:string	-1.37 type:string	1.37- type:string!
flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfiguration	1.29- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfigurationSpec	1.37- spec:@flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfigurationSpec!	status:@flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfigurationStatus
flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfigurationSpec	1.29- :;union=type,exempt:Exempt,limited:Limited	exempt:@ExemptPriorityLevelConfiguration;ptr	limited:@flowcontrol.apiserver.k8s.io/v1.LimitedPriorityLevelConfiguration;ptr	type:string!
ExemptPriorityLevelConfiguration	1.29- :	lendablePercent:int32;ptr	nominalConcurrencyShares:int32;ptr
flowcontrol.apiserver.k8s.io/v1.LimitedPriorityLevelConfiguration	1.29- :	borrowingLimitPercent:int32;ptr	lendablePercent:int32;ptr;default=0	-1.37 limitResponse:@flowcontrol.apiserver.k8s.io/v1.LimitResponse	1.37- limitResponse:@flowcontrol.apiserver.k8s.io/v1.LimitResponse!	nominalConcurrencyShares:int32;ptr;default=30
flowcontrol.apiserver.k8s.io/v1.LimitResponse	1.29- :;union=type,queuing:Queuing	queuing:@flowcontrol.apiserver.k8s.io/v1.QueuingConfiguration;ptr	type:string!
flowcontrol.apiserver.k8s.io/v1.QueuingConfiguration	1.29- :	handSize:int32;default=8	queueLengthLimit:int32;default=50	queues:int32;default=64
flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfigurationStatus	1.29- :	conditions:[type]@flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfigurationCondition;merge=type
flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfigurationCondition	1.29- :	lastTransitionTime:time	message:string	reason:string	status:string	-1.37 type:string	1.37- type:string!
ForNode	1.33- :	name:string!
ClusterTrustBundle	1.37- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@ClusterTrustBundleSpec!
ClusterTrustBundleSpec	1.37- :	signerName:string	trustBundle:string!
PodCertificateRequest	1.37- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@PodCertificateRequestSpec!	status:@PodCertificateRequestStatus
PodCertificateRequestSpec	1.37- :	maxExpirationSeconds:int32;ptr;default=86400	nodeName:string!	nodeUID:string!	podName:string!	podUID:string!	serviceAccountName:string!	serviceAccountUID:string!	signerName:string!	stubPKCS10Request:string!	unverifiedUserAnnotations:{}string
PodCertificateRequestStatus	1.37- :	beginRefreshAt:time;ptr	certificateChain:string	conditions:[type]@Condition;merge=type	notAfter:time;ptr	notBefore:time;ptr
SuccessPolicy	1.30- :	rules:[]@SuccessPolicyRule!
SuccessPolicyRule	1.30- :	succeededCount:int32;ptr	succeededIndexes:string;ptr
JobSchedulingConfiguration	1.37- :	disruptionMode:@WorkloadPodGroupDisruptionMode;ptr	resourceClaims:[name]@WorkloadPodGroupResourceClaim;merge=name	schedulingConstraints:@WorkloadPodGroupSchedulingConstraints;ptr	schedulingPolicy:@WorkloadPodGroupSchedulingPolicy;ptr
WorkloadPodGroupDisruptionMode	1.37- :;union=,all:All,single:Single	all:@WorkloadPodGroupAllDisruptionMode;ptr	single:@WorkloadPodGroupSingleDisruptionMode;ptr
WorkloadPodGroupAllDisruptionMode	1.37- :
WorkloadPodGroupSingleDisruptionMode	1.37- :
WorkloadPodGroupResourceClaim	1.37- :	name:string!	resourceClaimName:string;ptr	resourceClaimTemplateName:string;ptr
WorkloadPodGroupSchedulingConstraints	1.37- :	topology:[]@TopologyConstraint
TopologyConstraint	1.37- :	key:string!
WorkloadPodGroupSchedulingPolicy	1.37- :;union=,basic:Basic,gang:Gang	basic:@WorkloadPodGroupBasicSchedulingPolicy;ptr	gang:@WorkloadPodGroupGangSchedulingPolicy;ptr
WorkloadPodGroupBasicSchedulingPolicy	1.37- :
WorkloadPodGroupGangSchedulingPolicy	1.37- :	minCount:int32;ptr
SelectableField	1.30- :	jsonPath:string!
ValidatingAdmissionPolicy	1.30- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@ValidatingAdmissionPolicySpec	status:@ValidatingAdmissionPolicyStatus
ValidatingAdmissionPolicySpec	1.30- :	auditAnnotations:[]@AuditAnnotation	failurePolicy:=Fail|Ignore;ptr;default="Fail";nonempty	matchConditions:[name]@MatchCondition;merge=name	matchConstraints:@MatchResources;ptr	paramKind:@ParamKind;ptr	validations:[]@Validation	variables:[name]@Variable;merge=name
AuditAnnotation	1.30- :	key:string!	valueExpression:string!
MatchResources	1.30- :;atomic	excludeResourceRules:[]@NamedRuleWithOperations	matchPolicy:=Equivalent|Exact;ptr;default="Equivalent";nonempty	namespaceSelector:@LabelSelector;ptr;default={}	objectSelector:@LabelSelector;ptr;default={}	resourceRules:[]@NamedRuleWithOperations
NamedRuleWithOperations	1.30- :;atomic	apiGroups:[]string	apiVersions:[]string	operations:[]=*|CONNECT|CREATE|DELETE|UPDATE	resourceNames:[]string	resources:[]string	-1.35 scope:string;ptr;default="*"	1.35- scope:=*|Cluster|Namespaced;ptr;default="*";nonempty
ParamKind	1.30- :;atomic	apiVersion:string	kind:string
Validation	1.30- :	expression:string!	message:string	messageExpression:string	reason:string;ptr
Variable	1.30- :;atomic	expression:string!	name:string!
ValidatingAdmissionPolicyStatus	1.30- :	conditions:[type]@Condition	observedGeneration:int64	typeChecking:@TypeChecking;ptr
TypeChecking	1.30- :	expressionWarnings:[]@ExpressionWarning
ExpressionWarning	1.30- :	fieldRef:string!	warning:string!
ValidatingAdmissionPolicyBinding	1.30- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.36 spec:@ValidatingAdmissionPolicyBindingSpec	1.36- spec:@ValidatingAdmissionPolicyBindingSpec!
ValidatingAdmissionPolicyBindingSpec	1.30- :	matchResources:@MatchResources;ptr	paramRef:@ParamRef;ptr	policyName:string!	-1.36 validationActions:[*]=Audit|Deny|Warn	1.36- validationActions:[*]=Audit|Deny|Warn!
ParamRef	1.30- :;atomic	name:string	namespace:string	parameterNotFoundAction:string;ptr	selector:@LabelSelector;ptr
MutatingAdmissionPolicy	1.36- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@MutatingAdmissionPolicySpec
MutatingAdmissionPolicySpec	1.36- :	failurePolicy:=Fail|Ignore;ptr;default="Fail";nonempty	matchConditions:[name]@MatchCondition;merge=name	matchConstraints:@MatchResources;ptr	mutations:[]@Mutation	paramKind:@ParamKind;ptr	reinvocationPolicy:=IfNeeded|Never	variables:[]@Variable
Mutation	1.36- :	applyConfiguration:@ApplyConfiguration;ptr	jsonPatch:@JSONPatch;ptr	patchType:=ApplyConfiguration|JSONPatch!;nonempty
ApplyConfiguration	1.36- :	expression:string
JSONPatch	1.36- :	expression:string
MutatingAdmissionPolicyBinding	1.36- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@MutatingAdmissionPolicyBindingSpec!
MutatingAdmissionPolicyBindingSpec	1.36- :	matchResources:@MatchResources;ptr	paramRef:@ParamRef;ptr	policyName:string!
storagemigration.k8s.io/v1beta1.StorageVersionMigration	1.35- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@storagemigration.k8s.io/v1beta1.StorageVersionMigrationSpec	status:@storagemigration.k8s.io/v1beta1.StorageVersionMigrationStatus
storagemigration.k8s.io/v1beta1.StorageVersionMigrationSpec	1.35- :	resource:@GroupResource!
storagemigration.k8s.io/v1beta1.StorageVersionMigrationStatus	1.35- :	conditions:[type]@Condition;merge=type	resourceVersion:string
storage.k8s.io/v1beta1.VolumeAttributesClass	1.31-1.37 :	apiVersion:string	driverName:string!	kind:string	metadata:@ObjectMeta	parameters:{}string
PodGroup	1.37- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@PodGroupSpec!	status:@PodGroupStatus
PodGroupSpec	1.37- :	disruptionMode:@DisruptionMode;ptr;default={"single":{}}	parentCompositePodGroupName:string;ptr;gate=CompositePodGroup	preemptionPolicy:=Never|PreemptLowerPriority;ptr;gate=PodGroupPreemptionPolicy;nonempty	priority:int32;ptr	priorityClassName:string	resourceClaims:[name]@PodGroupResourceClaim;gate=DRAWorkloadResourceClaims;merge=name;retainKeys	schedulingConstraints:@PodGroupSchedulingConstraints;ptr;gate=TopologyAwareWorkloadScheduling	schedulingPolicy:@PodGroupSchedulingPolicy!	workloadRef:@scheduling.k8s.io/v1beta1.WorkloadReference;ptr
DisruptionMode	1.37- :;union=,all:All,single:Single	all:@AllDisruptionMode;ptr	single:@SingleDisruptionMode;ptr
AllDisruptionMode	1.37- :
SingleDisruptionMode	1.37- :
PodGroupResourceClaim	1.37- :	name:string!	resourceClaimName:string;ptr	resourceClaimTemplateName:string;ptr
PodGroupSchedulingConstraints	1.37- :	topology:[]@scheduling.k8s.io/v1beta1.TopologyConstraint
scheduling.k8s.io/v1beta1.TopologyConstraint	1.37- :	key:string!
PodGroupSchedulingPolicy	1.37- :;union=,basic:Basic,gang:Gang	basic:@BasicSchedulingPolicy;ptr	gang:@GangSchedulingPolicy;ptr
BasicSchedulingPolicy	1.37- :
GangSchedulingPolicy	1.37- :	minCount:int32!
scheduling.k8s.io/v1beta1.WorkloadReference	1.37- :	templateName:string!	workloadName:string!
PodGroupStatus	1.37- :	conditions:[type]@Condition;merge=type	resourceClaimStatuses:[name]@PodGroupResourceClaimStatus;gate=DRAWorkloadResourceClaims;merge=name;retainKeys
PodGroupResourceClaimStatus	1.37- :	name:string!	resourceClaimName:string;ptr
Workload	1.37- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@WorkloadSpec!
WorkloadSpec	1.37- :	compositePodGroupTemplates:[name]@CompositePodGroupTemplate;gate=CompositePodGroup	controllerRef:@scheduling.k8s.io/v1beta1.TypedLocalObjectReference;ptr	podGroupTemplates:[name]@PodGroupTemplate
CompositePodGroupTemplate	1.37- :	compositePodGroupTemplates:[name]@CompositePodGroupTemplate	disruptionMode:@CompositeDisruptionMode;ptr	name:string!	podGroupTemplates:[name]@PodGroupTemplate	preemptionPolicy:=Never|PreemptLowerPriority;ptr;gate=PodGroupPreemptionPolicy;nonempty	priority:int32;ptr	priorityClassName:string	schedulingConstraints:@CompositePodGroupSchedulingConstraints;ptr	schedulingPolicy:@CompositePodGroupSchedulingPolicy!
CompositeDisruptionMode	1.37- :;union=,all:All,single:Single	all:@AllCompositeDisruptionMode;ptr	single:@SingleCompositeDisruptionMode;ptr
AllCompositeDisruptionMode	1.37- :
SingleCompositeDisruptionMode	1.37- :
PodGroupTemplate	1.37- :	disruptionMode:@DisruptionMode;ptr	name:string!	preemptionPolicy:=Never|PreemptLowerPriority;ptr;gate=PodGroupPreemptionPolicy;nonempty	priority:int32;ptr	priorityClassName:string	resourceClaims:[name]@PodGroupResourceClaim;gate=DRAWorkloadResourceClaims;merge=name;retainKeys	schedulingConstraints:@PodGroupSchedulingConstraints;ptr;gate=TopologyAwareWorkloadScheduling	schedulingPolicy:@PodGroupSchedulingPolicy!
CompositePodGroupSchedulingConstraints	1.37- :	topology:[]@scheduling.k8s.io/v1beta1.TopologyConstraint
CompositePodGroupSchedulingPolicy	1.37- :;union=,basic:Basic,gang:Gang	basic:@CompositeBasicSchedulingPolicy;ptr	gang:@CompositeGangSchedulingPolicy;ptr
CompositeBasicSchedulingPolicy	1.37- :
CompositeGangSchedulingPolicy	1.37- :	minGroupCount:int32!
scheduling.k8s.io/v1beta1.TypedLocalObjectReference	1.37- :	apiGroup:string	kind:string!	name:string!
resource.k8s.io/v1beta2.DeviceClass	1.33- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@resource.k8s.io/v1beta2.DeviceClassSpec!	1.37- spec:@resource.k8s.io/v1beta2.DeviceClassSpec
resource.k8s.io/v1beta2.DeviceClassSpec	1.33- :	config:[]@resource.k8s.io/v1beta2.DeviceClassConfiguration	1.34- extendedResourceName:string;ptr;gate=DRAExtendedResource	selectors:[]@resource.k8s.io/v1beta2.DeviceSelector
resource.k8s.io/v1beta2.DeviceClassConfiguration	1.33- :	opaque:@resource.k8s.io/v1beta2.OpaqueDeviceConfiguration;ptr
resource.k8s.io/v1beta2.OpaqueDeviceConfiguration	1.33- :	driver:string!	parameters:any!
resource.k8s.io/v1beta2.DeviceSelector	1.33- :	cel:@resource.k8s.io/v1beta2.CELDeviceSelector;ptr
resource.k8s.io/v1beta2.CELDeviceSelector	1.33- :	expression:string!
resource.k8s.io/v1beta2.ResourceClaim	1.33- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@resource.k8s.io/v1beta2.ResourceClaimSpec!	1.37- spec:@resource.k8s.io/v1beta2.ResourceClaimSpec	status:@resource.k8s.io/v1beta2.ResourceClaimStatus
resource.k8s.io/v1beta2.ResourceClaimSpec	1.33- :	devices:@resource.k8s.io/v1beta2.DeviceClaim
resource.k8s.io/v1beta2.DeviceClaim	1.33- :	config:[]@resource.k8s.io/v1beta2.DeviceClaimConfiguration	constraints:[]@resource.k8s.io/v1beta2.DeviceConstraint	requests:[]@resource.k8s.io/v1beta2.DeviceRequest
resource.k8s.io/v1beta2.DeviceClaimConfiguration	1.33- :	opaque:@resource.k8s.io/v1beta2.OpaqueDeviceConfiguration;ptr	requests:[]string
resource.k8s.io/v1beta2.DeviceConstraint	1.33- :	1.34- distinctAttribute:string;ptr;gate=DRAConsumableCapacity	matchAttribute:string;ptr	requests:[]string
resource.k8s.io/v1beta2.DeviceRequest	1.33- :	exactly:@resource.k8s.io/v1beta2.ExactDeviceRequest;ptr	firstAvailable:[]@resource.k8s.io/v1beta2.DeviceSubRequest;gate=DRAPrioritizedList	name:string!
resource.k8s.io/v1beta2.ExactDeviceRequest	1.33- :	adminAccess:boolean;ptr;gate=DRAAdminAccess	-1.35 allocationMode:string	1.35- allocationMode:=All|ExactCount	1.34- capacity:@resource.k8s.io/v1beta2.CapacityRequirements;ptr;gate=DRAConsumableCapacity	count:int64	1.37- derivedAttributes:[]@resource.k8s.io/v1beta2.DeviceDerivedAttribute;gate=DRADerivedAttributes	deviceClassName:string!	selectors:[]@resource.k8s.io/v1beta2.DeviceSelector	-1.35 tolerations:[]@resource.k8s.io/v1beta2.DeviceToleration	1.35- tolerations:[]@resource.k8s.io/v1beta2.DeviceToleration;gate=DRADeviceTaints
resource.k8s.io/v1beta2.DeviceToleration	1.33- :	-1.35 effect:=NoExecute|NoSchedule	1.35- effect:=NoExecute|NoSchedule|None	key:string	operator:=Equal|Exists;default="Equal"	tolerationSeconds:int64;ptr	value:string
resource.k8s.io/v1beta2.DeviceSubRequest	1.33- :	-1.35 allocationMode:string	1.35- allocationMode:=All|ExactCount	1.34- capacity:@resource.k8s.io/v1beta2.CapacityRequirements;ptr;gate=DRAConsumableCapacity	count:int64	1.37- derivedAttributes:[]@resource.k8s.io/v1beta2.DeviceDerivedAttribute;gate=DRADerivedAttributes	deviceClassName:string!	name:string!	selectors:[]@resource.k8s.io/v1beta2.DeviceSelector	-1.35 tolerations:[]@resource.k8s.io/v1beta2.DeviceToleration	1.35- tolerations:[]@resource.k8s.io/v1beta2.DeviceToleration;gate=DRADeviceTaints
resource.k8s.io/v1beta2.ResourceClaimStatus	1.33- :	allocation:@resource.k8s.io/v1beta2.AllocationResult;ptr	-1.34 devices:[driver,device,pool]@resource.k8s.io/v1beta2.AllocatedDeviceStatus;gate=DRAResourceClaimDeviceStatus	1.34- devices:[driver,device,pool,shareID]@resource.k8s.io/v1beta2.AllocatedDeviceStatus;gate=DRAResourceClaimDeviceStatus	reservedFor:[uid]@resource.k8s.io/v1beta2.ResourceClaimConsumerReference;merge=uid
resource.k8s.io/v1beta2.AllocationResult	1.33- :	1.34- allocationTimestamp:time;ptr;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	devices:@resource.k8s.io/v1beta2.DeviceAllocationResult	nodeSelector:@NodeSelector;ptr
resource.k8s.io/v1beta2.DeviceAllocationResult	1.33- :	config:[]@resource.k8s.io/v1beta2.DeviceAllocationConfiguration	results:[]@resource.k8s.io/v1beta2.DeviceRequestAllocationResult
resource.k8s.io/v1beta2.DeviceAllocationConfiguration	1.33- :	opaque:@resource.k8s.io/v1beta2.OpaqueDeviceConfiguration;ptr	requests:[]string	-1.35 source:string!	1.35- source:=FromClaim|FromClass!;nonempty
resource.k8s.io/v1beta2.DeviceRequestAllocationResult	1.33- :	adminAccess:boolean;ptr;gate=DRAAdminAccess	1.34- bindingConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	1.34- bindingFailureConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	1.34- consumedCapacity:{}quantity;gate=DRAConsumableCapacity	device:string!	driver:string!	pool:string!	request:string!	1.34- shareID:string;ptr;gate=DRAConsumableCapacity	1.37- skipNodeOperations:[*]=*|NodePrepareResources|NodeUnprepareResources;gate=DRAOptionalNodeOperations	-1.35 tolerations:[]@resource.k8s.io/v1beta2.DeviceToleration	1.35- tolerations:[]@resource.k8s.io/v1beta2.DeviceToleration;gate=DRADeviceTaints
resource.k8s.io/v1beta2.AllocatedDeviceStatus	1.33- :	conditions:[type]@Condition	data:any	device:string!	driver:string!	networkData:@resource.k8s.io/v1beta2.NetworkDeviceData;ptr	pool:string!	1.34- shareID:string;ptr;gate=DRAConsumableCapacity
resource.k8s.io/v1beta2.NetworkDeviceData	1.33- :	hardwareAddress:string	interfaceName:string	ips:[]string
resource.k8s.io/v1beta2.ResourceClaimConsumerReference	1.33- :	apiGroup:string	name:string!	resource:string!	uid:string!
resource.k8s.io/v1beta2.ResourceClaimTemplate	1.33- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@resource.k8s.io/v1beta2.ResourceClaimTemplateSpec!	1.37- spec:@resource.k8s.io/v1beta2.ResourceClaimTemplateSpec
resource.k8s.io/v1beta2.ResourceClaimTemplateSpec	1.33- :	metadata:@ObjectMeta	-1.37 spec:@resource.k8s.io/v1beta2.ResourceClaimSpec!	1.37- spec:@resource.k8s.io/v1beta2.ResourceClaimSpec
resource.k8s.io/v1beta2.ResourceSlice	1.33- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@resource.k8s.io/v1beta2.ResourceSliceSpec!
resource.k8s.io/v1beta2.ResourceSliceSpec	1.33- :	allNodes:boolean;ptr	devices:[]@resource.k8s.io/v1beta2.Device	driver:string!	nodeName:string;ptr	nodeSelector:@NodeSelector;ptr	1.37- partitionTypeAttribute:string;ptr;gate=DRAPartitionableDevicesType	perDeviceNodeSelection:boolean;ptr;gate=DRAPartitionableDevices	pool:@resource.k8s.io/v1beta2.ResourcePool!	sharedCounters:[]@resource.k8s.io/v1beta2.CounterSet;gate=DRAPartitionableDevices	1.37- skipNodeOperations:[*]=*|NodePrepareResources|NodeUnprepareResources;gate=DRAOptionalNodeOperations
resource.k8s.io/v1beta2.Device	1.33- :	allNodes:boolean;ptr;gate=DRAPartitionableDevices	1.34- allowMultipleAllocations:boolean;ptr;gate=DRAConsumableCapacity	attributes:{}@resource.k8s.io/v1beta2.DeviceAttribute	1.34- bindingConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	1.34- bindingFailureConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	1.34- bindsToNode:boolean;ptr;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	capacity:{}@resource.k8s.io/v1beta2.DeviceCapacity	consumesCounters:[]@resource.k8s.io/v1beta2.DeviceCounterConsumption;gate=DRAPartitionableDevices	name:string!	1.36-1.37 nodeAllocatableResourceMappings:{}@resource.k8s.io/v1beta2.NodeAllocatableResourceMapping;gate=DRANodeAllocatableResources	1.37- nodeAllocatableResources:{}@resource.k8s.io/v1beta2.NodeAllocatableResource;gate=DRANodeAllocatableResources	nodeName:string;ptr;gate=DRAPartitionableDevices	nodeSelector:@NodeSelector;ptr;gate=DRAPartitionableDevices	taints:[]@resource.k8s.io/v1beta2.DeviceTaint;gate=DRADeviceTaints
resource.k8s.io/v1beta2.DeviceAttribute	1.33- :	bool:boolean;ptr	1.36- bools:[]boolean;gate=DRAListTypeAttributes	int:int64;ptr	1.36- ints:[]int64;gate=DRAListTypeAttributes	string:string;ptr	1.36- strings:[]string;gate=DRAListTypeAttributes	version:string;ptr	1.36- versions:[]string;gate=DRAListTypeAttributes
resource.k8s.io/v1beta2.DeviceCapacity	1.33- :	1.34- requestPolicy:@resource.k8s.io/v1beta2.CapacityRequestPolicy;ptr;gate=DRAConsumableCapacity	value:quantity!
resource.k8s.io/v1beta2.DeviceCounterConsumption	1.33- :	1.37- compatibilityGroups:[]string;gate=DRADeviceCompatibilityGroups	counterSet:string!	counters:{}@resource.k8s.io/v1beta2.Counter!
resource.k8s.io/v1beta2.Counter	1.33- :	value:quantity!
resource.k8s.io/v1beta2.DeviceTaint	1.33- :	-1.35 effect:=NoExecute|NoSchedule!;nonempty	1.35- effect:=NoExecute|NoSchedule|None!;nonempty	key:string!	timeAdded:time;ptr	value:string
resource.k8s.io/v1beta2.ResourcePool	1.33- :	generation:int64!	name:string!	resourceSliceCount:int64!
resource.k8s.io/v1beta2.CounterSet	1.33- :	counters:{}@resource.k8s.io/v1beta2.Counter!	name:string!
resource.k8s.io/v1beta2.CapacityRequirements	1.34- :	requests:{}quantity
resource.k8s.io/v1beta2.CapacityRequestPolicy	1.34- :	default:quantity;ptr	validRange:@resource.k8s.io/v1beta2.CapacityRequestPolicyRange;ptr	validValues:[]quantity
resource.k8s.io/v1beta2.CapacityRequestPolicyRange	1.34- :	max:quantity;ptr	min:quantity!;ptr	step:quantity;ptr
resource.k8s.io/v1beta2.DeviceTaintRule	1.36- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@resource.k8s.io/v1beta2.DeviceTaintRuleSpec!	status:@resource.k8s.io/v1beta2.DeviceTaintRuleStatus
resource.k8s.io/v1beta2.DeviceTaintRuleSpec	1.36- :	deviceSelector:@resource.k8s.io/v1beta2.DeviceTaintSelector;ptr	taint:@resource.k8s.io/v1beta2.DeviceTaint!
resource.k8s.io/v1beta2.DeviceTaintSelector	1.36- :	device:string;ptr	driver:string;ptr	pool:string;ptr
resource.k8s.io/v1beta2.DeviceTaintRuleStatus	1.36- :	conditions:[type]@Condition;merge=type
resource.k8s.io/v1beta2.NodeAllocatableResourceMapping	1.36-1.37 :	allocationMultiplier:quantity;ptr	capacityKey:string;ptr
resource.k8s.io/v1beta2.DeviceDerivedAttribute	1.37- :	expression:string!	name:string!
resource.k8s.io/v1beta2.NodeAllocatableResource	1.37- :	mapping:@resource.k8s.io/v1beta2.NodeAllocatableMapping;ptr	overhead:@resource.k8s.io/v1beta2.NodeAllocatableOverhead;ptr
resource.k8s.io/v1beta2.NodeAllocatableMapping	1.37- :	capacityKey:string;ptr	capacityMultiplier:quantity;ptr	deviceMultiplier:quantity;ptr
resource.k8s.io/v1beta2.NodeAllocatableOverhead	1.37- :	perContainer:quantity;ptr	perPod:quantity;ptr
resource.k8s.io/v1beta1.DeviceClass	1.32- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@resource.k8s.io/v1beta1.DeviceClassSpec!	1.37- spec:@resource.k8s.io/v1beta1.DeviceClassSpec
resource.k8s.io/v1beta1.DeviceClassSpec	1.32- :	config:[]@resource.k8s.io/v1beta1.DeviceClassConfiguration	1.34- extendedResourceName:string;ptr;gate=DRAExtendedResource	selectors:[]@resource.k8s.io/v1beta1.DeviceSelector
resource.k8s.io/v1beta1.DeviceClassConfiguration	1.32- :	opaque:@resource.k8s.io/v1beta1.OpaqueDeviceConfiguration;ptr
resource.k8s.io/v1beta1.OpaqueDeviceConfiguration	1.32- :	driver:string!	parameters:any!
resource.k8s.io/v1beta1.DeviceSelector	1.32- :	cel:@resource.k8s.io/v1beta1.CELDeviceSelector;ptr
resource.k8s.io/v1beta1.CELDeviceSelector	1.32- :	expression:string!
resource.k8s.io/v1beta1.ResourceClaim	1.32- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@resource.k8s.io/v1beta1.ResourceClaimSpec!	1.37- spec:@resource.k8s.io/v1beta1.ResourceClaimSpec	status:@resource.k8s.io/v1beta1.ResourceClaimStatus
resource.k8s.io/v1beta1.ResourceClaimSpec	1.32- :	devices:@resource.k8s.io/v1beta1.DeviceClaim
resource.k8s.io/v1beta1.DeviceClaim	1.32- :	config:[]@resource.k8s.io/v1beta1.DeviceClaimConfiguration	constraints:[]@resource.k8s.io/v1beta1.DeviceConstraint	requests:[]@resource.k8s.io/v1beta1.DeviceRequest
resource.k8s.io/v1beta1.DeviceClaimConfiguration	1.32- :	opaque:@resource.k8s.io/v1beta1.OpaqueDeviceConfiguration;ptr	requests:[]string
resource.k8s.io/v1beta1.DeviceConstraint	1.32- :	1.34- distinctAttribute:string;ptr;gate=DRAConsumableCapacity	matchAttribute:string;ptr	requests:[]string
resource.k8s.io/v1beta1.DeviceRequest	1.32- :	adminAccess:boolean;ptr;gate=DRAAdminAccess	-1.35 allocationMode:string	1.35- allocationMode:=All|ExactCount	1.34- capacity:@resource.k8s.io/v1beta1.CapacityRequirements;ptr;gate=DRAConsumableCapacity	count:int64	1.37- derivedAttributes:[]@resource.k8s.io/v1beta1.DeviceDerivedAttribute;gate=DRADerivedAttributes	-1.33 deviceClassName:string!	1.33- deviceClassName:string	1.33- firstAvailable:[]@resource.k8s.io/v1beta1.DeviceSubRequest;gate=DRAPrioritizedList	name:string!	selectors:[]@resource.k8s.io/v1beta1.DeviceSelector	1.33-1.35 tolerations:[]@resource.k8s.io/v1beta1.DeviceToleration	1.35- tolerations:[]@resource.k8s.io/v1beta1.DeviceToleration;gate=DRADeviceTaints
resource.k8s.io/v1beta1.ResourceClaimStatus	1.32- :	allocation:@resource.k8s.io/v1beta1.AllocationResult;ptr	-1.34 devices:[driver,device,pool]@resource.k8s.io/v1beta1.AllocatedDeviceStatus;gate=DRAResourceClaimDeviceStatus	1.34- devices:[driver,device,pool,shareID]@resource.k8s.io/v1beta1.AllocatedDeviceStatus;gate=DRAResourceClaimDeviceStatus	reservedFor:[uid]@resource.k8s.io/v1beta1.ResourceClaimConsumerReference;merge=uid
resource.k8s.io/v1beta1.AllocationResult	1.32- :	1.34- allocationTimestamp:time;ptr;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	devices:@resource.k8s.io/v1beta1.DeviceAllocationResult	nodeSelector:@NodeSelector;ptr
resource.k8s.io/v1beta1.DeviceAllocationResult	1.32- :	config:[]@resource.k8s.io/v1beta1.DeviceAllocationConfiguration	results:[]@resource.k8s.io/v1beta1.DeviceRequestAllocationResult
resource.k8s.io/v1beta1.DeviceAllocationConfiguration	1.32- :	opaque:@resource.k8s.io/v1beta1.OpaqueDeviceConfiguration;ptr	requests:[]string	-1.35 source:string!	1.35- source:=FromClaim|FromClass!;nonempty
resource.k8s.io/v1beta1.DeviceRequestAllocationResult	1.32- :	adminAccess:boolean;ptr;gate=DRAAdminAccess	1.34- bindingConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	1.34- bindingFailureConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	1.34- consumedCapacity:{}quantity;gate=DRAConsumableCapacity	device:string!	driver:string!	pool:string!	request:string!	1.34- shareID:string;ptr;gate=DRAConsumableCapacity	1.37- skipNodeOperations:[*]=*|NodePrepareResources|NodeUnprepareResources;gate=DRAOptionalNodeOperations	1.33-1.35 tolerations:[]@resource.k8s.io/v1beta1.DeviceToleration	1.35- tolerations:[]@resource.k8s.io/v1beta1.DeviceToleration;gate=DRADeviceTaints
resource.k8s.io/v1beta1.AllocatedDeviceStatus	1.32- :	conditions:[type]@Condition	data:any	device:string!	driver:string!	networkData:@resource.k8s.io/v1beta1.NetworkDeviceData;ptr	pool:string!	1.34- shareID:string;ptr;gate=DRAConsumableCapacity
resource.k8s.io/v1beta1.NetworkDeviceData	1.32- :	hardwareAddress:string	interfaceName:string	ips:[]string
resource.k8s.io/v1beta1.ResourceClaimConsumerReference	1.32- :	apiGroup:string	name:string!	resource:string!	uid:string!
resource.k8s.io/v1beta1.ResourceClaimTemplate	1.32- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.37 spec:@resource.k8s.io/v1beta1.ResourceClaimTemplateSpec!	1.37- spec:@resource.k8s.io/v1beta1.ResourceClaimTemplateSpec
resource.k8s.io/v1beta1.ResourceClaimTemplateSpec	1.32- :	metadata:@ObjectMeta	-1.37 spec:@resource.k8s.io/v1beta1.ResourceClaimSpec!	1.37- spec:@resource.k8s.io/v1beta1.ResourceClaimSpec
resource.k8s.io/v1beta1.ResourceSlice	1.32- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@resource.k8s.io/v1beta1.ResourceSliceSpec!
resource.k8s.io/v1beta1.ResourceSliceSpec	1.32- :	allNodes:boolean	devices:[]@resource.k8s.io/v1beta1.Device	driver:string!	nodeName:string	nodeSelector:@NodeSelector;ptr	1.37- partitionTypeAttribute:string;ptr;gate=DRAPartitionableDevicesType	1.33- perDeviceNodeSelection:boolean;ptr;gate=DRAPartitionableDevices	pool:@resource.k8s.io/v1beta1.ResourcePool!	1.33- sharedCounters:[]@resource.k8s.io/v1beta1.CounterSet;gate=DRAPartitionableDevices	1.37- skipNodeOperations:[*]=*|NodePrepareResources|NodeUnprepareResources;gate=DRAOptionalNodeOperations
resource.k8s.io/v1beta1.Device	1.32- :	basic:@BasicDevice;ptr	name:string!
BasicDevice	1.32- :	1.33- allNodes:boolean;ptr;gate=DRAPartitionableDevices	1.34- allowMultipleAllocations:boolean;ptr;gate=DRAConsumableCapacity	attributes:{}@resource.k8s.io/v1beta1.DeviceAttribute	1.34- bindingConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	1.34- bindingFailureConditions:[]string;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	1.34- bindsToNode:boolean;ptr;gate=DRADeviceBindingConditions,DRAResourceClaimDeviceStatus	capacity:{}@resource.k8s.io/v1beta1.DeviceCapacity	1.33- consumesCounters:[]@resource.k8s.io/v1beta1.DeviceCounterConsumption;gate=DRAPartitionableDevices	1.36-1.37 nodeAllocatableResourceMappings:{}@resource.k8s.io/v1beta1.NodeAllocatableResourceMapping;gate=DRANodeAllocatableResources	1.37- nodeAllocatableResources:{}@resource.k8s.io/v1beta1.NodeAllocatableResource;gate=DRANodeAllocatableResources	1.33- nodeName:string;ptr;gate=DRAPartitionableDevices	1.33- nodeSelector:@NodeSelector;ptr	1.33- taints:[]@resource.k8s.io/v1beta1.DeviceTaint;gate=DRADeviceTaints
resource.k8s.io/v1beta1.DeviceAttribute	1.32- :	bool:boolean;ptr	1.36- bools:[]boolean;gate=DRAListTypeAttributes	int:int64;ptr	1.36- ints:[]int64;gate=DRAListTypeAttributes	string:string;ptr	1.36- strings:[]string;gate=DRAListTypeAttributes	version:string;ptr	1.36- versions:[]string;gate=DRAListTypeAttributes
resource.k8s.io/v1beta1.DeviceCapacity	1.32- :	1.34- requestPolicy:@resource.k8s.io/v1beta1.CapacityRequestPolicy;ptr;gate=DRAConsumableCapacity	value:quantity!
resource.k8s.io/v1beta1.ResourcePool	1.32- :	generation:int64!	name:string!	resourceSliceCount:int64!
resource.k8s.io/v1beta1.DeviceSubRequest	1.33- :	-1.35 allocationMode:string	1.35- allocationMode:=All|ExactCount	1.34- capacity:@resource.k8s.io/v1beta1.CapacityRequirements;ptr;gate=DRAConsumableCapacity	count:int64	1.37- derivedAttributes:[]@resource.k8s.io/v1beta1.DeviceDerivedAttribute;gate=DRADerivedAttributes	deviceClassName:string!	name:string!	selectors:[]@resource.k8s.io/v1beta1.DeviceSelector	-1.35 tolerations:[]@resource.k8s.io/v1beta1.DeviceToleration	1.35- tolerations:[]@resource.k8s.io/v1beta1.DeviceToleration;gate=DRADeviceTaints
resource.k8s.io/v1beta1.DeviceToleration	1.33- :	-1.35 effect:=NoExecute|NoSchedule	1.35- effect:=NoExecute|NoSchedule|None	key:string	operator:=Equal|Exists;default="Equal"	tolerationSeconds:int64;ptr	value:string
resource.k8s.io/v1beta1.DeviceCounterConsumption	1.33- :	1.37- compatibilityGroups:[]string;gate=DRADeviceCompatibilityGroups	counterSet:string!	counters:{}@resource.k8s.io/v1beta1.Counter!
resource.k8s.io/v1beta1.Counter	1.33- :	value:quantity!
resource.k8s.io/v1beta1.DeviceTaint	1.33- :	-1.35 effect:=NoExecute|NoSchedule!;nonempty	1.35- effect:=NoExecute|NoSchedule|None!;nonempty	key:string!	timeAdded:time;ptr	value:string
resource.k8s.io/v1beta1.CounterSet	1.33- :	counters:{}@resource.k8s.io/v1beta1.Counter!	name:string!
resource.k8s.io/v1beta1.CapacityRequirements	1.34- :	requests:{}quantity
resource.k8s.io/v1beta1.CapacityRequestPolicy	1.34- :	default:quantity;ptr	validRange:@resource.k8s.io/v1beta1.CapacityRequestPolicyRange;ptr	validValues:[]quantity
resource.k8s.io/v1beta1.CapacityRequestPolicyRange	1.34- :	max:quantity;ptr	min:quantity!;ptr	step:quantity;ptr
resource.k8s.io/v1beta1.NodeAllocatableResourceMapping	1.36-1.37 :	allocationMultiplier:quantity;ptr	capacityKey:string;ptr
resource.k8s.io/v1beta1.DeviceDerivedAttribute	1.37- :	expression:string!	name:string!
resource.k8s.io/v1beta1.NodeAllocatableResource	1.37- :	mapping:@resource.k8s.io/v1beta1.NodeAllocatableMapping;ptr	overhead:@resource.k8s.io/v1beta1.NodeAllocatableOverhead;ptr
resource.k8s.io/v1beta1.NodeAllocatableMapping	1.37- :	capacityKey:string;ptr	capacityMultiplier:quantity;ptr	deviceMultiplier:quantity;ptr
resource.k8s.io/v1beta1.NodeAllocatableOverhead	1.37- :	perContainer:quantity;ptr	perPod:quantity;ptr
networking.k8s.io/v1beta1.IPAddress	1.31-1.37 :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.36 spec:@networking.k8s.io/v1beta1.IPAddressSpec	1.36- spec:@networking.k8s.io/v1beta1.IPAddressSpec!
networking.k8s.io/v1beta1.IPAddressSpec	1.31-1.37 :	parentRef:@networking.k8s.io/v1beta1.ParentReference!;ptr
networking.k8s.io/v1beta1.ParentReference	1.31-1.37 :	group:string	name:string!	namespace:string	resource:string!
networking.k8s.io/v1beta1.ServiceCIDR	1.31-1.37 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@networking.k8s.io/v1beta1.ServiceCIDRSpec	status:@networking.k8s.io/v1beta1.ServiceCIDRStatus
networking.k8s.io/v1beta1.ServiceCIDRSpec	1.31-1.37 :	cidrs:[]string
networking.k8s.io/v1beta1.ServiceCIDRStatus	1.31-1.37 :	conditions:[type]@Condition;merge=type
flowcontrol.apiserver.k8s.io/v1beta3.ExemptPriorityLevelConfiguration	1.28-1.32 :	lendablePercent:int32;ptr	nominalConcurrencyShares:int32;ptr
flowcontrol.apiserver.k8s.io/v1beta2.ExemptPriorityLevelConfiguration	1.28-1.29 :	lendablePercent:int32;ptr	nominalConcurrencyShares:int32;ptr
LeaseCandidate	1.33- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.36 spec:@LeaseCandidateSpec	1.36- spec:@LeaseCandidateSpec!
LeaseCandidateSpec	1.33- :	binaryVersion:string!	emulationVersion:string	leaseName:string!	pingTime:microTime;ptr	renewTime:microTime;ptr	strategy:string!
certificates.k8s.io/v1beta1.ClusterTrustBundle	1.33- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@certificates.k8s.io/v1beta1.ClusterTrustBundleSpec!
certificates.k8s.io/v1beta1.ClusterTrustBundleSpec	1.33- :	signerName:string	trustBundle:string!
certificates.k8s.io/v1beta1.PodCertificateRequest	1.35- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@certificates.k8s.io/v1beta1.PodCertificateRequestSpec!	status:@certificates.k8s.io/v1beta1.PodCertificateRequestStatus
certificates.k8s.io/v1beta1.PodCertificateRequestSpec	1.35- :	maxExpirationSeconds:int32;ptr;default=86400	nodeName:string!	nodeUID:string!	-1.36 pkixPublicKey:string!	1.36- pkixPublicKey:string	podName:string!	podUID:string!	-1.36 proofOfPossession:string!	1.36- proofOfPossession:string	serviceAccountName:string!	serviceAccountUID:string!	signerName:string!	1.36- stubPKCS10Request:string!	unverifiedUserAnnotations:{}string
certificates.k8s.io/v1beta1.PodCertificateRequestStatus	1.35- :	beginRefreshAt:time;ptr	certificateChain:string	conditions:[type]@Condition;merge=type	notAfter:time;ptr	notBefore:time;ptr
admissionregistration.k8s.io/v1beta1.ValidatingAdmissionPolicy	1.28-1.34 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@admissionregistration.k8s.io/v1beta1.ValidatingAdmissionPolicySpec	status:@admissionregistration.k8s.io/v1beta1.ValidatingAdmissionPolicyStatus
admissionregistration.k8s.io/v1beta1.ValidatingAdmissionPolicySpec	1.28-1.34 :	auditAnnotations:[]@admissionregistration.k8s.io/v1beta1.AuditAnnotation	failurePolicy:string;ptr	matchConditions:[name]@admissionregistration.k8s.io/v1beta1.MatchCondition;merge=name	matchConstraints:@admissionregistration.k8s.io/v1beta1.MatchResources;ptr	paramKind:@admissionregistration.k8s.io/v1beta1.ParamKind;ptr	validations:[]@admissionregistration.k8s.io/v1beta1.Validation	variables:[name]@admissionregistration.k8s.io/v1beta1.Variable;merge=name
admissionregistration.k8s.io/v1beta1.AuditAnnotation	1.28-1.34 :	key:string!	valueExpression:string!
admissionregistration.k8s.io/v1beta1.MatchCondition	1.28- :	expression:string!	name:string!
admissionregistration.k8s.io/v1beta1.MatchResources	1.28- :;atomic	excludeResourceRules:[]@admissionregistration.k8s.io/v1beta1.NamedRuleWithOperations	matchPolicy:string;ptr	namespaceSelector:@LabelSelector;ptr	objectSelector:@LabelSelector;ptr	resourceRules:[]@admissionregistration.k8s.io/v1beta1.NamedRuleWithOperations
admissionregistration.k8s.io/v1beta1.NamedRuleWithOperations	1.28- :;atomic	apiGroups:[]string	apiVersions:[]string	-1.30 operations:[]string	1.30- operations:[]=*|CONNECT|CREATE|DELETE|UPDATE	resourceNames:[]string	resources:[]string	-1.35 scope:string;ptr	1.35- scope:=*|Cluster|Namespaced;ptr;nonempty
admissionregistration.k8s.io/v1beta1.ParamKind	1.28- :;atomic	apiVersion:string	kind:string
admissionregistration.k8s.io/v1beta1.Validation	1.28-1.34 :	expression:string!	message:string	messageExpression:string	reason:string;ptr
admissionregistration.k8s.io/v1beta1.Variable	1.28- :;atomic	expression:string!	name:string!
admissionregistration.k8s.io/v1beta1.ValidatingAdmissionPolicyStatus	1.28-1.34 :	conditions:[type]@Condition	observedGeneration:int64	typeChecking:@admissionregistration.k8s.io/v1beta1.TypeChecking;ptr
admissionregistration.k8s.io/v1beta1.TypeChecking	1.28-1.34 :	expressionWarnings:[]@admissionregistration.k8s.io/v1beta1.ExpressionWarning
admissionregistration.k8s.io/v1beta1.ExpressionWarning	1.28-1.34 :	fieldRef:string!	warning:string!
admissionregistration.k8s.io/v1beta1.ValidatingAdmissionPolicyBinding	1.28-1.34 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@admissionregistration.k8s.io/v1beta1.ValidatingAdmissionPolicyBindingSpec
admissionregistration.k8s.io/v1beta1.ValidatingAdmissionPolicyBindingSpec	1.28-1.34 :	matchResources:@admissionregistration.k8s.io/v1beta1.MatchResources;ptr	paramRef:@admissionregistration.k8s.io/v1beta1.ParamRef;ptr	policyName:string	-1.30 validationActions:[*]string	1.30- validationActions:[*]=Audit|Deny|Warn
admissionregistration.k8s.io/v1beta1.ParamRef	1.28- :;atomic	name:string	namespace:string	parameterNotFoundAction:string;ptr	selector:@LabelSelector;ptr
admissionregistration.k8s.io/v1beta1.MutatingAdmissionPolicy	1.34- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@admissionregistration.k8s.io/v1beta1.MutatingAdmissionPolicySpec
admissionregistration.k8s.io/v1beta1.MutatingAdmissionPolicySpec	1.34- :	failurePolicy:string;ptr	matchConditions:[name]@admissionregistration.k8s.io/v1beta1.MatchCondition;merge=name	matchConstraints:@admissionregistration.k8s.io/v1beta1.MatchResources;ptr	mutations:[]@admissionregistration.k8s.io/v1beta1.Mutation	paramKind:@admissionregistration.k8s.io/v1beta1.ParamKind;ptr	-1.35 reinvocationPolicy:string	1.35- reinvocationPolicy:=IfNeeded|Never	variables:[]@admissionregistration.k8s.io/v1beta1.Variable
admissionregistration.k8s.io/v1beta1.Mutation	1.34- :	applyConfiguration:@admissionregistration.k8s.io/v1beta1.ApplyConfiguration;ptr	jsonPatch:@admissionregistration.k8s.io/v1beta1.JSONPatch;ptr	patchType:=ApplyConfiguration|JSONPatch!;nonempty
admissionregistration.k8s.io/v1beta1.ApplyConfiguration	1.34- :	expression:string
admissionregistration.k8s.io/v1beta1.JSONPatch	1.34- :	expression:string
admissionregistration.k8s.io/v1beta1.MutatingAdmissionPolicyBinding	1.34- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@admissionregistration.k8s.io/v1beta1.MutatingAdmissionPolicyBindingSpec
admissionregistration.k8s.io/v1beta1.MutatingAdmissionPolicyBindingSpec	1.34- :	matchResources:@admissionregistration.k8s.io/v1beta1.MatchResources;ptr	paramRef:@admissionregistration.k8s.io/v1beta1.ParamRef;ptr	policyName:string
storagemigration.k8s.io/v1alpha1.StorageVersionMigration	1.30-1.35 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@storagemigration.k8s.io/v1alpha1.StorageVersionMigrationSpec	status:@storagemigration.k8s.io/v1alpha1.StorageVersionMigrationStatus
storagemigration.k8s.io/v1alpha1.StorageVersionMigrationSpec	1.30-1.35 :	continueToken:string	resource:@GroupVersionResource!
GroupVersionResource	1.30-1.35 :	group:string	resource:string	version:string
storagemigration.k8s.io/v1alpha1.StorageVersionMigrationStatus	1.30-1.35 :	conditions:[type]@MigrationCondition;merge=type	resourceVersion:string
MigrationCondition	1.30-1.35 :	lastUpdateTime:time	message:string	reason:string	status:string!	type:string!
storage.k8s.io/v1alpha1.VolumeAttributesClass	1.29-1.35 :	apiVersion:string	driverName:string!	kind:string	metadata:@ObjectMeta	parameters:{}string
CompositePodGroup	1.37- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@CompositePodGroupSpec!	status:@CompositePodGroupStatus
CompositePodGroupSpec	1.37- :	disruptionMode:@scheduling.k8s.io/v1alpha3.CompositeDisruptionMode;ptr;default={"single":{}}	parentCompositePodGroupName:string;ptr	preemptionPolicy:=Never|PreemptLowerPriority;ptr;gate=PodGroupPreemptionPolicy;nonempty	priority:int32;ptr	priorityClassName:string	schedulingConstraints:@scheduling.k8s.io/v1alpha3.CompositePodGroupSchedulingConstraints;ptr	schedulingPolicy:@scheduling.k8s.io/v1alpha3.CompositePodGroupSchedulingPolicy!	workloadRef:@scheduling.k8s.io/v1alpha3.WorkloadReference!;ptr
scheduling.k8s.io/v1alpha3.CompositeDisruptionMode	1.37- :;union=,all:All,single:Single	all:@scheduling.k8s.io/v1alpha3.AllCompositeDisruptionMode;ptr	single:@scheduling.k8s.io/v1alpha3.SingleCompositeDisruptionMode;ptr
scheduling.k8s.io/v1alpha3.AllCompositeDisruptionMode	1.37- :
scheduling.k8s.io/v1alpha3.SingleCompositeDisruptionMode	1.37- :
scheduling.k8s.io/v1alpha3.CompositePodGroupSchedulingConstraints	1.37- :	topology:[]@TopologyConstraint
scheduling.k8s.io/v1alpha3.CompositePodGroupSchedulingPolicy	1.37- :;union=,basic:Basic,gang:Gang	basic:@scheduling.k8s.io/v1alpha3.CompositeBasicSchedulingPolicy;ptr	gang:@scheduling.k8s.io/v1alpha3.CompositeGangSchedulingPolicy;ptr
scheduling.k8s.io/v1alpha3.CompositeBasicSchedulingPolicy	1.37- :
scheduling.k8s.io/v1alpha3.CompositeGangSchedulingPolicy	1.37- :	minGroupCount:int32!
scheduling.k8s.io/v1alpha3.WorkloadReference	1.37- :	templateName:string!	workloadName:string!
CompositePodGroupStatus	1.37- :	conditions:[type]@Condition;merge=type
scheduling.k8s.io/v1alpha3.PodGroup	1.37- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@scheduling.k8s.io/v1alpha3.PodGroupSpec!	status:@scheduling.k8s.io/v1alpha3.PodGroupStatus
scheduling.k8s.io/v1alpha3.PodGroupSpec	1.37- :	disruptionMode:@scheduling.k8s.io/v1alpha3.DisruptionMode;ptr;default={"single":{}}	parentCompositePodGroupName:string;ptr;gate=CompositePodGroup	preemptionPolicy:=Never|PreemptLowerPriority;ptr;gate=PodGroupPreemptionPolicy;nonempty	priority:int32;ptr	priorityClassName:string	resourceClaims:[name]@scheduling.k8s.io/v1alpha3.PodGroupResourceClaim;gate=DRAWorkloadResourceClaims;merge=name;retainKeys	schedulingConstraints:@scheduling.k8s.io/v1alpha3.PodGroupSchedulingConstraints;ptr;gate=TopologyAwareWorkloadScheduling	schedulingPolicy:@scheduling.k8s.io/v1alpha3.PodGroupSchedulingPolicy!	workloadRef:@scheduling.k8s.io/v1alpha3.WorkloadReference;ptr
scheduling.k8s.io/v1alpha3.DisruptionMode	1.37- :;union=,all:All,single:Single	all:@scheduling.k8s.io/v1alpha3.AllDisruptionMode;ptr	single:@scheduling.k8s.io/v1alpha3.SingleDisruptionMode;ptr
scheduling.k8s.io/v1alpha3.AllDisruptionMode	1.37- :
scheduling.k8s.io/v1alpha3.SingleDisruptionMode	1.37- :
scheduling.k8s.io/v1alpha3.PodGroupResourceClaim	1.37- :	name:string!	resourceClaimName:string;ptr	resourceClaimTemplateName:string;ptr
scheduling.k8s.io/v1alpha3.PodGroupSchedulingConstraints	1.37- :	topology:[]@TopologyConstraint
scheduling.k8s.io/v1alpha3.PodGroupSchedulingPolicy	1.37- :;union=,basic:Basic,gang:Gang	basic:@scheduling.k8s.io/v1alpha3.BasicSchedulingPolicy;ptr	gang:@scheduling.k8s.io/v1alpha3.GangSchedulingPolicy;ptr
scheduling.k8s.io/v1alpha3.BasicSchedulingPolicy	1.37- :
scheduling.k8s.io/v1alpha3.GangSchedulingPolicy	1.37- :	minCount:int32!
scheduling.k8s.io/v1alpha3.PodGroupStatus	1.37- :	conditions:[type]@Condition;merge=type	resourceClaimStatuses:[name]@scheduling.k8s.io/v1alpha3.PodGroupResourceClaimStatus;gate=DRAWorkloadResourceClaims;merge=name;retainKeys
scheduling.k8s.io/v1alpha3.PodGroupResourceClaimStatus	1.37- :	name:string!	resourceClaimName:string;ptr
scheduling.k8s.io/v1alpha3.Workload	1.37- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@scheduling.k8s.io/v1alpha3.WorkloadSpec!
scheduling.k8s.io/v1alpha3.WorkloadSpec	1.37- :	compositePodGroupTemplates:[name]@scheduling.k8s.io/v1alpha3.CompositePodGroupTemplate;gate=CompositePodGroup	controllerRef:@scheduling.k8s.io/v1alpha3.TypedLocalObjectReference;ptr	podGroupTemplates:[name]@scheduling.k8s.io/v1alpha3.PodGroupTemplate
scheduling.k8s.io/v1alpha3.CompositePodGroupTemplate	1.37- :	compositePodGroupTemplates:[name]@scheduling.k8s.io/v1alpha3.CompositePodGroupTemplate	disruptionMode:@scheduling.k8s.io/v1alpha3.CompositeDisruptionMode;ptr	name:string!	podGroupTemplates:[name]@scheduling.k8s.io/v1alpha3.PodGroupTemplate	preemptionPolicy:=Never|PreemptLowerPriority;ptr;gate=PodGroupPreemptionPolicy;nonempty	priority:int32;ptr	priorityClassName:string	schedulingConstraints:@scheduling.k8s.io/v1alpha3.CompositePodGroupSchedulingConstraints;ptr	schedulingPolicy:@scheduling.k8s.io/v1alpha3.CompositePodGroupSchedulingPolicy!
scheduling.k8s.io/v1alpha3.PodGroupTemplate	1.37- :	disruptionMode:@scheduling.k8s.io/v1alpha3.DisruptionMode;ptr	name:string!	preemptionPolicy:=Never|PreemptLowerPriority;ptr;gate=PodGroupPreemptionPolicy;nonempty	priority:int32;ptr	priorityClassName:string	resourceClaims:[name]@scheduling.k8s.io/v1alpha3.PodGroupResourceClaim;gate=DRAWorkloadResourceClaims;merge=name;retainKeys	schedulingConstraints:@scheduling.k8s.io/v1alpha3.PodGroupSchedulingConstraints;ptr;gate=TopologyAwareWorkloadScheduling	schedulingPolicy:@scheduling.k8s.io/v1alpha3.PodGroupSchedulingPolicy!
scheduling.k8s.io/v1alpha3.TypedLocalObjectReference	1.37- :	apiGroup:string	kind:string!	name:string!
scheduling.k8s.io/v1alpha2.PodGroup	1.36-1.37 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@scheduling.k8s.io/v1alpha2.PodGroupSpec!	status:@scheduling.k8s.io/v1alpha2.PodGroupStatus
scheduling.k8s.io/v1alpha2.PodGroupSpec	1.36-1.37 :	disruptionMode:=Pod|PodGroup;ptr;gate=WorkloadAwarePreemption;default="Pod";nonempty	podGroupTemplateRef:@PodGroupTemplateReference;ptr	priority:int32;ptr;gate=WorkloadAwarePreemption	priorityClassName:string;gate=WorkloadAwarePreemption	resourceClaims:[name]@scheduling.k8s.io/v1alpha2.PodGroupResourceClaim;gate=DRAWorkloadResourceClaims;merge=name;retainKeys	schedulingConstraints:@scheduling.k8s.io/v1alpha2.PodGroupSchedulingConstraints;ptr;gate=TopologyAwareWorkloadScheduling	schedulingPolicy:@scheduling.k8s.io/v1alpha2.PodGroupSchedulingPolicy!
PodGroupTemplateReference	1.36-1.37 :;union=,workload:Workload	workload:@WorkloadPodGroupTemplateReference;ptr
WorkloadPodGroupTemplateReference	1.36-1.37 :	podGroupTemplateName:string!	workloadName:string!
scheduling.k8s.io/v1alpha2.PodGroupResourceClaim	1.36-1.37 :	name:string!	resourceClaimName:string;ptr	resourceClaimTemplateName:string;ptr
scheduling.k8s.io/v1alpha2.PodGroupSchedulingConstraints	1.36-1.37 :	topology:[]@scheduling.k8s.io/v1alpha2.TopologyConstraint
scheduling.k8s.io/v1alpha2.TopologyConstraint	1.36-1.37 :	key:string!
scheduling.k8s.io/v1alpha2.PodGroupSchedulingPolicy	1.36-1.37 :;union=,basic:Basic,gang:Gang	basic:@scheduling.k8s.io/v1alpha2.BasicSchedulingPolicy;ptr	gang:@scheduling.k8s.io/v1alpha2.GangSchedulingPolicy;ptr
scheduling.k8s.io/v1alpha2.BasicSchedulingPolicy	1.36-1.37 :
scheduling.k8s.io/v1alpha2.GangSchedulingPolicy	1.36-1.37 :	minCount:int32!
scheduling.k8s.io/v1alpha2.PodGroupStatus	1.36-1.37 :	conditions:[type]@Condition;merge=type	resourceClaimStatuses:[name]@scheduling.k8s.io/v1alpha2.PodGroupResourceClaimStatus;gate=DRAWorkloadResourceClaims;merge=name;retainKeys
scheduling.k8s.io/v1alpha2.PodGroupResourceClaimStatus	1.36-1.37 :	name:string!	resourceClaimName:string;ptr
scheduling.k8s.io/v1alpha2.Workload	1.36-1.37 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@scheduling.k8s.io/v1alpha2.WorkloadSpec!
scheduling.k8s.io/v1alpha2.WorkloadSpec	1.36-1.37 :	controllerRef:@scheduling.k8s.io/v1alpha2.TypedLocalObjectReference;ptr	podGroupTemplates:[name]@scheduling.k8s.io/v1alpha2.PodGroupTemplate!
scheduling.k8s.io/v1alpha2.TypedLocalObjectReference	1.36-1.37 :	apiGroup:string	kind:string!	name:string!
scheduling.k8s.io/v1alpha2.PodGroupTemplate	1.36-1.37 :	disruptionMode:=Pod|PodGroup;ptr;gate=WorkloadAwarePreemption;nonempty	name:string!	priority:int32;ptr;gate=WorkloadAwarePreemption	priorityClassName:string;gate=WorkloadAwarePreemption	resourceClaims:[name]@scheduling.k8s.io/v1alpha2.PodGroupResourceClaim;gate=DRAWorkloadResourceClaims;merge=name;retainKeys	schedulingConstraints:@scheduling.k8s.io/v1alpha2.PodGroupSchedulingConstraints;ptr;gate=TopologyAwareWorkloadScheduling	schedulingPolicy:@scheduling.k8s.io/v1alpha2.PodGroupSchedulingPolicy!
scheduling.k8s.io/v1alpha1.Workload	1.35-1.36 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@scheduling.k8s.io/v1alpha1.WorkloadSpec!
scheduling.k8s.io/v1alpha1.WorkloadSpec	1.35-1.36 :	controllerRef:@scheduling.k8s.io/v1alpha1.TypedLocalObjectReference;ptr	podGroups:[name]@scheduling.k8s.io/v1alpha1.PodGroup!
scheduling.k8s.io/v1alpha1.TypedLocalObjectReference	1.35-1.36 :	apiGroup:string	kind:string!	name:string!
scheduling.k8s.io/v1alpha1.PodGroup	1.35-1.36 :	name:string!	policy:@PodGroupPolicy!
PodGroupPolicy	1.35-1.36 :	basic:@scheduling.k8s.io/v1alpha1.BasicSchedulingPolicy;ptr	gang:@scheduling.k8s.io/v1alpha1.GangSchedulingPolicy;ptr
scheduling.k8s.io/v1alpha1.BasicSchedulingPolicy	1.35-1.36 :
scheduling.k8s.io/v1alpha1.GangSchedulingPolicy	1.35-1.36 :	minCount:int32!
resource.k8s.io/v1alpha3.DeviceClass	1.31-1.34 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@resource.k8s.io/v1alpha3.DeviceClassSpec!
resource.k8s.io/v1alpha3.DeviceClassSpec	1.31-1.34 :	config:[]@resource.k8s.io/v1alpha3.DeviceClassConfiguration	selectors:[]@resource.k8s.io/v1alpha3.DeviceSelector	-1.32 suitableNodes:@NodeSelector;ptr;gate=DRAControlPlaneController
resource.k8s.io/v1alpha3.DeviceClassConfiguration	1.31-1.34 :	opaque:@resource.k8s.io/v1alpha3.OpaqueDeviceConfiguration;ptr
resource.k8s.io/v1alpha3.OpaqueDeviceConfiguration	1.31-1.34 :	driver:string!	parameters:any!
resource.k8s.io/v1alpha3.DeviceSelector	1.31-1.35 :	cel:@resource.k8s.io/v1alpha3.CELDeviceSelector;ptr
resource.k8s.io/v1alpha3.CELDeviceSelector	1.31-1.35 :	expression:string!
PodSchedulingContext	1.31-1.32 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@PodSchedulingContextSpec!	status:@PodSchedulingContextStatus
PodSchedulingContextSpec	1.31-1.32 :	potentialNodes:[]string	selectedNode:string
PodSchedulingContextStatus	1.31-1.32 :	resourceClaims:[name]@ResourceClaimSchedulingStatus
ResourceClaimSchedulingStatus	1.31-1.32 :	name:string!	unsuitableNodes:[]string
resource.k8s.io/v1alpha3.ResourceClaim	1.31-1.34 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@resource.k8s.io/v1alpha3.ResourceClaimSpec!	status:@resource.k8s.io/v1alpha3.ResourceClaimStatus
resource.k8s.io/v1alpha3.ResourceClaimSpec	1.31-1.34 :	-1.32 controller:string;gate=DRAControlPlaneController	devices:@resource.k8s.io/v1alpha3.DeviceClaim
resource.k8s.io/v1alpha3.DeviceClaim	1.31-1.34 :	config:[]@resource.k8s.io/v1alpha3.DeviceClaimConfiguration	constraints:[]@resource.k8s.io/v1alpha3.DeviceConstraint	requests:[]@resource.k8s.io/v1alpha3.DeviceRequest
resource.k8s.io/v1alpha3.DeviceClaimConfiguration	1.31-1.34 :	opaque:@resource.k8s.io/v1alpha3.OpaqueDeviceConfiguration;ptr	requests:[]string
resource.k8s.io/v1alpha3.DeviceConstraint	1.31-1.34 :	matchAttribute:string;ptr	requests:[]string
resource.k8s.io/v1alpha3.DeviceRequest	1.31-1.34 :	-1.32 adminAccess:boolean	1.32- adminAccess:boolean;ptr;gate=DRAAdminAccess	allocationMode:string	count:int64	-1.33 deviceClassName:string!	1.33- deviceClassName:string	1.33- firstAvailable:[]@resource.k8s.io/v1alpha3.DeviceSubRequest;gate=DRAPrioritizedList	name:string!	selectors:[]@resource.k8s.io/v1alpha3.DeviceSelector	1.33- tolerations:[]@resource.k8s.io/v1alpha3.DeviceToleration
resource.k8s.io/v1alpha3.ResourceClaimStatus	1.31-1.34 :	allocation:@resource.k8s.io/v1alpha3.AllocationResult;ptr	-1.32 deallocationRequested:boolean;gate=DRAControlPlaneController	1.32- devices:[driver,device,pool]@resource.k8s.io/v1alpha3.AllocatedDeviceStatus;gate=DRAResourceClaimDeviceStatus	reservedFor:[uid]@resource.k8s.io/v1alpha3.ResourceClaimConsumerReference;merge=uid
resource.k8s.io/v1alpha3.AllocationResult	1.31-1.34 :	-1.32 controller:string;gate=DRAControlPlaneController	devices:@resource.k8s.io/v1alpha3.DeviceAllocationResult	nodeSelector:@NodeSelector;ptr
resource.k8s.io/v1alpha3.DeviceAllocationResult	1.31-1.34 :	config:[]@resource.k8s.io/v1alpha3.DeviceAllocationConfiguration	results:[]@resource.k8s.io/v1alpha3.DeviceRequestAllocationResult
resource.k8s.io/v1alpha3.DeviceAllocationConfiguration	1.31-1.34 :	opaque:@resource.k8s.io/v1alpha3.OpaqueDeviceConfiguration;ptr	requests:[]string	source:string!
resource.k8s.io/v1alpha3.DeviceRequestAllocationResult	1.31-1.34 :	1.32- adminAccess:boolean;ptr;gate=DRAAdminAccess	device:string!	driver:string!	pool:string!	request:string!	1.33- tolerations:[]@resource.k8s.io/v1alpha3.DeviceToleration
resource.k8s.io/v1alpha3.ResourceClaimConsumerReference	1.31-1.34 :	apiGroup:string	name:string!	resource:string!	uid:string!
resource.k8s.io/v1alpha3.ResourceClaimTemplate	1.31-1.34 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@resource.k8s.io/v1alpha3.ResourceClaimTemplateSpec!
resource.k8s.io/v1alpha3.ResourceClaimTemplateSpec	1.31-1.34 :	metadata:@ObjectMeta	spec:@resource.k8s.io/v1alpha3.ResourceClaimSpec!
resource.k8s.io/v1alpha3.ResourceSlice	1.31-1.34 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@resource.k8s.io/v1alpha3.ResourceSliceSpec!
resource.k8s.io/v1alpha3.ResourceSliceSpec	1.31-1.34 :	allNodes:boolean	devices:[]@resource.k8s.io/v1alpha3.Device	driver:string!	nodeName:string	nodeSelector:@NodeSelector;ptr	1.33- perDeviceNodeSelection:boolean;ptr;gate=DRAPartitionableDevices	pool:@resource.k8s.io/v1alpha3.ResourcePool!	1.33- sharedCounters:[]@resource.k8s.io/v1alpha3.CounterSet;gate=DRAPartitionableDevices
resource.k8s.io/v1alpha3.Device	1.31-1.34 :	basic:@resource.k8s.io/v1alpha3.BasicDevice;ptr	name:string!
resource.k8s.io/v1alpha3.BasicDevice	1.31-1.34 :	1.33- allNodes:boolean;ptr;gate=DRAPartitionableDevices	attributes:{}@resource.k8s.io/v1alpha3.DeviceAttribute	capacity:{}quantity	1.33- consumesCounters:[]@resource.k8s.io/v1alpha3.DeviceCounterConsumption;gate=DRAPartitionableDevices	1.33- nodeName:string;ptr;gate=DRAPartitionableDevices	1.33- nodeSelector:@NodeSelector;ptr;gate=DRAPartitionableDevices	1.33- taints:[]@resource.k8s.io/v1alpha3.DeviceTaint;gate=DRADeviceTaints
resource.k8s.io/v1alpha3.DeviceAttribute	1.31-1.34 :	bool:boolean;ptr	int:int64;ptr	string:string;ptr	version:string;ptr
resource.k8s.io/v1alpha3.ResourcePool	1.31-1.34 :	generation:int64!	name:string!	resourceSliceCount:int64!
resource.k8s.io/v1alpha3.AllocatedDeviceStatus	1.32-1.34 :	conditions:[type]@Condition	data:any	device:string!	driver:string!	networkData:@resource.k8s.io/v1alpha3.NetworkDeviceData;ptr	pool:string!
resource.k8s.io/v1alpha3.NetworkDeviceData	1.32-1.34 :	hardwareAddress:string	interfaceName:string	ips:[]string
resource.k8s.io/v1alpha3.DeviceTaintRule	1.33- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@resource.k8s.io/v1alpha3.DeviceTaintRuleSpec!	1.35- status:@resource.k8s.io/v1alpha3.DeviceTaintRuleStatus
resource.k8s.io/v1alpha3.DeviceTaintRuleSpec	1.33- :	deviceSelector:@resource.k8s.io/v1alpha3.DeviceTaintSelector;ptr	taint:@resource.k8s.io/v1alpha3.DeviceTaint!
resource.k8s.io/v1alpha3.DeviceTaintSelector	1.33- :	device:string;ptr	-1.35 deviceClassName:string;ptr	driver:string;ptr	pool:string;ptr	-1.35 selectors:[]@resource.k8s.io/v1alpha3.DeviceSelector
resource.k8s.io/v1alpha3.DeviceTaint	1.33- :	-1.35 effect:=NoExecute|NoSchedule!;nonempty	1.35- effect:=NoExecute|NoSchedule|None!;nonempty	key:string!	timeAdded:time;ptr	value:string
resource.k8s.io/v1alpha3.DeviceSubRequest	1.33-1.34 :	allocationMode:string	count:int64	deviceClassName:string!	name:string!	selectors:[]@resource.k8s.io/v1alpha3.DeviceSelector	tolerations:[]@resource.k8s.io/v1alpha3.DeviceToleration
resource.k8s.io/v1alpha3.DeviceToleration	1.33-1.34 :	effect:=NoExecute|NoSchedule	key:string	operator:=Equal|Exists;default="Equal"	tolerationSeconds:int64;ptr	value:string
resource.k8s.io/v1alpha3.DeviceCounterConsumption	1.33-1.34 :	counterSet:string!	counters:{}@resource.k8s.io/v1alpha3.Counter!
resource.k8s.io/v1alpha3.Counter	1.33-1.34 :	value:quantity!
resource.k8s.io/v1alpha3.CounterSet	1.33-1.34 :	counters:{}@resource.k8s.io/v1alpha3.Counter!	name:string!
resource.k8s.io/v1alpha3.DeviceTaintRuleStatus	1.35- :	conditions:[type]@Condition;merge=type
ResourcePoolStatusRequest	1.36- :	apiVersion:string	kind:string	metadata:@ObjectMeta!	spec:@ResourcePoolStatusRequestSpec!	status:@ResourcePoolStatusRequestStatus;ptr
ResourcePoolStatusRequestSpec	1.36- :	1.37- defaultPartitionTypeAttribute:string;ptr;gate=DRAPartitionableDevicesType	driver:string!	limit:int32;ptr;default=100	poolName:string;ptr
ResourcePoolStatusRequestStatus	1.36- :	conditions:[type]@Condition;merge=type	poolCount:int32!;ptr	pools:[]@PoolStatus
PoolStatus	1.36- :	allocatedDevices:int32;ptr	availableDevices:int32;ptr	driver:string!	generation:int64!	nodeName:string;ptr	1.37- partitionSummary:[]@PartitionTypeStatus	poolName:string!	resourceSliceCount:int32;ptr	1.37- shareableSummary:@ShareableSummaryStatus;ptr	totalDevices:int32;ptr	unavailableDevices:int32;ptr	validationError:string;ptr
PartitionTypeStatus	1.37- :	allocatable:int32!;ptr	attribute:string!	total:int32!;ptr	type:string!
ShareableSummaryStatus	1.37- :	capacity:[]@ShareableCapacityStatus	fullyAvailableDevices:int32!;ptr	partiallyAvailableDevices:int32!;ptr
ShareableCapacityStatus	1.37- :	available:quantity!;ptr	consumed:quantity!;ptr	name:string!	total:quantity!;ptr
resource.k8s.io/v1alpha2.PodSchedulingContext	-1.31 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@resource.k8s.io/v1alpha2.PodSchedulingContextSpec!	status:@resource.k8s.io/v1alpha2.PodSchedulingContextStatus
resource.k8s.io/v1alpha2.PodSchedulingContextSpec	-1.31 :	-1.29 potentialNodes:[*]string	1.29- potentialNodes:[]string	selectedNode:string
resource.k8s.io/v1alpha2.PodSchedulingContextStatus	-1.31 :	resourceClaims:[name]@resource.k8s.io/v1alpha2.ResourceClaimSchedulingStatus
resource.k8s.io/v1alpha2.ResourceClaimSchedulingStatus	-1.31 :	name:string	-1.29 unsuitableNodes:[*]string	1.29- unsuitableNodes:[]string
resource.k8s.io/v1alpha2.ResourceClaim	-1.31 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@resource.k8s.io/v1alpha2.ResourceClaimSpec!	status:@resource.k8s.io/v1alpha2.ResourceClaimStatus
resource.k8s.io/v1alpha2.ResourceClaimSpec	-1.31 :	allocationMode:string	parametersRef:@ResourceClaimParametersReference;ptr	resourceClassName:string!
ResourceClaimParametersReference	-1.31 :	apiGroup:string	kind:string!	name:string!
resource.k8s.io/v1alpha2.ResourceClaimStatus	-1.31 :	allocation:@resource.k8s.io/v1alpha2.AllocationResult;ptr	deallocationRequested:boolean	driverName:string	-1.30 reservedFor:[uid]@resource.k8s.io/v1alpha2.ResourceClaimConsumerReference	1.30- reservedFor:[uid]@resource.k8s.io/v1alpha2.ResourceClaimConsumerReference;merge=uid
resource.k8s.io/v1alpha2.AllocationResult	-1.31 :	availableOnNodes:@NodeSelector;ptr	resourceHandles:[]@ResourceHandle	shareable:boolean
ResourceHandle	-1.31 :	data:string	driverName:string	1.30- structuredData:@StructuredResourceHandle;ptr
resource.k8s.io/v1alpha2.ResourceClaimConsumerReference	-1.31 :	apiGroup:string	name:string!	resource:string!	uid:string!
resource.k8s.io/v1alpha2.ResourceClaimTemplate	-1.31 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@resource.k8s.io/v1alpha2.ResourceClaimTemplateSpec!
resource.k8s.io/v1alpha2.ResourceClaimTemplateSpec	-1.31 :	metadata:@ObjectMeta	spec:@resource.k8s.io/v1alpha2.ResourceClaimSpec!
ResourceClass	-1.31 :	apiVersion:string	driverName:string!	kind:string	metadata:@ObjectMeta	parametersRef:@ResourceClassParametersReference;ptr	1.30- structuredParameters:boolean;ptr	suitableNodes:@NodeSelector;ptr
ResourceClassParametersReference	-1.31 :	apiGroup:string	kind:string!	name:string!	namespace:string
StructuredResourceHandle	1.30-1.31 :	nodeName:string	results:[]@DriverAllocationResult!	vendorClaimParameters:any	vendorClassParameters:any
DriverAllocationResult	1.30-1.31 :	namedResources:@NamedResourcesAllocationResult;ptr	vendorRequestParameters:any
NamedResourcesAllocationResult	1.30-1.31 :	name:string!
ResourceClaimParameters	1.30-1.31 :	apiVersion:string	driverRequests:[]@DriverRequests	generatedFrom:@ResourceClaimParametersReference;ptr	kind:string	metadata:@ObjectMeta	shareable:boolean
DriverRequests	1.30-1.31 :	driverName:string	requests:[]@ResourceRequest	vendorParameters:any
ResourceRequest	1.30-1.31 :	namedResources:@NamedResourcesRequest;ptr	vendorParameters:any
NamedResourcesRequest	1.30-1.31 :	selector:string!
ResourceClassParameters	1.30-1.31 :	apiVersion:string	filters:[]@ResourceFilter	generatedFrom:@ResourceClassParametersReference;ptr	kind:string	metadata:@ObjectMeta	vendorParameters:[]@VendorParameters
ResourceFilter	1.30-1.31 :	driverName:string	namedResources:@NamedResourcesFilter;ptr
NamedResourcesFilter	1.30-1.31 :	selector:string!
VendorParameters	1.30-1.31 :	driverName:string	parameters:any
resource.k8s.io/v1alpha2.ResourceSlice	1.30-1.31 :	apiVersion:string	driverName:string!	kind:string	metadata:@ObjectMeta	namedResources:@NamedResourcesResources;ptr	nodeName:string
NamedResourcesResources	1.30-1.31 :	instances:[]@NamedResourcesInstance!
NamedResourcesInstance	1.30-1.31 :	attributes:[]@NamedResourcesAttribute	name:string!
NamedResourcesAttribute	1.30-1.31 :	bool:boolean;ptr	int:int64;ptr	intSlice:@NamedResourcesIntSlice;ptr	name:string!	quantity:quantity;ptr	string:string;ptr	stringSlice:@NamedResourcesStringSlice;ptr	version:string;ptr
NamedResourcesIntSlice	1.30-1.31 :	ints:[]int64!
NamedResourcesStringSlice	1.30-1.31 :	strings:[]string!
ClusterCIDR	-1.29 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@ClusterCIDRSpec
ClusterCIDRSpec	-1.29 :	ipv4:string	ipv6:string	nodeSelector:@NodeSelector;ptr	perNodeHostBits:int32!
networking.k8s.io/v1alpha1.IPAddress	-1.31 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@networking.k8s.io/v1alpha1.IPAddressSpec
networking.k8s.io/v1alpha1.IPAddressSpec	-1.31 :	-1.30 parentRef:@networking.k8s.io/v1alpha1.ParentReference;ptr	1.30- parentRef:@networking.k8s.io/v1alpha1.ParentReference!;ptr
networking.k8s.io/v1alpha1.ParentReference	-1.31 :	group:string	-1.30 name:string	1.30- name:string!	namespace:string	-1.30 resource:string	1.30- resource:string!	-1.29 uid:string
networking.k8s.io/v1alpha1.ServiceCIDR	1.29-1.31 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@networking.k8s.io/v1alpha1.ServiceCIDRSpec	status:@networking.k8s.io/v1alpha1.ServiceCIDRStatus
networking.k8s.io/v1alpha1.ServiceCIDRSpec	1.29-1.31 :	cidrs:[]string
networking.k8s.io/v1alpha1.ServiceCIDRStatus	1.29-1.31 :	conditions:[type]@Condition;merge=type
Eviction	1.37- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@EvictionSpec!	status:@EvictionStatus
EvictionSpec	1.37- :	target:@EvictionTarget!
EvictionTarget	1.37- :;union=,pod:Pod	pod:@EvictionPodReference;ptr
EvictionPodReference	1.37- :	name:string!	uid:string!
EvictionStatus	1.37- :	conditions:[type]@Condition;merge=type	observedGeneration:int64;ptr	requesters:[name]@Requester;merge=name	responders:[name]@ResponderStatus;merge=name	targetResponders:[name]@TargetResponder;merge=name
Requester	1.37- :;atomic	intent:=Eviction|Withdrawn!;nonempty	name:string!
ResponderStatus	1.37- :	completionTime:time;ptr	expectedCompletionTime:time;ptr	heartbeatTime:time;ptr	message:string;ptr	name:string!	startTime:time;ptr
TargetResponder	1.37- :;atomic	name:string!	priority:int32!;ptr	state:=Active|Canceled|Completed|Inactive|Interrupted!;nonempty
EvictionRequest	1.37- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@EvictionRequestSpec!	status:@EvictionRequestStatus
EvictionRequestSpec	1.37- :	intent:=Eviction|Withdrawn!;nonempty	requester:string!	target:@EvictionRequestTarget!
EvictionRequestTarget	1.37- :;union=,pod:Pod	pod:@EvictionRequestPodReference;ptr
EvictionRequestPodReference	1.37- :	name:string!	uid:string!
EvictionRequestStatus	1.37- :	conditions:[type]@Condition;merge=type	observedGeneration:int64;ptr
StorageVersion	apiVersion:string	kind:string	-1.36 metadata:@ObjectMeta	1.36- metadata:@ObjectMeta!	-1.36 spec:@StorageVersionSpec!	1.36- spec:@StorageVersionSpec	-1.36 status:@StorageVersionStatus!	1.36- status:@StorageVersionStatus
StorageVersionSpec	
StorageVersionStatus	commonEncodingVersion:string;ptr	conditions:[type]@StorageVersionCondition	storageVersions:[apiServerID]@ServerStorageVersion
StorageVersionCondition	lastTransitionTime:time	-1.30 message:string	1.30- message:string!	observedGeneration:int64	reason:string!	status:string!	type:string!
ServerStorageVersion	-1.36 apiServerID:string	1.36- apiServerID:string!	-1.36 decodableVersions:[*]string	1.36- decodableVersions:[*]string!	-1.36 encodingVersion:string	1.36- encodingVersion:string!	1.28- servedVersions:[*]string
coordination.k8s.io/v1alpha2.LeaseCandidate	1.32- :	apiVersion:string	kind:string	metadata:@ObjectMeta	-1.36 spec:@coordination.k8s.io/v1alpha2.LeaseCandidateSpec	1.36- spec:@coordination.k8s.io/v1alpha2.LeaseCandidateSpec!
coordination.k8s.io/v1alpha2.LeaseCandidateSpec	1.32- :	binaryVersion:string!	emulationVersion:string	leaseName:string!	pingTime:microTime;ptr	renewTime:microTime;ptr	-1.33 strategy:string!;gate=CoordinatedLeaderElection	1.33- strategy:string!
coordination.k8s.io/v1alpha1.LeaseCandidate	1.31-1.32 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@coordination.k8s.io/v1alpha1.LeaseCandidateSpec
coordination.k8s.io/v1alpha1.LeaseCandidateSpec	1.31-1.32 :	binaryVersion:string	emulationVersion:string	leaseName:string!	pingTime:microTime;ptr	preferredStrategies:[]string!;gate=CoordinatedLeaderElection	renewTime:microTime;ptr
certificates.k8s.io/v1alpha1.ClusterTrustBundle	-1.37 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@certificates.k8s.io/v1alpha1.ClusterTrustBundleSpec!
certificates.k8s.io/v1alpha1.ClusterTrustBundleSpec	-1.37 :	signerName:string	trustBundle:string!
certificates.k8s.io/v1alpha1.PodCertificateRequest	1.34-1.35 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@certificates.k8s.io/v1alpha1.PodCertificateRequestSpec!	status:@certificates.k8s.io/v1alpha1.PodCertificateRequestStatus
certificates.k8s.io/v1alpha1.PodCertificateRequestSpec	1.34-1.35 :	maxExpirationSeconds:int32;ptr;default=86400	nodeName:string!	nodeUID:string!	pkixPublicKey:string!	podName:string!	podUID:string!	proofOfPossession:string!	serviceAccountName:string!	serviceAccountUID:string!	signerName:string!
certificates.k8s.io/v1alpha1.PodCertificateRequestStatus	1.34-1.35 :	beginRefreshAt:time;ptr	certificateChain:string	conditions:[type]@Condition;merge=type	notAfter:time;ptr	notBefore:time;ptr
admissionregistration.k8s.io/v1alpha1.ValidatingAdmissionPolicy	-1.32 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@admissionregistration.k8s.io/v1alpha1.ValidatingAdmissionPolicySpec	status:@admissionregistration.k8s.io/v1alpha1.ValidatingAdmissionPolicyStatus
admissionregistration.k8s.io/v1alpha1.ValidatingAdmissionPolicySpec	-1.32 :	auditAnnotations:[]@admissionregistration.k8s.io/v1alpha1.AuditAnnotation	failurePolicy:=Fail|Ignore;ptr;nonempty	matchConditions:[name]@admissionregistration.k8s.io/v1alpha1.MatchCondition;merge=name	matchConstraints:@admissionregistration.k8s.io/v1alpha1.MatchResources;ptr	paramKind:@admissionregistration.k8s.io/v1alpha1.ParamKind;ptr	validations:[]@admissionregistration.k8s.io/v1alpha1.Validation	1.28- variables:[name]@admissionregistration.k8s.io/v1alpha1.Variable;merge=name
admissionregistration.k8s.io/v1alpha1.AuditAnnotation	-1.32 :	key:string!	valueExpression:string!
admissionregistration.k8s.io/v1alpha1.MatchCondition	expression:string!	name:string!
admissionregistration.k8s.io/v1alpha1.MatchResources	:;atomic	excludeResourceRules:[]@admissionregistration.k8s.io/v1alpha1.NamedRuleWithOperations	matchPolicy:=Equivalent|Exact;ptr;nonempty	namespaceSelector:@LabelSelector;ptr	objectSelector:@LabelSelector;ptr	resourceRules:[]@admissionregistration.k8s.io/v1alpha1.NamedRuleWithOperations
admissionregistration.k8s.io/v1alpha1.NamedRuleWithOperations	:;atomic	apiGroups:[]string	apiVersions:[]string	-1.30 operations:[]string	1.30- operations:[]=*|CONNECT|CREATE|DELETE|UPDATE	resourceNames:[]string	resources:[]string	-1.35 scope:string;ptr	1.35- scope:=*|Cluster|Namespaced;ptr;nonempty
admissionregistration.k8s.io/v1alpha1.ParamKind	:;atomic	apiVersion:string	kind:string
admissionregistration.k8s.io/v1alpha1.Validation	-1.32 :	expression:string!	message:string	messageExpression:string	reason:string;ptr
admissionregistration.k8s.io/v1alpha1.ValidatingAdmissionPolicyStatus	-1.32 :	conditions:[type]@Condition	observedGeneration:int64	typeChecking:@admissionregistration.k8s.io/v1alpha1.TypeChecking;ptr
admissionregistration.k8s.io/v1alpha1.TypeChecking	-1.32 :	expressionWarnings:[]@admissionregistration.k8s.io/v1alpha1.ExpressionWarning
admissionregistration.k8s.io/v1alpha1.ExpressionWarning	-1.32 :	fieldRef:string!	warning:string!
admissionregistration.k8s.io/v1alpha1.ValidatingAdmissionPolicyBinding	-1.32 :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@admissionregistration.k8s.io/v1alpha1.ValidatingAdmissionPolicyBindingSpec
admissionregistration.k8s.io/v1alpha1.ValidatingAdmissionPolicyBindingSpec	-1.32 :	matchResources:@admissionregistration.k8s.io/v1alpha1.MatchResources;ptr	paramRef:@admissionregistration.k8s.io/v1alpha1.ParamRef;ptr	policyName:string	-1.30 validationActions:[*]string	1.30- validationActions:[*]=Audit|Deny|Warn
admissionregistration.k8s.io/v1alpha1.ParamRef	:;atomic	name:string	namespace:string	1.28- parameterNotFoundAction:=Allow|Deny;ptr;nonempty	1.28- selector:@LabelSelector;ptr
admissionregistration.k8s.io/v1alpha1.Variable	1.28- :	expression:string!	name:string!
admissionregistration.k8s.io/v1alpha1.MutatingAdmissionPolicy	1.32- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@admissionregistration.k8s.io/v1alpha1.MutatingAdmissionPolicySpec
admissionregistration.k8s.io/v1alpha1.MutatingAdmissionPolicySpec	1.32- :	failurePolicy:=Fail|Ignore;ptr;nonempty	matchConditions:[name]@admissionregistration.k8s.io/v1alpha1.MatchCondition;merge=name	matchConstraints:@admissionregistration.k8s.io/v1alpha1.MatchResources;ptr	mutations:[]@admissionregistration.k8s.io/v1alpha1.Mutation	paramKind:@admissionregistration.k8s.io/v1alpha1.ParamKind;ptr	-1.34 reinvocationPolicy:=IfNeeded|Never	1.34-1.35 reinvocationPolicy:string	1.35- reinvocationPolicy:=IfNeeded|Never	variables:[]@admissionregistration.k8s.io/v1alpha1.Variable
admissionregistration.k8s.io/v1alpha1.Mutation	1.32- :	applyConfiguration:@admissionregistration.k8s.io/v1alpha1.ApplyConfiguration;ptr	jsonPatch:@admissionregistration.k8s.io/v1alpha1.JSONPatch;ptr	patchType:=ApplyConfiguration|JSONPatch!;nonempty
admissionregistration.k8s.io/v1alpha1.ApplyConfiguration	1.32- :	expression:string
admissionregistration.k8s.io/v1alpha1.JSONPatch	1.32- :	expression:string
admissionregistration.k8s.io/v1alpha1.MutatingAdmissionPolicyBinding	1.32- :	apiVersion:string	kind:string	metadata:@ObjectMeta	spec:@admissionregistration.k8s.io/v1alpha1.MutatingAdmissionPolicyBindingSpec
admissionregistration.k8s.io/v1alpha1.MutatingAdmissionPolicyBindingSpec	1.32- :	matchResources:@admissionregistration.k8s.io/v1alpha1.MatchResources;ptr	paramRef:@admissionregistration.k8s.io/v1alpha1.ParamRef;ptr	policyName:string
`;
