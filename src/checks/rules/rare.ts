import { ObjectCheck } from '../object-check';
import { loadedLater } from './loaded-later';

/* eslint-disable @typescript-eslint/no-require-imports */

/** Rules for kinds that most systems do not have. */
export const RARE_CHECKS: readonly ObjectCheck[] = [
  loadedLater(['/ResourceQuota'], () => (require('./quotas') as typeof import('./quotas')).quotaRules),
  loadedLater(['/LimitRange'], () => (require('./limit-ranges') as typeof import('./limit-ranges')).limitRangeRules),
  loadedLater(['scheduling.k8s.io/PriorityClass'], () => clusterKinds().priorityClassRules),
  loadedLater(['storage.k8s.io/CSIDriver'], () => clusterKinds().csiDriverRules),
  loadedLater(['storage.k8s.io/CSINode'], () => clusterKinds().csiNodeRules),
  loadedLater(['storage.k8s.io/CSIStorageCapacity'], () => clusterKinds().storageCapacityRules),
  loadedLater(['storage.k8s.io/VolumeAttachment'], () => clusterKinds().volumeAttachmentRules),
  loadedLater(['/Node'], () => (require('./nodes') as typeof import('./nodes')).nodeRules),
  loadedLater(['node.k8s.io/RuntimeClass'], () => clusterKinds().runtimeClassRules),
  loadedLater(
    ['admissionregistration.k8s.io/ValidatingWebhookConfiguration', 'admissionregistration.k8s.io/MutatingWebhookConfiguration'],
    () => (require('./webhooks') as typeof import('./webhooks')).webhookConfigurationRules),
  loadedLater(['apiextensions.k8s.io/CustomResourceDefinition'],
    () => (require('./custom-resource-definitions') as typeof import('./custom-resource-definitions')).customResourceDefinitionRules),
  loadedLater(['apiregistration.k8s.io/APIService'], () => (require('./api-services') as typeof import('./api-services')).apiServiceRules),
  loadedLater(['certificates.k8s.io/CertificateSigningRequest'],
    () => (require('./certificate-requests') as typeof import('./certificate-requests')).certificateRequestRules),
  loadedLater(['flowcontrol.apiserver.k8s.io/FlowSchema'], () => (require('./flow-schemas') as typeof import('./flow-schemas')).flowSchemaRules),
  loadedLater(['flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration'],
    () => (require('./priority-levels') as typeof import('./priority-levels')).priorityLevelRules),
  loadedLater(['/Event', 'events.k8s.io/Event'], () => (require('./events') as typeof import('./events')).eventRules),
];

function clusterKinds() {
  return require('./cluster-kinds') as typeof import('./cluster-kinds');
}
