import { rulesLoadedLater } from './loaded-later';
import { ObjectCheck } from '../engine/object-check';

/** Rules for kinds that most systems do not have. */
export const RARE_CHECKS: readonly ObjectCheck[] = [
  rulesLoadedLater(['/ResourceQuota'], ({ quotaRules }) => quotaRules),
  rulesLoadedLater(['/LimitRange'], ({ limitRangeRules }) => limitRangeRules),
  rulesLoadedLater(['scheduling.k8s.io/PriorityClass'], ({ priorityClassRules }) => priorityClassRules),
  rulesLoadedLater(['storage.k8s.io/CSIDriver'], ({ csiDriverRules }) => csiDriverRules),
  rulesLoadedLater(['storage.k8s.io/CSINode'], ({ csiNodeRules }) => csiNodeRules),
  rulesLoadedLater(['storage.k8s.io/CSIStorageCapacity'], ({ storageCapacityRules }) => storageCapacityRules),
  rulesLoadedLater(['storage.k8s.io/VolumeAttachment'], ({ volumeAttachmentRules }) => volumeAttachmentRules),
  rulesLoadedLater(['/Node'], ({ nodeRules }) => nodeRules),
  rulesLoadedLater(['node.k8s.io/RuntimeClass'], ({ runtimeClassRules }) => runtimeClassRules),
  rulesLoadedLater(
    ['admissionregistration.k8s.io/ValidatingWebhookConfiguration', 'admissionregistration.k8s.io/MutatingWebhookConfiguration'],
    ({ webhookConfigurationRules }) => webhookConfigurationRules),
  rulesLoadedLater(['apiextensions.k8s.io/CustomResourceDefinition'], ({ customResourceDefinitionRules }) => customResourceDefinitionRules),
  rulesLoadedLater(['apiregistration.k8s.io/APIService'], ({ apiServiceRules }) => apiServiceRules),
  rulesLoadedLater(['certificates.k8s.io/CertificateSigningRequest'], ({ certificateRequestRules }) => certificateRequestRules),
  rulesLoadedLater(['flowcontrol.apiserver.k8s.io/FlowSchema'], ({ flowSchemaRules }) => flowSchemaRules),
  rulesLoadedLater(['flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration'], ({ priorityLevelRules }) => priorityLevelRules),
  rulesLoadedLater(['/Event', 'events.k8s.io/Event'], ({ eventRules }) => eventRules),
];
