/** Written by scripts/api-model, of the Go modules k8s.io/kubernetes v1.27.16, v1.28.15, v1.29.15, v1.30.14, v1.31.13, v1.32.9, v1.33.5, v1.34.1, v1.34.2, v1.34.4, v1.35.3, v1.35.4, v1.36.3, v1.37.2. */
export const GATES: string = `
APIListChunking	1.27:b+	1.29:g+!	1.33:
APIPriorityAndFairness	1.27:b+	1.29:g+!	1.31:
APIResponseCompression	1.27:b+
APISelfSubjectReview	1.27:b+	1.28:g+!	1.30:
APIServerIdentity	1.30:b+
APIServerTracing	1.30:b+	1.34:g+!	1.37:
APIServerWebhookAuthenticationToken	1.37:a-
APIServingWithRoutine	1.30:a-
AdmissionWebhookMatchConditions	1.27:a-	1.28:b+	1.30:g+!	1.33:
AdvancedAuditing	1.27:g+!	1.28:
AggregatedDiscoveryEndpoint	1.27:b+	1.30:g+!	1.33:
AggregatedDiscoveryRemoveBetaType	1.33:d+	1.35:d+!
AllowDNSOnlyNodeCSR	1.31:d-
AllowInsecureKubeletCertificateSigningRequests	1.31:d-
AllowOverwriteTerminationGracePeriodSeconds	1.32:d-	1.35:d-!
AllowParsingUserUIDFromCertAuth	1.33:b+
AllowServiceExternalIPs	1.36:g+
AllowServiceLBStatusOnNonLB	1.29:d-	1.32:d-!	1.35:
AllowUnsafeMalformedObjectDeletion	1.32:a-	1.37:b+
AnonymousAuthConfigurableEndpoints	1.31:a-	1.32:b+	1.34:g+!	1.37:
AnyVolumeDataSource	1.27:b+	1.33:g+!	1.37:
AppArmor	1.27:b+	1.31:g+!	1.33:
AppArmorFields	1.30:b+	1.31:g+!	1.33:
AtomicWriteVolumeUserFields	1.37:a-
AuthorizeNodeWithSelectors	1.31:a-	1.32:b+	1.34:g+!	1.37:
AuthorizePodWebsocketUpgradeCreatePermission	1.35:b+
AuthorizeWithSelectors	1.31:a-	1.32:b+	1.34:g+!	1.37:
BtreeWatchCache	1.32:b+	1.33:g+!	1.37:
CBORServingAndStorage	1.32:a-
CPUCFSQuotaPeriod	1.27:a-	1.36:
CPUManager	1.27:g+!	1.33:
CPUManagerPolicyAlphaOptions	1.27:a-
CPUManagerPolicyBetaOptions	1.27:b+
CPUManagerPolicyOptions	1.27:b+	1.33:g+!
CRDObservedGenerationTracking	1.35:b-	1.36:b+
CRDValidationRatcheting	1.28:a-	1.30:b+	1.33:g+!
CRIListStreaming	1.36:a-
CSIMigrationAzureFile	1.27:g+!	1.30:
CSIMigrationGCE	1.27:g+!	1.28:
CSIMigrationPortworx	1.27:b-	1.31:b+	1.33:g+!	1.36:
CSIMigrationRBD	1.27:a-	1.28:d-	1.31:
CSIMigrationvSphere	1.27:g+!	1.29:
CSINodeExpandSecret	1.27:b+	1.29:g+!	1.31:
CSIServiceAccountTokenSecrets	1.35:b+	1.36:g+!
CSIStorageCapacity	1.27:g+!	1.28:
CSIVolumeHealth	1.27:a-
ChangeContainerStatusOnKubeletRestart	1.35:d-
ClearingNominatedNodeNameAfterBinding	1.34:a-	1.35:b+
CloudControllerManagerWatchBasedRoutesReconciliation	1.35:a-
CloudControllerManagerWebhook	1.27:a-
CloudDualStackNodeIPs	1.27:a-	1.29:b+	1.30:g+!	1.32:
ClusterTrustBundle	1.27:a-	1.33:b-	1.37:g+
ClusterTrustBundleProjection	1.29:a-	1.33:b-	1.37:g+
ComponentFlagz	1.32:a-	1.36:b+
ComponentSLIs	1.32:g+!	1.35:
ComponentStatusz	1.32:a-	1.36:b+
CompositePodGroup	1.37:a-
ConcurrentWatchObjectDecode	1.31:b-	1.37:b+
ConsistentHTTPGetHandlers	1.27:g+	1.30:g+!	1.31:
ConsistentListFromCache	1.30:a-	1.31:b+	1.34:g+!	1.37:
ConsistentListFromCacheSkipTimeoutFallback	1.37:a-
ConstrainedImpersonation	1.35:a-	1.36:b+
ContainerCheckpoint	1.27:a-	1.30:b+
ContainerRestartRules	1.34:a-	1.35:b+
ContainerStopSignals	1.33:a-
ContextualLogging	1.32:b+
ControllerManagerReleaseLeaderElectionLockOnExit	1.36:a-
CoordinatedLeaderElection	1.31:a-	1.33:b-
CronJobTimeZone	1.27:g+!	1.29:
CronJobsScheduledAnnotation	1.28:b+	1.32:g+!	1.35:
CrossNamespaceVolumeDataSource	1.27:a-
CustomCPUCFSQuotaPeriod	1.36:g+
CustomResourceFieldSelectors	1.30:a-	1.31:b+	1.32:g+!
CustomResourceValidationExpressions	1.27:b+	1.29:g+!	1.31:
DRAAdminAccess	1.32:a-	1.34:b+	1.36:g+!
DRAConsumableCapacity	1.34:a-	1.36:b+
DRAControlPlaneController	1.31:a-	1.32:
DRADerivedAttributes	1.37:a-
DRADeviceBindingConditions	1.34:a-	1.36:b+
DRADeviceCompatibilityGroups	1.37:a-
DRADeviceTaintRules	1.35:a-	1.36:b-	1.37:g+
DRADeviceTaints	1.33:a-	1.36:b+	1.37:g+
DRAExtendedResource	1.34:a-	1.36:b+	1.37:g+!
DRAFractionalCapacityRange	1.37:b-
DRAListTypeAttributes	1.36:a-
DRANodeAllocatableResources	1.36:a-
DRAOptionalNodeOperations	1.37:a-
DRAPartitionableDevices	1.33:a-	1.36:b+
DRAPartitionableDevicesType	1.37:a-
DRAPrioritizedList	1.33:a-	1.34:b+	1.36:g+	1.37:g+!
DRAResourceClaimDeviceStatus	1.32:a-	1.33:b+	1.37:g+!
DRAResourceClaimGranularStatusAuthorization	1.36:b+
DRAResourcePoolStatus	1.36:a-
DRASchedulerFilterTimeout	1.34:b+
DRAWorkloadResourceClaims	1.36:a-	1.37:b-
DeclarativeValidation	1.33:b+	1.36:g+!
DeclarativeValidationBeta	1.36:b+
DeclarativeValidationTakeover	1.33:b-	1.36:d-	1.37:d-!
DefaultHostNetworkHostPortsInPodTemplates	1.28:d-	1.31:
DefaultPodSysctls	1.37:a-
DelegateFSGroupToCSIDriver	1.27:g+!	1.28:
DeploymentReplicaSetTerminatingReplicas	1.33:a-	1.35:b+
DetectCacheInconsistency	1.34:b+
DevicePluginCDIDevices	1.28:a-	1.29:b+	1.31:g+!	1.34:
DevicePlugins	1.27:g+!	1.28:
DisableAcceleratorUsageMetrics	1.27:g+!	1.28:
DisableAllocatorDualWrite	1.31:a-	1.33:b-	1.34:g+	1.35:g+!
DisableCPUQuotaWithExclusiveCPUs	1.33:b+	1.36:d+	1.37:d+!
DisableCloudProviders	1.27:a-	1.29:b+	1.31:g+!	1.33:
DisableKubeletCloudCredentialProviders	1.27:a-	1.29:b+	1.31:g+!	1.33:
DisableNodeKubeProxyVersion	1.29:a-	1.31:d-	1.33:d+	1.36:d+!
DownwardAPIHugePages	1.27:g+!	1.29:
DryRun	1.27:g+!	1.28:
DynamicResourceAllocation	1.27:a-	1.32:b-	1.34:g+	1.35:g+!
EfficientWatchResumption	1.30:g+!	1.33:
ElasticIndexedJob	1.27:b+	1.31:g+!	1.34:
EmptyDirVolumeMode	1.37:a-
EndpointSliceTerminatingCondition	1.27:g+!	1.28:
EnvFiles	1.34:a-	1.35:b+
EtcdRangeStream	1.37:b+
EventedPLEG	1.27:a-
EvictionRequestAPI	1.37:a-
ExcludeAdmissionWebhookVirtualResources	1.37:b+
ExecProbeTimeout	1.27:g+	1.35:g+!
ExpandedDNSConfig	1.27:b+	1.28:g+!	1.30:
ExperimentalHostUserNamespaceDefaultingGate	1.27:b-	1.28:d+!	1.30:
ExtendWebSocketsToKubelet	1.36:b+
ExternalServiceAccountTokenSigner	1.32:a-	1.34:b+	1.36:g+!
GRPCContainerProbe	1.27:g+!	1.29:
GRPCContainerProbeTLS	1.37:a-
GangScheduling	1.35:a-	1.37:
GenericWorkload	1.35:a-	1.37:b-
GitRepoVolumeDriver	1.33:d-	1.36:d-!
GracefulNodeShutdown	1.27:b+
GracefulNodeShutdownBasedOnPodPriority	1.27:b+
H2CContainerProbe	1.37:a-
HPAConfigurableTolerance	1.33:a-	1.35:b+	1.37:g+!
HPAContainerMetrics	1.27:b+	1.30:g+!	1.32:
HPAGeneration	1.37:b+
HPAOptimizedSelectorStore	1.37:b+
HPAScaleToZero	1.27:a-	1.37:b+
HonorPVReclaimPolicy	1.27:a-	1.31:b+	1.33:g+!	1.36:
HostnameOverride	1.34:a-	1.35:b+	1.37:g+!
HugepageAwareEviction	1.37:b+
IPTablesOwnershipCleanup	1.27:b+	1.28:g+!	1.30:
ImageMaximumGCAge	1.29:a-	1.30:b+	1.35:g+!
ImageVolume	1.31:a-	1.33:b-	1.35:b+	1.36:g+!
ImageVolumeWithDigest	1.36:a-
InPlacePodLevelResourcesVerticalScaling	1.35:a-	1.36:b+
InPlacePodVerticalScaling	1.27:a-	1.33:b+	1.35:g+!
InPlacePodVerticalScalingAllocatedStatus	1.32:a-	1.33:d-	1.36:
InPlacePodVerticalScalingExclusiveCPUs	1.32:a-
InPlacePodVerticalScalingExclusiveMemory	1.34:a-
InPlacePodVerticalScalingInitContainers	1.36:b+	1.37:g+!
InPlacePodVerticalScalingMemoryBackedVolumes	1.37:a-
InPlacePodVerticalScalingSchedulerPreemption	1.37:a-
InTreePluginAWSUnregister	1.27:a-	1.31:
InTreePluginAzureDiskUnregister	1.27:a-	1.31:
InTreePluginAzureFileUnregister	1.27:a-	1.31:
InTreePluginGCEUnregister	1.27:a-	1.31:
InTreePluginOpenStackUnregister	1.27:a-	1.31:
InTreePluginPortworxUnregister	1.27:a-	1.36:
InTreePluginRBDUnregister	1.27:a-	1.28:d-	1.31:
InTreePluginvSphereUnregister	1.27:a-	1.31:
InterPodAffinityHostnameFastPath	1.37:a-
JobBackoffLimitPerIndex	1.28:a-	1.29:b+	1.33:g+!	1.37:
JobManagedBy	1.30:a-	1.32:b+	1.35:g+!
JobMutableNodeSchedulingDirectives	1.27:g+!	1.29:
JobPodFailurePolicy	1.27:b+	1.31:g+!	1.33:
JobPodReplacementPolicy	1.28:a-	1.29:b+	1.34:g+!	1.37:
JobReadyPods	1.27:b+	1.29:g+!	1.31:
JobSuccessPolicy	1.30:a-	1.31:b+	1.33:g+!	1.37:
JobTrackingWithFinalizers	1.27:g+!	1.29:
KMSv1	1.29:d-
KMSv2	1.29:g+!	1.32:
KMSv2KDF	1.29:g+!	1.32:
KubeProxyDrainingTerminatingNodes	1.28:a-	1.30:b+	1.31:g+!	1.33:
KubeProxyIPVS	1.37:d+
KubeProxyNFTablesLocalhostNodePorts	1.37:a-
KubeletAllocatedPodsEndpoint	1.37:a-
KubeletCgroupDriverFromCRI	1.28:a-	1.31:b+	1.34:g+!
KubeletCrashLoopBackOffMax	1.32:a-	1.35:b+
KubeletCredentialProviders	1.27:g+!	1.28:
KubeletEnsureSecretPulledImages	1.33:a-	1.35:b+
KubeletFineGrainedAuthz	1.32:a-	1.33:b+	1.36:g+!
KubeletInUserNamespace	1.27:a-	1.37:b+
KubeletPSI	1.33:a-	1.34:b+	1.36:g+!
KubeletPodResources	1.27:b+	1.28:g+!	1.30:
KubeletPodResourcesDynamicResources	1.27:a-	1.34:b+	1.36:g+!
KubeletPodResourcesGet	1.27:a-	1.34:b+	1.36:g+!
KubeletPodResourcesGetAllocatable	1.27:b+	1.28:g+!	1.30:
KubeletPodResourcesListUseActivePods	1.34:d+
KubeletRegistrationGetOnExistsOnly	1.32:d-
KubeletSeparateDiskGC	1.29:a-	1.31:b+
KubeletServiceAccountTokenForCredentialProviders	1.33:a-	1.34:b+
KubeletTracing	1.27:b+	1.34:g+!
LegacyServiceAccountTokenCleanUp	1.28:a-	1.29:b+	1.30:g+!	1.32:
LegacyServiceAccountTokenNoAutoGeneration	1.27:g+!	1.29:
LegacyServiceAccountTokenTracking	1.27:b+	1.28:g+!	1.30:
LegacySidecarContainers	1.33:d-	1.34:
ListFromCacheSnapshot	1.33:a-	1.34:b+
LoadBalancerIPMode	1.29:a-	1.30:b+	1.32:g+!	1.35:
LocalStorageCapacityIsolationFSQuotaMonitoring	1.27:a-	1.31:b-
LogarithmicScaleDown	1.27:b+	1.31:g+!	1.37:
LoggingAlphaOptions	1.32:a-
LoggingBetaOptions	1.32:b+
ManifestBasedAdmissionControlConfig	1.36:a-	1.37:b+
MatchLabelKeysInPodAffinity	1.29:a-	1.31:b+	1.33:g+!
MatchLabelKeysInPodTopologySpread	1.27:b+
MatchLabelKeysInPodTopologySpreadSelectorMerge	1.34:b+
MaxUnavailableStatefulSet	1.27:a-	1.35:b+	1.35.4:b-	1.37:b+
MemoryManager	1.27:b+	1.32:g+!	1.36:
MemoryQoS	1.27:a-	1.37:b+
MinDomainsInPodTopologySpread	1.27:b+	1.30:g+!	1.32:
MinimizeIPTablesRestore	1.27:b+	1.28:g+!	1.30:
MixedProtocolLBService	1.27:g+!	1.28:
MultiCIDRRangeAllocator	1.27:a-	1.29:
MultiCIDRServiceAllocator	1.27:a-	1.31:b-	1.33:g+	1.34:g+!
MutableCSINodeAllocatableCount	1.33:a-	1.34:b-	1.35:b+	1.36:g+!
MutablePVNodeAffinity	1.35:a-
MutablePodResourcesForSuspendedJobs	1.35:a-	1.36:b+
MutableSchedulingDirectivesForSuspendedJobs	1.35:a-	1.36:b+
MutatingAdmissionPolicy	1.30:a-	1.34:b-	1.36:g+
NFTablesNetlink	1.37:b+
NFTablesProxyMode	1.29:a-	1.31:b+	1.33:g+!
NativeHistograms	1.36:a-	1.37:b+
NetworkPolicyStatus	1.27:a-	1.28:
NewVolumeManagerReconstruction	1.27:b-	1.28:b+	1.30:g+!	1.32:
NodeControllerLeaseCircuitBreaker	1.37:b+
NodeDeclaredFeatures	1.35:a-	1.36:b+	1.37:g+!
NodeInclusionPolicyInPodTopologySpread	1.27:b+	1.33:g+!
NodeLifecycleConditions	1.37:a-
NodeLogQuery	1.27:a-	1.30:b-	1.36:g+!
NodeOutOfServiceVolumeDetach	1.27:b+	1.28:g+!	1.32:
NodeSwap	1.27:a-	1.28:b-	1.30:b+	1.34:g+!
NominatedNodeNameForExpectation	1.34:a-	1.35:b+
OpenAPIEnums	1.27:b+
OpenAPIV3	1.27:g+!	1.29:
OpportunisticBatching	1.35:b+
OrderedNamespaceDeletion	1.30:b-	1.33:b+	1.34:g+!	1.37:
PDBUnhealthyPodEvictionPolicy	1.27:b+	1.31:g+!	1.33:
PLEGOnDemandRelist	1.36:b+	1.37:g+!
PersistentVolumeClaimUnusedSinceTime	1.36:a-	1.37:b+
PersistentVolumeLastPhaseTransitionTime	1.28:a-	1.29:b+	1.31:g+!	1.33:
PodAndContainerStatsFromCRI	1.27:a-	1.37:b-
PodCertificateRequest	1.34:a-	1.35:b-	1.37:g+
PodDeletionCost	1.27:b+
PodDisruptionConditions	1.27:b+	1.31:g+!	1.34:
PodGroupPreemptionPolicy	1.37:a-
PodHasNetworkCondition	1.27:a-	1.28:
PodHostIPs	1.28:a-	1.29:b+	1.30:g+!	1.32:
PodIndexLabel	1.28:b+	1.32:g+!	1.35:
PodLevelResourceManagers	1.36:a-	1.37:b-
PodLevelResources	1.32:a-	1.34:b+
PodLevelResourcesFixDefaulting	1.37:b+
PodLevelResourcesFixKubeletQOSClass	1.37:b+
PodLifecycleSleepAction	1.29:a-	1.30:b+	1.34:g+!	1.37:
PodLifecycleSleepActionAllowZero	1.32:a-	1.33:b+	1.34:g+!	1.37:
PodLogsQuerySplitStreams	1.32:a-
PodObservedGenerationTracking	1.33:a-	1.34:b+	1.35:g+!
PodReadyToStartContainersCondition	1.28:a-	1.29:b+	1.37:g+!
PodSchedulingReadiness	1.27:b+	1.30:g+!
PodSecurity	1.27:g+!	1.28:
PodTopologyLabelsAdmission	1.33:a-	1.35:b+
PodsAPI	1.36:a-	1.37:b+
PortForwardWebsockets	1.30:a-	1.31:b+
PreferSameTrafficDistribution	1.33:a-	1.34:b+	1.35:g+!
PreventStaticPodAPIReferences	1.34:b+	1.37:
ProbeHostPodSecurityStandards	1.34:g+!	1.35:
ProbeTerminationGracePeriod	1.27:b+	1.28:g+!	1.29:
ProcMountType	1.27:a-	1.31:b-	1.33:b+	1.36:g+!
ProxyTerminatingEndpoints	1.27:b+	1.28:g+!	1.30:
QOSReserved	1.27:a-
ReadWriteOncePod	1.27:b+	1.29:g+!	1.31:
RecoverVolumeExpansionFailure	1.27:a-	1.32:b+	1.34:g+!
RecursiveReadOnlyMounts	1.30:a-	1.31:b+	1.33:g+!
ReduceDefaultCrashLoopBackOffDecay	1.33:a-
RelaxedDNSSearchValidation	1.32:a-	1.33:b+	1.34:g+!	1.37:
RelaxedEnvironmentVariableValidation	1.30:a-	1.32:b+	1.34:g+!
RelaxedServiceNameValidation	1.34:a-	1.36:b+	1.37:g+!
ReloadKubeletClientCAFile	1.36:b+
ReloadKubeletServerCertificateFile	1.31:b+
RemainingItemCount	1.30:g+!	1.33:
RemoteRequestHeaderUID	1.32:a-	1.33:b+
ResilientWatchCacheInitialization	1.31:b+	1.34:g+!	1.37:
ResourceHealthStatus	1.31:a-	1.36:b+
ResourceHealthStatusMessage	1.36:b+
RestartAllContainersOnContainerExits	1.35:a-	1.36:b+
RetroactiveDefaultStorageClass	1.27:b+	1.28:g+!	1.29:
RetryGenerateName	1.30:a-	1.31:b+	1.32:g+!	1.37:
RotateKubeletServerCertificate	1.27:b+
RuntimeClassInImageCriAPI	1.29:a-	1.36:
RuntimeClassInImageCriApi	1.36:a-
SELinuxChangePolicy	1.32:a-	1.33:b+	1.36:g+!
SELinuxMount	1.30:a-	1.33:b-	1.37:g+
SELinuxMountReadWriteOncePod	1.27:b-	1.28:b+	1.36:g+!
SchedulerAsyncAPICalls	1.34:b+	1.34.2:b-
SchedulerAsyncPreemption	1.32:a-	1.33:b+
SchedulerPopFromBackoffQ	1.33:b+
SchedulerPreQueueingHints	1.37:a-
SchedulerQueueingHints	1.28:b-	1.32:b+	1.34:g+!	1.37:
SeccompDefault	1.27:g+!	1.29:
SecurityContextDeny	1.27:a-	1.30:
SeparateCacheWatchRPC	1.28:b+	1.33:d-	1.36:d-!
SeparateTaintEvictionController	1.29:b+	1.34:g+!
ServerSideApply	1.27:g+!	1.32:
ServerSideFieldValidation	1.27:g+!	1.32:
ServiceAccountNodeAudienceRestriction	1.32:b-	1.33:b+
ServiceAccountTokenJTI	1.29:a-	1.30:b+	1.32:g+!
ServiceAccountTokenNodeBinding	1.29:a-	1.31:b+	1.33:g+!
ServiceAccountTokenNodeBindingValidation	1.29:a-	1.30:b+	1.32:g+!
ServiceAccountTokenPodNodeInfo	1.29:a-	1.30:b+	1.32:g+!
ServiceCIDRStatusFieldWiping	1.36:d+
ServiceIPStaticSubrange	1.27:g+!	1.28:
ServiceInternalTrafficPolicy	1.27:g+!	1.28:
ServiceNodePortStaticSubrange	1.27:a-	1.28:b+	1.29:g+!	1.31:
ServiceTrafficDistribution	1.30:a-	1.31:b+	1.33:g+!	1.36:
ShardedListAndWatch	1.36:a-
SidecarContainers	1.28:a-	1.29:b+	1.33:g+!	1.37:
SizeBasedListCostEstimate	1.34:b+
SizeMemoryBackedVolumes	1.27:b+	1.32:g+!	1.35:
SkipReadOnlyValidationGCE	1.28:a-	1.29:d+	1.31:
StableLoadBalancerNodeSet	1.27:b+	1.30:g+!	1.32:
StaleControllerConsistencyDaemonSet	1.36:b+
StaleControllerConsistencyHPA	1.37:b+
StaleControllerConsistencyJob	1.36:b+
StaleControllerConsistencyReplicaSet	1.36:b+
StaleControllerConsistencyStatefulSet	1.36:b+
StatefulSetAutoDeletePVC	1.27:b+	1.32:g+!	1.35:
StatefulSetRecreateStrategy	1.37:a-
StatefulSetSemanticRevisionComparison	1.34.2:b+
StatefulSetStartOrdinal	1.27:b+	1.31:g+!	1.34:
StorageCapacityScoring	1.33:a-	1.37:b+
StorageNamespaceIndex	1.30:b+	1.33:d+
StorageVersionAPI	1.30:a-
StorageVersionHash	1.30:b+
StorageVersionMigrator	1.30:a-	1.35:b-	1.37:g+
StreamingCollectionEncodingToJSON	1.33:b+	1.34:g+!	1.37:
StreamingCollectionEncodingToProtobuf	1.33:b+	1.34:g+!	1.37:
StrictCostEnforcementForVAP	1.30:b-	1.32:g+!	1.35:
StrictCostEnforcementForWebhooks	1.30:b-	1.32:g+!	1.35:
StrictIPCIDRValidation	1.33:a-	1.36:b+
StructuredAuthenticationConfiguration	1.30:b+	1.34:g+!	1.37:
StructuredAuthenticationConfigurationEgressSelector	1.34:b+
StructuredAuthenticationConfigurationJWKSMetrics	1.35:b+
StructuredAuthorizationConfiguration	1.29:a-	1.30:b+	1.32:g+!	1.36:
SupplementalGroupsPolicy	1.31:a-	1.33:b+	1.35:g+!
SystemdWatchdog	1.32:b+	1.35:g+!
TaintTolerationComparisonOperators	1.35:a-
TokenRequestServiceAccountUIDValidation	1.34:b+
TopologyAwareHints	1.27:b+	1.33:g+!	1.36:
TopologyAwareWorkloadScheduling	1.36:a-
TopologyManager	1.27:g+!	1.29:
TopologyManagerPolicyAlphaOptions	1.27:a-
TopologyManagerPolicyBetaOptions	1.27:b-	1.28:b+
TopologyManagerPolicyOptions	1.27:a-	1.28:b+	1.32:g+	1.36:g+!
TranslateStreamCloseWebsocketRequests	1.29:a-	1.30:b+
UnauthenticatedHTTP2DOSMitigation	1.27:b-	1.29:b+
UnknownVersionInteroperabilityProxy	1.28:a-	1.36:b+
UserNamespacesHostNetworkSupport	1.35:a-
UserNamespacesPodSecurityStandards	1.29:a-	1.35:
UserNamespacesStatelessPodsSupport	1.27:a-	1.28:
UserNamespacesSupport	1.28:a-	1.30:b-	1.33:b+	1.36:g+!
ValidatingAdmissionPolicy	1.27:a-	1.28:b-	1.30:g+!	1.32:
VolumeAttributesClass	1.29:a-	1.31:b-	1.34:g+	1.36:g+!
VolumeBindMountOptions	1.37:a-
VolumeCapacityPriority	1.27:a-	1.33:
VolumeLimitScaling	1.35:a-	1.37:b+
WatchBookmark	1.30:g+!	1.33:
WatchCacheInitializationPostStartHook	1.31:b-	1.36:b+	1.37:g+!
WatchFromStorageWithoutResourceVersion	1.27:b-	1.33:d-!	1.36:
WatchList	1.30:a-	1.32:b+	1.33:b-	1.34:b+
WatchListCompression	1.37:b+
WebhookRoundTripLoadBalancing	1.37:b+
WinDSR	1.27:a-	1.33:b+	1.34:g+!
WinOverlay	1.27:b+	1.34:g+!
WindowsCPUAndMemoryAffinity	1.32:a-
WindowsGracefulNodeShutdown	1.32:a-	1.34:b+
WindowsHostNetwork	1.27:a+	1.33:d-
WindowsHostProcessContainers	1.27:g+!	1.28:
WorkloadAwarePreemption	1.36:a-	1.37:
WorkloadWithJob	1.36:a-
ZeroLimitedNominalConcurrencyShares	1.29:b-	1.30:g+!	1.32:
`;
