/** Written by scripts/api-model, of the Go modules k8s.io/kubernetes v1.27.16, v1.28.15, v1.29.15, v1.30.14, v1.31.13, v1.32.9, v1.33.5, v1.34.1, v1.34.2, v1.34.4, v1.35.3, v1.35.4, v1.36.3, v1.37.2. */
export const KINDS: string = `
admissionregistration.k8s.io/v1/MutatingAdmissionPolicy	1.36- MutatingAdmissionPolicy;object;cluster
admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBinding	1.36- MutatingAdmissionPolicyBinding;object;cluster
admissionregistration.k8s.io/v1/MutatingAdmissionPolicyBindingList	1.36- ;list;cluster
admissionregistration.k8s.io/v1/MutatingAdmissionPolicyList	1.36- ;list;cluster
admissionregistration.k8s.io/v1/MutatingWebhookConfiguration	MutatingWebhookConfiguration;object;cluster
admissionregistration.k8s.io/v1/MutatingWebhookConfigurationList	;list;cluster
admissionregistration.k8s.io/v1/ValidatingAdmissionPolicy	1.30- ValidatingAdmissionPolicy;object;cluster
admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBinding	1.30- ValidatingAdmissionPolicyBinding;object;cluster
admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyBindingList	1.30- ;list;cluster
admissionregistration.k8s.io/v1/ValidatingAdmissionPolicyList	1.30- ;list;cluster
admissionregistration.k8s.io/v1/ValidatingWebhookConfiguration	ValidatingWebhookConfiguration;object;cluster
admissionregistration.k8s.io/v1/ValidatingWebhookConfigurationList	;list;cluster
admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicy	1.32- admissionregistration.k8s.io/v1alpha1.MutatingAdmissionPolicy;object;cluster;off
admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicyBinding	1.32- admissionregistration.k8s.io/v1alpha1.MutatingAdmissionPolicyBinding;object;cluster;off
admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicyBindingList	1.32- ;list;cluster;off
admissionregistration.k8s.io/v1alpha1/MutatingAdmissionPolicyList	1.32- ;list;cluster;off
admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicy	-1.32 admissionregistration.k8s.io/v1alpha1.ValidatingAdmissionPolicy;object;cluster;off
admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicyBinding	-1.32 admissionregistration.k8s.io/v1alpha1.ValidatingAdmissionPolicyBinding;object;cluster;off
admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicyBindingList	-1.32 ;list;cluster;off
admissionregistration.k8s.io/v1alpha1/ValidatingAdmissionPolicyList	-1.32 ;list;cluster;off
admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicy	1.34- admissionregistration.k8s.io/v1beta1.MutatingAdmissionPolicy;object;cluster;off
admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyBinding	1.34- admissionregistration.k8s.io/v1beta1.MutatingAdmissionPolicyBinding;object;cluster;off
admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyBindingList	1.34- ;list;cluster;off
admissionregistration.k8s.io/v1beta1/MutatingAdmissionPolicyList	1.34- ;list;cluster;off
admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicy	1.28-1.34 admissionregistration.k8s.io/v1beta1.ValidatingAdmissionPolicy;object;cluster;off
admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicyBinding	1.28-1.34 admissionregistration.k8s.io/v1beta1.ValidatingAdmissionPolicyBinding;object;cluster;off
admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicyBindingList	1.28-1.34 ;list;cluster;off
admissionregistration.k8s.io/v1beta1/ValidatingAdmissionPolicyList	1.28-1.34 ;list;cluster;off
apiextensions.k8s.io/v1/CustomResourceDefinition	CustomResourceDefinition;object;cluster
apiextensions.k8s.io/v1/CustomResourceDefinitionList	;list;cluster
apiregistration.k8s.io/v1/APIService	APIService;object;cluster
apiregistration.k8s.io/v1/APIServiceList	;list;cluster
apps/v1/ControllerRevision	ControllerRevision;object;namespaced
apps/v1/ControllerRevisionList	;list;namespaced
apps/v1/DaemonSet	DaemonSet;object;namespaced
apps/v1/DaemonSetList	;list;namespaced
apps/v1/Deployment	Deployment;object;namespaced
apps/v1/DeploymentList	;list;namespaced
apps/v1/ReplicaSet	ReplicaSet;object;namespaced
apps/v1/ReplicaSetList	;list;namespaced
apps/v1/StatefulSet	StatefulSet;object;namespaced
apps/v1/StatefulSetList	;list;namespaced
authentication.k8s.io/v1/SelfSubjectReview	1.28- ;request;cluster
authentication.k8s.io/v1/TokenRequest	;request;namespaced
authentication.k8s.io/v1/TokenReview	;request;cluster
authentication.k8s.io/v1alpha1/SelfSubjectReview	-1.28 ;request;cluster;off;gate=APISelfSubjectReview	1.28-1.32 ;request;cluster;off
authentication.k8s.io/v1beta1/SelfSubjectReview	-1.28 ;request;cluster;off;gate=APISelfSubjectReview	1.28-1.33 ;request;cluster;off
authorization.k8s.io/v1/LocalSubjectAccessReview	;request;namespaced
authorization.k8s.io/v1/SelfSubjectAccessReview	;request;cluster
authorization.k8s.io/v1/SelfSubjectRulesReview	;request;cluster
authorization.k8s.io/v1/SubjectAccessReview	;request;cluster
autoscaling/v1/HorizontalPodAutoscaler	autoscaling/v1.HorizontalPodAutoscaler;object;namespaced
autoscaling/v1/HorizontalPodAutoscalerList	;list;namespaced
autoscaling/v1/Scale	;request;namespaced
autoscaling/v2/HorizontalPodAutoscaler	HorizontalPodAutoscaler;object;namespaced
autoscaling/v2/HorizontalPodAutoscalerList	;list;namespaced
batch/v1/CronJob	CronJob;object;namespaced
batch/v1/CronJobList	;list;namespaced
batch/v1/Job	Job;object;namespaced
batch/v1/JobList	;list;namespaced
certificates.k8s.io/v1/CertificateSigningRequest	CertificateSigningRequest;object;cluster
certificates.k8s.io/v1/CertificateSigningRequestList	;list;cluster
certificates.k8s.io/v1/ClusterTrustBundle	1.37- ClusterTrustBundle;object;cluster;gate=ClusterTrustBundle
certificates.k8s.io/v1/ClusterTrustBundleList	1.37- ;list;cluster;gate=ClusterTrustBundle
certificates.k8s.io/v1/PodCertificateRequest	1.37- PodCertificateRequest;object;namespaced;gate=PodCertificateRequest
certificates.k8s.io/v1/PodCertificateRequestList	1.37- ;list;namespaced;gate=PodCertificateRequest
certificates.k8s.io/v1alpha1/ClusterTrustBundle	-1.37 certificates.k8s.io/v1alpha1.ClusterTrustBundle;object;cluster;off;gate=ClusterTrustBundle
certificates.k8s.io/v1alpha1/ClusterTrustBundleList	-1.37 ;list;cluster;off;gate=ClusterTrustBundle
certificates.k8s.io/v1alpha1/PodCertificateRequest	1.34-1.35 certificates.k8s.io/v1alpha1.PodCertificateRequest;object;namespaced;off;gate=PodCertificateRequest
certificates.k8s.io/v1alpha1/PodCertificateRequestList	1.34-1.35 ;list;namespaced;off;gate=PodCertificateRequest
certificates.k8s.io/v1beta1/ClusterTrustBundle	1.33- certificates.k8s.io/v1beta1.ClusterTrustBundle;object;cluster;off;gate=ClusterTrustBundle
certificates.k8s.io/v1beta1/ClusterTrustBundleList	1.33- ;list;cluster;off;gate=ClusterTrustBundle
certificates.k8s.io/v1beta1/PodCertificateRequest	1.35- certificates.k8s.io/v1beta1.PodCertificateRequest;object;namespaced;off;gate=PodCertificateRequest
certificates.k8s.io/v1beta1/PodCertificateRequestList	1.35- ;list;namespaced;off;gate=PodCertificateRequest
coordination.k8s.io/v1/Lease	Lease;object;namespaced
coordination.k8s.io/v1/LeaseList	;list;namespaced
coordination.k8s.io/v1alpha1/LeaseCandidate	1.31-1.32 coordination.k8s.io/v1alpha1.LeaseCandidate;object;namespaced;off
coordination.k8s.io/v1alpha1/LeaseCandidateList	1.31-1.32 ;list;namespaced;off
coordination.k8s.io/v1alpha2/LeaseCandidate	1.32- coordination.k8s.io/v1alpha2.LeaseCandidate;object;namespaced;off
coordination.k8s.io/v1alpha2/LeaseCandidateList	1.32- ;list;namespaced;off
coordination.k8s.io/v1beta1/LeaseCandidate	1.33- LeaseCandidate;object;namespaced;off
coordination.k8s.io/v1beta1/LeaseCandidateList	1.33- ;list;namespaced;off
discovery.k8s.io/v1/EndpointSlice	EndpointSlice;object;namespaced
discovery.k8s.io/v1/EndpointSliceList	;list;namespaced
events.k8s.io/v1/Event	events.k8s.io/v1.Event;object;namespaced
events.k8s.io/v1/EventList	;list;namespaced
flowcontrol.apiserver.k8s.io/v1/FlowSchema	1.29- flowcontrol.apiserver.k8s.io/v1.FlowSchema;object;cluster
flowcontrol.apiserver.k8s.io/v1/FlowSchemaList	1.29- ;list;cluster
flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfiguration	1.29- flowcontrol.apiserver.k8s.io/v1.PriorityLevelConfiguration;object;cluster
flowcontrol.apiserver.k8s.io/v1/PriorityLevelConfigurationList	1.29- ;list;cluster
flowcontrol.apiserver.k8s.io/v1beta2/FlowSchema	-1.29 flowcontrol.apiserver.k8s.io/v1beta2.FlowSchema;object;cluster
flowcontrol.apiserver.k8s.io/v1beta2/FlowSchemaList	-1.29 ;list;cluster
flowcontrol.apiserver.k8s.io/v1beta2/PriorityLevelConfiguration	-1.29 flowcontrol.apiserver.k8s.io/v1beta2.PriorityLevelConfiguration;object;cluster
flowcontrol.apiserver.k8s.io/v1beta2/PriorityLevelConfigurationList	-1.29 ;list;cluster
flowcontrol.apiserver.k8s.io/v1beta3/FlowSchema	-1.32 FlowSchema;object;cluster
flowcontrol.apiserver.k8s.io/v1beta3/FlowSchemaList	-1.32 ;list;cluster
flowcontrol.apiserver.k8s.io/v1beta3/PriorityLevelConfiguration	-1.32 PriorityLevelConfiguration;object;cluster
flowcontrol.apiserver.k8s.io/v1beta3/PriorityLevelConfigurationList	-1.32 ;list;cluster
internal.apiserver.k8s.io/v1alpha1/StorageVersion	StorageVersion;object;cluster;off
internal.apiserver.k8s.io/v1alpha1/StorageVersionList	;list;cluster;off
lifecycle.k8s.io/v1alpha1/Eviction	1.37- Eviction;object;namespaced;off;gate=EvictionRequestAPI
lifecycle.k8s.io/v1alpha1/EvictionList	1.37- ;list;namespaced;off;gate=EvictionRequestAPI
lifecycle.k8s.io/v1alpha1/EvictionRequest	1.37- EvictionRequest;object;namespaced;off;gate=EvictionRequestAPI
lifecycle.k8s.io/v1alpha1/EvictionRequestList	1.37- ;list;namespaced;off;gate=EvictionRequestAPI
networking.k8s.io/v1/IPAddress	1.33- IPAddress;object;cluster
networking.k8s.io/v1/IPAddressList	1.33- ;list;cluster
networking.k8s.io/v1/Ingress	Ingress;object;namespaced
networking.k8s.io/v1/IngressClass	IngressClass;object;cluster
networking.k8s.io/v1/IngressClassList	;list;cluster
networking.k8s.io/v1/IngressList	;list;namespaced
networking.k8s.io/v1/NetworkPolicy	NetworkPolicy;object;namespaced
networking.k8s.io/v1/NetworkPolicyList	;list;namespaced
networking.k8s.io/v1/ServiceCIDR	1.33- ServiceCIDR;object;cluster
networking.k8s.io/v1/ServiceCIDRList	1.33- ;list;cluster
networking.k8s.io/v1alpha1/ClusterCIDR	-1.29 ClusterCIDR;object;cluster;off
networking.k8s.io/v1alpha1/ClusterCIDRList	-1.29 ;list;cluster;off
networking.k8s.io/v1alpha1/IPAddress	-1.31 networking.k8s.io/v1alpha1.IPAddress;object;cluster;off
networking.k8s.io/v1alpha1/IPAddressList	-1.31 ;list;cluster;off
networking.k8s.io/v1alpha1/ServiceCIDR	1.29-1.31 networking.k8s.io/v1alpha1.ServiceCIDR;object;cluster;off
networking.k8s.io/v1alpha1/ServiceCIDRList	1.29-1.31 ;list;cluster;off
networking.k8s.io/v1beta1/IPAddress	1.31-1.37 networking.k8s.io/v1beta1.IPAddress;object;cluster;off
networking.k8s.io/v1beta1/IPAddressList	1.31-1.37 ;list;cluster;off
networking.k8s.io/v1beta1/ServiceCIDR	1.31-1.37 networking.k8s.io/v1beta1.ServiceCIDR;object;cluster;off
networking.k8s.io/v1beta1/ServiceCIDRList	1.31-1.37 ;list;cluster;off
node.k8s.io/v1/RuntimeClass	RuntimeClass;object;cluster
node.k8s.io/v1/RuntimeClassList	;list;cluster
policy/v1/Eviction	;request;namespaced
policy/v1/PodDisruptionBudget	PodDisruptionBudget;object;namespaced
policy/v1/PodDisruptionBudgetList	;list;namespaced
rbac.authorization.k8s.io/v1/ClusterRole	ClusterRole;object;cluster
rbac.authorization.k8s.io/v1/ClusterRoleBinding	ClusterRoleBinding;object;cluster
rbac.authorization.k8s.io/v1/ClusterRoleBindingList	;list;cluster
rbac.authorization.k8s.io/v1/ClusterRoleList	;list;cluster
rbac.authorization.k8s.io/v1/Role	Role;object;namespaced
rbac.authorization.k8s.io/v1/RoleBinding	RoleBinding;object;namespaced
rbac.authorization.k8s.io/v1/RoleBindingList	;list;namespaced
rbac.authorization.k8s.io/v1/RoleList	;list;namespaced
resource.k8s.io/v1/DeviceClass	1.34- DeviceClass;object;cluster
resource.k8s.io/v1/DeviceClassList	1.34- ;list;cluster
resource.k8s.io/v1/DeviceTaintRule	1.37- DeviceTaintRule;object;cluster
resource.k8s.io/v1/DeviceTaintRuleList	1.37- ;list;cluster
resource.k8s.io/v1/ResourceClaim	1.34- resource.k8s.io/v1.ResourceClaim;object;namespaced
resource.k8s.io/v1/ResourceClaimList	1.34- ;list;namespaced
resource.k8s.io/v1/ResourceClaimTemplate	1.34- ResourceClaimTemplate;object;namespaced
resource.k8s.io/v1/ResourceClaimTemplateList	1.34- ;list;namespaced
resource.k8s.io/v1/ResourceSlice	1.34- ResourceSlice;object;cluster
resource.k8s.io/v1/ResourceSliceList	1.34- ;list;cluster
resource.k8s.io/v1alpha2/PodSchedulingContext	-1.31 resource.k8s.io/v1alpha2.PodSchedulingContext;object;namespaced;off
resource.k8s.io/v1alpha2/PodSchedulingContextList	-1.31 ;list;namespaced;off
resource.k8s.io/v1alpha2/ResourceClaim	-1.31 resource.k8s.io/v1alpha2.ResourceClaim;object;namespaced;off
resource.k8s.io/v1alpha2/ResourceClaimList	-1.31 ;list;namespaced;off
resource.k8s.io/v1alpha2/ResourceClaimParameters	1.30-1.31 ResourceClaimParameters;object;namespaced;off
resource.k8s.io/v1alpha2/ResourceClaimParametersList	1.30-1.31 ;list;namespaced;off
resource.k8s.io/v1alpha2/ResourceClaimTemplate	-1.31 resource.k8s.io/v1alpha2.ResourceClaimTemplate;object;namespaced;off
resource.k8s.io/v1alpha2/ResourceClaimTemplateList	-1.31 ;list;namespaced;off
resource.k8s.io/v1alpha2/ResourceClass	-1.31 ResourceClass;object;cluster;off
resource.k8s.io/v1alpha2/ResourceClassList	-1.31 ;list;cluster;off
resource.k8s.io/v1alpha2/ResourceClassParameters	1.30-1.31 ResourceClassParameters;object;namespaced;off
resource.k8s.io/v1alpha2/ResourceClassParametersList	1.30-1.31 ;list;namespaced;off
resource.k8s.io/v1alpha2/ResourceSlice	1.30-1.31 resource.k8s.io/v1alpha2.ResourceSlice;object;cluster;off
resource.k8s.io/v1alpha2/ResourceSliceList	1.30-1.31 ;list;cluster;off
resource.k8s.io/v1alpha3/DeviceClass	1.31-1.34 resource.k8s.io/v1alpha3.DeviceClass;object;cluster;off
resource.k8s.io/v1alpha3/DeviceClassList	1.31-1.34 ;list;cluster;off
resource.k8s.io/v1alpha3/DeviceTaintRule	1.33- resource.k8s.io/v1alpha3.DeviceTaintRule;object;cluster;off
resource.k8s.io/v1alpha3/DeviceTaintRuleList	1.33- ;list;cluster;off
resource.k8s.io/v1alpha3/PodSchedulingContext	1.31-1.32 PodSchedulingContext;object;namespaced;off
resource.k8s.io/v1alpha3/PodSchedulingContextList	1.31-1.32 ;list;namespaced;off
resource.k8s.io/v1alpha3/ResourceClaim	1.31-1.34 resource.k8s.io/v1alpha3.ResourceClaim;object;namespaced;off
resource.k8s.io/v1alpha3/ResourceClaimList	1.31-1.34 ;list;namespaced;off
resource.k8s.io/v1alpha3/ResourceClaimTemplate	1.31-1.34 resource.k8s.io/v1alpha3.ResourceClaimTemplate;object;namespaced;off
resource.k8s.io/v1alpha3/ResourceClaimTemplateList	1.31-1.34 ;list;namespaced;off
resource.k8s.io/v1alpha3/ResourcePoolStatusRequest	1.36- ResourcePoolStatusRequest;object;cluster;off
resource.k8s.io/v1alpha3/ResourcePoolStatusRequestList	1.36- ;list;cluster;off
resource.k8s.io/v1alpha3/ResourceSlice	1.31-1.34 resource.k8s.io/v1alpha3.ResourceSlice;object;cluster;off
resource.k8s.io/v1alpha3/ResourceSliceList	1.31-1.34 ;list;cluster;off
resource.k8s.io/v1beta1/DeviceClass	1.32- resource.k8s.io/v1beta1.DeviceClass;object;cluster;off
resource.k8s.io/v1beta1/DeviceClassList	1.32- ;list;cluster;off
resource.k8s.io/v1beta1/ResourceClaim	1.32- resource.k8s.io/v1beta1.ResourceClaim;object;namespaced;off
resource.k8s.io/v1beta1/ResourceClaimList	1.32- ;list;namespaced;off
resource.k8s.io/v1beta1/ResourceClaimTemplate	1.32- resource.k8s.io/v1beta1.ResourceClaimTemplate;object;namespaced;off
resource.k8s.io/v1beta1/ResourceClaimTemplateList	1.32- ;list;namespaced;off
resource.k8s.io/v1beta1/ResourceSlice	1.32- resource.k8s.io/v1beta1.ResourceSlice;object;cluster;off
resource.k8s.io/v1beta1/ResourceSliceList	1.32- ;list;cluster;off
resource.k8s.io/v1beta2/DeviceClass	1.33- resource.k8s.io/v1beta2.DeviceClass;object;cluster;off
resource.k8s.io/v1beta2/DeviceClassList	1.33- ;list;cluster;off
resource.k8s.io/v1beta2/DeviceTaintRule	1.36- resource.k8s.io/v1beta2.DeviceTaintRule;object;cluster;off
resource.k8s.io/v1beta2/DeviceTaintRuleList	1.36- ;list;cluster;off
resource.k8s.io/v1beta2/ResourceClaim	1.33- resource.k8s.io/v1beta2.ResourceClaim;object;namespaced;off
resource.k8s.io/v1beta2/ResourceClaimList	1.33- ;list;namespaced;off
resource.k8s.io/v1beta2/ResourceClaimTemplate	1.33- resource.k8s.io/v1beta2.ResourceClaimTemplate;object;namespaced;off
resource.k8s.io/v1beta2/ResourceClaimTemplateList	1.33- ;list;namespaced;off
resource.k8s.io/v1beta2/ResourceSlice	1.33- resource.k8s.io/v1beta2.ResourceSlice;object;cluster;off
resource.k8s.io/v1beta2/ResourceSliceList	1.33- ;list;cluster;off
scheduling.k8s.io/v1/PriorityClass	PriorityClass;object;cluster
scheduling.k8s.io/v1/PriorityClassList	;list;cluster
scheduling.k8s.io/v1alpha1/Workload	1.35-1.36 scheduling.k8s.io/v1alpha1.Workload;object;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1alpha1/WorkloadList	1.35-1.36 ;list;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1alpha2/PodGroup	1.36-1.37 scheduling.k8s.io/v1alpha2.PodGroup;object;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1alpha2/PodGroupList	1.36-1.37 ;list;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1alpha2/Workload	1.36-1.37 scheduling.k8s.io/v1alpha2.Workload;object;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1alpha2/WorkloadList	1.36-1.37 ;list;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1alpha3/CompositePodGroup	1.37- CompositePodGroup;object;namespaced;off;gate=CompositePodGroup
scheduling.k8s.io/v1alpha3/CompositePodGroupList	1.37- ;list;namespaced;off;gate=CompositePodGroup
scheduling.k8s.io/v1alpha3/PodGroup	1.37- scheduling.k8s.io/v1alpha3.PodGroup;object;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1alpha3/PodGroupList	1.37- ;list;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1alpha3/Workload	1.37- scheduling.k8s.io/v1alpha3.Workload;object;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1alpha3/WorkloadList	1.37- ;list;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1beta1/PodGroup	1.37- PodGroup;object;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1beta1/PodGroupList	1.37- ;list;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1beta1/Workload	1.37- Workload;object;namespaced;off;gate=GenericWorkload
scheduling.k8s.io/v1beta1/WorkloadList	1.37- ;list;namespaced;off;gate=GenericWorkload
storage.k8s.io/v1/CSIDriver	CSIDriver;object;cluster
storage.k8s.io/v1/CSIDriverList	;list;cluster
storage.k8s.io/v1/CSINode	CSINode;object;cluster
storage.k8s.io/v1/CSINodeList	;list;cluster
storage.k8s.io/v1/CSIStorageCapacity	CSIStorageCapacity;object;namespaced
storage.k8s.io/v1/CSIStorageCapacityList	;list;namespaced
storage.k8s.io/v1/StorageClass	StorageClass;object;cluster
storage.k8s.io/v1/StorageClassList	;list;cluster
storage.k8s.io/v1/VolumeAttachment	VolumeAttachment;object;cluster
storage.k8s.io/v1/VolumeAttachmentList	;list;cluster
storage.k8s.io/v1/VolumeAttributesClass	1.34- VolumeAttributesClass;object;cluster
storage.k8s.io/v1/VolumeAttributesClassList	1.34- ;list;cluster
storage.k8s.io/v1alpha1/VolumeAttributesClass	1.29-1.35 storage.k8s.io/v1alpha1.VolumeAttributesClass;object;cluster;off
storage.k8s.io/v1alpha1/VolumeAttributesClassList	1.29-1.35 ;list;cluster;off
storage.k8s.io/v1beta1/VolumeAttributesClass	1.31-1.37 storage.k8s.io/v1beta1.VolumeAttributesClass;object;cluster;off
storage.k8s.io/v1beta1/VolumeAttributesClassList	1.31-1.37 ;list;cluster;off
storagemigration.k8s.io/v1/StorageVersionMigration	1.37- StorageVersionMigration;object;cluster;gate=StorageVersionMigrator
storagemigration.k8s.io/v1/StorageVersionMigrationList	1.37- ;list;cluster;gate=StorageVersionMigrator
storagemigration.k8s.io/v1alpha1/StorageVersionMigration	1.30-1.35 storagemigration.k8s.io/v1alpha1.StorageVersionMigration;object;cluster;off;gate=StorageVersionMigrator
storagemigration.k8s.io/v1alpha1/StorageVersionMigrationList	1.30-1.35 ;list;cluster;off;gate=StorageVersionMigrator
storagemigration.k8s.io/v1beta1/StorageVersionMigration	1.35- storagemigration.k8s.io/v1beta1.StorageVersionMigration;object;cluster;off;gate=StorageVersionMigrator
storagemigration.k8s.io/v1beta1/StorageVersionMigrationList	1.35- ;list;cluster;off;gate=StorageVersionMigrator
v1/Binding	;request;namespaced
v1/ComponentStatus	;request;cluster
v1/ComponentStatusList	;list;cluster
v1/ConfigMap	ConfigMap;object;namespaced
v1/ConfigMapList	;list;namespaced
v1/Endpoints	Endpoints;object;namespaced
v1/EndpointsList	;list;namespaced
v1/Event	Event;object;namespaced
v1/EventList	;list;namespaced
v1/LimitRange	LimitRange;object;namespaced
v1/LimitRangeList	;list;namespaced
v1/Namespace	Namespace;object;cluster
v1/NamespaceList	;list;cluster
v1/Node	Node;object;cluster
v1/NodeList	;list;cluster
v1/PersistentVolume	PersistentVolume;object;cluster
v1/PersistentVolumeClaim	PersistentVolumeClaim;object;namespaced
v1/PersistentVolumeClaimList	;list;namespaced
v1/PersistentVolumeList	;list;cluster
v1/Pod	Pod;object;namespaced
v1/PodList	;list;namespaced
v1/PodTemplate	PodTemplate;object;namespaced
v1/PodTemplateList	;list;namespaced
v1/ReplicationController	ReplicationController;object;namespaced
v1/ReplicationControllerList	;list;namespaced
v1/ResourceQuota	ResourceQuota;object;namespaced
v1/ResourceQuotaList	;list;namespaced
v1/Secret	Secret;object;namespaced
v1/SecretList	;list;namespaced
v1/Service	Service;object;namespaced
v1/ServiceAccount	ServiceAccount;object;namespaced
v1/ServiceAccountList	;list;namespaced
v1/ServiceList	;list;namespaced
`;
